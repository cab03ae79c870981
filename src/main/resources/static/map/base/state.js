// What is shown, as the address says it: every view has an address that reproduces it.
export const THIS_YEAR = new Date().getFullYear();

const DEFAULTS = {
  area: '',
  year: String(THIS_YEAR),
  scenario: 'built',
  panel: 'layers',
  view: '',
  hide: '',
  at: '',
  profile: 'drive',
  vs: '',
  split: '0.5',
  feature: '',
  line: '',
  site: '',
  tab: 'extent',
  minutes: '60',
  lang: '',
  theme: '',
  report: '',
  card: '',
  fold: '',
};

/** Always said: what is usual today is another year in a link that is opened next year. */
const ALWAYS = ['year'];

const now = new URLSearchParams(location.search);

/** Whether the address that was opened says where the map looks. */
export const placed = now.has('view');
const state = Object.fromEntries(Object.keys(DEFAULTS).map(key => [key, now.get(key) ?? DEFAULTS[key]]));
const listeners = [];

export const get = key => state[key];
export const list = key => state[key].split(',').filter(Boolean);

/** Calls fn(changed keys) whenever one of the keys has changed; gives what ends that. */
export function on(keys, fn) {
  const listener = {keys, fn};
  listeners.push(listener);
  return () => listeners.splice(listeners.indexOf(listener), 1);
}

export function set(patch) {
  const changed = Object.keys(patch).filter(key => key in DEFAULTS && state[key] !== String(patch[key] ?? DEFAULTS[key]));
  if (!changed.length) return;
  changed.forEach(key => {
    state[key] = String(patch[key] ?? DEFAULTS[key]);
  });
  history.replaceState(null, '', address());
  for (const listener of [...listeners]) {
    // One that was called before may have ended this one.
    if (listeners.includes(listener) && listener.keys.some(key => changed.includes(key))) listener.fn(changed);
  }
}

/** Address of this view, with changes; what is as usual is left out. */
export function address(patch = {}) {
  const wanted = {...state, ...patch};
  const query = new URLSearchParams(Object.entries(wanted).filter(([key, value]) => value !== DEFAULTS[key] || ALWAYS.includes(key)));
  const plain = query.toString().replace(/%(2C|3A|2F|3B|7E|40)/g, decodeURIComponent);
  return `${location.pathname}?${plain}`;
}

/** The parameters by which every question asks for what this view shows. */
export const moment = () => ({asOf: state.year, scenario: state.scenario});

/** The moment to compare with, or null. */
export function other() {
  if (!state.vs) return null;
  const [year, scenario] = state.vs.split(':');
  return {asOf: year, scenario: scenario || 'built'};
}
