// Keeps a layer's source filled with what the view shows: asks for half a view more on each side, swaps all at once when it is
// there, and drops answers that come too late. Where there are more features than can be sent, it says so and keeps none.
import * as api from '../base/api.js';
import {forget, note} from '../base/notes.js';
import {t} from '../base/i18n.js';

/** Above this the layer is to be drawn from tiles, which hold no more than can be seen. */
const LIMIT = 3000;
/** So much of the view's width less, and fewer may be in it. */
const NEARER = 0.75;
const READ = () => new ol.format.GeoJSON({featureProjection: 'EPSG:3857'});
const wanted = new Set();

export function busy(key, on) {
  if (on) wanted.add(key);
  else wanted.delete(key);
  if (wanted.size) note('busy', 'busy', t('loading'));
  else forget('busy');
}

export class Loader {
  /**
   * @param params () => what else is asked for; null: the layer stays empty. filter is by queryable properties
   * @param many hears whether there are more features than can be sent
   */
  constructor({key, path, params, source, from = 0, keep, done, many}) {
    Object.assign(this, {key, path, params, source, from, keep, done, many});
    this.loaded = null;
    this.tooMany = false;
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
      this.found(0);
      return;
    }
    const extent = view.calculateExtent(size);
    const asked = JSON.stringify(params);
    if (!force && this.loaded?.asked === asked && this.holds(extent)) return;
    if (!force && this.control?.asked === asked && ol.extent.containsExtent(this.control.extent, extent)) return;
    await this.load(extent, params, asked);
  }

  /** Whether what is known holds for this view as well. */
  holds(extent) {
    const nearer = ol.extent.getWidth(extent) < NEARER * ol.extent.getWidth(this.loaded.seen);
    return ol.extent.containsExtent(this.loaded.extent, extent) && !(this.tooMany && nearer);
  }

  found(matched) {
    const before = this.tooMany;
    this.tooMany = matched > LIMIT;
    if (before !== this.tooMany) this.many?.(this.tooMany);
  }

  async load(seen, params, asked) {
    const extent = ol.extent.buffer(seen, Math.max(ol.extent.getWidth(seen), ol.extent.getHeight(seen)) * 0.4);
    this.abort();
    const control = (this.control = Object.assign(new AbortController(), {asked, extent}));
    busy(this.key, true);
    try {
      const box = ol.proj
        .transformExtent(extent, 'EPSG:3857', 'EPSG:4326')
        .map((v, i) => Math.max(i % 2 ? -89 : -179, Math.min(i % 2 ? 89 : 179, v)).toFixed(4));
      const items = limit => api.json(this.path, {f: 'json', limit, bbox: box.join(','), ...params}, control.signal);
      let answer = await items(this.tooMany ? 1 : LIMIT);
      if (this.tooMany && answer.numberMatched <= LIMIT) answer = await items(LIMIT);
      let features = READ().readFeatures(answer);
      if (this.keep) features = features.filter(this.keep);
      this.loaded = {asked, extent, seen};
      this.source.clear(true);
      this.found(answer.numberMatched);
      if (this.tooMany) this.source.changed();
      else this.source.addFeatures(features);
      forget(`bad-${this.key}`);
      this.done?.(features);
    } catch (e) {
      if (e.name === 'AbortError') return;
      note(`bad-${this.key}`, 'bad', t('failed', e.message), () => this.load(seen, params, asked));
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
