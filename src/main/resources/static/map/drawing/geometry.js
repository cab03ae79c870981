// Changes a feature's geometry on the map: vertices are dragged; a new one is drawn.
import {find, h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import {add} from '../base/words.js';
import {onClick, side} from './atlas.js';
import {parse, sketchStyle, sound} from './sketch.js';

add({
  changeGeometry: ['修改几何', 'Change geometry'],
  drawGeometry: ['绘制几何', 'Draw geometry'],
  typedGeometry: ['坐标（每行一对“经度,纬度”，或 GeoJSON）', 'Coordinates (a lon,lat pair a line, or GeoJSON)'],
  badGeometry: ['应为每行一对“经度,纬度”，或 GeoJSON 几何', 'Expected a lon,lat pair a line, or a GeoJSON geometry'],
  dragVertices: ['拖动顶点修改；按住 Alt 单击删除顶点', 'Drag vertices to change; Alt-click removes one'],
});

const FORMAT = new ol.format.GeoJSON({featureProjection: 'EPSG:3857'});
/** As many as the service gives: vertices that are not dragged stay where they are. */
const DECIMALS = 9;

/** What was typed as GeoJSON: a geometry of it, or points that make one of this type. */
function typed(text, type) {
  if (text.trim().startsWith('{')) return JSON.parse(text);
  const points = parse(text);
  if (!points.length || !sound(points)) throw new Error(text);
  if (type.endsWith('Point')) return {type: 'Point', coordinates: points[0]};
  return type.endsWith('LineString') ? {type: 'LineString', coordinates: points} : {type: 'Polygon', coordinates: [[...points, points[0]]]};
}

/** {form, changed() → GeoJSON or null, busy() → whether a drawing takes clicks, close()}; geometry null: a new one of this type. */
export function geometryEditor(geometry, type) {
  let feature = null;
  let touched = false;
  let interaction = null;
  let unclick = null;
  const button = h('button', {type: 'button', onclick: begin}, t(geometry ? 'changeGeometry' : 'drawGeometry'));
  const hint = h('p', {class: 'soft', hidden: true}, t('dragVertices'));
  const fault = h('p', {class: 'notice bad', role: 'alert', hidden: true}, t('badGeometry'));
  const area = h('textarea', {rows: 3, spellcheck: 'false', 'aria-label': t('typedGeometry'), placeholder: '118.10,24.48', onchange: take});
  const written = () => FORMAT.writeGeometryObject(feature.getGeometry(), {decimals: DECIMALS});

  function say() {
    if (feature) area.value = JSON.stringify(written());
    else if (geometry) area.value = JSON.stringify(geometry);
  }

  function take() {
    fault.hidden = true;
    try {
      const given = FORMAT.readGeometry(typed(area.value, type ?? geometry.type));
      if (!given.getExtent().every(Number.isFinite)) throw new Error(area.value);
      if (feature) side.overlay.removeFeature(feature);
      put(new ol.Feature(given));
      touched = true;
      modify();
    } catch {
      fault.hidden = false;
    }
  }

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
      say();
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
        say();
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
    form: h(
      'div',
      {},
      h('div', {class: 'row'}, button),
      hint,
      h('details', {class: 'more', ontoggle: say}, h('summary', {}, t('typedGeometry')), h('label', {class: 'field'}, area), fault),
    ),
    changed: () => (touched ? written() : null),
    busy: () => interaction !== null,
    close: () => {
      stop();
      if (feature) side.overlay.removeFeature(feature);
    },
  };
}
