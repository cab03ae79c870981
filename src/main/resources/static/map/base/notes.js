// Short notes over the map: what is loading, what failed, what is empty. A screen reader reads them.
import {fill, find, h} from './dom.js';
import {t} from './i18n.js';

const notes = new Map();

/** kind: busy, info or bad. The same key replaces its note. */
export function note(key, kind, text, action) {
  notes.set(key, {kind, text, action});
  show();
}

export function forget(key) {
  if (notes.delete(key)) show();
}

/** A note that leaves by itself. */
export function flash(text) {
  note('flash', 'info', text);
  setTimeout(() => forget('flash'), 2500);
}

function show() {
  fill(
    find('status'),
    [...notes].map(([key, {kind, text, action}]) =>
      h(
        'div',
        {class: `note ${kind}`, 'data-note': key},
        kind === 'busy' && h('span', {class: 'spinner', 'aria-hidden': 'true'}),
        h('span', {}, text),
        action && h('button', {type: 'button', onclick: action}, t('retry')),
      ),
    ),
  );
}
