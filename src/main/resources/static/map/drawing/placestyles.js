// Styles of areas, units and places.
import {language, nameOf} from '../base/i18n.js';
import * as state from '../base/state.js';
import {dash, sign} from './symbols.js';
import {colour, isDark} from '../base/theme.js';

const FONT = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const COUNTIES_FROM_ZOOM = 8.7;
const cache = new Map();

function kept(key, make) {
  const whole = `${key}|${isDark()}`;
  if (!cache.has(whole)) cache.set(whole, make());
  return cache.get(whole);
}

export const text = (content, size, options = {}) =>
  new ol.style.Text({
    text: content,
    font: `${options.weight ?? 400} ${size}px ${FONT}`,
    overflow: true,
    offsetY: options.offsetY ?? 0,
    textAlign: options.align ?? 'center',
    offsetX: options.offsetX ?? 0,
    fill: new ol.style.Fill({color: options.color ?? colour('label')}),
    stroke: new ol.style.Stroke({color: colour('halo'), width: 3}),
  });

/** A point inside the largest part of a polygon, computed once. */
function inner(feature) {
  if (!feature.get('_inner')) {
    const geometry = feature.getGeometry();
    const parts = geometry.getType() === 'MultiPolygon' ? geometry.getPolygons() : [geometry];
    const largest = parts.reduce((a, b) => (b.getArea() > a.getArea() ? b : a));
    feature.set('_inner', largest.getInteriorPoint(), true);
  }
  return feature.get('_inner');
}

export function unitStyle(map) {
  return feature => {
    const zoom = map.getView().getZoom();
    const county = feature.get('level') === 'county';
    if (county && zoom < 7.2) return null;
    const modelled = feature.get('method') === 'modelled';
    return kept(
      `unit|${county}|${modelled}`,
      () =>
        new ol.style.Style({
          zIndex: county ? 1 : 2,
          fill: county ? undefined : new ol.style.Fill({color: colour('land')}),
          stroke: new ol.style.Stroke({color: colour('unit'), width: county ? 0.8 : 1.3, lineDash: modelled ? [4, 3] : undefined}),
        }),
    );
  };
}

/** Names of units: over everything else, so that a city's name is the last to give way. */
export function unitNameStyle(map, outside) {
  return feature => {
    const zoom = map.getView().getZoom();
    const county = feature.get('level') === 'county';
    const shown = county ? zoom >= COUNTIES_FROM_ZOOM : zoom < COUNTIES_FROM_ZOOM || !feature.get('partitioned');
    if (!shown) return null;
    const at = inner(feature);
    const color = outside.colour('unit-label', at.getCoordinates(), true);
    return new ol.style.Style({
      zIndex: county ? 1 : 2,
      geometry: at,
      text: text(nameOf(feature.getProperties(), feature.getId()), county ? 11.5 : 13, {color, weight: county ? 500 : 650}),
    });
  };
}

export function areaStyle(map) {
  return feature => {
    const chosen = feature.getId() === state.get('area');
    const styles = [
      kept(
        `area|${chosen}`,
        () =>
          new ol.style.Style({
            zIndex: chosen ? 2 : 1,
            fill: new ol.style.Fill({color: chosen ? 'rgba(0,0,0,0.001)' : `${colour('area')}14`}),
            stroke: new ol.style.Stroke({color: colour('area'), width: chosen ? 2.6 : 1.2}),
          }),
      ),
    ];
    if (!state.get('area')) {
      const label = nameOf(feature.getProperties(), feature.getId()).replace(/ metropolitan area$/, '');
      styles.push(new ol.style.Style({zIndex: 5, geometry: inner(feature), text: text(label, 13, {weight: 600, color: colour('area')})}));
    }
    return styles;
  };
}

function icon(collection, kind, size, color) {
  return kept(
    `icon|${collection}|${kind}|${size}|${color}`,
    () =>
      new ol.style.Icon({
        src: `data:image/svg+xml;utf8,${encodeURIComponent(sign(collection, kind, color, colour('halo'), size * 2))}`,
        scale: 0.5,
        declutterMode: 'declutter',
      }),
  );
}

