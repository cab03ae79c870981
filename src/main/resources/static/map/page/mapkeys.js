// The map by keyboard: Enter does in the middle what a click does there; a cross marks the middle while the map has the focus.
import {find, h} from '../base/dom.js';
import {side} from '../drawing/atlas.js';

export function begin() {
  const map = find('map');
  map.append(h('div', {class: 'aim', 'aria-hidden': 'true'}));
  map.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target !== map) return;
    // The button that takes the focus below is not pressed by the same key.
    event.preventDefault();
    const pixel = side.map.getSize().map(length => length / 2);
    side.map.dispatchEvent({type: 'singleclick', pixel, coordinate: side.map.getCoordinateFromPixel(pixel)});
    find('card').querySelector('button.primary')?.focus();
  });
}
