// Puts the geometry of an answer on the map, to be taken away with the answer.
import {colour} from '../base/theme.js';
import {read, side} from './atlas.js';

/** features: GeoJSON of the answer; style(properties) → {color, width, dash, radius}. */
export function drawAnswer(features, style) {
  for (const feature of read({type: 'FeatureCollection', features: features.filter(f => f.geometry)})) {
    feature.set('_answer', true);
    feature.setStyle(() => {
      const {color, width = 3, dash, radius = 6} = style(feature.getProperties());
      const own = colour(color);
      return new ol.style.Style({
        zIndex: 8,
        stroke: new ol.style.Stroke({color: own, width, lineDash: dash}),
        fill: new ol.style.Fill({color: `${own}33`}),
        image: new ol.style.Circle({
          radius,
          declutterMode: 'none',
          fill: new ol.style.Fill({color: `${own}66`}),
          stroke: new ol.style.Stroke({color: own, width: 2}),
        }),
      });
    });
    side.overlay.addFeature(feature);
  }
}
