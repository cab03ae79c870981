// A site in the address: geometry~kind, or @answer~kind where the geometry is too long for an address. Points of a ring are divided
// by ; (the last is not said again), rings of a polygon by _ (the outer one first), polygons by *.
import {parse, sound, written} from '../drawing/sketch.js';

/** Servers and mail programs take addresses of some 2000 characters. */
const LONGEST = 1400;

const flat = points => points.map(p => p.slice(0, 2));
const isClosed = ring => ring.length > 1 && ring[0][0] === ring.at(-1)[0] && ring[0][1] === ring.at(-1)[1];
const open = ring => flat(isClosed(ring) ? ring.slice(0, -1) : ring);
const rings = polygon => polygon.map(ring => written(open(ring))).join('_');

/** The text for a GeoJSON point, polygon or multipolygon; null where it is too long. */
export function toLink({type, coordinates}) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const text = type === 'Point' ? written(flat([coordinates])) : polygons.map(rings).join('*');
  return text.length > LONGEST ? null : text;
}

/** The geometry that a text stands for, or null. */
export function fromLink(text) {
  const polygons = text.split('*').map(polygon => polygon.split('_').map(parse));
  const all = polygons.flat();
  if (!all.every(sound)) return null;
  if (all.length === 1 && all[0].length === 1) return {type: 'Point', coordinates: all[0][0]};
  if (all.some(ring => ring.length < 3)) return null;
  const closed = polygons.map(polygon => polygon.map(ring => [...ring, ring[0]]));
  return closed.length === 1 ? {type: 'Polygon', coordinates: closed[0]} : {type: 'MultiPolygon', coordinates: closed};
}

/** Points of the only ring, where there is but one: such a site can be changed on the map. */
export const ringOf = geometry =>
  geometry?.type === 'Polygon' && geometry.coordinates.length === 1 ? open(geometry.coordinates[0]) : [];
