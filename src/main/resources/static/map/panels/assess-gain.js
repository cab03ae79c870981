// What each corridor that the scenario would add gains.
import {h} from '../base/dom.js';
import {number, people, pick, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {statusKey} from '../drawing/symbols.js';
import {grid} from '../answer/table.js';
import '../base/kinds.js';
import {add} from '../base/words.js';
import {bars} from '../answer/chart.js';
import {markFeature} from '../drawing/focus.js';
import {colour} from '../base/theme.js';

add({
  gainShare: ['公平份额：新增人口', 'Share: people newly reached'],
  minutesShare: ['公平份额：人均省时（分）', 'Share: minutes saved'],
  km2: ['新增 km²', 'New km²'],
  minutesSaved: ['省时（分）', 'Minutes saved'],
  newPairs: ['新连成员对', 'New pairs'],
  alone: ['单独加入', 'Alone'],
  missing: ['从全部中去掉', 'Left out'],
  wholeGain: ['全部建成新增人口', 'People gained by all'],
  wholeKm2: ['全部建成新增 km²', 'km² gained by all'],
  builtPeople: ['现状一小时人口', 'People within the hour now'],
  idle: ['不载客或此方式不用：{0}', 'Not travelled by this profile: {0}'],
  noCorridors: ['该情景没有新增通道', 'The scenario adds no corridor here'],
  perKm: ['每公里人口', 'People per km'],
});

const figure = (value, label) => h('div', {class: 'figure'}, h('b', {}, value), h('span', {}, label));

/** The question's own default, planned, holds where the map shows what is built. */
export const ask = area => ({
  path: 'gain',
  params: {
    area,
    minutes: state.get('minutes'),
    asOf: state.get('year'),
    ...(state.get('scenario') !== 'built' && {scenario: state.get('scenario')}),
  },
});

export function show(answer) {
  const byPeople = answer.corridors.some(c => c.share.people > 0);
  const measure = c => (byPeople ? c.share.people : c.share.minutes_saved);
  const rows = [...answer.corridors].sort((a, b) => measure(b) - measure(a));
  const measured = byPeople ? t('gainShare') : t('minutesShare');
  const go = c => markFeature('corridors', c.id);
  const columns = [
    {
      title: t('corridor'),
      value: c => pick(c.name),
      text: c =>
        h(
          'span',
          {},
          pick(c.name),
          h('br', {}),
          h('small', {class: 'soft'}, `${t(c.mode)} · ${t(statusKey(c.status))}${c.due ? ` · ${c.due}` : ''}`),
        ),
    },
    {title: t('people'), value: c => c.share.people, text: c => people(c.share.people), digits: 0},
    {title: t('km2'), value: c => c.share.km2, digits: 0},
    {title: t('minutesSaved'), value: c => c.share.minutes_saved, digits: 2},
    {title: t('alone'), value: c => c.alone.people, text: c => people(c.alone.people), digits: 0},
    {title: t('missing'), value: c => c.missing.people, text: c => people(c.missing.people), digits: 0},
    {title: t('perKm'), value: c => c.share_per_km?.people, digits: 0},
  ];
  const chart = rows.length
    ? bars(measured, rows.slice(0, 20), {
        name: c => pick(c.name),
        value: measure,
        format: byPeople ? people : v => number(v, 2),
        clicked: go,
        tint: c => colour(c.mode),
      })
    : null;
  return {
    chart,
    tables: [{title: t('gain'), columns, rows}],
    content: [
      h(
        'div',
        {class: 'figures'},
        figure(people(answer.built.people), t('builtPeople')),
        figure(`+${people(answer.whole.people)}`, t('wholeGain')),
        figure(`+${number(answer.whole.km2)}`, t('wholeKm2')),
      ),
      chart
        ? [h('h3', {}, measured), chart.box, grid(columns, rows, {caption: t('corridor'), linked: go})]
        : h('p', {class: 'empty'}, t('noCorridors')),
      answer.idle?.length > 0 && h('p', {class: 'soft'}, t('idle', answer.idle.map(c => pick(c.name)).join('、'))),
    ],
  };
}
