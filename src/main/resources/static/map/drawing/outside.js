// What lies outside the chosen area recedes: the ground under a veil, lines faded from the border on, signs and names paler.
// Water near the area belongs to it, so that its bridges and ports do; the land of others does not, however near.
import {blend} from '../base/theme.js';

const WORLD = [
  [-2.1e7, -2.1e7],
  [2.1e7, -2.1e7],
  [2.1e7, 2.1e7],
  [-2.1e7, 2.1e7],
  [-2.1e7, -2.1e7],
];
/** How far from the area what is nobody's land belongs to it, and how exactly that is asked, in map units. */
const NEAR = 15000;
const COARSE = 250;
/** A sign so near to the border is the area's own as well. */
const AT_BORDER = 2500;
const FADED = 0.62;
const SIGN = 0.55;
const NAME = 0.3;

export class Outside {
  /** @param land the source of all units */
  constructor(land) {
    this.land = land;
    this.mask = document.createElement('canvas');
    this.set(null);
  }

  /** The area's polygons; null: nothing is outside. */
  set(geometry) {
    const polygons = geometry && (geometry.getType() === 'MultiPolygon' ? geometry.getPolygons() : [geometry]);
    this.ground = geometry && new ol.geom.Polygon([WORLD, ...polygons.map(p => p.getLinearRing(0).getCoordinates())]);
    this.area = geometry;
    this.coarse = geometry?.simplify(COARSE) ?? null;
    this.masked = '';
  }

  has(coordinate) {
    if (!this.area || this.coarse.intersectsCoordinate(coordinate)) return false;
    const [x, y] = this.coarse.getClosestPoint(coordinate);
    const distance = Math.hypot(x - coordinate[0], y - coordinate[1]);
    if (distance < AT_BORDER) return false;
    return distance > NEAR || (this.land.getFeaturesAtCoordinate(coordinate).length > 0 && !this.area.intersectsCoordinate(coordinate));
  }

  /** The colour of a sign, or of a name, at this place. */
  colour(name, coordinate, isName = false) {
    return blend(name, this.has(coordinate) ? (isName ? NAME : SIGN) : 0);
  }

  /** After a layer that has a canvas of its own: takes away what is outside, but for a trace by which it can be known. */
  fade(event) {
    if (!this.area) return;
    this.drawMask(event);
    const {context} = event;
    context.save();
    context.resetTransform();
    context.globalCompositeOperation = 'destination-out';
    context.globalAlpha = FADED;
    context.drawImage(this.mask, 0, 0);
    context.restore();
  }

  /** What is outside of this view: all but the area and the water near it. */
  drawMask({context: {canvas}, frameState, inversePixelTransform}) {
    const {center, resolution} = frameState.viewState;
    const key = `${center}|${resolution}|${canvas.width}|${canvas.height}|${this.land.getRevision()}`;
    if (this.masked === key) return;
    this.masked = key;
    this.mask.width = canvas.width;
    this.mask.height = canvas.height;
    const context = this.mask.getContext('2d');
    const paint = (operation, geometry, style) => {
      const painter = ol.render.getVectorContext({context, frameState, inversePixelTransform});
      context.globalCompositeOperation = operation;
      painter.setStyle(new ol.style.Style(style));
      painter.drawGeometry(geometry);
    };
    const fill = {fill: new ol.style.Fill({color: '#000'})};
    paint('source-over', this.ground, fill);
    const width = (2 * NEAR) / resolution;
    paint('destination-out', this.area.simplify(Math.max(COARSE, resolution * 4)), {stroke: new ol.style.Stroke({color: '#000', width})});
    this.land
      .getFeaturesInExtent(frameState.extent)
      .filter(unit => unit.get('level') !== 'county')
      .forEach(unit => paint('source-over', unit.getGeometry(), fill));
    paint('destination-out', this.area, fill);
  }
}
