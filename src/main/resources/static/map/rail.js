// The rail of tools and the panel beside it; a panel's script comes when it is first opened.
import {fill, find, h} from './dom.js';
import {t} from './i18n.js';
import * as state from './state.js';

const PANELS = {
  layers: {load: () => import('./layerspanel.js'), icon: 'M12 3 2 8l10 5 10-5zM4 12l8 4 8-4M4 16l8 4 8-4'},
};

let close = () => {};
let turn = 0;

const icon = path => h('svg', {viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.7, 'stroke-linejoin': 'round', 'stroke-linecap': 'round', 'aria-hidden': 'true'},
  h('path', {d: path}));

async function open() {
  const name = state.get('panel') in PANELS ? state.get('panel') : 'layers';
  const mine = ++turn;
  const panel = find('panel');
  close();
  close = () => {};
  panel.className = `panel ${PANELS[name].wide ? 'wide' : ''}`;
  panel.setAttribute('aria-label', t(name));
  for (const button of find('rail').querySelectorAll('button')) {
    const chosen = button.dataset.panel === name;
    button.setAttribute('aria-selected', String(chosen));
    button.tabIndex = chosen ? 0 : -1;
  }
  fill(panel, h('p', {class: 'soft'}, t('loading')));
  const {open: opens} = await PANELS[name].load();
  if (mine !== turn) return;
  panel.scrollTop = 0;
  close = opens(panel) ?? (() => {});
}

/** The chosen tool's button folds its panel away and back. */
function choose(name) {
  const folded = find('panel').hidden;
  if (state.get('panel') === name && turn) find('panel').hidden = !folded;
  else {
    find('panel').hidden = false;
    state.set({panel: name});
  }
}

function keys(event) {
  const buttons = [...find('rail').querySelectorAll('button')];
  const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
  if (!step) return;
  event.preventDefault();
  const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
  next.focus();
  next.click();
}

export function begin() {
  const rail = find('rail');
  rail.setAttribute('role', 'tablist');
  rail.setAttribute('aria-label', t('tools'));
  rail.setAttribute('aria-orientation', 'vertical');
  rail.addEventListener('keydown', keys);
  find('panel').setAttribute('role', 'tabpanel');
  fill(rail, Object.entries(PANELS).map(([name, {icon: path}]) => h('button', {type: 'button', role: 'tab', 'data-panel': name, 'aria-controls': 'panel',
    onclick: () => choose(name)}, icon(path), t(name))));
  state.on(['panel'], open);
  return open();
}
