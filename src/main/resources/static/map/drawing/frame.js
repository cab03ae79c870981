// Where the map looks: the view, and how something is shown whole, clear of what floats over the map, whatever size the map has.
import {find} from '../base/dom.js';

export const view = new ol.View({center: ol.proj.fromLonLat([110, 33]), zoom: 5, minZoom: 3, maxZoom: 17, enableRotation: false});

/** A map less wide than this has no room for a legend beside what it shows. */
export const NARROW = 700;
const FLOATING = ['#legend', '#time', '.side-name', '.then', '.divider'];
const EDGE = 40;
/** What was last shown whole, and where that made the view look. */
let shown = null;

const place = () => `${view.getCenter()}|${view.getResolution()}`;

/** The room to leave at top, right, bottom and left, in pixels. */
function room(margin) {
  const map = find('map').getBoundingClientRect();
  const legend = find('legend').getBoundingClientRect();
  const time = find('time').getBoundingClientRect();
  const right = map.width < NARROW || !legend.width ? margin : map.right - legend.left + margin;
  return [margin + 8, right, (time.height ? map.bottom - time.top : 80) + margin / 2, margin];
}

/** Shows this extent, of the map's projection, whole; and again when the map's size changes, unless one has moved it meanwhile. */
export function fit(extent, {margin = 20, maxZoom = 12, duration} = {}) {
  const map = find('map');
  const size = [map.clientWidth || 800, map.clientHeight || 600];
  const done = () => {
    shown = {extent, options: {margin, maxZoom}, place: place()};
  };
  view.fit(extent, {size, padding: room(margin), maxZoom, duration, callback: done});
  done();
}

const refit = () => {
  if (shown?.place === place()) fit(shown.extent, shown.options);
};

/** Boxes of what floats over this map, and of its edges, in pixels: [left, top, right, bottom]. */
function boxes(map) {
  const target = map.getTargetElement().getBoundingClientRect();
  const [width, height] = map.getSize();
  const floating = FLOATING.map(name => document.querySelector(name)?.getBoundingClientRect())
    .filter(box => box?.width)
    .map(box => [box.left - target.left, box.top - target.top, box.right - target.left, box.bottom - target.top]);
  return [
    ...floating,
    [-EDGE, 0, 1, height],
    [width - 1, 0, width + EDGE, height],
    [0, -EDGE, width, 1],
    [0, find('foot').getBoundingClientRect().top - target.top, width, height],
  ];
}

const speck = Object.assign(document.createElement('canvas'), {width: 1, height: 1});

/** Keeps names from running under what floats over the map or out of it: each box takes its room as a sign would. */
export function keepClear(map, source) {
  let known = '';
  map.on('precompose', ({frameState}) => {
    const now = boxes(map);
    const key = `${JSON.stringify(now)}|${frameState.viewState.center}|${frameState.viewState.resolution}`;
    if (key === known) return;
    known = key;
    source.removeFeatures(source.getFeatures().filter(f => f.get('_clear')));
    source.addFeatures(
      now.map(([left, top, right, bottom]) => {
        const middle = ol.transform.apply(frameState.pixelToCoordinateTransform, [(left + right) / 2, (top + bottom) / 2]);
        const feature = new ol.Feature({geometry: new ol.geom.Point(middle), _clear: true});
        const image = new ol.style.Icon({img: speck, scale: [right - left, bottom - top], opacity: 0, declutterMode: 'obstacle'});
        feature.setStyle(new ol.style.Style({image, zIndex: 1}));
        return feature;
      }),
    );
  });
  // What floats may have grown with what was drawn.
  map.on('rendercomplete', () => setTimeout(() => map.getSize() && !known.startsWith(JSON.stringify(boxes(map))) && map.render()));
  map.on('change:size', refit);
}
