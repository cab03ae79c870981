// The card of what was clicked: what it is, how sure its place is, and what can be asked from here.
import * as api from '../base/api.js';
import {fill, find, h} from '../base/dom.js';
import {nameOf, number, people, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {statusKey} from '../drawing/symbols.js';
import {onClick} from '../drawing/atlas.js';
import {forget, note} from '../base/notes.js';

const RANKED = ['hubs', 'stops', 'projects', 'industrial-parks', 'zones', 'corridors', 'administrative-units', 'metropolitan-areas'];

const said = value => (value === null || value === undefined || value === '' ? null : value);
const known = value => (value && t(value) !== value ? t(value) : value);

function facts(collection, p) {
  const kind = p.mode ? known(p.mode) : p.kind;
  const length = p.length_km ? `${number(p.length_km, 1)} km` : null;
  const accuracy = p.accuracy_m ? `${known(p.method) ?? ''} ±${number(p.accuracy_m)} m` : known(p.method);
  return [
    ['kind', kind],
    ['status', p.status && collection !== 'administrative-units' ? t(statusKey(p.status)) : null],
    ['opened', p.opened],
    ['plannedOpening', p.planned_opening],
    ['length', length],
    ['level', known(p.level)],
    ['population', p.population_2020 ? people(p.population_2020) : null],
    ['method', accuracy],
    ['document', p.document],
    ['evidence', p.evidence],
    ['note', p.note],
  ].filter(([, value]) => said(value));
}

export function close() {
  find('card').hidden = true;
  if (state.get('feature')) state.set({feature: ''});
}

function show(title, rows, at, link) {
  const card = find('card');
  fill(
    card,
    h('h2', {}, title),
    h('button', {type: 'button', class: 'close', 'aria-label': t('close'), onclick: close}, '×'),
    rows.length > 0 &&
      h(
        'dl',
        {},
        rows.map(([key, value]) => [h('dt', {}, t(key)), h('dd', {}, value)]),
      ),
    h(
      'div',
      {class: 'row'},
      at &&
        h(
          'button',
          {
            type: 'button',
            class: 'primary',
            onclick: () => {
              card.hidden = true;
              state.set({panel: 'reach', at: at.join(',')});
            },
          },
          t('reachHere'),
        ),
      link && h('button', {type: 'button', onclick: () => state.set({panel: 'edit', feature: link})}, t('edit')),
      link &&
        h(
          'a',
          {
            href: api.url(`collections/${link.split('/')[0]}/items/${encodeURIComponent(link.split('/').slice(1).join('/'))}?f=html`),
            target: '_blank',
            rel: 'noopener',
          },
          t('openRecord'),
        ),
    ),
  );
  card.hidden = false;
}

/** Shows what was found under a click, or the bare place. */
function clicked({lonLat, found}) {
  const rank = f => RANKED.indexOf(f.collection);
  const best = found.filter(f => f.collection !== 'overlay').sort((a, b) => rank(a) - rank(b))[0];
  if (best?.collection === 'metropolitan-areas' && !state.get('area')) {
    state.set({area: best.feature.getId(), view: ''});
    return true;
  }
  if (!best || best.collection === 'metropolitan-areas') {
    show(`${lonLat[0].toFixed(4)}, ${lonLat[1].toFixed(4)}`, [], lonLat);
    return true;
  }
  const known = best.feature.getProperties();
  tell(best, known, lonLat);
  if (best.partial) whole(best, known, lonLat);
  return true;
}

const tell = ({collection, feature}, properties, lonLat) =>
  show(nameOf(properties, feature.getId()), facts(collection, properties), lonLat, `${collection}/${feature.getId()}`);

/** What a tile left out of a feature is asked for, and told if the card has not been put away meanwhile. */
async function whole(best, known, lonLat) {
  const title = find('card').querySelector('h2');
  try {
    const item = await api.json(`collections/${best.collection}/items/${encodeURIComponent(best.feature.getId())}`, {f: 'json', datum: null});
    if (title.isConnected && !find('card').hidden) tell(best, {...known, ...item.properties}, lonLat);
  } catch (e) {
    note('card', 'bad', t('failed', e.message), () => whole(best, known, lonLat));
    return;
  }
  forget('card');
}

export function begin() {
  onClick(at => (state.get('panel') === 'layers' || state.get('panel') === 'assess') && clicked(at));
  document.addEventListener('keydown', event => event.key === 'Escape' && !find('card').hidden && close());
}
