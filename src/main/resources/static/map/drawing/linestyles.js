// Styles of corridors: width, doubled lines and a letter say the mode, dashes say how far it has come. Letters and names are a
// layer of their own above the lines of all.
import {nameOf} from '../base/i18n.js';
import {grounds, pieces, spaced} from './signplaces.js';
import {MODES, dash} from './symbols.js';
import {colour, isDark} from '../base/theme.js';

const NAMES_FROM_ZOOM = 10.6;
/** What leads from city to city is named earlier. */
const FAR_NAMES_FROM_ZOOM = 9.4;
const FAR = ['high-speed-rail', 'intercity-rail', 'conventional-rail', 'suburban-rail', 'expressway'];
const NUMBERS_FROM_ZOOM = 9.1;
/** So many letters a line has at most; one cut by a tile has one, if it has so many pixels. */
const MOST_SIGNS = 3;
const CUT = 48;
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

const lineOf = geometry => (geometry.getType() === 'MultiLineString' ? geometry.getLineString(0) : geometry);

/** The number of a line where its name has one: 9 of 地铁9号线, S4 of (S4), G30. */
const NUMBERS = [/([A-Z]?\d{1,2})号?线/, /[(（]([A-Z]\d{1,2})[)）线,，]/, /\b([GS]\d{1,4})\b/];

/** The mode's letter, and the line's number where there is room. */
function shield(feature, zoom) {
  const letter = MODES[feature.get('mode')]?.letter ?? '?';
  if (zoom < NUMBERS_FROM_ZOOM) return letter;
  const names = `${feature.get('name_zh') ?? ''} ${feature.get('name_en') ?? ''}`;
  const number = NUMBERS.map(form => form.exec(names)?.[1]).find(Boolean);
  if (!number) return letter;
  return number.startsWith(letter) ? number : `${letter} ${number}`;
}

function badge(text, mode, status, at, outside) {
  const own = outside.colour(MODES[mode] ? mode : 'arterial', at);
  const open = status === 'open';
  return new ol.style.Style({
    zIndex: 10,
    geometry: new ol.geom.Point(at),
    text: new ol.style.Text({
      text,
      font: '700 10px system-ui, sans-serif',
      padding: [1, 2, 0, 3],
      fill: new ol.style.Fill({color: open ? colour('halo') : own}),
      backgroundFill: new ol.style.Fill({color: open ? own : colour('halo')}),
      backgroundStroke: new ol.style.Stroke({color: own, width: 1}),
    }),
  });
}

/** Under its line, as the names of stops stand above. @param on a straight piece, or null for the whole line */
function name(text, on, at, outside) {
  return new ol.style.Style({
    zIndex: 5,
    geometry: on ? new ol.geom.LineString(on) : undefined,
    text: new ol.style.Text({
      text,
      placement: 'line',
      font: '500 11px system-ui, "Noto Sans CJK SC", sans-serif',
      offsetY: 13,
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

/** What a line is called on the map: without what its name has in brackets. */
const brief = text => text.replace(/\s*[(（][^()（）]*[)）]/g, '') || text;

/** Letters and names; of pieces cut by tiles each has its own, wherever it is, if it is long enough. */
export function signStyle(map, hidden, outside, cut) {
  return feature => {
    const line = lineOf(feature.getGeometry());
    if (isHidden(feature, hidden()) || line.getType() !== 'LineString') return null;
    const view = map.getView();
    const [zoom, resolution] = [view.getZoom(), view.getResolution()];
    if (cut && line.getLength() < CUT * resolution) return null;
    const mode = feature.get('mode');
    const extent = cut ? null : view.calculateExtent(map.getSize());
    const straight = pieces(line, extent, outside, resolution);
    const lettered = spaced(straight, cut ? 1 : MOST_SIGNS, resolution);
    if (!lettered.length) return null;
    const letters = zoom >= (LETTER_FROM_ZOOM[mode] ?? 0) ? shield(feature, zoom) : null;
    const styles = letters ? lettered.map(({at}) => badge(letters, mode, feature.get('status') ?? 'open', at, outside)) : [];
    if (zoom < (FAR.includes(mode) ? FAR_NAMES_FROM_ZOOM : NAMES_FROM_ZOOM)) return styles;
    const text = brief(nameOf(feature.getProperties(), feature.getId()));
    const on = spaced(grounds(straight, letters ? lettered : [], text, resolution), MOST_SIGNS, resolution).map(({ends}) => ends);
    if (!on.length && zoom >= NAMES_FROM_ZOOM) on.push(null);
    return [...styles, ...on.map(ends => name(text, ends, ends?.[0] ?? lettered[0].at, outside))];
  };
}

/** The line that is chosen, drawn beneath itself. */
export const chosenLine = () => new ol.style.Style({stroke: new ol.style.Stroke({color: colour('mark'), width: 8, lineCap: 'round'})});
