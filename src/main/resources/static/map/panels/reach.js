// One hour from a place: rings of 15 minutes with area, people and units, beside those of another moment where one is compared.
import * as api from '../base/api.js';
import {fill, h} from '../base/dom.js';
import {minutes as inMinutes, number, pick, t} from '../base/i18n.js';
import {about, run, stop} from '../answer/question.js';
import * as state from '../base/state.js';
import {grid} from '../answer/table.js';
import {onClick, side} from '../drawing/atlas.js';
import {onCompare, said, then} from '../drawing/compare.js';
import {markFeature, unmark} from '../drawing/focus.js';
import {actions} from '../answer/actions.js';
import {RINGS, clearRings, drawOrigin, drawRings, figures, fitRings, ringColumns, ringOf, showLegend} from '../drawing/rings.js';

let profiles;

/** Whether the next answer is to be shown whole: at first, where the address does not say where to look. */
let fits = !state.placed;

async function profileChoice(change) {
  profiles ??= (await api.json('profiles', {datum: null})).profiles.filter(p => !['station-to-station', 'in-vehicle'].includes(p.id));
  const select = h(
    'select',
    {onchange: () => change(select.value)},
    profiles.map(p => h('option', {value: p.id}, pick(p.title))),
  );
  select.value = state.get('profile');
  return select;
}

const unitColumns = [
  {title: t('units'), value: unit => pick(unit.name)},
  {title: t('seat'), value: unit => unit.seat_seconds, text: unit => inMinutes(unit.seat_seconds), digits: 0},
  {
    title: t('share'),
    value: unit => unit.area_share,
    text: unit => `${number(unit.area_share * 100, unit.area_share < 0.095 ? 1 : 0)} %`,
    digits: 0,
  },
];

function show(box, answer, before) {
  const rows = answer.features.map(f => f.properties);
  const hour = ringOf(answer, 60);
  const units = [...hour.units].sort((a, b) => (a.seat_seconds ?? 1e9) - (b.seat_seconds ?? 1e9));
  fill(
    box,
    before && h('p', {}, `${said(state.moment())} / ${t('before')} ${said(state.other())}`),
    figures(answer, before),
    hour.truncated && h('p', {class: 'notice'}, t('truncated')),
    grid(ringColumns(before), rows),
    h('h3', {}, t('reachedUnits')),
    grid(unitColumns, units, {caption: t('units'), linked: unit => markFeature('administrative-units', unit.id)}),
    actions({
      name: 'reach',
      title: t('reach'),
      answer,
      tables: [
        {title: t('reach'), columns: ringColumns(before), rows},
        {title: t('units'), columns: unitColumns, rows: units},
      ],
    }),
    about(answer),
  );
}

export function open(panel) {
  const box = h('div', {id: 'reach-answer'});
  const place = h('input', {
    type: 'text',
    value: state.get('at'),
    placeholder: '118.0894,24.4798',
    spellcheck: 'false',
    onchange: () => state.set({at: place.value.replace(/\s/g, '')}),
  });
  const choice = h('label', {}, t('profile'));
  fill(
    panel,
    h('h2', {}, t('reach')),
    h('div', {class: 'row'}, h('label', {}, t('from'), place), choice),
    h('p', {class: 'soft'}, t('reachHint')),
    box,
  );
  profileChoice(value => state.set({profile: value}))
    .then(select => choice.append(select))
    .catch(e => fill(box, h('p', {class: 'notice bad'}, t('failed', e.message))));

  async function compute() {
    place.value = state.get('at');
    unmark();
    if (!state.get('at')) {
      clearRings();
      fill(box, h('p', {class: 'empty'}, t('reachHint')));
      return;
    }
    const origin = state.get('at').split(',').map(Number);
    [side, then].filter(Boolean).forEach(on => drawOrigin(on, origin));
    const asked = {origin: state.get('at'), minutes: RINGS.join(','), profile: state.get('profile')};
    const answer = await run(box, 'reach', {...asked, ...state.moment()});
    if (!answer) return;
    drawRings(side, answer, origin);
    let before = null;
    if (state.other()) {
      before = await run(box, 'reach', {...asked, ...state.other()});
      if (!before) return;
      if (then) drawRings(then, before, origin);
    }
    showLegend();
    if (fits) fitRings();
    fits = false;
    show(box, answer, before);
  }

  box.addEventListener('again', compute);
  const unclick = onClick(({lonLat}) => {
    state.set({at: lonLat.join(',')});
    return true;
  });
  const off = state.on(['at', 'profile', 'year', 'scenario'], compute);
  const uncompare = onCompare(compute);
  compute();
  return () => {
    off();
    unclick();
    uncompare();
    stop(box);
    clearRings();
    unmark();
  };
}
