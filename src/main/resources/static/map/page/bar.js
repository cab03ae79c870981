// The bar on top: the area, the search, language and light.
import {fill, find, h} from '../base/dom.js';
import {language, pick, t} from '../base/i18n.js';
import {link} from '../base/link.js';
import {flash} from '../base/notes.js';
import {searchBox} from './search.js';
import * as state from '../base/state.js';
import {isDark, onTheme} from '../base/theme.js';
import {fitArea, settings} from '../drawing/atlas.js';

function chooser() {
  const select = h(
    'select',
    {'aria-label': t('area'), class: 'area', onchange: event => state.set({area: event.target.value, view: ''})},
    h('option', {value: ''}, t('allAreas')),
    settings.areas.map(area => h('option', {value: area.id}, pick(area.name))),
  );
  select.value = state.get('area');
  state.on(['area'], () => {
    select.value = state.get('area');
  });
  return select;
}

function themeButton() {
  const button = h('button', {type: 'button', onclick: () => state.set({theme: isDark() ? 'light' : 'dark'})});
  const say = () => {
    button.textContent = t(isDark() ? 'light' : 'dark');
  };
  onTheme(say);
  say();
  return button;
}

async function share() {
  try {
    await navigator.clipboard.writeText(link());
    flash(t('copied'));
  } catch {
    prompt(t('copyLink'), link());
  }
}

export function begin() {
  const mark = h(
    'svg',
    {viewBox: '0 0 32 32', 'aria-hidden': 'true'},
    h('rect', {width: 32, height: 32, rx: 7, fill: '#17405e'}),
    h('circle', {cx: 16, cy: 16, r: 10.5, fill: 'none', stroke: '#8fc3e6', 'stroke-width': 2}),
    h('circle', {cx: 16, cy: 16, r: 5.5, fill: 'none', stroke: '#fff', 'stroke-width': 2}),
    h('circle', {cx: 16, cy: 16, r: 1.8, fill: '#fff'}),
  );
  fill(
    find('bar'),
    h(
      'a',
      {class: 'brand', href: '../?f=html', title: t('home')},
      mark,
      language === 'zh' ? '同城' : 'Tongcheng',
      h('small', {}, language === 'zh' ? '都市圈规划地图' : 'metropolitan plans'),
    ),
    chooser(),
    h('button', {type: 'button', class: 'fit', title: t('fit'), 'aria-label': t('fit'), onclick: fitArea}, '⤢'),
    searchBox(),
    h('span', {class: 'push'}),
    h('button', {type: 'button', onclick: share}, t('copyLink')),
    themeButton(),
    h(
      'button',
      {
        type: 'button',
        lang: language === 'zh' ? 'en' : 'zh',
        onclick: () => location.assign(state.address({lang: language === 'zh' ? 'en' : 'zh'})),
      },
      t('language'),
    ),
  );
}
