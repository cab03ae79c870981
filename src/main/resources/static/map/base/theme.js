// Light and dark: the address says which, else the reader's system.
import * as state from './state.js';

const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = [];
let colours;
let paper = null;

export const isDark = () => !paper && (state.get('theme') ? state.get('theme') === 'dark' : system.matches);

/** A colour of theme.css by its name. */
export function colour(name) {
  colours ??= {};
  colours[name] ??= getComputedStyle(paper ?? document.documentElement).getPropertyValue(`--${name}`).trim();
  return colours[name];
}

const parts = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));

/** A colour of theme.css, mixed with so much (0 to 1) of the sea's. */
export function blend(name, share) {
  const own = colour(name);
  if (!share || !/^#[0-9a-f]{6}$/i.test(own)) return own;
  const sea = parts(colour('sea'));
  const mixed = parts(own).map((part, i) => Math.round(part + (sea[i] - part) * share));
  return `#${mixed.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Calls fn whenever the light changes; gives what ends that. */
export function onTheme(fn) {
  listeners.push(fn);
  return () => listeners.splice(listeners.indexOf(fn), 1);
}

function apply() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  tell();
}

function tell() {
  colours = null;
  [...listeners].forEach(fn => fn());
}

/** What fn makes, in its time, while map, legend and charts have the colours of paper, which is light whatever the page is. */
export async function asOnPaper(fn) {
  if (!isDark()) return fn();
  paper = document.createElement('div');
  paper.className = 'paper';
  document.body.append(paper);
  tell();
  try {
    return await fn();
  } finally {
    paper.remove();
    paper = null;
    tell();
  }
}

system.addEventListener('change', apply);
state.on(['theme'], apply);
apply();
