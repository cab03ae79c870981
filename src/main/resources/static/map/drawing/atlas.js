// The map on the page: its view, the chosen area, what is clicked, and a second side where two moments are compared.
import * as api from '../base/api.js';
import {baseLayers} from './basemap.js';
import {calmed, find, h} from '../base/dom.js';
import {nameOf, t} from '../base/i18n.js';
import {fit, view} from './frame.js';
import {forget, note} from '../base/notes.js';
import {Side} from './side.js';
import * as state from '../base/state.js';

const CHINA = [73.5, 18, 135, 53.5];
const allBoxes = () =>
  settings.areas
    .filter(area => area.bbox)
    .map(area => area.bbox)
    .reduce((a, b) => (a ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] : b), null) ?? CHINA;
/** Room for half an area's name beside the outermost, in pixels. */
const NAMES = 60;
const READ = new ol.format.GeoJSON({featureProjection: 'EPSG:3857'});
const areas = new ol.source.Vector();
const geometries = new Map();
const clicked = [];

export {view};
export let side;
export let settings;

/** All maps that are shown: the page's own, and the other moment's where two are compared. */
export const sides = [];

export const lonLat = coordinate => ol.proj.toLonLat(coordinate).map(v => Number(v.toFixed(5)));
export const project = point => ol.proj.fromLonLat(point);
export const read = geojson => READ.readFeatures(geojson);
/** Collections beyond the map's own layers, of features with a place; an empty one is left out. */
export const ownCollections = () => settings.collections.filter(c => !c.builtIn && c.geometry !== 'none' && !c.empty);
export const areaOf = id => settings.areas.find(area => area.id === id);

/** fn({lonLat, coordinate, found}) decides whether the click is used up; the one added last comes first. */
export function onClick(fn) {
  clicked.unshift(fn);
  return () => clicked.splice(clicked.indexOf(fn), 1);
}

export function begin(given) {
  settings = given;
  api.useDatum(given.baseMap.datum);
  side = newSide('map', state.moment, 'a');
  side.map.addControl(new ol.control.Zoom({zoomInTipLabel: '+', zoomOutTipLabel: '−'}));
  const target = find('map');
  target.tabIndex = 0;
  target.setAttribute('role', 'region');
  target.setAttribute('aria-label', t('mapHelp'));
  side.onLoaded = (id, features) => id === 'corridors' && told(features);
  side.map.on('moveend', calmed(keepView, 400));
  state.on(['area'], () => openArea(false));
  state.on(
    ['year', 'scenario', 'hide'],
    calmed(() => sides.forEach(one => one.update()), 160),
  );
  state.on(['hide'], () => sides.forEach(one => one.restyle()));
  return openArea(true);
}

export function newSide(target, moment, name) {
  const made = new Side(target, view, moment, {name, areas, own: ownCollections()});
  baseLayers(settings.baseMap).forEach(layer => made.map.addLayer(layer));
  made.map.on('singleclick', event => click(made, event));
  hover(made);
  made.dimOutside(geometries.get(state.get('area'))?.getGeometry() ?? null);
  sides.push(made);
  return made;
}

export function dropSide(one) {
  sides.splice(sides.indexOf(one), 1);
  one.dispose();
}

function told(features) {
  if (!features.length && view.getZoom() > 7 && !state.list('hide').includes('corridors')) note('empty', 'info', t('emptyView'));
  else forget('empty');
}

let opened = false;

/** Where the map looks stands in the address from the first view on: whoever gets it sees the same, whatever would be shown at first. */
function keepView() {
  if (opened) state.set({view: `${lonLat(view.getCenter()).join(',')},${view.getZoom().toFixed(3)}`});
}

async function openArea(first) {
  const kept = first && state.get('view').split(',').map(Number);
  const id = state.get('area');
  const outlined = id ? showOne(id) : showAll();
  // What floats over the map, and is to be kept clear of, is built meanwhile; what lies in view is asked for beside the outline.
  await null;
  if (kept?.length === 3 && kept.every(Number.isFinite)) {
    view.setCenter(project(kept.slice(0, 2)));
    view.setZoom(kept[2]);
  } else {
    fitArea();
  }
  opened = true;
  try {
    await outlined;
    forget('bad-area');
  } catch (e) {
    note('bad-area', 'bad', t('failed', e.message), () => openArea(first));
  }
  sides.forEach(one => one.restyle());
}

/** Shows the chosen area whole. */
export function fitArea() {
  const own = areaOf(state.get('area'))?.bbox;
  fit(ol.proj.transformExtent(own ?? allBoxes(), 'EPSG:4326', 'EPSG:3857'), own ? {} : {margin: NAMES});
}

async function outline(id) {
  if (!geometries.has(id)) {
    const [feature] = read(await api.json(`collections/metropolitan-areas/items/${encodeURIComponent(id)}`, {f: 'json'}));
    geometries.set(id, feature);
  }
  return geometries.get(id);
}

async function showOne(id) {
  const feature = await outline(id);
  areas.clear(true);
  areas.addFeature(feature);
  sides.forEach(one => one.dimOutside(feature.getGeometry()));
  document.title = `${nameOf(feature.getProperties(), id)} · ${t('title')}`;
}

async function showAll() {
  const answer = await api.json('collections/metropolitan-areas/items', {f: 'json'});
  areas.clear(true);
  areas.addFeatures(read(answer));
  sides.forEach(one => one.dimOutside(null));
  document.title = t('title');
}

function click(on, event) {
  const found = on.under(event.pixel);
  const at = {lonLat: lonLat(event.coordinate), coordinate: event.coordinate, found, pixel: event.pixel, side: on};
  clicked.slice().some(fn => fn(at));
}

function hover(on) {
  const tip = h('div', {class: 'tip', hidden: true});
  on.map.getTargetElement().append(tip);
  const hide = () => {
    tip.hidden = true;
  };
  on.map.on(
    'pointermove',
    calmed(event => {
      const hit = event.dragging
        ? null
        : on.under(event.pixel).find(({collection}) => !['administrative-units', 'metropolitan-areas', 'overlay'].includes(collection));
      tip.hidden = !hit;
      if (hit) {
        tip.textContent = nameOf(hit.feature.getProperties(), hit.feature.getId());
        tip.style.left = `${event.pixel[0]}px`;
        tip.style.top = `${event.pixel[1]}px`;
      }
    }, 40),
  );
  on.map.getTargetElement().addEventListener('pointerleave', () => setTimeout(hide, 60));
}

/** Goes to a place, near enough to see it. */
export function goTo(point, zoom = 10.5) {
  view.animate({
    center: project(point),
    zoom: Math.max(view.getZoom(), zoom),
    duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 350,
  });
}
