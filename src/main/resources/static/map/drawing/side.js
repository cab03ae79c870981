// One map with all its layers as of one moment. Two of them share a view where moments are compared.
import {Content, tileSource, turnTiles} from './content.js';
import {corridorStyle, signStyle} from './linestyles.js';
import {keepClear} from './frame.js';
import {busy} from './loader.js';
import {Outside} from './outside.js';
import {areaStyle, ownStyle, placeStyle, stopStyle, unitNameStyle, unitStyle, veilStyle} from './placestyles.js';
import * as state from '../base/state.js';
import {calmed} from '../base/dom.js';
import {onTheme} from '../base/theme.js';

const STOPS_FROM_ZOOM = 10.4;
const CONTENT_FROM_ZOOM = 5.8;

export const RING_OPACITY = 0.72;

export const PLACES = ['hubs', 'industrial-parks', 'zones', 'projects'];

/** Layers that a click passes through. */
const SILENT = ['veil', 'unit-names', 'corridor-signs', 'rings', 'marks'];

const hiddenSet = () => new Set(state.list('hide'));

export class Side {
  /** @param moment () => {asOf, scenario} of what it shows; own: the users' own collections, drawn from tiles */
  constructor(target, view, moment, {name, areas, own = []}) {
    this.name = name;
    this.moment = moment;
    this.map = new ol.Map({target, view, controls: [], layers: [], pixelRatio: Math.min(devicePixelRatio, 2), maxTilesLoading: 8});
    this.contents = {};
    this.layers = {};
    this.addUnits();
    this.veil = this.add('veil', new ol.source.Vector(), 3, veilStyle, false);
    this.add('metropolitan-areas', areas, 4, areaStyle(this.map));
    this.addContent();
    own.forEach((collection, i) => this.addOwn(collection, i));
    this.rings = this.add('rings', new ol.source.Vector(), 6, null).getSource();
    this.layers.rings.setOpacity(RING_OPACITY);
    this.overlay = this.add('overlay', new ol.source.Vector(), 13, null).getSource();
    this.marks = this.add('marks', new ol.source.Vector(), 40, null).getSource();
    keepClear(this.map, this.marks);
    this.map.on('moveend', () => this.update());
    this.map.on('loadstart', () => busy(`${name}-tiles`, true));
    this.map.on('loadend', () => busy(`${name}-tiles`, false));
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
    const names = feature => this.unitNames(feature);
    const units = this.content('administrative-units', {
      faces: [
        {id: 'administrative-units', zIndex: 2, style: () => unitStyle(this.map), declutter: false},
        {id: 'unit-names', zIndex: 30, style: () => names},
      ],
      params: () => ({}),
    });
    this.outside = new Outside(units.source);
    this.unitNames = unitNameStyle(this.map, this.outside);
  }

  /** Above is what names and signs make way for: places before the signs of corridors, and stops before both. */
  addContent() {
    const corridors = this.content('corridors', {
      faces: [
        {id: 'corridors', zIndex: 10, style: () => corridorStyle(this.map, hiddenSet), declutter: false, faded: true},
        {id: 'corridor-signs', zIndex: 14, style: cut => signStyle(this.map, hiddenSet, this.outside, cut)},
      ],
      params: this.moment,
      came: calmed(() => this.contents.stops.restyle(), 100),
    });
    this.content('stops', {
      faces: [{id: 'stops', zIndex: 15, style: () => stopStyle(this.map, hiddenSet, this.outside, id => corridors.known(id))}],
      params: () => (hiddenSet().has('corridors') ? null : this.moment()),
      from: STOPS_FROM_ZOOM,
    });
    PLACES.forEach((id, i) => {
      const dated = id === 'hubs' || id === 'projects';
      this.content(id, {
        faces: [{id, zIndex: 20 - i, style: () => placeStyle(id, this.map, this.outside)}],
        params: () => (hiddenSet().has(id) ? null : dated ? this.moment() : {}),
        keep: feature => feature.get('locatable') !== false,
      });
    });
  }

  content(id, options) {
    const key = `${this.name}-${id}`;
    const done = features => this.loaded(id, features);
    const made = new Content(this.map, id, {from: CONTENT_FROM_ZOOM, ...options, key, done, outside: this.outside});
    this.contents[id] = made;
    this.layers[id] = made.layers[0];
    return made;
  }

  /** Signs at the coast are pale or not by whose land is there. */
  loaded(id, features) {
    if (id === 'administrative-units') this.restyle();
    this.onLoaded?.(id, features);
  }

  /** However many features there are, tiles hold no more than can be seen. */
  addOwn({id}, place) {
    const source = tileSource(id, this.moment() ?? {});
    const layer = new ol.layer.VectorTile({source, zIndex: 5, style: ownStyle(place), declutter: true});
    layer.set('id', id);
    this.layers[id] = layer;
    this.map.addLayer(layer);
  }

  /** Loads what is missing for the view, the moment and the layers that are switched on; all of it anew with force. */
  update(force = false) {
    const hidden = hiddenSet();
    for (const [id, layer] of Object.entries(this.layers)) {
      if (this.contents[id]) continue;
      layer.setVisible(!hidden.has(id));
      if (layer instanceof ol.layer.VectorTile) turnTiles(layer.getSource(), id, this.moment() ?? {}, force);
    }
    if (this.moment()) Object.values(this.contents).forEach(content => content.update(!hidden.has(content.id), force));
  }

  /** What of a collection is drawn in this extent. */
  within(id, extent) {
    const layer = this.layers[id];
    if (this.contents[id]) return this.contents[id].within(extent);
    return layer instanceof ol.layer.VectorTile && layer.isVisible() ? layer.getFeaturesInExtent(extent) : [];
  }

  /** Takes away what was put over the map under this mark. */
  drop(mark) {
    for (const source of [this.overlay, this.marks]) {
      source
        .getFeatures()
        .filter(f => f.get(mark))
        .forEach(f => source.removeFeature(f));
    }
  }

  restyle() {
    Object.values(this.layers).forEach(layer => layer.changed());
    Object.values(this.contents).forEach(content => content.restyle());
  }

  /** Lets all but this geometry recede; null: nothing does. */
  dimOutside(geometry) {
    this.outside.set(geometry);
    this.veil.getSource().clear();
    if (geometry) this.veil.getSource().addFeature(new ol.Feature(this.outside.ground));
    this.restyle();
  }

  /** What lies under a pixel, the topmost first; partial: without the properties that tiles leave out. */
  under(pixel) {
    const found = new Map();
    this.map.forEachFeatureAtPixel(
      pixel,
      (feature, layer) => {
        const id = layer?.get('id');
        const known = feature.get('id') ?? feature.getId();
        if (!id || SILENT.includes(id) || known === undefined || found.has(`${id}/${known}`)) return;
        const partial = layer instanceof ol.layer.VectorTile;
        found.set(`${id}/${known}`, {collection: id, partial, feature: {getId: () => known, getProperties: () => feature.getProperties()}});
      },
      {hitTolerance: 5},
    );
    return [...found.values()];
  }

  dispose() {
    this.unlight();
    Object.values(this.contents).forEach(content => content.loader.abort());
    busy(`${this.name}-tiles`, false);
    this.map.setTarget(null);
    this.map.dispose();
  }
}
