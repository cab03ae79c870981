// Marks a feature or an answer's geometry on the map and goes there.
import * as api from '../base/api.js';
import {colour} from '../base/theme.js';
import {note} from '../base/notes.js';
import {t} from '../base/i18n.js';
import {read, side} from './atlas.js';
import {fit} from './frame.js';

const MARK = '_mark';

const style = () => [
  new ol.style.Style({
    zIndex: 1,
    stroke: new ol.style.Stroke({color: `${colour('mark')}`, width: 4.5}),
    fill: new ol.style.Fill({color: `${colour('mark')}33`}),
  }),
  new ol.style.Style({
    zIndex: 2,
    image: new ol.style.Circle({radius: 11, stroke: new ol.style.Stroke({color: colour('mark'), width: 3}), declutterMode: 'none'}),
  }),
];

export function unmark() {
  side.drop(MARK);
}

/** Marks this geometry (in the map's projection) and shows it whole. */
export function mark(geometry, go = true) {
  unmark();
  if (!geometry) return;
  const feature = new ol.Feature({geometry: geometry.clone(), [MARK]: true});
  feature.setStyle(style);
  side.overlay.addFeature(feature);
  if (go) fit(ol.extent.buffer(geometry.getExtent(), 2000), {margin: 40, duration: 250});
}

/** Marks a feature of a collection, which is asked for where the map does not hold it. */
export async function markFeature(collection, id, go = true) {
  const held = side.contents[collection]?.find(id);
  try {
    const [feature] = held ? [held] : read(await api.json(`collections/${collection}/items/${encodeURIComponent(id)}`, {f: 'json'}));
    mark(feature.getGeometry(), go);
    return feature;
  } catch (e) {
    note('mark', 'bad', t('failed', e.message));
    return null;
  }
}
