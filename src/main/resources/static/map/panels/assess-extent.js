// How large the area is, measured, beside what was declared.
import {h} from '../base/dom.js';
import {language, nameOf, number, pick, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {grid} from '../answer/table.js';
import {add} from '../base/words.js';
import {bars} from '../answer/chart.js';
import {markFeature} from '../drawing/focus.js';

add({
  measuredArea: ['测算面积', 'Measured'],
  declaredArea: ['公布面积', 'Declared'],
  differenceKm2: ['测算 − 公布', 'Measured − declared'],
  consistent: ['是否一致', 'Consistent'],
  perimeter: ['周长', 'Perimeter'],
  partsHoles: ['块数 / 洞数', 'Parts / holes'],
  undecidable: ['无法判断', 'Undecidable'],
  member: ['成员', 'Member'],
  part: ['部分', 'Part'],
  unresolved: ['未能确定的成员', 'Unresolved members'],
  neighbours: ['相邻都市圈', 'Neighbouring areas'],
  gap: ['间距', 'Gap'],
  explains: ['差异的可能原因', 'What may explain the difference'],
  whole: ['全部', 'Whole'],
  'urban districts only': ['仅市区', 'Urban districts only'],
  partial: ['部分', 'Partial'],
  unspecified: ['未说明', 'Unspecified'],
});

const TONE = {yes: 'good', no: 'bad', undecidable: 'plain'};
const figure = (value, label, error) =>
  h('div', {class: 'figure'}, h('b', {}, value, error && h('span', {class: 'delta'}, `±${number(error)}`)), h('span', {}, label));

export const ask = area => ({path: 'extent', params: {feature: `metropolitan-areas/${area}`, asOf: state.get('year')}});

const called = m => nameOf({name_zh: m.name, name_en: m.name_en}, m.adcode);

export function show(answer) {
  const members = answer.members;
  const columns = [
    {title: t('member'), value: called},
    {title: t('areaKm2'), value: m => m.area_km2, digits: 1},
    {title: t('part'), value: m => t(m.part)},
    {title: t('method'), value: m => t(m.method)},
  ];
  const chart = bars(
    t('areaKm2'),
    members
      .filter(m => m.counted && m.area_km2)
      .sort((a, b) => b.area_km2 - a.area_km2)
      .slice(0, 24),
    {name: called, value: m => Math.round(m.area_km2), format: v => number(v), clicked: m => go(m)},
  );
  const go = m => markFeature('administrative-units', m.adcode);
  const neighbours = [
    {title: t('neighbours'), value: n => pick(n.name)},
    {title: `${t('gap')} km`, value: n => n.gap_m / 1000, digits: 1},
  ];
  return {
    chart,
    tables: [
      {title: t('member'), columns, rows: members},
      {title: t('neighbours'), columns: neighbours, rows: answer.neighbours ?? []},
    ],
    content: [
      h(
        'div',
        {class: 'figures'},
        figure(number(answer.area_km2), `${t('measuredArea')} km²`, answer.error_km2),
        figure(number(answer.declared?.km2), `${t('declaredArea')} km²`, answer.declared?.rounding_km2),
        answer.difference_km2 !== null && figure(number(answer.difference_km2), `${t('differenceKm2')} km²`),
        figure(number(answer.perimeter_km), `${t('perimeter')} km`),
        figure(`${answer.parts} / ${answer.holes}`, t('partsHoles')),
      ),
      answer.consistent &&
        h(
          'p',
          {},
          `${t('consistent')}: `,
          h('span', {class: `tag ${TONE[answer.consistent] ?? 'plain'}`}, t(answer.consistent)),
          answer.declared && h('span', {class: 'soft'}, ` ${answer.declared.text}`),
        ),
      answer.explanations?.length > 0 && [
        h('h3', {}, t('explains')),
        h(
          'ul',
          {class: 'warnings'},
          answer.explanations.map(e => h('li', {}, pick(e.wording), e.km2 !== null && e.km2 !== undefined && ` (${number(e.km2)} km²)`)),
        ),
      ],
      answer.unresolved_members?.length > 0 &&
        h('p', {class: 'notice'}, `${t('unresolved')}: ${answer.unresolved_members.map(called).join(language === 'en' ? ', ' : '、')}`),
      h('h3', {}, t('areaKm2')),
      chart.box,
      grid(columns, members, {caption: t('member'), linked: go}),
      answer.neighbours?.length > 0 &&
        grid(neighbours, answer.neighbours, {caption: t('neighbours'), linked: n => markFeature(...n.feature.split('/'))}),
    ],
  };
}
