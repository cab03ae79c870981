// What is drawn: layers in groups that are switched as a whole or one by one, and folded away; bounds, corridors, places, own data.
import {h, fill} from '../base/dom.js';
import {pick, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {GROUPS, MODES, STATUSES, statusKey} from '../drawing/symbols.js';
import {fillSample, lineSample, modeSample, placeSample, statusSample, stopSample} from '../drawing/samples.js';
import {colour, onTheme} from '../base/theme.js';
import {PLACES} from '../drawing/side.js';
import {ownCollections, settings} from '../drawing/atlas.js';
import {ownColour} from '../drawing/placestyles.js';
import {add} from '../base/words.js';

add({
  wholeGroup: ['{0}（整组）', '{0} (whole group)'],
  noData: ['尚无数据（{0}）', 'Without data yet ({0})'],
  howToLoad: ['导入后即可在此显示，并参与选址核对', 'Shown here, and held against sites, once imported'],
});

const folded = new Set();
const hiddenNow = () => new Set(state.list('hide'));

function toggle(ids, on) {
  const hidden = hiddenNow();
  ids.forEach(id => (on ? hidden.delete(id) : hidden.add(id)));
  state.set({hide: [...hidden].join(',')});
}

const check = ({id, sample, label}) =>
  h(
    'label',
    {class: 'check'},
    h('input', {
      type: 'checkbox',
      'data-layer': id,
      checked: !hiddenNow().has(id),
      onchange: event => toggle([id], event.target.checked),
    }),
    sample,
    h('span', {}, label),
  );

/** A box for all of these: ticked, empty, or neither where some are on and some off. */
function whole(title, ids) {
  const box = h('input', {
    type: 'checkbox',
    class: 'whole',
    'aria-label': t('wholeGroup', title),
    onchange: event => toggle(ids, event.target.checked),
  });
  box.show = () => {
    const off = ids.filter(id => hiddenNow().has(id)).length;
    box.checked = off === 0;
    box.indeterminate = off > 0 && off < ids.length;
  };
  box.show();
  return box;
}

/** key: what it is folded under; rows: [{id, sample, label}]; head: ids that its box switches, those of the rows where not given. */
const group = (key, title, rows, {head = rows.map(row => row.id), inner} = {}) =>
  h(
    'div',
    {class: `group ${inner ? 'inner' : ''}`},
    whole(title, head),
    h(
      'details',
      {open: !folded.has(key), ontoggle: event => (event.target.open ? folded.delete(key) : folded.add(key))},
      h('summary', {}, title),
      h('div', {class: 'rows'}, rows.map(row => (row.nodeType ? row : check(row)))),
    ),
  );

const bounds = () => [
  {id: 'metropolitan-areas', sample: lineSample(colour('area'), 2.6), label: t('metropolitan-areas')},
  {id: 'administrative-units', sample: lineSample(colour('unit'), 1.6), label: t('administrative-units')},
];

const modes = kind =>
  Object.keys(MODES)
    .filter(mode => MODES[mode].group === kind)
    .map(id => ({id, sample: modeSample(id), label: t(id)}));

const statuses = () => STATUSES.map(id => ({id, sample: statusSample(id), label: t(statusKey(id))}));
const places = () => PLACES.map(id => ({id, sample: placeSample(id, 'other'), label: t(id)}));
const own = () => ownCollections().map((c, i) => ({id: c.id, sample: fillSample(ownColour(i)), label: pick(c.title)}));

function empty() {
  const without = settings.collections.filter(c => !c.builtIn && c.geometry !== 'none' && c.empty);
  return (
    without.length > 0 &&
    h(
      'div',
      {class: 'group without'},
      h(
        'details',
        {open: folded.has('without'), ontoggle: event => folded[event.target.open ? 'add' : 'delete']('without')},
        h('summary', {}, t('noData', without.length)),
        h('p', {class: 'soft'}, without.map(c => pick(c.title)).join('、')),
        h('p', {class: 'soft'}, t('howToLoad')),
      ),
    )
  );
}

export function open(panel) {
  const show = () => {
    const held = own();
    fill(
      panel,
      h('h2', {}, t('layers')),
      group('bounds', t('bounds'), bounds()),
      group(
        'corridors',
        t('corridors'),
        [
          ...GROUPS.map(kind => group(kind, t(kind), modes(kind), {inner: true})),
          group('status', t('status'), statuses(), {inner: true}),
          check({id: 'stops', sample: stopSample(), label: t('stops')}),
        ],
        {head: ['corridors']},
      ),
      group('places', t('places'), places()),
      held.length > 0 && group('own', t('ownData'), held),
      empty(),
    );
  };
  const tick = () => {
    const hidden = hiddenNow();
    panel.querySelectorAll('[data-layer]').forEach(box => {
      box.checked = !hidden.has(box.dataset.layer);
    });
    panel.querySelectorAll('.whole').forEach(box => box.show());
  };
  show();
  const ends = [onTheme(show), state.on(['hide'], tick)];
  return () => ends.forEach(end => end());
}
