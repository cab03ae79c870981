// Small drawings of how things look on the map, for legend and lists.
import {h} from '../base/dom.js';
import {MODES, dash, sign} from './symbols.js';
import {colour} from '../base/theme.js';

const frame = (...children) => h('svg', {class: 'sample', viewBox: '0 0 38 17', 'aria-hidden': 'true'}, ...children);

export function modeSample(mode) {
  const {letter, width, double} = MODES[mode];
  const own = colour(mode);
  return frame(
    h('line', {x1: 1, y1: 8.5, x2: 37, y2: 8.5, stroke: own, 'stroke-width': width}),
    double && h('line', {x1: 1, y1: 8.5, x2: 37, y2: 8.5, stroke: colour('road-core'), 'stroke-width': width * 0.38}),
    h('rect', {x: 12.5, y: 2.5, width: 13, height: 12, fill: own}),
    h('text', {x: 19, y: 12, 'text-anchor': 'middle', 'font-size': 9.5, 'font-weight': 700, fill: colour('halo')}, letter),
  );
}

export const statusSample = status =>
  frame(
    h('line', {
      x1: 1,
      y1: 8.5,
      x2: 37,
      y2: 8.5,
      stroke: colour('label'),
      'stroke-width': 2.4,
      'stroke-dasharray': dash(status, 2.4)?.join(' '),
      'stroke-linecap': status === 'proposed' ? 'round' : 'butt',
    }),
  );

export function placeSample(collection, kind) {
  const image = h('span', {class: 'swatch', 'aria-hidden': 'true', style: {display: 'inline-flex', 'justify-content': 'center'}});
  const parsed = new DOMParser().parseFromString(
    sign(collection, kind, colour(collection) || colour('hubs'), colour('halo'), 17),
    'image/svg+xml',
  );
  const icon = document.importNode(parsed.documentElement, true);
  icon.style.width = '17px';
  image.append(icon);
  return image;
}

export const lineSample = (color, width, pattern) =>
  frame(h('line', {x1: 1, y1: 8.5, x2: 37, y2: 8.5, stroke: color, 'stroke-width': width, 'stroke-dasharray': pattern}));

export const stopSample = () =>
  frame(
    h('line', {x1: 1, y1: 8.5, x2: 37, y2: 8.5, stroke: colour('stops'), 'stroke-width': 1.2}),
    h('circle', {cx: 19, cy: 8.5, r: 3.4, fill: colour('halo'), stroke: colour('stops'), 'stroke-width': 1.5}),
  );

export const originSample = () =>
  frame(h('circle', {cx: 19, cy: 8.5, r: 5.6, fill: colour('mark'), stroke: colour('halo'), 'stroke-width': 1.8}));

/** Over the colour of land, as a transparent layer is. */
export const fillSample = (color, opacity = 1) =>
  frame(
    opacity < 1 && h('rect', {x: 3, y: 2, width: 32, height: 13, rx: 2, fill: colour('land')}),
    h('rect', {x: 3, y: 2, width: 32, height: 13, rx: 2, fill: color, 'fill-opacity': opacity}),
  );

/** A piece of ground as it is drawn, with its edge. */
export const groundSample = ({color, opacity, dash: pattern}) =>
  frame(
    h('rect', {
      x: 3,
      y: 2,
      width: 32,
      height: 13,
      fill: color,
      'fill-opacity': opacity,
      stroke: color,
      'stroke-width': 2,
      'stroke-dasharray': pattern?.map(v => v / 1.5).join(' '),
    }),
  );
