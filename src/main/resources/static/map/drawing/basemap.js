// The base map that the service is set up with; none by default. Its host is asked by the browser alone; what it fails to give is
// said on the map.
import {t} from '../base/i18n.js';
import {forget, note} from '../base/notes.js';
import {add} from '../base/words.js';

add({
  baseMapFailed: ['底图未能加载：{0}', 'The base map could not be loaded: {0}'],
  noTiles: ['{0} 没有给出瓦片（主机、地址、密钥或跨源许可有误）', '{0} gives no tiles (host, address, key or its leave for other pages)'],
  noCapabilities: ['{0} 没有给出 WMTS 能力文档（{1}）', '{0} gives no WMTS capabilities ({1})'],
  noLayer: ['能力文档中没有图层“{0}”，只有：{1}', "the capabilities hold no layer '{0}', only: {1}"],
  noMatrixSet: ['该图层没有瓦片矩阵集“{0}”，只有：{1}', "the layer has no tile matrix set '{0}', only: {1}"],
  noCrs: ['瓦片矩阵集的坐标系 {0} 无法绘制', 'the tile matrix set is in {0}, which cannot be drawn'],
  otherHost: ['瓦片在 {0}，不在能力文档的主机上，本页不得读取', 'its tiles are at {0}, not at the host of the capabilities: this page may not read them'],
});

/** Errors in a row that are said although tiles came before: fewer may be the edge of what the base map covers. */
const MANY = 8;
const LARGEST_ZOOM = {vec: 18, img: 18, ter: 14};

const wgs84 = ol.proj.get('EPSG:4326');
/** In degrees, latitude first: in it national services keep their tiles. On a map it is WGS84. */
const cgcs2000 = new ol.proj.Projection({
  code: 'EPSG:4490',
  units: 'degrees',
  axisOrientation: 'neu',
  extent: wgs84.getExtent(),
  metersPerUnit: wgs84.getMetersPerUnit(),
  worldExtent: wgs84.getExtent(),
});
ol.proj.addProjection(cgcs2000);
ol.proj.addEquivalentProjections([wgs84, cgcs2000]);

const fails = (key, why, again) =>
  note(key, 'bad', t('baseMapFailed', why), () => {
    forget(key);
    again();
  });

function watch(source, key, host) {
  let any = false;
  let failed = 0;
  source.on('tileloadend', () => {
    any = true;
    failed = 0;
    forget(key);
  });
  source.on('tileloaderror', () => {
    failed++;
    if (failed >= (any ? MANY : 1)) fails(key, t('noTiles', host), () => source.refresh());
  });
  return source;
}

const hostOf = url => new URL(url.replace(/\{.-(.)}/, '$1')).host;

function xyz(url, key = 'base-map', range = {}) {
  const source = new ol.source.XYZ({url, crossOrigin: 'anonymous', ...range});
  return new ol.layer.Tile({zIndex: 0, source: watch(source, key, hostOf(url))});
}

/** Addresses as tianditu's service list gives them: map and labels apart, each a WMTS in Web Mercator (matrix set w, from level 1). */
function tianditu({key, layer}) {
  const kind = layer || 'vec';
  const address = name =>
    `https://t{0-7}.tianditu.gov.cn/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default` +
    `&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`;
  const range = {minZoom: 1, maxZoom: LARGEST_ZOOM[kind]};
  return [xyz(address(kind), 'base-map', range), xyz(address({vec: 'cva', img: 'cia', ter: 'cta'}[kind]), 'base-labels', range)];
}

let reading = null;

async function capabilities(url) {
  const failed = why => new Error(t('noCapabilities', new URL(url).host, why));
  const response = await fetch(url).catch(e => {
    throw failed(e.message);
  });
  if (!response.ok) throw failed(`HTTP ${response.status}`);
  const text = await response.text();
  if (!/<(\w+:)?Capabilities[\s>]/.test(text)) throw failed(response.headers.get('Content-Type') ?? '');
  const read = new ol.format.WMTSCapabilities().read(text);
  if (!read.Contents?.Layer?.length) throw failed('Contents');
  return read;
}

/** What the WMTS (OGC 07-057r7) says of this layer: in the matrix set that is asked for, else in Web Mercator, else in its first. */
function options(read, {url, layer, matrixSet}) {
  const told = read.Contents.Layer.find(one => one.Identifier === layer);
  if (!told) throw new Error(t('noLayer', layer, read.Contents.Layer.map(one => one.Identifier).join(', ')));
  const sets = told.TileMatrixSetLink.map(link => link.TileMatrixSet);
  if (matrixSet && !sets.includes(matrixSet)) throw new Error(t('noMatrixSet', matrixSet, sets.join(', ')));
  const drawable = read.Contents.TileMatrixSet.filter(set => sets.includes(set.Identifier) && ol.proj.get(set.SupportedCRS));
  const mercator = drawable.find(set => ol.proj.equivalent(ol.proj.get(set.SupportedCRS), ol.proj.get('EPSG:3857')));
  const chosen = matrixSet ? drawable.find(set => set.Identifier === matrixSet) : (mercator ?? drawable[0]);
  if (!chosen) throw new Error(t('noCrs', read.Contents.TileMatrixSet.map(set => set.SupportedCRS).join(', ')));
  const format = told.Format.find(one => one.startsWith('image/'));
  const given = ol.source.WMTS.optionsFromCapabilities(read, {layer, matrixSet: chosen.Identifier, ...(format && {format})});
  if (given.projection === cgcs2000) given.projection = wgs84;
  given.urls = given.urls.map(one => new URL(one, url).href.replaceAll('%7B', '{').replaceAll('%7D', '}'));
  const {origin} = new URL(given.urls[0]);
  if (origin !== new URL(url).origin) throw new Error(t('otherHost', origin));
  return given;
}

function wmts(settings) {
  const tiles = new ol.layer.Tile({zIndex: 0});
  async function begin() {
    reading ??= capabilities(settings.url);
    try {
      const source = new ol.source.WMTS({...options(await reading, settings), crossOrigin: 'anonymous'});
      tiles.setSource(watch(source, 'base-map', new URL(settings.url).host));
    } catch (e) {
      reading = null;
      fails('base-map', e.message, begin);
    }
  }
  begin();
  return [tiles];
}

export function baseLayers(settings) {
  switch (settings.kind) {
    case 'xyz':
      return [xyz(settings.url)];
    case 'wmts':
      return wmts(settings);
    case 'tianditu':
      return tianditu(settings);
    default:
      return [];
  }
}
