// The card of what was clicked: what it is, how sure its place is, and what can be asked from here.
import * as api from '../base/api.js';
import {calmed, fill, find, h} from '../base/dom.js';
import {nameOf, number, people, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {statusKey} from '../drawing/symbols.js';
import '../base/kinds.js';
import {onClick, side} from '../drawing/atlas.js';
import {forget, note} from '../base/notes.js';

const RANKED = ['hubs', 'stops', 'projects', 'industrial-parks', 'zones', 'corridors', 'administrative-units', 'metropolitan-areas'];

/** Panels over which a click shows what is there. */
const CARDED = ['layers', 'assess'];

const said = value => (value === null || value === undefined || value === '' ? null : value);
const known = value => (value && t(value) !== value ? t(value) : value);

function facts(collection, p) {
  const kind = known(p.mode ?? p.kind);
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

let shown = '';

export function close() {
  if (find('card').contains(document.activeElement)) find('map').focus();
  state.set({card: '', ...(state.get('panel') === 'edit' ? {} : {feature: ''})});
}

function show(title, rows, at, link) {
  const card = find('card');
  const content = JSON.stringify([title, rows, at, link]);
  if (!card.hidden && content === shown) return;
  shown = content;
  card.setAttribute('aria-label', title);
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
            onclick: () => state.set({panel: 'reach', at: at.join(','), card: ''}),
          },
          t('reachHere'),
        ),
      link && h('button', {type: 'button', onclick: () => state.set({panel: 'edit', feature: link, card: ''})}, t('edit')),
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

/** Puts what was found under a click, or the bare place, into the address, and with it on the card. */
function clicked({lonLat, found}) {
  const rank = f => RANKED.indexOf(f.collection);
  const best = found.filter(f => f.collection !== 'overlay').sort((a, b) => rank(a) - rank(b))[0];
  if (best?.collection === 'metropolitan-areas' && !state.get('area')) {
    state.set({area: best.feature.getId(), view: ''});
    return true;
  }
  const bare = !best || best.collection === 'metropolitan-areas';
  const ref = bare ? '' : `${best.collection}/${best.feature.getId()}`;
  under = {ref, properties: bare ? {} : best.feature.getProperties()};
  if (!bare) tell(ref, lonLat, under.properties);
  state.set({card: lonLat.join(','), feature: ref});
  return true;
}

/** What lay under the last click, at once at hand. */
let under = {ref: '', properties: {}};

const parts = ref => [ref.split('/')[0], ref.split('/').slice(1).join('/')];
const place = () => state.get('card').split(',').map(Number);

const tell = (ref, at, properties) => show(nameOf(properties, parts(ref)[1]), facts(parts(ref)[0], properties), at, ref);

/** A feature that the map holds whole is told as it stands at the moment; what a tile left out, or the map does not hold, is asked for. */
async function restore() {
  forget('card');
  if (!state.get('card')) {
    find('card').hidden = true;
    return;
  }
  const at = place();
  if (at.length !== 2 || !at.every(Number.isFinite)) return;
  const ref = state.get('feature');
  if (!ref) {
    show(at.map(v => v.toFixed(4)).join(', '), [], at);
    return;
  }
  if (held()) return;
  const [collection, id] = parts(ref);
  try {
    const item = await api.json(`collections/${collection}/items/${encodeURIComponent(id)}`, {f: 'json', datum: null});
    const known = under.ref === ref ? under.properties : {};
    if (state.get('card') && state.get('feature') === ref && !held()) tell(ref, at, {...known, ...item.properties});
  } catch (e) {
    note('card', 'bad', t('failed', e.message), restore);
  }
}

function held() {
  const ref = state.get('feature');
  const [collection, id] = parts(ref);
  const feature = state.get('card') && side.contents[collection]?.find(id);
  if (feature) tell(ref, place(), feature.getProperties());
  return Boolean(feature);
}

export function begin() {
  onClick(at => CARDED.includes(state.get('panel')) && clicked(at));
  state.on(['panel'], () => CARDED.includes(state.get('panel')) || state.set({card: ''}));
  state.on(['card', 'feature'], restore);
  for (const [id, content] of Object.entries(side.contents)) content.source.on('change', calmed(() => parts(state.get('feature'))[0] === id && restore(), 80));
  document.addEventListener('keydown', event => event.key === 'Escape' && !find('card').hidden && close());
  restore();
}
