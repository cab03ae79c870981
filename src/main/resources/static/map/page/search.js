// Searches places by name: Chinese, English, pinyin or its initials. Names and readings come when they are first wanted.
import * as api from '../base/api.js';
import {fill, h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import {reader, score} from './pinyin.js';
import * as state from '../base/state.js';
import {goTo} from '../drawing/atlas.js';

const MOST = 12;
const ORDER = ['metropolitan-areas', 'administrative-units', 'hubs', 'stops', 'industrial-parks', 'zones', 'projects', 'corridors'];
let loading;

async function names() {
  const [{places}, readings] = await Promise.all([api.json('map/places', {datum: null}), reader()]);
  return places.map(([collection, id, zh, en, lon, lat]) => ({collection, id, zh, en, at: [lon, lat], readings: readings(zh)}));
}

async function matches(text) {
  loading ??= names().catch(e => {
    loading = null;
    throw e;
  });
  const all = await loading;
  const rank = ({collection}) => (ORDER.indexOf(collection) + 1 || ORDER.length + 1) / 100;
  return all
    .map(place => ({place, score: score(text, place)}))
    .filter(m => m.score > 0)
    .sort((a, b) => b.score - rank(b.place) - (a.score - rank(a.place)) || a.place.zh.length - b.place.zh.length)
    .slice(0, MOST)
    .map(m => m.place);
}

function chosen(place) {
  const area = place.collection === 'metropolitan-areas';
  if (area) state.set({area: place.id, view: ''});
  else {
    goTo(place.at);
    state.set({
      feature: `${place.collection}/${place.id}`,
      at: place.at.join(','),
      ...(state.get('panel') === 'layers' ? {panel: 'reach'} : {}),
    });
  }
}

export function searchBox() {
  let shown = [];
  let at = -1;
  const list = h('ul', {id: 'found', role: 'listbox', 'aria-label': t('search'), hidden: true});
  const input = h('input', {
    type: 'search',
    placeholder: t('search'),
    'aria-label': t('search'),
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-controls': 'found',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    oninput: look,
    onkeydown: key,
    onfocus: look,
    onblur: () => setTimeout(shut, 150),
  });

  function shut() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  }

  function take(place) {
    input.value = place.zh;
    shut();
    chosen(place);
  }

  function show() {
    fill(
      list,
      shown.map((place, i) =>
        h(
          'li',
          {
            role: 'option',
            id: `found-${i}`,
            'aria-selected': String(i === at),
            onmousedown: event => {
              event.preventDefault();
              take(place);
            },
          },
          h('span', {}, place.zh, place.en && h('small', {class: 'soft'}, `  ${place.en}`)),
          h('small', {class: 'soft'}, t(place.collection)),
        ),
      ),
      !shown.length && h('li', {class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false'}, t('noPlace')),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    if (at >= 0) input.setAttribute('aria-activedescendant', `found-${at}`);
    else input.removeAttribute('aria-activedescendant');
  }

  async function look() {
    const text = input.value.trim().toLowerCase();
    if (!text) return shut();
    try {
      const found = await matches(text);
      if (input.value.trim().toLowerCase() !== text) return;
      shown = found;
      at = shown.length ? 0 : -1;
      show();
    } catch (e) {
      fill(list, h('li', {class: 'none', role: 'option', 'aria-selected': 'false'}, t('failed', e.message)));
      list.hidden = false;
    }
  }

  function key(event) {
    if (event.key === 'Escape') shut();
    else if (event.key === 'Enter' && shown[at]) take(shown[at]);
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length) {
      event.preventDefault();
      at = (at + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length;
      show();
    }
  }

  return h('div', {class: 'search', role: 'search'}, input, list);
}
