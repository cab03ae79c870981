// How modes, states and kinds are told apart: by form, letter and dash first, by colour second.
export const MODES = {
  'high-speed-rail': {letter: 'G', group: 'rail', width: 3.4},
  'intercity-rail': {letter: 'C', group: 'rail', width: 2.7},
  'suburban-rail': {letter: 'S', group: 'rail', width: 2.2},
  metro: {letter: 'M', group: 'rail', width: 1.9},
  'conventional-rail': {letter: 'K', group: 'rail', width: 1.5},
  expressway: {letter: 'E', group: 'road', width: 3.6, double: true},
  arterial: {letter: 'A', group: 'road', width: 1.6},
  bridge: {letter: 'B', group: 'road', width: 4.2, double: true},
  tunnel: {letter: 'T', group: 'road', width: 4.2, double: true},
  bus: {letter: 'U', group: 'road', width: 1.4},
  waterway: {letter: 'W', group: 'others', width: 1.5},
  pipeline: {letter: 'P', group: 'others', width: 1.3},
};

export const GROUPS = ['rail', 'road', 'others'];
export const STATUSES = ['open', 'under-construction', 'planned', 'proposed'];

/** Lengths of dash and gap in widths of the line. */
const DASHES = {'under-construction': [5, 2], planned: [2, 2], proposed: [0.1, 2.4]};

export const dash = (status, width) => DASHES[status]?.map(part => part * Math.max(width, 1.8));
export const statusKey = status => (status === 'planned' ? 'planned-status' : status);

const GLYPHS = {
  plane: 'M8 2.2 9 3.4V6.6l4.6 2.9v1.3L9 9.5v2.6l1.4 1v1L8 13.4 5.6 14.1v-1l1.4-1V9.5L2.4 10.8V9.5L7 6.6V3.4z',
  anchor:
    'M7.4 5.3a1.7 1.7 0 1 1 1.2 0V6.4h2v1.2h-2v4.8c1.7-.2 3-1.3 3.3-2.8l-1 .3.2-1.6 2.3-.6.4 1C13.3 12 10.8 14 8 14S2.7 12 2.4 8.7l.4-1 2.3.6.2 1.6-1-.3c.3 1.5 1.6 2.6 3.1 2.8V7.6h-2V6.4h2z',
  train:
    'M5 3h6a1 1 0 0 1 1 1v5.5a1.5 1.5 0 0 1-1.5 1.5L12 13h-1.5l-1-1.3h-3L5.5 13H4l1.5-2A1.5 1.5 0 0 1 4 9.5V4a1 1 0 0 1 1-1zm.5 1.5v3h5v-3zm.7 4.2a.8.8 0 1 0 .01 0zm3.6 0a.8.8 0 1 0 .01 0z',
  box: 'M3 5l5-2.5L13 5v6l-5 2.5L3 11zm1.5.8v4.3l2.9 1.4V7.2zm7 0-2.9 1.4v4.3l2.9-1.4z',
  bolt: 'M9 2 4 9h3l-1 5 6-7.5H8.5z',
  works: 'M2.6 13V7.6l3.4 2.2V7.6l3.4 2.2V3h3v10zM4.4 11.6h1.3v-1.2H4.4zm2.9 0h1.3v-1.2H7.3zm2.9 0h1.3v-1.2h-1.3z',
  leaf: 'M13 3c0 6-2.5 9-6.5 9l-2 2-.9-.9L5.5 11C2.5 7 6 3 13 3z',
  dot: 'M8 5.2a2.8 2.8 0 1 0 .01 0z',
};

const HUB_GLYPHS = {
  airport: 'plane',
  port: 'anchor',
  'rail-hub': 'train',
  'passenger-service-hub': 'train',
  'energy-facility': 'bolt',
  'rail-freight-hub': 'box',
  'logistics-hub': 'box',
  'logistics-node-city': 'box',
  'trade-hub': 'box',
  'border-port': 'anchor',
};

/** Form of a place's sign by collection, and what stands in it. */
const SHAPES = {
  hubs: '<circle cx="8" cy="8" r="7.5" ',
  'industrial-parks': '<rect x="1" y="1" width="14" height="14" rx="2.5" ',
  zones: '<path d="M8 .3 15.7 8 8 15.7.3 8z" ',
  projects: '<path d="M8 .8 15.5 14.5H.5z" ',
};

/** Where the glyph stands in a form that narrows. */
const GLYPH_PLACES = {
  'industrial-parks': 'translate(1.6 1.4) scale(.8)',
  zones: 'translate(3.2 3.2) scale(.6)',
  projects: 'translate(3.2 4.6) scale(.6)',
};

export function glyph(collection, kind) {
  if (collection === 'hubs') return HUB_GLYPHS[kind] ?? 'dot';
  return {'industrial-parks': 'works', zones: 'leaf'}[collection] ?? 'dot';
}

/** A place's sign as SVG text, 16 units wide. */
export function sign(collection, kind, colour, halo, size = 20) {
  const small = GLYPH_PLACES[collection] ? ` transform="${GLYPH_PLACES[collection]}"` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-.8 -.8 17.6 17.6">` +
    `${SHAPES[collection] ?? SHAPES.hubs}fill="${colour}" stroke="${halo}" stroke-width="1"/>` +
    `<path${small} d="${GLYPHS[glyph(collection, kind)]}" fill="${halo}" fill-rule="evenodd"/></svg>`
  );
}
