// The map as a picture, to be saved or put into a report.
import {h} from '../base/dom.js';
import {colour} from '../base/theme.js';
import {side} from './atlas.js';

/** A base map that does not answer is not waited for any longer. */
const RENDERED_MS = 3000;

const rendered = map =>
  new Promise(done => {
    map.once('rendercomplete', done);
    map.render();
    setTimeout(done, RENDERED_MS);
  });

/** The picture of the map once all that is in view is drawn, as a data URL. */
export async function picture() {
  await rendered(side.map);
  side.map.renderSync();
  const [width, height] = side.map.getSize();
  const ratio = side.map.getPixelRatio?.() ?? 1;
  const canvas = h('canvas', {width: width * ratio, height: height * ratio});
  const context = canvas.getContext('2d');
  context.fillStyle = colour('sea');
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of side.map.getViewport().querySelectorAll('.ol-layer canvas, canvas.ol-layer')) {
    if (!layer.width) continue;
    const matrix = layer.style.transform
      .match(/^matrix\(([^)]*)\)$/)?.[1]
      .split(',')
      .map(Number);
    context.setTransform(...(matrix ? matrix.map(v => v * ratio) : [1, 0, 0, 1, 0, 0]));
    context.drawImage(layer, 0, 0);
  }
  return canvas.toDataURL('image/png');
}
