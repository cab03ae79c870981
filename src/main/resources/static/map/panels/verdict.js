// The verdict on a site: each rule with its reason, and where on the map it conflicts.
import {fill, h} from '../base/dom.js';
import {number, pick, t} from '../base/i18n.js';
import {setExtra} from '../drawing/legend.js';
import {about} from '../answer/question.js';
import {groundSample, lineSample} from '../drawing/samples.js';
import {grid} from '../answer/table.js';
import {colour} from '../base/theme.js';
import {add} from '../base/words.js';
import {read, side} from '../drawing/atlas.js';
import {actions} from '../answer/actions.js';
import {mark, markFeature} from '../drawing/focus.js';

add({
  noSite: ['尚未给出场地', 'No site yet'],
  siteHint: ['画出或上传场地，逐条核对规则', 'Draw or upload a site and hold every rule against it'],
  conflict: ['有冲突', 'Conflict'],
  conditional: ['有条件', 'Conditional'],
  'no-conflict-in-loaded-layers': ['已加载图层中无冲突', 'No conflict in loaded layers'],
  'insufficient-data': ['资料不足', 'Insufficient data'],
  fail: ['不符合', 'Fails'],
  pass: ['符合', 'Passes'],
  rule: ['规则', 'Rule'],
  outcome: ['结论', 'Outcome'],
  why: ['原因', 'Why'],
  measured: ['实测', 'Measured'],
  required: ['要求', 'Required'],
  basis: ['依据', 'Basis'],
  notChecked: ['因缺少图层而未核对', 'Not checked: layer missing'],
  checkedLayers: ['已核对的图层', 'Layers checked'],
  shift: ['平移 {0} 米可避开', 'Clear after a shift of {0} m'],
  failingGround: ['不符合之处', 'Where it fails'],
  openGround: ['有条件或不详之处', 'Where conditional or unknown'],
  site: ['场地', 'Site'],
  'at-least': ['≥', '≥'],
  'at-most': ['≤', '≤'],
  concerned: ['相关要素', 'Concerned'],
});

const TONES = {
  conflict: 'bad',
  fail: 'bad',
  conditional: 'warn',
  unknown: 'plain',
  'insufficient-data': 'plain',
  pass: 'good',
  'no-conflict-in-loaded-layers': 'good',
};
const ORDER = ['fail', 'conditional', 'unknown', 'pass'];
const tag = word => h('span', {class: `tag ${TONES[word] ?? 'plain'}`}, t(word));
const amount = m => (m ? `${t(m.relation ?? '')}${number(m.value, m.value < 10 ? 1 : 0)} ${m.unit ?? ''}`.trim() : null);

const fails = check => check.outcome === 'fail';

/** How the ground looks that a rule is about: solid where it fails, pale and dashed where that is not settled. */
const ground = failing => ({color: colour('clash'), opacity: failing ? 0.4 : 0.17, dash: failing ? undefined : [6, 4]});

/** Draws where rules are in conflict with the site, or may be. */
export function drawConflicts(checks) {
  side.drop('_clash');
  for (const check of checks.filter(c => c.geometry)) {
    const [feature] = read({type: 'Feature', geometry: check.geometry, properties: {}});
    feature.set('_clash', check.rule);
    feature.setStyle(() => {
      const {color, opacity, dash} = ground(fails(check));
      return new ol.style.Style({
        zIndex: 7,
        fill: new ol.style.Fill({color: [...ol.color.asArray(color).slice(0, 3), opacity]}),
        stroke: new ol.style.Stroke({color, width: 2.5, lineDash: dash}),
      });
    });
    side.overlay.addFeature(feature);
  }
}

function columns(layerName) {
  return [
    {
      title: t('rule'),
      value: c => c.rule,
      text: c => h('span', {}, pick(c.reason) || c.rule, h('br', {}), h('small', {class: 'soft'}, pick(c.basis))),
    },
    {title: t('outcome'), value: c => t(c.outcome), text: c => tag(c.outcome)},
    {
      title: t('why'),
      value: c => pick(c.why),
      text: c =>
        h(
          'span',
          {},
          pick(c.why),
          c.measured && h('small', {class: 'soft'}, ` ${amount(c.measured)}${c.required ? ` / ${amount(c.required)}` : ''}`),
        ),
    },
    {title: t('layers'), value: c => layerName(c.layer)},
  ];
}

export function show(box, answer) {
  const names = new Map((answer.layers ?? []).map(layer => [layer.id, pick(layer.title)]));
  const layerName = id => names.get(id) ?? id;
  const verdict = answer.verdict ? answer : answer.features[0].properties;
  const checks = [...verdict.checks].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  drawConflicts(checks);
  setExtra(t('siting'), [
    [() => lineSample(colour('mark'), 3), t('site')],
    ...[true, false]
      .filter(failing => checks.some(c => c.geometry && fails(c) === failing))
      .map(failing => [() => groundSample(ground(failing)), t(failing ? 'failingGround' : 'openGround')]),
  ]);
  const concerned = checks.filter(c => c.outcome !== 'pass').flatMap(c => (c.features ?? []).map(f => ({...f, rule: c.rule})));
  const missing = verdict.layers_missing ?? [];
  fill(
    box,
    h(
      'p',
      {class: 'verdict'},
      tag(verdict.verdict),
      ' ',
      ORDER.map(o => (verdict.outcomes?.[o] ? `${t(o)} ${verdict.outcomes[o]}` : null))
        .filter(Boolean)
        .join(' · '),
    ),
    verdict.shift?.metres && h('p', {class: 'notice'}, t('shift', number(verdict.shift.metres))),
    grid(columns(layerName).slice(0, 3), checks, {
      caption: t('rule'),
      linked: c => {
        if (c.geometry) mark(read({type: 'Feature', geometry: c.geometry, properties: {}})[0].getGeometry());
        else if (c.features?.[0]) markFeature(...c.features[0].feature.split('/'));
      },
    }),
    missing.length > 0 &&
      h('div', {class: 'notice'}, h('strong', {}, `${t('notChecked')} (${missing.length})`), h('p', {}, missing.map(layerName).join('、'))),
    concerned.length > 0 &&
      grid(
        [
          {title: t('concerned'), value: f => pick(f.name) || f.feature},
          {title: 'm', value: f => f.metres, digits: 0},
        ],
        concerned,
        {caption: t('concerned'), linked: f => markFeature(f.feature.split('/')[0], f.feature.split('/').slice(1).join('/'))},
      ),
    actions({name: 'siting', title: t('siting'), answer, tables: [{title: t('rule'), columns: columns(layerName), rows: checks}]}),
    h('p', {class: 'soft'}, `${t('checkedLayers')}: ${(verdict.layers_checked ?? []).map(layerName).join('、') || t('none')}`),
    about(answer),
  );
}
