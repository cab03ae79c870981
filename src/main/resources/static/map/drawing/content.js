// One collection on the map: its items as long as the view holds no more than can be sent at once, else its tiles. Both are drawn in
// the same faces (layers one above the other), so that they look alike and are clicked alike.
import * as api from '../base/api.js';
import {Loader} from './loader.js';

const LAST_ZOOM = 17;

/** Address of a collection's tiles, with {z}, {y} and {x} to be put in. */
const tilesOf = (id, params) => api.address(`collections/${id}/tiles/WebMercatorQuad/Z/Y/X`, params).replace('/Z/Y/X', '/{z}/{y}/{x}');

/** The tiles of a collection. */
export const tileSource = (id, params, format = new ol.format.MVT()) =>
  new ol.source.VectorTile({format, maxZoom: LAST_ZOOM, url: tilesOf(id, params)});

/** Has a source give the tiles of what is asked for now; all of them anew with force. Whether it gives others than before. */
export function turnTiles(source, id, params, force) {
  const url = tilesOf(id, params);
  const others = force || source.getUrls()[0] !== url;
  if (others) source.setUrl(url);
  return others;
}

export class Content {
  /**
   * @param faces [{id, zIndex, style, declutter, faded}], where style(cut) makes a style function, cut: whether lines come in the
   *     pieces of tiles; the first face is the one that is clicked
   * @param came hears that a tile has come; a piece of what it holds is known from then on
   * @param params () => what is asked for beside the place, or null where nothing is to be shown
   */
  constructor(map, id, {faces, params, from, keep, done, key, outside, came}) {
    Object.assign(this, {map, id, faces, params, outside, came, tiles: null, shown: true});
    this.pieces = new Map();
    this.source = new ol.source.Vector();
    this.layers = faces.map(face => this.put(new ol.layer.Vector({...this.options(face), source: this.source, style: face.style(false)}), face));
    const path = `collections/${id}/items`;
    this.loader = new Loader({key, path, params, source: this.source, from, keep, done, many: () => this.turn()});
  }

  options({zIndex, declutter = true, faded}) {
    return {zIndex, declutter, updateWhileInteracting: false, renderBuffer: 60, ...(faded && {className: `ol-layer ${this.id}`})};
  }

  put(layer, face) {
    layer.set('id', face.id);
    if (face.faded) layer.on('postrender', event => this.outside.fade(event));
    this.map.addLayer(layer);
    return layer;
  }

  /** Features whose tiles come, with the geometry that other features have. */
  addTiles() {
    const format = new ol.format.MVT({featureClass: ol.Feature, idProperty: 'id'});
    const source = tileSource(this.id, this.params() ?? {}, format);
    if (this.came)
      source.on('tileloadend', ({tile}) => {
        tile.getFeatures().forEach(feature => this.pieces.set(feature.getId(), feature));
        this.came();
      });
    this.tiles = this.faces.map(face => this.put(new ol.layer.VectorTile({...this.options(face), source, style: face.style(true)}), face));
  }

  get tiled() {
    return this.loader.tooMany;
  }

  /** Shows items or tiles, whichever it is now; tiles of another moment, or all of them anew, where that is wanted. */
  turn(force = false) {
    if (this.tiled && !this.tiles) this.addTiles();
    if (this.tiled && this.params() && turnTiles(this.tiles[0].getSource(), this.id, this.params(), force)) this.pieces.clear();
    this.layers.forEach(layer => layer.setVisible(this.shown));
    this.tiles?.forEach(layer => layer.setVisible(this.shown && this.tiled));
  }

  update(shown, force) {
    this.shown = shown;
    this.turn(force);
    if (this.map.getSize()) this.loader.update(this.map.getView(), this.map.getSize(), force);
  }

  restyle() {
    [...this.layers, ...(this.tiles ?? [])].forEach(layer => layer.changed());
  }

  /** What of it is drawn in this extent. */
  within(extent) {
    if (!this.shown) return [];
    return this.tiled && this.tiles ? this.tiles[0].getFeaturesInExtent(extent) : this.source.getFeaturesInExtent(extent);
  }

  find(id) {
    return this.source.getFeatureById(id);
  }

  /** A feature, or a piece of it where tiles are shown: of what both tell, mode and status. */
  known(id) {
    return this.tiled ? this.pieces.get(id) : this.find(id);
  }
}
