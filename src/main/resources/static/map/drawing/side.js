// One map with all its layers as of one moment. Two of them share a view where moments are compared.
import * as api from '../base/api.js';
import {corridorStyle} from './linestyles.js';
import {Loader} from './loader.js';
import {areaStyle, ownStyle, placeStyle, stopStyle, unitNameStyle, unitStyle, veilStyle} from './placestyles.js';
import * as state from '../base/state.js';
import {onTheme} from '../base/theme.js';

const STOPS_FROM_ZOOM = 10.4;
const CONTENT_FROM_ZOOM = 6.4;

export const PLACES = ['hubs', 'industrial-parks', 'zones', 'projects'];

/** Layers that a click passes through. */
const SILENT = ['veil', 'unit-names', 'rings'];

const WORLD = [
  [-2.1e7, -2.1e7],
  [2.1e7, -2.1e7],
  [2.1e7, 2.1e7],
  [-2.1e7, 2.1e7],
  [-2.1e7, -2.1e7],
];
const hiddenSet = () => new Set(state.list('hide'));

export class Side {
  /** @param moment () => {asOf, scenario} of what it shows; own: the users' own collections, drawn from tiles */
  constructor(target, view, moment, {name, areas, own = []}) {
    this.name = name;
    this.moment = moment;
    this.areas = areas;
    this.map = new ol.Map({target, view, controls: [], layers: [], pixelRatio: Math.min(devicePixelRatio, 2), maxTilesLoading: 8});
    this.loaders = [];
    this.layers = {};
    this.addUnits();
    this.veil = this.add('veil', new ol.source.Vector(), 3, veilStyle, false);
    this.add('metropolitan-areas', areas, 4, areaStyle(this.map));
    this.addContent();
    own.forEach((collection, i) => this.addOwn(collection, i));
    this.rings = this.add('rings', new ol.source.Vector(), 6, null).getSource();
    this.layers.rings.setOpacity(0.72);
    this.overlay = this.add('overlay', new ol.source.Vector(), 25, null).getSource();
    this.map.on('moveend', () => this.update());
    this.unlight = onTheme(() => this.restyle());
  }

  add(id, source, zIndex, style, declutter = true) {
    const layer = new ol.layer.Vector({source, style, zIndex, declutter, updateWhileInteracting: false, renderBuffer: 60});
    layer.set('id', id);
    this.layers[id] = layer;
    this.map.addLayer(layer);
    return layer;
  }

  addUnits() {
    const source = new ol.source.Vector();
    this.add('administrative-units', source, 2, unitStyle(this.map));
    this.add('unit-names', source, 30, unitNameStyle(this.map));
    this.load('administrative-units', source, () => ({}), CONTENT_FROM_ZOOM);
  }

  addContent() {
    const corridors = new ol.source.Vector();
    this.add('corridors', corridors, 10, corridorStyle(this.map, hiddenSet));
    this.load('corridors', corridors, this.moment, CONTENT_FROM_ZOOM);
    const stops = new ol.source.Vector();
    this.add('stops', stops, 12, stopStyle(this.map));
    this.load('stops', stops, () => (hiddenSet().has('corridors') ? null : this.moment()), STOPS_FROM_ZOOM);
    PLACES.forEach((id, i) => {
      const source = new ol.source.Vector();
      this.add(id, source, 20 - i, placeStyle(id, this.map));
      const keep = feature => feature.get('locatable') !== false;
      const dated = id === 'hubs' || id === 'projects';
      this.load(id, source, () => (hiddenSet().has(id) ? null : dated ? this.moment() : {}), CONTENT_FROM_ZOOM, keep);
    });
  }

  /** However many features there are, tiles hold no more than can be seen. */
  addOwn({id}, place) {
    const source = new ol.source.VectorTile({format: new ol.format.MVT(), maxZoom: 17, url: this.tilesOf(id)});
    const layer = new ol.layer.VectorTile({source, zIndex: 5, style: ownStyle(place), declutter: true});
    layer.set('id', id);
    this.layers[id] = layer;
    this.map.addLayer(layer);
  }

  tilesOf(id) {
    const address = api.address(`collections/${id}/tiles/WebMercatorQuad/Z/Y/X`, this.moment() ?? {});
    return address.replace('/Z/Y/X', '/{z}/{y}/{x}');
  }

  load(id, source, params, from, keep) {
    this.loaders.push(
      new Loader({
        key: `${this.name}-${id}`,
        path: `collections/${id}/items`,
        params,
        source,
        from,
        keep,
        done: features => this.onLoaded?.(id, features),
      }),
    );
  }

  /** Loads what is missing for the view, the moment and the layers that are switched on; all of it anew with force. */
  update(force = false) {
    const hidden = hiddenSet();
    for (const [id, layer] of Object.entries(this.layers)) {
      layer.setVisible(!hidden.has(id === 'unit-names' ? 'administrative-units' : id));
      if (layer instanceof ol.layer.VectorTile && (force || layer.getSource().getUrls()[0] !== this.tilesOf(id)))
        layer.getSource().setUrl(this.tilesOf(id));
    }
    if (this.map.getSize() && this.moment()) this.loaders.forEach(loader => loader.update(this.map.getView(), this.map.getSize(), force));
  }

  /** Takes away what was put over the map under this mark. */
  drop(mark) {
    this.overlay
      .getFeatures()
      .filter(f => f.get(mark))
      .forEach(f => this.overlay.removeFeature(f));
  }

  restyle() {
    Object.values(this.layers).forEach(layer => layer.changed());
  }

  /** Dims all but this geometry; null dims nothing. */
  dimOutside(geometry) {
    const source = this.veil.getSource();
    source.clear();
    if (!geometry) return;
    const polygons = geometry.getType() === 'MultiPolygon' ? geometry.getPolygons() : [geometry];
    source.addFeature(new ol.Feature(new ol.geom.Polygon([WORLD, ...polygons.map(p => p.getLinearRing(0).getCoordinates())])));
  }

  /** What lies under a pixel, the topmost first. */
  under(pixel) {
    const found = [];
    this.map.forEachFeatureAtPixel(
      pixel,
      (feature, layer) => {
        const id = layer?.get('id');
        const known = feature.get('id') ?? feature.getId();
        if (id && !SILENT.includes(id) && known !== undefined)
          found.push({collection: id, feature: {getId: () => known, getProperties: () => feature.getProperties()}});
      },
      {hitTolerance: 5},
    );
    return found;
  }

  dispose() {
    this.unlight();
    this.loaders.forEach(loader => loader.abort());
    this.map.setTarget(null);
    this.map.dispose();
  }
}
