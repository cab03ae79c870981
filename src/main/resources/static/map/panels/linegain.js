// What a line of the reader's own gains: the hour with it beside the hour without it.
import {fill, h} from '../base/dom.js';
import {minutes as inMinutes, pick, t} from '../base/i18n.js';
import {about} from '../answer/question.js';
import {grid} from '../answer/table.js';
import {colour} from '../base/theme.js';
import {read, side} from '../drawing/atlas.js';
import {actions} from '../answer/actions.js';
import {markFeature} from '../drawing/focus.js';
import {figures, ringColumns, ringOf} from '../drawing/rings.js';

/** Draws the hour without the line, dashed; null takes it away. */
export function drawWithout(answer) {
  side.drop('_without');
  for (const feature of answer
    ? read({type: 'FeatureCollection', features: answer.features.filter(f => f.properties.minutes === 60 && f.geometry)})
    : []) {
    feature.setId(undefined);
    feature.set('_without', true);
    feature.setStyle(
      () => new ol.style.Style({zIndex: 4, stroke: new ol.style.Stroke({color: colour('ink'), width: 2, lineDash: [7, 5]})}),
    );
    side.overlay.addFeature(feature);
  }
}

export function show(box, answer, before) {
  const reached = ring => new Map((ring?.units ?? []).filter(u => u.seat_seconds !== null).map(u => [u.id, u]));
  const was = reached(ringOf(before, 60));
  const units = [...reached(ringOf(answer, 60)).values()]
    .map(u => ({...u, before: was.get(u.id)?.seat_seconds ?? null}))
    .filter(u => u.before === null || u.before > u.seat_seconds);
  const columns = [
    {title: t('units'), value: u => pick(u.name)},
    {title: t('before'), value: u => u.before, text: u => inMinutes(u.before), digits: 0},
    {title: t('after'), value: u => u.seat_seconds, text: u => inMinutes(u.seat_seconds), digits: 0},
  ];
  const rows = answer.features.map(f => f.properties);
  fill(
    box,
    h('h3', {}, t('gained')),
    figures(answer, before),
    grid(ringColumns(before), rows),
    h('h3', {}, t('newUnits')),
    units.length
      ? grid(columns, units, {caption: t('units'), linked: u => markFeature('administrative-units', u.id)})
      : h('p', {class: 'empty'}, t('noGain')),
    actions({
      name: 'line',
      title: t('draw'),
      answer,
      tables: [
        {title: t('gained'), columns: ringColumns(before), rows},
        {title: t('newUnits'), columns, rows: units},
      ],
    }),
    about(answer),
  );
}
