// What can be taken from an answer: its tables as CSV and XLSX, the map or a chart as PNG, a report on paper.
import {h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {values} from './table.js';
import {csv, png, xlsx} from './takeaway.js';
import {picture} from '../drawing/picture.js';

/** A report that the address asks for waits until charts stand. */
const CHARTS_DRAWN_MS = 900;

/** tables: [{title, columns, rows}]; chart(): a data URL, or absent. */
export function actions(given) {
  const {name, tables, chart} = given;
  const file = [name, state.get('area') || 'map', state.get('year')].join('-');
  const cells = () =>
    tables.flatMap(({title, columns, rows}, i) => [...(i ? [[]] : []), ...(tables.length > 1 ? [[title]] : []), ...values(columns, rows)]);
  const button = (label, fn) => h('button', {type: 'button', onclick: fn}, label);
  const report = async () => (await import('./report.js')).report(given);
  if (state.get('report')) setTimeout(report, CHARTS_DRAWN_MS);
  return h(
    'div',
    {class: 'row actions'},
    button(t('csv'), () => csv(file, cells())),
    button(t('xlsx'), () => xlsx(file, cells())),
    button(t('mapPng'), async () => png(file, await picture())),
    chart && button(t('png'), () => png(`${file}-chart`, chart())),
    button(t('report'), report),
  );
}
