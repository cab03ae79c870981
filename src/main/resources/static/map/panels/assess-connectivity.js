// Who is within the hour of whom, and the segment whose loss costs most.
import {h} from '../base/dom.js';
import {minutes, number, people, pick, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {grid} from '../answer/table.js';
import {add} from '../base/words.js';
import {heat} from '../answer/chart.js';
import {drawAnswer} from '../drawing/drawn.js';
import {mark, markFeature} from '../drawing/focus.js';
import {project, read} from '../drawing/atlas.js';

add({
  coreShare: ['核心一小时内的人口', 'People within the hour of a core'],
  pairShare: ['一小时内的成员对', 'Pairs within the hour'],
  pairSharePeople: ['按人口加权', 'weighted by people'],
  matrix: ['驻地间用时（分钟）', 'Minutes between seats'],
  nearCore: ['在核心一小时内', 'Near a core'],
  loss: ['一旦中断损失最大的区段', 'The segment whose loss costs most'],
  lossCost: ['人·分钟', 'person-minutes'],
  pairs: ['成员对', 'Pairs'],
  used: ['经由通道数', 'Corridors used'],
  core: ['核心', 'core'],
  noWay: ['不可达', 'no way'],
});

const percent = share => (share === null || share === undefined ? '–' : `${number(share * 100, 1)} %`);
const figure = (value, label) => h('div', {class: 'figure'}, h('b', {}, value), h('span', {}, label));

export const ask = area => ({path: 'connectivity', params: {area, minutes: state.get('minutes'), ...state.moment()}});

export function show(answer) {
  const {members, seconds} = answer;
  const name = new Map(members.map(m => [m.id, pick(m.name)]));
  const names = members.map(m => name.get(m.id));
  const cells = seconds.flatMap((row, i) => row.map((s, j) => [j, i, s === null ? '-' : Math.round(s / 60)]));
  const most = Math.min(240, Math.max(60, ...cells.map(c => c[2]).filter(Number.isFinite)));
  const between = (a, b) => mark(new ol.geom.LineString([project(a.point), project(b.point)]));
  const chart = heat(t('matrix'), names, cells, {
    most,
    format: v => (Number.isFinite(v) ? number(v) : t('noWay')),
    clicked: ([to, from]) => from !== to && between(members[from], members[to]),
  });
  drawAnswer(answer.features.filter(f => f.properties.kind === 'loss').slice(0, 1), () => ({color: 'clash', width: 6}));
  const memberColumns = [
    {title: t('member'), value: m => pick(m.name) + (m.core ? ` (${t('core')})` : '')},
    {title: t('people'), value: m => m.population, text: m => people(m.population), digits: 0},
    {
      title: t('nearCore'),
      value: m => (m.near_core ? t('yes') : t('no')),
      text: m => h('span', {class: `tag ${m.near_core ? 'good' : 'plain'}`}, m.near_core ? t('yes') : t('no')),
    },
  ];
  const pairs = [...answer.pairs].sort((a, b) => (a.seconds ?? 1e9) - (b.seconds ?? 1e9));
  const pairColumns = [
    {title: t('pairs'), value: p => `${name.get(p.from)} – ${name.get(p.to)}`},
    {title: `${t('minutes')} →`, value: p => p.seconds, text: p => minutes(p.seconds), digits: 0},
    {title: '←', value: p => p.seconds_back, text: p => minutes(p.seconds_back), digits: 0},
    {title: t('used'), value: p => (p.corridors ?? []).join(', '), text: p => number((p.corridors ?? []).length)},
  ];
  const byId = new Map(members.map(m => [m.id, m]));
  const {loss} = answer;
  const lossFeature = answer.features.find(f => f.properties.kind === 'loss');
  return {
    chart,
    tables: [
      {title: t('member'), columns: memberColumns, rows: members},
      {title: t('pairs'), columns: pairColumns, rows: pairs},
      {
        title: t('matrix'),
        columns: [{title: '', value: r => r.name}, ...names.map((n, j) => ({title: n, value: r => r.seconds[j]}))],
        rows: members.map((m, i) => ({name: names[i], seconds: seconds[i]})),
      },
    ],
    content: [
      h(
        'div',
        {class: 'figures'},
        figure(percent(answer.core_share_population), t('coreShare')),
        figure(percent(answer.pair_share), t('pairShare')),
        figure(percent(answer.pair_share_population), t('pairSharePeople')),
      ),
      loss &&
        h(
          'div',
          {class: 'notice'},
          h('strong', {}, t('loss')),
          h('br', {}),
          `${pick(loss.name)}: ${loss.from.name} – ${loss.to.name}, ${number(loss.kilometres, 1)} km, ${people(loss.person_minutes)} ${t('lossCost')} `,
          lossFeature && h('button', {type: 'button', onclick: () => mark(read(lossFeature)[0].getGeometry())}, t('map')),
        ),
      h('h3', {}, t('matrix')),
      chart.box,
      grid(memberColumns, members, {caption: t('member'), linked: m => markFeature('administrative-units', m.id)}),
      grid(pairColumns, pairs, {caption: t('pairs'), linked: p => between(byId.get(p.from), byId.get(p.to))}),
    ],
  };
}
