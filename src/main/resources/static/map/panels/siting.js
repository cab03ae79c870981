// May this stand here? A polygon is drawn or typed, or a site is uploaded; the verdict shows each rule and where it conflicts.
import {fill, h} from '../base/dom.js';
import {pick, t} from '../base/i18n.js';
import {setExtra} from '../drawing/legend.js';
import {run, stop} from '../answer/question.js';
import * as state from '../base/state.js';
import {read, settings, side} from '../drawing/atlas.js';
import {unmark} from '../drawing/focus.js';
import {showWhole, sketch, sketchStyle} from '../drawing/sketch.js';
import {fromLink, ringOf, toLink} from './sitelink.js';
import {uploadButton} from './upload.js';
import {drawConflicts, show} from './verdict.js';

const known = kind => settings.siteKinds.some(k => k.id === kind);

/** The site of the address: its geometry, or the answer that knows it. */
function kept() {
  const [text = '', kind = ''] = state.get('site').split('~');
  const answer = text.startsWith('@') ? text.slice(1) : null;
  return {kind: known(kind) ? kind : settings.siteKinds[0].id, geometry: answer ? null : fromLink(text), answer, name: ''};
}

export function open(panel) {
  let site = kept();
  let shown = null;
  const box = h('div', {id: 'siting-answer'});
  const note = h('p', {class: 'soft', hidden: true});
  const kind = h(
    'select',
    {onchange: () => change({kind: kind.value})},
    settings.siteKinds.map(k => h('option', {value: k.id}, pick(k.title))),
  );
  kind.value = site.kind;
  const drawn = sketch('Polygon', points =>
    change({geometry: points.length >= 3 ? {type: 'Polygon', coordinates: [[...points, points[0]]]} : null, name: ''}),
  );

  function change(patch) {
    site = {...site, ...patch, answer: null};
    kind.value = site.kind;
    const text = site.geometry && toLink(site.geometry);
    state.set({site: text ? `${text}~${site.kind}` : ''});
    showGiven();
    compute();
  }

  /** A site that the sketch cannot hold is drawn as it stands. */
  function showGiven() {
    if (shown) side.overlay.removeFeature(shown);
    shown = null;
    const given = site.geometry && (site.name || !ringOf(site.geometry).length);
    note.hidden = !given;
    if (!given) return;
    note.textContent = site.name ? t('uploadedSite', site.name) : t('givenSite');
    [shown] = read({type: 'Feature', geometry: site.geometry, properties: {}});
    shown.setStyle(() => (site.geometry?.type === 'Point' ? sketchStyle() : sketchStyle()[0]));
    side.overlay.addFeature(shown);
  }

  function lookAt() {
    if (shown && !state.placed) showWhole(shown.getGeometry());
  }

  function taken(uploaded) {
    drawn.clear();
    change({geometry: uploaded.geometry, name: uploaded.name, ...(known(uploaded.kind) && {kind: uploaded.kind})});
    showWhole(shown.getGeometry());
  }

  /** The answer that the address names, and with it the site. */
  async function recalled() {
    const answer = await run(box, `answers/${encodeURIComponent(site.answer)}`, {datum: null});
    if (!answer) return null;
    const [{geometry, properties}] = answer.features;
    site = {...site, geometry, kind: properties.kind, answer: null};
    kind.value = site.kind;
    showGiven();
    lookAt();
    return answer;
  }

  async function asked() {
    const body = {type: 'Feature', id: 'site', properties: {kind: site.kind}, geometry: site.geometry};
    const answer = await run(box, 'siting', state.moment(), body, true);
    if (answer && !toLink(site.geometry)) state.set({site: `@${answer.answer_id}~${site.kind}`});
    return answer;
  }

  async function compute() {
    unmark();
    drawConflicts([]);
    if (!site.geometry && !site.answer) {
      stop(box);
      fill(box, h('p', {class: 'empty'}, t('noSite')));
      return;
    }
    const answer = await (site.answer ? recalled() : asked());
    if (answer) show(box, answer);
  }

  const failed = words => fill(box, h('p', {class: 'notice bad', role: 'alert'}, words));
  fill(
    panel,
    h('h2', {}, t('siting')),
    h('p', {class: 'soft'}, t('siteHint')),
    h('label', {class: 'field'}, t('kind'), kind),
    drawn.form,
    h('div', {class: 'row'}, uploadButton(taken, failed)),
    note,
    box,
  );
  box.addEventListener('again', compute);
  const off = state.on(['year', 'scenario'], compute);
  const ring = ringOf(site.geometry);
  if (ring.length) drawn.set(ring);
  showGiven();
  lookAt();
  compute();
  return () => {
    off();
    stop(box);
    site = {...site, geometry: null};
    showGiven();
    drawn.close();
    drawConflicts([]);
    setExtra(null, null);
    unmark();
  };
}
