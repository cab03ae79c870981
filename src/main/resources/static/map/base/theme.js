// Light and dark: the address says which, else the reader's system.
import * as state from './state.js';

const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = [];
let colours;

export const isDark = () => (state.get('theme') ? state.get('theme') === 'dark' : system.matches);

/** A colour of theme.css by its name. */
export function colour(name) {
  colours ??= {};
  colours[name] ??= getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  return colours[name];
}

/** Calls fn whenever the light changes; gives what ends that. */
export function onTheme(fn) {
  listeners.push(fn);
  return () => listeners.splice(listeners.indexOf(fn), 1);
}

function apply() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  colours = null;
  [...listeners].forEach(fn => fn());
}

system.addEventListener('change', apply);
state.on(['theme'], apply);
apply();
