// What plans state about travel times, beside what is computed.
import {h} from '../base/dom.js';
import {minutes, number, pick, t} from '../base/i18n.js';
import {grid} from '../answer/table.js';
import {add} from '../base/words.js';
import {bars} from '../answer/chart.js';
import {mark} from '../drawing/focus.js';
import {project} from '../drawing/atlas.js';

add({
  stated: ['文件所述', 'Stated'],
  computed: ['测算', 'Computed'],
  verdict: ['结论', 'Verdict'],
  supported: ['支持', 'Supported'],
  'not-supported': ['不支持', 'Not supported'],
  'within-error': ['在误差内', 'Within error'],
  'not-testable': ['无法检验', 'Not testable'],
  claim: ['说法', 'Claim'],
  statistic: ['统计量', 'Statistic'],
  least: ['最短', 'least'],
  median: ['中位', 'median'],
  most: ['最长', 'most'],
  only: ['唯一', 'only'],
  noClaims: ['没有记录到的说法', 'No claim is on record'],
  commute: ['通勤', 'Commute'],
  drive: ['驾车', 'By car'],
  'drive-peak': ['高峰驾车', 'By car, peak'],
  transit: ['公共交通', 'Public transport'],
  walk: ['步行', 'On foot'],
  'station-to-station': ['站到站', 'Station to station'],
  'in-vehicle': ['车内时间', 'In vehicle'],
  asOfDate: ['检验日期', 'As of'],
  reading: ['读法', 'Reading'],
  readAs: ['{0}：{1}。{2}', '{0}: {1}; {2}'],
});

const TONE = {supported: 'good', 'not-supported': 'bad', 'within-error': 'warn', 'not-testable': 'plain'};
const figure = (value, label) => h('div', {class: 'figure'}, h('b', {}, number(value)), h('span', {}, label));
const tag = verdict => h('span', {class: `tag ${TONE[verdict]}`}, t(verdict));

/** The question takes each claim's own date; the map's year plays no part. */
export const ask = area => ({path: 'claims', params: {area}});

function go(claim) {
  const lines = claim.pairs.filter(p => p.from_at && p.to_at).map(p => [project(p.from_at), project(p.to_at)]);
  if (lines.length) mark(new ol.geom.MultiLineString(lines));
}

export function show(answer) {
  const {counts} = answer;
  const rows = answer.claims.flatMap(claim => claim.tests.map(test => ({...test, claim})));
  const columns = [
    {
      title: t('claim'),
      value: r => r.claim.evidence ?? r.claim.claims.join(', '),
      text: r =>
        h(
          'span',
          {},
          r.claim.evidence,
          h('br', {}),
          h('small', {class: 'soft'}, `${r.claim.from_place ?? ''} – ${(r.claim.to_places ?? []).join('、')}`),
        ),
    },
    {
      title: t('profile'),
      value: r => r.profile,
      text: r => h('span', {}, r.profile ? t(r.profile) : '–', h('br', {}), h('small', {class: 'soft'}, t(r.statistic))),
    },
    {title: t('stated'), value: r => r.claim.stated_seconds, text: r => minutes(r.claim.stated_seconds), digits: 0},
    {
      title: t('computed'),
      value: r => r.seconds,
      text: r => (r.seconds === null ? '–' : `${minutes(r.seconds)} ±${number((r.error_seconds ?? 0) / 60)}`),
      digits: 0,
    },
    {
      title: t('verdict'),
      value: r => t(r.verdict),
      text: r =>
        h(
          'span',
          {title: pick(r.reason)},
          tag(r.verdict),
          r.verdict === 'not-testable' && h('small', {class: 'soft'}, h('br', {}), pick(r.reason)),
        ),
    },
  ];
  const tested = rows.filter(r => r.seconds !== null && r.claim.stated_seconds);
  const chart = tested.length
    ? bars(`${t('computed')} − ${t('stated')} (${t('minutes')})`, tested.slice(0, 24), {
        name: r => `${t(r.profile)} ${t(r.statistic)}`,
        value: r => Math.round((r.seconds - r.claim.stated_seconds) / 60),
        format: v => `${v > 0 ? '+' : ''}${number(v)}`,
        clicked: r => go(r.claim),
      })
    : null;
  return {
    chart,
    tables: [{title: t('claims'), columns, rows}],
    content: [
      h(
        'div',
        {class: 'figures'},
        figure(counts.supported, t('supported')),
        figure(counts.not_supported, t('not-supported')),
        figure(counts.within_error, t('within-error')),
        figure(counts.not_testable, t('not-testable')),
      ),
      rows.length ? grid(columns, rows, {caption: t('claims'), linked: r => go(r.claim)}) : h('p', {class: 'empty'}, t('noClaims')),
      chart && [h('h3', {}, `${t('computed')} − ${t('stated')} (${t('minutes')})`), chart.box],
      answer.claims.map(c => c.reading && h('p', {class: 'soft'}, t('readAs', c.evidence, pick(c.date_basis), pick(c.reading)))),
    ],
  };
}
