// The legend: only what is switched on and in view. Panels may put their own part on top.
import {fill, find, h} from '../base/dom.js';
import {pick, t} from '../base/i18n.js';
import * as state from '../base/state.js';
import {GROUPS, MODES, STATUSES, statusKey} from './symbols.js';
import {fillSample, lineSample, modeSample, placeSample, statusSample, stopSample} from './samples.js';
import {ownColour} from './placestyles.js';
import {colour, onTheme} from '../base/theme.js';
import {ownCollections, side, view} from './atlas.js';
import {NARROW} from './frame.js';
import {PLACES} from './side.js';

let extra = null;

/** rows: [sample maker, text]; null takes the part away. */
export function setExtra(title, rows) {
  extra = rows && {title, rows};
  show();
}

const item = (sample, text) => h('li', {}, sample, h('span', {}, text));
const part = (title, items) => items.length > 0 && [h('h3', {}, title), h('ul', {}, items)];

const inView = id => side.within(id, view.calculateExtent(side.map.getSize()));

export function show() {
  const hidden = new Set(state.list('hide'));
  const corridors = hidden.has('corridors') ? [] : inView('corridors');
  const modes = new Set(corridors.map(f => f.get('mode')));
  const statuses = new Set(corridors.map(f => f.get('status')));
  const stops = hidden.has('stops') ? [] : inView('stops');
  const units = hidden.has('administrative-units') ? [] : inView('administrative-units');
  const modelled = units.some(f => f.get('method') === 'modelled');
  const box = find('legend');
  const wasOpen = box.querySelector('details')?.open ?? side.map.getSize()?.[0] >= NARROW;
  const list = GROUPS.flatMap(group => Object.keys(MODES).filter(m => MODES[m].group === group && modes.has(m) && !hidden.has(m)));
  fill(
    box,
    h(
      'details',
      {open: wasOpen},
      h('summary', {}, t('legend')),
      extra &&
        part(
          extra.title,
          extra.rows.map(([sample, text]) => item(sample(), text)),
        ),
      part(
        t('mode'),
        list.map(mode => item(modeSample(mode), t(mode))),
      ),
      part(
        t('status'),
        STATUSES.filter(s => statuses.has(s) && !hidden.has(s)).map(s => item(statusSample(s), t(statusKey(s)))),
      ),
      part(
        t('places'),
        [
          ...PLACES.filter(id => !hidden.has(id) && inView(id).length).map(id => item(placeSample(id, 'other'), t(id))),
          ...(stops.length > 0 ? [item(stopSample(), t('stops'))] : []),
        ],
      ),
      part(
        t('ownData'),
        ownCollections()
          .map((c, i) => inView(c.id).length > 0 && item(fillSample(ownColour(i)), pick(c.title)))
          .filter(Boolean),
      ),
      part(
        t('bounds'),
        [
          !hidden.has('metropolitan-areas') && item(lineSample(colour('area'), 2.6), t('area')),
          units.length > 0 && item(lineSample(colour('unit'), 1.6), t('unitSurveyed')),
          modelled && item(lineSample(colour('unit'), 1.4, '4 3'), t('unitModelled')),
        ].filter(Boolean),
      ),
    ),
  );
  find('modelled-note').hidden = !modelled;
}

export function begin() {
  show();
  side.map.on('rendercomplete', show);
  onTheme(show);
}
