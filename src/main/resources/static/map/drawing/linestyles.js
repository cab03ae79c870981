// Styles of corridors: width, doubled lines and a letter say the mode, dashes say how far it has come. Letters and names are a
// layer of their own above the lines of all.
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

/** How many of a line's longest pieces are looked at for one that is not outside the area. */
const CHOICE = 4;
/** What a letter takes of its line, and a name's characters, in pixels. */
const LETTER = 24;
const CHARACTER = {wide: 11, narrow: 6};

/** The straight pieces of a line that are seen, the longest first but for those outside the area: {at: the middle, ends, length}. */
function pieces(line, extent, outside) {
  const seen = [];
  line.forEachSegment((from, to) => {
    const at = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (!extent || ol.extent.containsCoordinate(extent, at)) seen.push({at, ends: [from.slice(), to.slice()], length});
  });
  const longest = seen.sort((a, b) => b.length - a.length).slice(0, CHOICE);
  return [...longest.filter(({at}) => !outside.has(at)), ...longest.filter(({at}) => outside.has(at))];
}

/** Where a name stands clear of the letter: on half of the letter's own piece or on another; null: along the whole line. */
function ground([first, ...others], text, resolution) {
  const width = [...text].reduce((sum, c) => sum + (c > '\u2e80' ? CHARACTER.wide : CHARACTER.narrow), 0);
  if (first?.length / resolution > 2 * (width + LETTER)) return [first.at, first.ends[1]];
  return others.find(({length}) => length / resolution > width * 0.8)?.ends ?? null;
}

/** A point of the line inside the view, near the middle of what is seen of it. */
function seenPoint(line, extent) {
  const inside = [];
  for (let i = 1; i <= 15; i++) {
    const at = line.getCoordinateAt(i / 16);
    if (!extent || ol.extent.containsCoordinate(extent, at)) inside.push(at);
  }
  return inside.length ? inside[inside.length >> 1] : null;
}

const lineOf = geometry => (geometry.getType() === 'MultiLineString' ? geometry.getLineString(0) : geometry);

function badge(mode, status, at, outside) {
  const own = outside.colour(MODES[mode] ? mode : 'arterial', at);
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

/** @param on a straight piece, or null for the whole line */
function name(text, on, at, outside) {
  return new ol.style.Style({
    zIndex: 5,
    geometry: on ? new ol.geom.LineString(on) : undefined,
    text: new ol.style.Text({
      text,
      placement: 'line',
      font: '500 11px system-ui, "Noto Sans CJK SC", sans-serif',
      offsetY: -13,
      maxAngle: 0.5,
      overflow: Boolean(on),
      fill: new ol.style.Fill({color: outside.colour('label', at, true)}),
      stroke: new ol.style.Stroke({color: colour('halo'), width: 3}),
    }),
  });
}

/** @param hidden modes and states that are switched off */
const isHidden = (feature, hidden) => hidden.has(feature.get('mode')) || hidden.has(feature.get('status') ?? 'open');

export function corridorStyle(map, hidden) {
  return feature => {
    if (isHidden(feature, hidden())) return null;
    const zoom = map.getView().getZoom();
    return strokes(feature.get('mode'), feature.get('status') ?? 'open', zoom < 7.4 ? 0.6 : zoom < 9 ? 0.8 : 1);
  };
}

/** Letters and names; of pieces cut by tiles each has its own, wherever it is. */
export function signStyle(map, hidden, outside, cut) {
  return feature => {
    const line = lineOf(feature.getGeometry());
    if (isHidden(feature, hidden()) || line.getType() !== 'LineString') return null;
    const zoom = map.getView().getZoom();
    const mode = feature.get('mode');
    const extent = cut ? null : map.getView().calculateExtent(map.getSize());
    const straight = pieces(line, extent, outside);
    const at = straight[0]?.at ?? seenPoint(line, extent);
    if (!at) return null;
    const styles = zoom >= (LETTER_FROM_ZOOM[mode] ?? 0) ? [badge(mode, feature.get('status') ?? 'open', at, outside)] : [];
    const text = nameOf(feature.getProperties(), feature.getId());
    if (zoom >= NAMES_FROM_ZOOM) styles.push(name(text, ground(straight, text, map.getView().getResolution()), at, outside));
    return styles;
  };
}

/** The line that is chosen, drawn beneath itself. */
export const chosenLine = () => new ol.style.Style({stroke: new ol.style.Stroke({color: colour('mark'), width: 8, lineCap: 'round'})});
