// The base map that the service is set up with; none by default. Its host is asked by the browser alone.
const xyz = (url, attributions) => new ol.layer.Tile({zIndex: 0, source: new ol.source.XYZ({url, attributions, crossOrigin: 'anonymous'})});

function tianditu({key, layer}) {
  const kind = layer || 'vec';
  const address = name =>
    `https://t{0-7}.tianditu.gov.cn/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default` +
    `&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`;
  return [xyz(address(kind), '天地图'), xyz(address({vec: 'cva', img: 'cia', ter: 'cta'}[kind] ?? 'cva'), '')];
}

function wmts({url, layer, matrixSet}) {
  const tiles = new ol.layer.Tile({zIndex: 0});
  fetch(url)
    .then(response => response.text())
    .then(text => {
      const capabilities = new ol.format.WMTSCapabilities().read(text);
      const options = ol.source.WMTS.optionsFromCapabilities?.(capabilities, {layer, ...(matrixSet && {matrixSet})});
      if (options) tiles.setSource(new ol.source.WMTS({...options, crossOrigin: 'anonymous'}));
    })
    .catch(() => {});
  return [tiles];
}

export function baseLayers(settings) {
  switch (settings.kind) {
    case 'xyz':
      return [xyz(settings.url, settings.attribution)];
    case 'wmts':
      return wmts(settings);
    case 'tianditu':
      return tianditu(settings);
    default:
      return [];
  }
}
