// Asks a question for a panel: shows that it is being computed and how far, lets it be cancelled, shows what went wrong.
import {ask} from '../base/api.js';
import {fill, h} from '../base/dom.js';
import {number, pick, t} from '../base/i18n.js';

const controls = new WeakMap();

export function stop(box) {
  controls.get(box)?.abort();
}

/** The answer, or null where it was cancelled, refused or asked anew; the box then says so. */
export async function run(box, path, params, body, whole = false) {
  stop(box);
  const control = new AbortController();
  controls.set(box, control);
  const again = () => h('button', {type: 'button', onclick: () => box.dispatchEvent(new CustomEvent('again'))}, t('retry'));
  const bar = h('progress', {max: 100, 'aria-label': t('running')});
  fill(
    box,
    h(
      'div',
      {class: 'progress', role: 'status'},
      h('span', {}, t('running')),
      bar,
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            control.cancelled = true;
            control.abort();
          },
        },
        t('cancel'),
      ),
    ),
  );
  try {
    const answer = await ask(path, params, {
      body,
      whole,
      signal: control.signal,
      progress: percent => {
        bar.value = percent;
      },
    });
    if (controls.get(box) !== control || control.signal.aborted) return null;
    fill(box);
    return answer;
  } catch (e) {
    if (controls.get(box) !== control) return null;
    if (e.name !== 'AbortError') fill(box, h('div', {class: 'notice bad', role: 'alert'}, t('failed', e.message), ' ', again()));
    else if (control.cancelled) fill(box, h('div', {class: 'notice'}, t('cancelled'), ' ', again()));
    return null;
  }
}

const lines = texts =>
  h(
    'ul',
    {class: 'warnings'},
    texts.map(text => h('li', {}, pick(text))),
  );

/** What an answer rests on: its definition, streets, method, assumptions and warnings. */
export function about(answer, open = false) {
  const {definition, streets, assumed = [], warnings = [], method} = answer;
  const network =
    streets && streets.kind !== 'none'
      ? `${streets.source}${streets.vintage ? `, ${streets.vintage}` : ''}, ${number(streets.nodes)} nodes`
      : null;
  const told =
    typeof method === 'string' || method?.zh
      ? pick(method)
      : method &&
        Object.entries(method)
          .filter(([, v]) => v !== null)
          .map(([k, v]) => `${k}: ${v}`)
          .join('; ');
  return [
    definition && h('p', {class: 'definition'}, pick(definition)),
    warnings.length > 0 &&
      h('details', {class: 'more', open: open || warnings.length < 3}, h('summary', {}, t('warnings', warnings.length)), lines(warnings)),
    assumed.length > 0 && h('details', {class: 'more', open}, h('summary', {}, t('assumed', assumed.length)), lines(assumed)),
    (network || told) &&
      h(
        'details',
        {class: 'more', open},
        h('summary', {}, `${t('sources')} · ${t('method')}`),
        h(
          'ul',
          {class: 'warnings'},
          network && h('li', {}, network),
          told && h('li', {}, told),
          answer.answer_id && h('li', {}, `answer_id ${answer.answer_id}`),
        ),
      ),
  ];
}
