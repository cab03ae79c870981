// Two moments side by side: a second map over the first, on the same view, shown left of a divider that can be dragged.
import {calmed, fill, find, h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {SCENARIOS} from '../page/timebar.js';
import {dropSide, newSide, side} from './atlas.js';

/** The other moment's map, or null. */
export let then = null;
const listeners = [];

export function onCompare(fn) {
  listeners.push(fn);
  return () => listeners.splice(listeners.indexOf(fn), 1);
}

export const said = moment => `${moment.asOf} ${t(moment.scenario)}`;

function place() {
  const width = find('map').clientWidth;
  const x = Math.round(width * Number(state.get('split')));
  find('map-b').style.clipPath = `inset(0 ${width - x}px 0 0)`;
  const divider = find('swipe').querySelector('.divider');
  divider.style.left = `${x}px`;
  divider.setAttribute('aria-valuenow', String(Math.round(Number(state.get('split')) * 100)));
}

function dragging(event) {
  const box = find('map').getBoundingClientRect();
  state.set({split: Math.min(0.97, Math.max(0.03, (event.clientX - box.left) / box.width)).toFixed(3)});
}

function divider() {
  const bar = h('div', {
    class: 'divider',
    role: 'slider',
    tabindex: 0,
    'aria-label': t('swipe'),
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-orientation': 'horizontal',
    onpointerdown: event => bar.setPointerCapture(event.pointerId),
    onpointermove: event => bar.hasPointerCapture(event.pointerId) && dragging(event),
    onkeydown: event => {
      const step = {ArrowLeft: -0.05, ArrowRight: 0.05}[event.key];
      if (step) state.set({split: Math.min(0.97, Math.max(0.03, Number(state.get('split')) + step)).toFixed(3)});
    },
  });
  return bar;
}

/** What is compared with, to be changed. */
function form() {
  const {asOf, scenario} = state.other();
  const change = calmed(() => state.set({vs: `${year.value}:${kind.value}`}), 300);
  const year = h('input', {
    type: 'number',
    min: 1950,
    max: 2040,
    value: asOf,
    'aria-label': `${t('compare')} ${t('year')}`,
    oninput: () => year.checkValidity() && change(),
  });
  const kind = h(
    'select',
    {'aria-label': `${t('compare')} ${t('scenario')}`, onchange: change},
    SCENARIOS.map(id => h('option', {value: id}, t(id))),
  );
  kind.value = scenario;
  return h(
    'div',
    {class: 'then', role: 'group', 'aria-label': t('compareWith')},
    h('span', {}, t('left')),
    year,
    kind,
    h('button', {type: 'button', 'aria-label': t('noCompare'), onclick: () => state.set({vs: ''})}, '×'),
  );
}

function apply() {
  const wanted = Boolean(state.other());
  if (wanted && !then) {
    find('map-b').hidden = false;
    then = newSide('map-b', state.other, 'b');
    fill(find('swipe'), divider(), form(), h('div', {class: 'side-name'}));
  } else if (!wanted && then) {
    dropSide(then);
    then = null;
    find('map-b').hidden = true;
    fill(find('swipe'));
  } else if (then) {
    then.update();
  }
  if (then) {
    place();
    name();
  }
  listeners.forEach(fn => fn(then));
}

function name() {
  if (then) find('swipe').querySelector('.side-name').textContent = `${said(state.other())} ⇠ ⇢ ${said(state.moment())}`;
}

export function begin() {
  state.on(['vs'], apply);
  state.on(['split'], () => then && place());
  state.on(['year', 'scenario'], name);
  side.map.on('change:size', () => then && place());
  if (state.other()) apply();
}
