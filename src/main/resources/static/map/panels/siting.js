// May this stand here? A polygon is drawn or typed, or a site is uploaded; the verdict shows each rule and where it conflicts.
import {fill, h} from '../base/dom.js';
import {pick, t} from '../base/i18n.js';
import {setExtra} from '../drawing/legend.js';
import {run, stop} from '../answer/question.js';
import * as state from '../base/state.js';
import {read, settings, side, view} from '../drawing/atlas.js';
import {unmark} from '../drawing/focus.js';
import {parse, sketch, sketchStyle, sound, written} from '../drawing/sketch.js';
import {uploadButton} from './upload.js';
import {drawConflicts, show} from './verdict.js';

/** The address keeps a drawn site as points~kind. */
function kept() {
  const [points = '', kind = ''] = state.get('site').split('~');
  const parsed = parse(points);
  const known = settings.siteKinds.some(k => k.id === kind);
  return {points: sound(parsed) ? parsed : [], kind: known ? kind : settings.siteKinds[0].id, uploaded: null};
}

function geometryOf({points, uploaded}) {
  if (uploaded) return uploaded.geometry;
  return points.length >= 3 ? {type: 'Polygon', coordinates: [[...points, points[0]]]} : null;
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
  const drawn = sketch('Polygon', points => change({points, uploaded: null}));

  function change(patch) {
    site = {...site, ...patch};
    kind.value = site.kind;
    state.set({site: site.points.length ? `${written(site.points)}~${site.kind}` : ''});
    showUploaded();
    compute();
  }

  function showUploaded() {
    if (shown) side.overlay.removeFeature(shown);
    shown = null;
    note.hidden = !site.uploaded;
    if (!site.uploaded) return;
    note.textContent = t('uploadedSite', site.uploaded.name);
    [shown] = read({type: 'Feature', geometry: site.uploaded.geometry, properties: {}});
    shown.setStyle(() => sketchStyle()[0]);
    side.overlay.addFeature(shown);
  }

  function taken(uploaded) {
    const known = settings.siteKinds.some(k => k.id === uploaded.kind);
    drawn.clear();
    change({points: [], uploaded, ...(known && {kind: uploaded.kind})});
    view.fit(shown.getGeometry().getExtent(), {padding: [90, 220, 130, 90], maxZoom: 13});
  }

  async function compute() {
    unmark();
    drawConflicts([]);
    const geometry = geometryOf(site);
    if (!geometry) {
      fill(box, h('p', {class: 'empty'}, t('siteHint')));
      return;
    }
    const body = {type: 'Feature', id: 'site', properties: {kind: site.kind}, geometry};
    const answer = await run(box, 'siting', state.moment(), body, true);
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
  if (site.points.length) drawn.set(site.points);
  compute();
  return () => {
    off();
    stop(box);
    site.uploaded = null;
    showUploaded();
    drawn.close();
    drawConflicts([]);
    setExtra(null, null);
    unmark();
  };
}
