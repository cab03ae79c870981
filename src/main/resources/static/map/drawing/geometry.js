// Changes a feature's geometry on the map: vertices are dragged; a new one is drawn.
import {find, h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import {add} from '../base/words.js';
import {onClick, side} from './atlas.js';
import {sketchStyle} from './sketch.js';

add({
  changeGeometry: ['修改几何', 'Change geometry'],
  drawGeometry: ['绘制几何', 'Draw geometry'],
  dragVertices: ['拖动顶点修改；按住 Alt 单击删除顶点', 'Drag vertices to change; Alt-click removes one'],
});

const FORMAT = new ol.format.GeoJSON({featureProjection: 'EPSG:3857'});
/** As many as the service gives: vertices that are not dragged stay where they are. */
const DECIMALS = 9;

/** {form, changed() → GeoJSON or null, busy() → whether a drawing takes clicks, close()}; geometry null: a new one of this type. */
export function geometryEditor(geometry, type) {
  let feature = null;
  let touched = false;
  let interaction = null;
  let unclick = null;
  const button = h('button', {type: 'button', onclick: begin}, t(geometry ? 'changeGeometry' : 'drawGeometry'));
  const hint = h('p', {class: 'soft', hidden: true}, t('dragVertices'));

  function put(given) {
    feature = given;
    feature.setStyle(sketchStyle);
    side.overlay.addFeature(feature);
  }

  function modify() {
    stop();
    interaction = new ol.interaction.Modify({features: new ol.Collection([feature])});
    interaction.on('modifyend', () => {
      touched = true;
    });
    side.map.addInteraction(interaction);
    hint.hidden = false;
  }

  function begin() {
    if (geometry && !feature) put(new ol.Feature(FORMAT.readGeometry(geometry)));
    if (feature) return modify();
    stop();
    interaction = new ol.interaction.Draw({type, style: sketchStyle});
    unclick = onClick(() => true);
    find('map').classList.add('pointing');
    interaction.on('drawend', event =>
      setTimeout(() => {
        put(event.feature);
        touched = true;
        modify();
      }, 300),
    );
    side.map.addInteraction(interaction);
    return undefined;
  }

  function stop() {
    if (interaction) side.map.removeInteraction(interaction);
    interaction = null;
    unclick?.();
    unclick = null;
    find('map').classList.remove('pointing');
  }

  return {
    form: h('div', {}, h('div', {class: 'row'}, button), hint),
    changed: () => (touched ? FORMAT.writeGeometryObject(feature.getGeometry(), {decimals: DECIMALS}) : null),
    busy: () => interaction !== null,
    close: () => {
      stop();
      if (feature) side.overlay.removeFeature(feature);
    },
  };
}
