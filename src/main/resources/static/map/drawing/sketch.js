// Draws one line or polygon on the map, by pointer or by typing its vertices, and lets it be changed afterwards.
import {find, h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {colour} from '../base/theme.js';
import {add} from '../base/words.js';
import {lonLat, onClick, project, side, view} from './atlas.js';
import {fit} from './frame.js';

add({
  drawNow: ['在地图上绘制', 'Draw on the map'],
  drawAgain: ['重新绘制', 'Draw again'],
  drawHint: ['逐点单击，双击结束；画好后可拖动顶点', 'Click each vertex, double-click the last; drag vertices to change'],
  vertices: ['顶点（经度,纬度，每行一个）', 'Vertices (lon,lat, one a line)'],
  badVertices: ['应为每行一对“经度,纬度”', 'Expected one lon,lat pair a line'],
});

export const parse = text =>
  text
    .split(/[;\n]+/)
    .map(s => s.trim())
    .filter(Boolean)
    .map(pair => pair.split(/[,\s]+/).map(Number));
export const sound = points =>
  points.every(p => p.length === 2 && p.every(Number.isFinite) && Math.abs(p[0]) <= 180 && Math.abs(p[1]) <= 90);
export const written = (points, between = ';') => points.map(p => p.join(',')).join(between);

/** Shows what was drawn or given whole, with some land around it. */
export const showWhole = (geometry, maxZoom = 13) => fit(geometry.getExtent(), {margin: 60, maxZoom});

const vertexStyle = () =>
  new ol.style.Style({
    zIndex: 6,
    image: new ol.style.Circle({
      radius: 5,
      declutterMode: 'none',
      fill: new ol.style.Fill({color: colour('halo')}),
      stroke: new ol.style.Stroke({color: colour('mark'), width: 2}),
    }),
    geometry: feature => {
      const geometry = feature.getGeometry();
      const coordinates =
        geometry.getType() === 'Polygon'
          ? geometry.getCoordinates()[0]
          : geometry.getType() === 'Point'
            ? [geometry.getCoordinates()]
            : geometry.getCoordinates();
      return new ol.geom.MultiPoint(coordinates);
    },
  });

export const sketchStyle = () => [
  new ol.style.Style({
    zIndex: 5,
    stroke: new ol.style.Stroke({color: colour('mark'), width: 3}),
    fill: new ol.style.Fill({color: `${colour('mark')}2b`}),
  }),
  vertexStyle(),
];

/** type: LineString or Polygon; changed(points) after every change, [] where nothing is drawn. points() reads, set(points) draws. */
export function sketch(type, changed) {
  const source = side.overlay;
  let feature = null;
  let drawing = null;
  let unclick = null;
  const modify = new ol.interaction.Modify({source: new ol.source.Vector(), style: vertexStyle});
  const area = h('textarea', {
    rows: 4,
    spellcheck: 'false',
    'aria-label': t('vertices'),
    placeholder: '118.10,24.48\n118.25,24.60',
    onchange: typed,
  });
  const fault = h('p', {class: 'notice bad', hidden: true}, t('badVertices'));
  const button = h('button', {type: 'button', class: 'primary', onclick: begin}, t('drawNow'));

  const points = () => {
    if (!feature) return [];
    const coordinates = feature.getGeometry().getCoordinates();
    return (type === 'Polygon' ? coordinates[0].slice(0, -1) : coordinates).map(lonLat);
  };

  function end() {
    if (drawing) side.map.removeInteraction(drawing);
    drawing = null;
    unclick?.();
    unclick = null;
    find('map').classList.remove('pointing');
  }

  function drop() {
    if (feature) source.removeFeature(feature);
    feature = null;
  }

  function hold(given) {
    drop();
    feature = given;
    feature.setStyle(sketchStyle);
    source.addFeature(feature);
    side.map.removeInteraction(modifier);
    modifier = new ol.interaction.Modify({features: new ol.Collection([feature]), style: vertexStyle});
    modifier.on('modifyend', tell);
    side.map.addInteraction(modifier);
    button.textContent = t('drawAgain');
  }

  let modifier = modify;

  function tell() {
    fault.hidden = true;
    area.value = written(points(), '\n');
    changed(points());
  }

  function begin() {
    end();
    drop();
    area.value = '';
    drawing = new ol.interaction.Draw({type, style: sketchStyle});
    drawing.on('drawend', event => {
      setTimeout(end, 300);
      hold(event.feature);
      tell();
    });
    unclick = onClick(() => true);
    find('map').classList.add('pointing');
    side.map.addInteraction(drawing);
  }

  function typed() {
    const given = parse(area.value);
    fault.hidden = sound(given) && given.length >= (type === 'Polygon' ? 3 : 2);
    if (fault.hidden) {
      set(given);
      changed(points());
    }
  }

  function set(given, show = true) {
    if (given.length < 2) return drop();
    const coordinates = given.map(project);
    hold(
      new ol.Feature(type === 'Polygon' ? new ol.geom.Polygon([[...coordinates, coordinates[0]]]) : new ol.geom.LineString(coordinates)),
    );
    area.value = written(given, '\n');
    const seen = ol.extent.containsExtent(view.calculateExtent(side.map.getSize()), feature.getGeometry().getExtent());
    if (show && !state.placed) showWhole(feature.getGeometry(), 12);
    else if (show && !seen) showWhole(feature.getGeometry());
    return undefined;
  }

  return {
    points,
    set,
    clear: () => {
      end();
      drop();
      area.value = '';
    },
    form: h(
      'div',
      {},
      h('div', {class: 'row'}, button, h('span', {class: 'soft', style: {flex: '1 1 9rem', 'font-size': '.84rem'}}, t('drawHint'))),
      h('details', {class: 'more'}, h('summary', {}, t('vertices')), h('label', {class: 'field'}, area), fault),
    ),
    feature: () => feature,
    close: () => {
      end();
      drop();
      side.map.removeInteraction(modifier);
    },
  };
}