const RANK = {hubs: 40, 'industrial-parks': 30, zones: 20, projects: 10};
const LONGEST = 20;

/** A long name in two lines, parted at the space nearest to its middle. */
function parted(label) {
  if (language !== 'en' || label.length <= LONGEST) return label;
  const spaces = [...label.matchAll(/ /g)].map(found => found.index);
  const middle = label.length / 2;
  const at = spaces.reduce((best, i) => (Math.abs(i - middle) < Math.abs(best - middle) ? i : best), -LONGEST);
  return at < 0 ? label : `${label.slice(0, at)}\n${label.slice(at + 1)}`;
}

const ground = collection =>
  kept(
    `ground|${collection}`,
    () =>
      new ol.style.Style({
        fill: new ol.style.Fill({color: `${colour(collection)}30`}),
        stroke: new ol.style.Stroke({color: colour(collection), width: 1.2, lineDash: dash('planned', 2)}),
      }),
  );

/** A sign with its name where both find room, else the sign alone. */
export function placeStyle(collection, map, outside) {
  return feature => {
    const zoom = map.getView().getZoom();
    const geometry = feature.getGeometry();
    const point = geometry.getType().endsWith('Point');
    if (feature.get('locatable') === false || (collection === 'projects' && !point)) return null;
    const styles = point ? [] : [ground(collection)];
    const where = geometry.getType().endsWith('Polygon') ? inner(feature) : geometry;
    const at = ol.extent.getCenter(where.getExtent());
    const image = icon(collection, feature.get('kind'), zoom < 8 ? 15 : 19, outside.colour(collection, at));
    styles.push(new ol.style.Style({zIndex: RANK[collection], image, geometry: where}));
    if (zoom >= (collection === 'hubs' ? 8.2 : 9.6)) {
      const label = parted(nameOf(feature.getProperties(), feature.getId()));
      const named = text(label, 11, {offsetY: label.includes('\n') ? 24 : 17, color: outside.colour('label', at, true)});
      styles.push(new ol.style.Style({zIndex: RANK[collection] + 5, image, geometry: where, text: named}));
    }
    return styles;
  };
}

/** Stops of the corridors that are shown. */
export function stopStyle(map, hidden, outside, corridor) {
  return feature => {
    const off = hidden();
    const line = corridor(feature.get('corridor_id'));
    if (line && (off.has(line.get('mode')) || off.has(line.get('status')))) return null;
    const zoom = map.getView().getZoom();
    const at = feature.getGeometry().getFlatCoordinates();
    const ring = outside.colour('stops', at);
    const image = kept(
      `stop|${zoom < 11.5}|${ring}`,
      () =>
        new ol.style.Circle({
          radius: zoom < 11.5 ? 2.2 : 3.2,
          declutterMode: 'obstacle',
          fill: new ol.style.Fill({color: colour('halo')}),
          stroke: new ol.style.Stroke({color: ring, width: 1.3}),
        }),
    );
    const named = zoom >= 12.2 && text(nameOf(feature.getProperties(), ''), 10.5, {offsetY: -10, color: outside.colour('label', at, true)});
    return new ol.style.Style({image, ...(named && {text: named})});
  };
}

/** Colours of the users' own collections, by turns. */
export const ownColour = place => colour(['metro', 'zones', 'projects', 'industrial-parks', 'suburban-rail'][place % 5]);

export const ownStyle = place => feature =>
  kept(`own|${place}|${feature.getType()}`, () => {
    const own = ownColour(place);
    return new ol.style.Style({
      fill: new ol.style.Fill({color: `${own}2e`}),
      stroke: new ol.style.Stroke({color: own, width: feature.getType().includes('Line') ? 2.2 : 1.8}),
      image: new ol.style.RegularShape({
        points: 4,
        radius: 6,
        angle: Math.PI / 4,
        declutterMode: 'none',
        fill: new ol.style.Fill({color: own}),
        stroke: new ol.style.Stroke({color: colour('halo'), width: 1.2}),
      }),
    });
  });

/** Dims what lies outside the chosen area. */
export const veilStyle = () => new ol.style.Style({fill: new ol.style.Fill({color: colour('veil')})});
