// One hour from a place: rings of 15 minutes with area, people and units, beside those of another moment where one is compared.
import * as api from './api.js';
import {colour} from './theme.js';
import {fill, h} from './dom.js';
import {minutes as inMinutes, number, people, pick, t} from './i18n.js';
import {setExtra} from './legend.js';
import {about, run, stop} from './question.js';
import {fillSample} from './samples.js';
import * as state from './state.js';
import {grid} from './table.js';
import {onClick, project, read, side} from './atlas.js';
import {onCompare, said, then} from './compare.js';
import {markFeature, unmark} from './focus.js';
import {actions} from './actions.js';

export const RINGS = [15, 30, 45, 60];
const ringColour = minutes => colour(`ring-${RINGS.indexOf(minutes) + 1}`) || colour('ring-4');

let profiles;

/** Draws an answer's polygons, the larger below, and the origin. */
export function drawRings(on, answer, origin) {
  on.rings.clear();
  const polygons = read({type: 'FeatureCollection', features: answer.features.filter(f => f.geometry)});
  polygons.sort((a, b) => b.get('minutes') - a.get('minutes')).forEach((feature, i) => {
    feature.setId(undefined);
    feature.setStyle(() => new ol.style.Style({zIndex: i, fill: new ol.style.Fill({color: ringColour(feature.get('minutes'))}),
      stroke: new ol.style.Stroke({color: colour('ring-line'), width: feature.get('minutes') === 60 ? 2 : 0.8})}));
    on.rings.addFeature(feature);
  });
  drawOrigin(on, origin);
}

export function drawOrigin(on, origin) {
  on.overlay.getFeatures().filter(f => f.get('_origin')).forEach(f => on.overlay.removeFeature(f));
  if (!origin) return;
  const point = new ol.Feature({geometry: new ol.geom.Point(project(origin)), _origin: true});
  point.setStyle(() => new ol.style.Style({zIndex: 9, image: new ol.style.Circle({radius: 7, fill: new ol.style.Fill({color: colour('mark')}),
    stroke: new ol.style.Stroke({color: colour('halo'), width: 2.5}), declutterMode: 'none'})}));
  on.overlay.addFeature(point);
}

export function clearRings() {
  for (const on of [side, then].filter(Boolean)) {
    on.rings.clear();
    drawOrigin(on, null);
  }
  setExtra(null, null);
}

export const showLegend = () => setExtra(t('reach'), RINGS.map(m => [() => fillSample(ringColour(m)), t('within', m)]));

async function profileChoice(change) {
  profiles ??= (await api.json('profiles', {datum: null})).profiles.filter(p => !['station-to-station', 'in-vehicle'].includes(p.id));
  const select = h('select', {onchange: () => change(select.value)}, profiles.map(p => h('option', {value: p.id}, pick(p.title))));
  select.value = state.get('profile');
  return select;
}

export const ringOf = (answer, minutes) => answer?.features.find(f => f.properties.minutes === minutes)?.properties;

/** The hour's area, people and units; beside another answer with the difference. */
export function figures(answer, before) {
  const hour = ringOf(answer, 60);
  const was = ringOf(before, 60);
  const difference = (a, b, format) => (b === undefined ? null : h('span', {class: 'delta'}, ` ${a >= b ? '+' : '−'}${format(Math.abs(a - b))}`));
  const figure = (value, label, delta) => h('div', {class: `figure ${hour.truncated ? 'partial' : ''}`}, h('b', {}, h('span', {class: 'value'}, value), delta), h('span', {}, label));
  return h('div', {class: 'figures'},
    figure(`${number(hour.area_km2)} km²`, `${t('within', 60)} · ${t('areaKm2').replace(' km²', '')}`, difference(hour.area_km2, was?.area_km2, v => number(v))),
    figure(people(hour.population?.best), t('people'), difference(hour.population?.best ?? 0, was?.population?.best, people)),
    figure(number(hour.units.length), t('units'), difference(hour.units.length, was?.units.length, v => number(v))));
}

export function ringColumns(before) {
  const of = (row, from) => ringOf(from, row.minutes);
  const km2 = {title: t('areaKm2'), value: row => row.area_km2, digits: 0};
  const count = {title: t('people'), value: row => row.population?.best, text: row => people(row.population?.best), digits: 0};
  const range = {title: t('peopleRange'), value: row => `${row.population?.low ?? ''}–${row.population?.high ?? ''}`,
    text: row => `${people(row.population?.low)}–${people(row.population?.high)}`, digits: 0};
  const then = row => of(row, before)?.area_km2 ?? 0;
  return [{title: t('minutes'), value: row => row.minutes, digits: 0}, ...(before
    ? [{...km2, title: `${t('after')} km²`}, {title: `${t('before')} km²`, value: then, digits: 0}, {title: t('difference'), value: row => row.area_km2 - then(row), digits: 0}, count]
    : [km2, count, range])];
}

const unitColumns = [{title: t('units'), value: unit => pick(unit.name)},
  {title: t('seat'), value: unit => unit.seat_seconds, text: unit => inMinutes(unit.seat_seconds), digits: 0},
  {title: t('share'), value: unit => unit.area_share, text: unit => `${number(unit.area_share * 100, unit.area_share < 0.095 ? 1 : 0)} %`, digits: 0}];

function show(box, answer, before) {
  const rows = answer.features.map(f => f.properties);
  const hour = ringOf(answer, 60);
  const units = [...hour.units].sort((a, b) => (a.seat_seconds ?? 1e9) - (b.seat_seconds ?? 1e9));
  fill(box, before && h('p', {}, `${said(state.moment())} / ${t('before')} ${said(state.other())}`), figures(answer, before),
    hour.truncated && h('p', {class: 'notice'}, t('truncated')), grid(ringColumns(before), rows),
    h('h3', {}, t('reachedUnits')), grid(unitColumns, units, {caption: t('units'), linked: unit => markFeature('administrative-units', unit.id)}),
    actions({name: 'reach', title: t('reach'), answer, tables: [{title: t('reach'), columns: ringColumns(before), rows}, {title: t('units'), columns: unitColumns, rows: units}]}),
    about(answer));
}

export function open(panel) {
  const box = h('div', {id: 'reach-answer'});
  const place = h('input', {type: 'text', value: state.get('at'), placeholder: '118.0894,24.4798', spellcheck: 'false',
    onchange: () => state.set({at: place.value.replace(/\s/g, '')})});
  const choice = h('label', {}, t('profile'));
  fill(panel, h('h2', {}, t('reach')), h('div', {class: 'row'}, h('label', {}, t('from'), place), choice),
    h('p', {class: 'soft'}, t('reachHint')), box);
  profileChoice(value => state.set({profile: value})).then(select => choice.append(select)).catch(e => fill(box, h('p', {class: 'notice bad'}, t('failed', e.message))));

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
    show(box, answer, before);
  }

  box.addEventListener('again', compute);
  const unclick = onClick(({lonLat}) => {
    state.set({at: lonLat.join(',')});
    return true;
  });
  const live = {on: true};
  state.on(['at', 'profile', 'year', 'scenario'], () => live.on && compute());
  const uncompare = onCompare(() => live.on && compute());
  compute();
  return () => {
    live.on = false;
    unclick();
    uncompare();
    stop(box);
    clearRings();
    unmark();
  };
}
