// The rail of tools and the panel beside it; a panel's script comes when it is first opened.
import {fill, find, h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {settings} from '../drawing/atlas.js';

const PANELS = {
  layers: {load: () => import('../panels/layerspanel.js'), icon: 'M12 3 2 8l10 5 10-5zM4 12l8 4 8-4M4 16l8 4 8-4'},
  reach: {
    load: () => import('../panels/reach.js'),
    icon: 'M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 12m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0M12 11.5v1',
  },
  siting: {
    when: () => settings.siteKinds?.length > 0,
    load: () => import('../panels/siting.js'),
    icon: 'M12 21s7-6.5 7-12a7 7 0 1 0-14 0c0 5.5 7 12 7 12zM9.5 9l2 2 3.5-4',
  },
  draw: {
    load: () => import('../panels/line.js'),
    icon: 'M4 19 9 9l6 5 5-9M4 19m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M20 5m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0',
  },
  assess: {wide: true, load: () => import('../panels/assess.js'), icon: 'M4 20V10M10 20V4M16 20v-7M22 20H2'},
  edit: {load: () => import('../panels/edit.js'), icon: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4'},
};

/** Tools that this service can serve. */
const offered = () => Object.keys(PANELS).filter(name => PANELS[name].when?.() ?? true);

let close = () => {};
let turn = 0;
let ready;

const icon = path =>
  h(
    'svg',
    {
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.7,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
      'aria-hidden': 'true',
    },
    h('path', {d: path}),
  );

async function open() {
  const name = offered().includes(state.get('panel')) ? state.get('panel') : 'layers';
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
  const [{open: opens}] = await Promise.all([PANELS[name].load(), ready]);
  if (mine !== turn) return;
  panel.scrollTop = 0;
  close = opens(panel) ?? (() => {});
}

/** The chosen tool's button folds its panel away and back. */
function choose(name) {
  if (state.get('panel') === name && turn) state.set({fold: state.get('fold') ? '' : '1'});
  else state.set({panel: name, fold: ''});
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

/** after: a panel opens when the map looks at its area, so that what the panel shows is shown last. */
export function begin(after) {
  ready = after;
  const rail = find('rail');
  rail.setAttribute('role', 'tablist');
  rail.setAttribute('aria-label', t('tools'));
  rail.setAttribute('aria-orientation', 'vertical');
  rail.addEventListener('keydown', keys);
  find('panel').setAttribute('role', 'tabpanel');
  fill(
    rail,
    offered()
      .map(name => [name, PANELS[name].icon])
      .map(([name, path]) =>
        h(
          'button',
          {type: 'button', role: 'tab', 'data-panel': name, 'aria-controls': 'panel', onclick: () => choose(name)},
          icon(path),
          t(name),
        ),
      ),
  );
  const fold = () => {
    find('panel').hidden = state.get('fold') === '1';
  };
  fold();
  state.on(['fold'], fold);
  state.on(['panel'], open);
  return open();
}
