// Keeps a layer's source filled with what the view shows: asks for half a view more on each side, swaps all at once when it is
// there, and drops answers that come too late.
import * as api from '../base/api.js';
import {forget, note} from '../base/notes.js';
import {number, t} from '../base/i18n.js';

const LIMIT = 3000;
const READ = () => new ol.format.GeoJSON({featureProjection: 'EPSG:3857'});
const wanted = new Set();

function busy(key, on) {
  if (on) wanted.add(key);
  else wanted.delete(key);
  if (wanted.size) note('busy', 'busy', t('loading'));
  else forget('busy');
}

export class Loader {
  /** @param params () => what else is asked for; null: the layer stays empty. filter is by queryable properties */
  constructor({key, path, params, source, from = 0, keep, done}) {
    Object.assign(this, {key, path, params, source, from, keep, done});
    this.loaded = null;
  }

  /** Loads where the extent or what is asked for has changed. */
  async update(view, size, force = false) {
    const params = this.params();
    const shown = params && size && view.getZoom() >= this.from;
    if (!shown) {
      this.abort();
      if (this.loaded) this.source.clear(true);
      if (this.loaded) this.source.changed();
      this.loaded = null;
      return;
    }
    const extent = view.calculateExtent(size);
    const asked = JSON.stringify(params);
    if (!force && this.loaded && this.loaded.asked === asked && ol.extent.containsExtent(this.loaded.extent, extent)) return;
    const wide = ol.extent.buffer(extent, Math.max(ol.extent.getWidth(extent), ol.extent.getHeight(extent)) * 0.4);
    await this.load(wide, params, asked);
  }

  async load(extent, params, asked) {
    this.abort();
    const control = (this.control = new AbortController());
    busy(this.key, true);
    try {
      const box = ol.proj
        .transformExtent(extent, 'EPSG:3857', 'EPSG:4326')
        .map((v, i) => Math.max(i % 2 ? -89 : -179, Math.min(i % 2 ? 89 : 179, v)).toFixed(4));
      const answer = await api.json(this.path, {f: 'json', limit: LIMIT, bbox: box.join(','), ...params}, control.signal);
      let features = READ().readFeatures(answer);
      if (this.keep) features = features.filter(this.keep);
      this.source.clear(true);
      this.source.addFeatures(features);
      this.loaded = {asked, extent};
      forget(`bad-${this.key}`);
      if (answer.numberMatched > LIMIT) note('more', 'info', t('more', number(LIMIT)));
      else forget('more');
      this.done?.(features);
    } catch (e) {
      if (e.name === 'AbortError') return;
      note(`bad-${this.key}`, 'bad', t('failed', e.message), () => this.load(extent, params, asked));
    } finally {
      if (this.control === control) {
        this.control = null;
        busy(this.key, false);
      }
    }
  }

  abort() {
    this.control?.abort();
    if (this.control) busy(this.key, false);
    this.control = null;
  }
}
