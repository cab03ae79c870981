// Starts the page: waits for the service's data, then builds bar, map, time and panels.
import * as api from './base/api.js';
import * as atlas from './drawing/atlas.js';
import * as bar from './page/bar.js';
import * as card from './page/card.js';
import * as compare from './drawing/compare.js';
import {fill, find, h} from './base/dom.js';
import {t} from './base/i18n.js';
import * as legend from './drawing/legend.js';
import {forget, note} from './base/notes.js';
import * as mapkeys from './page/mapkeys.js';
import * as rail from './page/rail.js';
import * as state from './base/state.js';
import * as timebar from './page/timebar.js';

const AGAIN_MS = 1500;

async function settings() {
  for (;;) {
    try {
      const given = await api.json('map/settings', {datum: null});
      forget('start');
      return given;
    } catch (e) {
      if (e.status !== 503) {
        note('start', 'bad', t('failed', e.message), () => location.reload());
        throw e;
      }
      note('start', 'busy', t('loadingCatalogue'));
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS));
    }
  }
}

function foot({approvalNumber, baseMap}) {
  const scale = h('div', {class: 'scale'});
  fill(
    find('foot'),
    h('span', {id: 'modelled-note', hidden: true}, t('modelledNote')),
    approvalNumber && h('span', {}, `${t('approval')}：${approvalNumber}`),
    h('span', {}, h('a', {href: '../collections?f=html'}, t('sources'))),
    baseMap.attribution && h('span', {}, `${t('baseMap')} © ${baseMap.attribution}`),
    scale,
  );
  atlas.side.map.addControl(new ol.control.ScaleLine({target: scale, minWidth: 70}));
}

async function start() {
  note('busy', 'busy', t('loading'));
  const given = await settings();
  const known = id => given.areas.some(area => area.id === id);
  const asked = new URLSearchParams(location.search).has('area') || new URLSearchParams(location.search).has('view');
  if (!asked) state.set({area: known(given.area) ? given.area : (given.areas[0]?.id ?? '')});
  else if (state.get('area') && !known(state.get('area'))) state.set({area: ''});
  if (given.baseMap.kind !== 'none') document.documentElement.dataset.baseMap = given.baseMap.kind;
  const opened = atlas.begin(given);
  bar.begin();
  timebar.begin();
  foot(given);
  legend.begin();
  card.begin();
  compare.begin();
  mapkeys.begin();
  legend.show();
  await rail.begin(opened);
  forget('busy');
  atlas.side.update();
  document.documentElement.dataset.ready = 'true';
}

start();
