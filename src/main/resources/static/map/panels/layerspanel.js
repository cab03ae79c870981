// What is drawn: every layer, mode and status can be switched off.
import {fill, h} from '../base/dom.js';
import {pick, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {GROUPS, MODES, STATUSES, statusKey} from '../drawing/symbols.js';
import {fillSample, modeSample, placeSample, statusSample} from '../drawing/samples.js';
import {onTheme} from '../base/theme.js';
import {PLACES} from '../drawing/side.js';
import {ownCollections} from '../drawing/atlas.js';
import {ownColour} from '../drawing/placestyles.js';

const BASIC = ['metropolitan-areas', 'administrative-units', 'corridors', 'stops'];

function toggle(id, on) {
  const hidden = new Set(state.list('hide'));
  if (on) hidden.delete(id);
  else hidden.add(id);
  state.set({hide: [...hidden].join(',')});
}

const check = (id, sample, label) =>
  h(
    'label',
    {class: 'check'},
    h('input', {type: 'checkbox', checked: !state.list('hide').includes(id), onchange: event => toggle(id, event.target.checked)}),
    sample,
    h('span', {}, label),
  );

export function open(panel) {
  const show = () =>
    fill(
      panel,
      h('h2', {}, t('layers')),
      h(
        'fieldset',
        {},
        h('legend', {}, t('bounds')),
        BASIC.slice(0, 2).map(id => check(id, null, t(id))),
      ),
      h(
        'fieldset',
        {},
        h('legend', {}, t('places')),
        [...PLACES].map(id => check(id, placeSample(id, 'other'), t(id))),
      ),
      ownCollections().length > 0 &&
        h(
          'fieldset',
          {},
          h('legend', {}, t('ownData')),
          ownCollections().map((c, i) => check(c.id, fillSample(ownColour(i)), pick(c.title))),
        ),
      h(
        'fieldset',
        {},
        h('legend', {}, t('corridors')),
        BASIC.slice(2).map(id => check(id, null, t(id))),
      ),
      GROUPS.map(group =>
        h(
          'fieldset',
          {},
          h('legend', {}, t(group)),
          Object.keys(MODES)
            .filter(m => MODES[m].group === group)
            .map(m => check(m, modeSample(m), t(m))),
        ),
      ),
      h(
        'fieldset',
        {},
        h('legend', {}, t('status')),
        STATUSES.map(s => check(s, statusSample(s), t(statusKey(s)))),
      ),
    );
  show();
  return onTheme(show);
}
