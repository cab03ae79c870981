// Styles of corridors: width, doubled lines and a letter say the mode, dashes say how far it has come.
import {nameOf} from '../base/i18n.js';
import {MODES, dash} from './symbols.js';
import {colour, isDark} from '../base/theme.js';

const NAMES_FROM_ZOOM = 10.6;
/** Short or lesser things show their letter only when there is room. */
const LETTER_FROM_ZOOM = {arterial: 9, bridge: 9.6, tunnel: 9.6, bus: 9.6, pipeline: 9};
const cache = new Map();

const stroke = (color, width, status, base = width) =>
  new ol.style.Stroke({color, width, lineDash: dash(status, base), lineCap: status === 'proposed' ? 'round' : 'butt', lineJoin: 'round'});

/** The strokes of a mode in a state, from below to above. */
function strokes(mode, status, scale) {
  const key = `${mode}|${status}|${scale}|${isDark()}`;
  if (cache.has(key)) return cache.get(key);
  const form = MODES[mode] ?? MODES.arterial;
  const width = form.width * scale;
  const styles = [
    new ol.style.Style({zIndex: 1, stroke: new ol.style.Stroke({color: colour('halo'), width: width + 2, lineCap: 'round'})}),
    new ol.style.Style({zIndex: 2, stroke: stroke(colour(mode) || colour('arterial'), width, status)}),
  ];
  if (form.double)
    styles.push(new ol.style.Style({zIndex: 3, stroke: new ol.style.Stroke({color: colour('road-core'), width: width * 0.38})}));
  cache.set(key, styles);
  return styles;
}

/** A point of the line inside the view, near the middle of what is seen of it. */
function seenPoint(line, extent) {
  const inside = [];
  for (let i = 1; i <= 15; i++) {
    const at = line.getCoordinateAt(i / 16);
    if (ol.extent.containsCoordinate(extent, at)) inside.push(at);
  }
  return inside.length ? inside[inside.length >> 1] : null;
}

function badge(feature, mode, status, extent) {
  const geometry = feature.getGeometry();
  const line = geometry.getType() === 'MultiLineString' ? geometry.getLineString(0) : geometry;
  const at = line.getType() === 'LineString' ? seenPoint(line, extent) : null;
  if (!at) return null;
  const own = colour(mode) || colour('arterial');
  const open = status === 'open';
  return new ol.style.Style({
    zIndex: 10,
    geometry: new ol.geom.Point(at),
    text: new ol.style.Text({
      text: MODES[mode]?.letter ?? '?',
      font: '700 10px system-ui, sans-serif',
      padding: [1, 2, 0, 3],
      fill: new ol.style.Fill({color: open ? colour('halo') : own}),
      backgroundFill: new ol.style.Fill({color: open ? own : colour('halo')}),
      backgroundStroke: new ol.style.Stroke({color: own, width: 1}),
    }),
  });
}

function name(feature) {
  return new ol.style.Style({
    zIndex: 5,
    text: new ol.style.Text({
      text: nameOf(feature.getProperties(), feature.getId()),
      placement: 'line',
      font: '500 11px system-ui, "Noto Sans CJK SC", sans-serif',
      offsetY: -9,
      maxAngle: 0.5,
      repeat: 700,
      fill: new ol.style.Fill({color: colour('label')}),
      stroke: new ol.style.Stroke({color: colour('halo'), width: 3}),
    }),
  });
}

/** @param hidden modes and states that are switched off */
export function corridorStyle(map, hidden) {
  return feature => {
    const mode = feature.get('mode');
    const status = feature.get('status') ?? 'open';
    if (hidden().has(mode) || hidden().has(status)) return null;
    const zoom = map.getView().getZoom();
    const styles = [...strokes(mode, status, zoom < 7.4 ? 0.6 : zoom < 9 ? 0.8 : 1)];
    const shield = zoom >= (LETTER_FROM_ZOOM[mode] ?? 0) && badge(feature, mode, status, map.getView().calculateExtent(map.getSize()));
    if (shield) styles.push(shield);
    if (zoom >= NAMES_FROM_ZOOM) styles.push(name(feature));
    return styles;
  };
}

/** The line that is chosen, drawn beneath itself. */
export const chosenLine = () => new ol.style.Style({stroke: new ol.style.Stroke({color: colour('mark'), width: 8, lineCap: 'round'})});
