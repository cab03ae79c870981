// Rings of minutes: how they are drawn, and what their figures and tables say.
import {colour} from '../base/theme.js';
import {h} from '../base/dom.js';
import {number, people, t} from '../base/i18n.js';
import {setExtra} from './legend.js';
import {fillSample, originSample} from './samples.js';
import {project, read, side} from './atlas.js';
import {fit} from './frame.js';
import {RING_OPACITY} from './side.js';
import {then} from './compare.js';

export const RINGS = [15, 30, 45, 60];
const ringColour = minutes => colour(`ring-${RINGS.indexOf(minutes) + 1}`) || colour('ring-4');

/** Draws an answer's polygons, the larger below, and the origin. */
export function drawRings(on, answer, origin) {
  on.rings.clear();
  const polygons = read({type: 'FeatureCollection', features: answer.features.filter(f => f.geometry)});
  polygons
    .sort((a, b) => b.get('minutes') - a.get('minutes'))
    .forEach((feature, i) => {
      feature.setId(undefined);
      feature.setStyle(
        () =>
          new ol.style.Style({
            zIndex: i,
            fill: new ol.style.Fill({color: ringColour(feature.get('minutes'))}),
            stroke: new ol.style.Stroke({color: colour('ring-line'), width: feature.get('minutes') === 60 ? 2 : 0.8}),
          }),
      );
      on.rings.addFeature(feature);
    });
  drawOrigin(on, origin);
}

export function drawOrigin(on, origin) {
  on.drop('_origin');
  if (!origin) return;
  const point = new ol.Feature({geometry: new ol.geom.Point(project(origin)), _origin: true});
  point.setStyle(
    () =>
      new ol.style.Style({
        zIndex: 9,
        image: new ol.style.Circle({
          radius: 7,
          fill: new ol.style.Fill({color: colour('mark')}),
          stroke: new ol.style.Stroke({color: colour('halo'), width: 2.5}),
          declutterMode: 'obstacle',
        }),
      }),
  );
  on.marks.addFeature(point);
}

export function clearRings() {
  for (const on of [side, then].filter(Boolean)) {
    on.rings.clear();
    drawOrigin(on, null);
  }
  setExtra(null, null);
}

/** Shows the largest ring whole, clear of what floats over the map. */
export function fitRings() {
  const extent = side.rings.getExtent();
  if (extent && !ol.extent.isEmpty(extent)) fit(extent, {margin: 14, maxZoom: 11});
}

export const showLegend = () =>
  setExtra(t('reach'), [
    [originSample, t('origin')],
    ...RINGS.map(m => [() => fillSample(ringColour(m), RING_OPACITY), t('within', m)]),
  ]);

export const ringOf = (answer, minutes) => answer?.features.find(f => f.properties.minutes === minutes)?.properties;

/** The hour's area, people and units; beside another answer with the difference. */
export function figures(answer, before) {
  const hour = ringOf(answer, 60);
  const was = ringOf(before, 60);
  const difference = (a, b, format) =>
    b === undefined ? null : h('span', {class: 'delta'}, ` ${a >= b ? '+' : '−'}${format(Math.abs(a - b))}`);
  const figure = (value, label, delta) =>
    h(
      'div',
      {class: `figure ${hour.truncated ? 'partial' : ''}`},
      h('b', {}, h('span', {class: 'value'}, value), delta),
      h('span', {}, label),
    );
  const best = hour.population?.best;
  return [
    h('h3', {}, t('within', 60)),
    h(
      'div',
      {class: 'figures'},
      figure(number(hour.area_km2), t('areaKm2'), difference(hour.area_km2, was?.area_km2, v => number(v))),
      figure(people(best), t('people'), difference(best ?? 0, was?.population?.best, people)),
      figure(number(hour.units.length), t('units'), difference(hour.units.length, was?.units.length, v => number(v))),
    ),
  ];
}

export function ringColumns(before) {
  const of = (row, from) => ringOf(from, row.minutes);
  const km2 = {title: t('areaKm2'), value: row => row.area_km2, digits: 0};
  const count = {title: t('people'), value: row => row.population?.best, text: row => people(row.population?.best), digits: 0};
  const range = {
    title: t('peopleRange'),
    value: row => `${row.population?.low ?? ''}–${row.population?.high ?? ''}`,
    text: row => `${people(row.population?.low)}–${people(row.population?.high)}`,
    digits: 0,
  };
  const then = row => of(row, before)?.area_km2 ?? 0;
  return [
    {title: t('minutes'), value: row => row.minutes, digits: 0},
    ...(before
      ? [
          {...km2, title: `${t('after')} km²`},
          {title: `${t('before')} km²`, value: then, digits: 0},
          {title: t('difference'), value: row => row.area_km2 - then(row), digits: 0},
          count,
        ]
      : [km2, count, range]),
  ];
}
