// Where along a line its letters and its name stand: on straight pieces of what is seen of it, {at: the middle, ends, length}, in map
// units; resolution is map units a pixel.

/** How many of a line's longest pieces may bear signs, and how far apart these are, in pixels. */
const CHOICE = 8;
const APART = 300;
/** A straight piece longer than two of these bears signs at more than one place. */
const PART = 130;
/** What a letter takes of its line, and a name's characters, in pixels. */
const LETTER = 24;
const CHARACTER = {wide: 11, narrow: 6};

/** The part of a segment inside a box (Liang and Barsky, 1984), or null. */
function clipped([x0, y0], [x1, y1], [west, south, east, north]) {
  let from = 0;
  let to = 1;
  for (const [toward, room] of [
    [x0 - x1, x0 - west],
    [x1 - x0, east - x0],
    [y0 - y1, y0 - south],
    [y1 - y0, north - y0],
  ]) {
    if (toward === 0 && room < 0) return null;
    if (toward < 0) from = Math.max(from, room / toward);
    if (toward > 0) to = Math.min(to, room / toward);
  }
  const point = part => [x0 + part * (x1 - x0), y0 + part * (y1 - y0)];
  return from < to ? [point(from), point(to)] : null;
}

const distance = ([x0, y0], [x1, y1]) => Math.hypot(x1 - x0, y1 - y0);

/** A straight piece in so many equal parts. */
function parts([start, end], count) {
  const [[x0, y0], [x1, y1]] = [start, end];
  const length = distance(start, end) / count;
  const point = i => [x0 + ((x1 - x0) * i) / count, y0 + ((y1 - y0) * i) / count];
  return Array.from({length: count}, (_, i) => ({at: point(i + 0.5), ends: [point(i), point(i + 1)], length}));
}

/** The longest pieces of a line inside an extent (null: of all of it), the longest first but for those outside the area. */
export function pieces(line, extent, outside, resolution) {
  const seen = [];
  line.forEachSegment((start, end) => {
    const ends = extent ? clipped(start, end, extent) : [start.slice(), end.slice()];
    if (ends) seen.push(...parts(ends, Math.max(1, Math.floor(distance(...ends) / (PART * resolution)))));
  });
  const longest = seen.sort((a, b) => b.length - a.length).slice(0, CHOICE);
  const others = new Set(longest.filter(({at}) => outside.has(at)));
  return [...longest.filter(piece => !others.has(piece)), ...others];
}

/** Of these pieces so many at most as are far enough from each other, the first ones before the others. */
export function spaced(straight, most, resolution) {
  const taken = [];
  for (const piece of straight) {
    const near = ({at}) => distance(at, piece.at) < APART * resolution;
    if (taken.length < most && !taken.some(near)) taken.push(piece);
  }
  return taken;
}

/** Where a name has room clear of the letters: pieces without one, and halves of those with one. */
export function grounds(straight, lettered, text, resolution) {
  const width = [...text].reduce((sum, c) => sum + (c > '\u2e80' ? CHARACTER.wide : CHARACTER.narrow), 0);
  return straight
    .filter(piece => piece.length / resolution > (lettered.includes(piece) ? 2 * (width + LETTER) : width * 0.8))
    .map(piece => (lettered.includes(piece) ? parts(piece.ends, 2)[1] : piece));
}
