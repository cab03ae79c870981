// Questions about the chosen area: each a tab with figures, tables, charts, and what they rest on.
import {fill, h} from '../base/dom.js';
import {pick, t} from '../base/i18n.js';
import {about, run, stop} from '../answer/question.js';
import * as state from '../base/state.js';
import {add} from '../base/words.js';
import {areaOf, side} from '../drawing/atlas.js';
import {actions} from '../answer/actions.js';
import {unmark} from '../drawing/focus.js';
import * as claims from './assess-claims.js';
import * as connectivity from './assess-connectivity.js';
import * as continuity from './assess-continuity.js';
import * as extent from './assess-extent.js';
import * as gain from './assess-gain.js';

add({
  extent: ['范围面积', 'Extent'],
  connectivity: ['连通', 'Connectivity'],
  gain: ['增益', 'Gain'],
  continuity: ['断头路', 'Continuity'],
  claims: ['说法核对', 'Claims'],
});

const TABS = {extent, connectivity, gain, continuity, claims};

export function open(panel) {
  const box = h('div', {id: 'assess-answer'});
  const tabs = h(
    'div',
    {class: 'tabs', role: 'tablist', 'aria-label': t('assess')},
    Object.keys(TABS).map(id =>
      h(
        'button',
        {type: 'button', role: 'tab', 'data-tab': id, 'aria-controls': 'assess-answer', onclick: () => state.set({tab: id})},
        t(id),
      ),
    ),
  );
  box.setAttribute('role', 'tabpanel');

  async function compute() {
    unmark();
    clearDrawn();
    const tab = TABS[state.get('tab')] ? state.get('tab') : 'extent';
    box.setAttribute('aria-label', t(tab));
    tabs.querySelectorAll('button').forEach(b => b.setAttribute('aria-selected', String(b.dataset.tab === tab)));
    const area = areaOf(state.get('area'));
    if (!area) {
      stop(box);
      fill(box, h('p', {class: 'empty'}, t('needArea')));
      return;
    }
    const {path, params} = TABS[tab].ask(area.id);
    const answer = await run(box, path, params);
    if (!answer || !box.isConnected) return;
    const given = TABS[tab].show(answer, area);
    fill(
      box,
      h('h3', {style: {'margin-top': 0}}, `${pick(area.name)} · ${t(tab)}`),
      given.content,
      actions({name: tab, title: t(tab), answer, tables: given.tables, chart: given.chart?.url}),
      about(answer),
    );
  }

  box.addEventListener('again', compute);
  fill(panel, h('h2', {}, t('assess')), tabs, box);
  const off = state.on(['area', 'tab', 'year', 'scenario'], compute);
  compute();
  return () => {
    off();
    stop(box);
    unmark();
    clearDrawn();
  };
}

function clearDrawn() {
  side.drop('_answer');
}
