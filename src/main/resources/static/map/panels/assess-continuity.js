// Where roads stop short, are offset or change class at borders.
import {h} from '../base/dom.js';
import {minutes, number, pick, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {grid} from '../answer/table.js';
import {add} from '../base/words.js';
import {bars} from '../answer/chart.js';
import {drawAnswer} from '../drawing/drawn.js';
import {mark, markFeature} from '../drawing/focus.js';
import {read} from '../drawing/atlas.js';

add({
  crossings: ['越界道路', 'Crossings'],
  'dead-end': ['断头路', 'Dead end'],
  offset: ['错位', 'Offset'],
  'class-change': ['等级变化', 'Class change'],
  deadEnds: ['断头', 'Dead ends'],
  offsets: ['错位', 'Offsets'],
  classChanges: ['等级变化', 'Class changes'],
  border: ['边界', 'Border'],
  certain: ['确定', 'Certain'],
  uncertain: ['不确定', 'Uncertain'],
  gapM: ['缺口（米）', 'Gap (m)'],
  saves: ['接通可省', 'Joined, saves'],
  noBreaks: ['没有发现断头、错位或等级变化', 'No dead end, offset or class change found'],
  roads: ['道路', 'Roads'],
});

const figure = (value, label) => h('div', {class: 'figure'}, h('b', {}, number(value)), h('span', {}, label));
const names = b => (b.names ?? []).map(pick).join(' – ');

export const ask = area => ({path: 'continuity', params: {area, ...state.moment()}});

export function show(answer) {
  const {counts, borders} = answer;
  const findings = answer.features.map(f => ({...f.properties, geometry: f.geometry}));
  drawAnswer(answer.features, () => ({color: 'clash', width: 5, radius: 9}));
  const ends = f => (f.ends ?? []).map(e => pick(e.name) || e.corridor || '').join(' / ');
  const units = f => (f.names ?? f.units ?? []).map(u => pick(u.name ?? u)).join(' – ');
  const findingColumns = [
    {title: t('kind'), value: f => t(f.kind)},
    {title: t('border'), value: units},
    {title: t('roads'), value: ends},
    {title: t('gapM'), value: f => f.gap_m, digits: 0},
    {title: t('saves'), value: f => f.seconds_gained, text: f => minutes(f.seconds_gained), digits: 0},
    {title: t('status'), value: f => (f.certain === undefined ? f.certainty : t(f.certain ? 'certain' : 'uncertain'))},
  ];
  const borderColumns = [
    {title: t('border'), value: names},
    {title: t('crossings'), value: b => b.crossings, digits: 0},
    {title: t('deadEnds'), value: b => b.dead_ends, digits: 0},
    {title: t('offsets'), value: b => b.offsets, digits: 0},
    {title: t('classChanges'), value: b => b.class_changes, digits: 0},
  ];
  const rows = [...borders].sort((a, b) => b.crossings - a.crossings);
  const chart = rows.some(b => b.crossings)
    ? bars(t('crossings'), rows.filter(b => b.crossings).slice(0, 20), {name: names, value: b => b.crossings, format: v => number(v)})
    : null;
  const go = b => markFeature('administrative-units', b.units[0]);
  return {
    chart,
    tables: [
      {title: t('continuity'), columns: findingColumns, rows: findings},
      {title: t('border'), columns: borderColumns, rows},
    ],
    content: [
      h(
        'div',
        {class: 'figures'},
        figure(answer.crossings, t('crossings')),
        figure(counts.dead_ends, t('deadEnds')),
        figure(counts.offsets, t('offsets')),
        figure(counts.class_changes, t('classChanges')),
      ),
      findings.length
        ? grid(findingColumns, findings, {
            caption: t('continuity'),
            linked: f => f.geometry && mark(read({type: 'Feature', geometry: f.geometry, properties: {}})[0].getGeometry()),
          })
        : h('p', {class: 'empty'}, t('noBreaks')),
      chart && [h('h3', {}, t('crossings')), chart.box],
      grid(borderColumns, rows, {caption: t('border'), linked: go}),
    ],
  };
}
