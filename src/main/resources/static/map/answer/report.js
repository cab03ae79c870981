// A report to print: the map as it stands, the figures, and what they rest on.
import {fill, h} from '../base/dom.js';
import {language, pick, t} from '../base/i18n.js';
import {link} from '../base/link.js';
import {about} from './question.js';
import * as state from '../base/state.js';
import {grid} from './table.js';
import {areaOf, picture, settings} from '../drawing/atlas.js';

export function report({title, answer, tables, chart}) {
  const area = areaOf(state.get('area'));
  const dialog = h('dialog', {
    class: 'report',
    'aria-label': t('report'),
    onclose: () => {
      document.body.classList.remove('reporting');
      state.set({report: ''});
      dialog.remove();
    },
  });
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {dateStyle: 'long'}).format(new Date());
  fill(
    dialog,
    h(
      'div',
      {class: 'actions'},
      h('button', {type: 'button', class: 'primary', onclick: () => print()}, t('print')),
      h('button', {type: 'button', onclick: () => dialog.close()}, t('close')),
    ),
    h('h1', {}, `${area ? `${pick(area.name)} · ` : ''}${title}`),
    h('p', {class: 'soft'}, `${state.get('year')} · ${t(state.get('scenario'))} · ${date}`),
    h(
      'figure',
      {style: {margin: 0}},
      h('img', {src: picture(), alt: t('map')}),
      h('figcaption', {class: 'soft'}, t('modelledNote'), settings.approvalNumber && ` · ${t('approval')}：${settings.approvalNumber}`),
    ),
    chart && h('img', {src: chart(), alt: title}),
    tables.map(({title: caption, columns, rows}) => grid(columns, rows, {caption})),
    about(answer, true),
    h('p', {class: 'soft', style: {'overflow-wrap': 'anywhere'}}, link()),
  );
  if (document.querySelector('dialog.report')) return;
  document.body.append(dialog);
  state.set({report: '1'});
  document.body.classList.add('reporting');
  dialog.showModal();
}
