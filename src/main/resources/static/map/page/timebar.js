// Year and scenario: what is drawn and asked is as of then.
import {calmed, fill, find, h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import * as state from '../base/state.js';

const FIRST = 1950;
const LAST = 2040;
export const SCENARIOS = ['built', 'committed', 'planned', 'vision'];

export function begin() {
  const output = h('output', {for: 'year'}, state.get('year'));
  const slide = calmed(year => state.set({year}), 120);
  const range = h('input', {
    id: 'year',
    type: 'range',
    min: FIRST,
    max: LAST,
    step: 1,
    value: state.get('year').slice(0, 4),
    'aria-label': t('year'),
    oninput: event => {
      output.textContent = event.target.value;
      slide(event.target.value);
    },
  });
  const step = by => () => state.set({year: String(Math.min(LAST, Math.max(FIRST, Number(state.get('year').slice(0, 4)) + by)))});
  fill(
    find('time'),
    h('button', {type: 'button', class: 'step', 'aria-label': `${t('year')} −1`, onclick: step(-1)}, '‹'),
    range,
    h('button', {type: 'button', class: 'step', 'aria-label': `${t('year')} +1`, onclick: step(1)}, '›'),
    output,
    h(
      'fieldset',
      {class: 'segments', style: {'min-width': 'max-content'}},
      h('legend', {class: 'unseen'}, t('scenario')),
      SCENARIOS.map(id =>
        h(
          'label',
          {},
          h('input', {
            type: 'radio',
            name: 'scenario',
            value: id,
            checked: id === state.get('scenario'),
            onchange: () => state.set({scenario: id}),
          }),
          t(id),
        ),
      ),
    ),
  );
  find('time').append(
    h(
      'button',
      {
        type: 'button',
        class: 'compare',
        'aria-pressed': String(Boolean(state.get('vs'))),
        onclick: () => state.set({vs: state.get('vs') ? '' : `${Number(state.get('year').slice(0, 4)) - 10}:built`}),
      },
      t('compare'),
    ),
  );
  state.on(['vs'], () =>
    find('time')
      .querySelector('.compare')
      .setAttribute('aria-pressed', String(Boolean(state.get('vs')))),
  );
  state.on(['year', 'scenario'], () => {
    output.textContent = state.get('year');
    range.value = state.get('year').slice(0, 4);
    find('time').querySelector(`input[value="${state.get('scenario')}"]`).checked = true;
  });
}
