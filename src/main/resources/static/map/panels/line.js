// A line of the reader's own: drawn with stops, speed and headway, and at once what it gains from a place.
import {fill, h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import {setExtra} from '../drawing/legend.js';
import {run, stop} from '../answer/question.js';
import {lineSample} from '../drawing/samples.js';
import * as state from '../base/state.js';
import {MODES} from '../drawing/symbols.js';
import {colour} from '../base/theme.js';
import {add} from '../base/words.js';
import {onClick, side} from '../drawing/atlas.js';
import {unmark} from '../drawing/focus.js';
import {drawWithout, show} from './linegain.js';
import {RINGS, clearRings, drawOrigin, drawRings} from '../drawing/rings.js';
import {parse, sketch, sound, written} from '../drawing/sketch.js';

add({
  speed: ['速度 km/h', 'Speed km/h'],
  headway: ['发车间隔（分）', 'Headway (min)'],
  stopsHere: ['停靠', 'Stops'],
  stopNo: ['第 {0} 点', 'Vertex {0}'],
  lineFrom: ['从何处出发（空为首站；也可单击地图）', 'Reach from (empty: first stop; or click the map)'],
  gained: ['有此线 / 无此线', 'With / without the line'],
  without: ['无此线的一小时圈', 'One hour without it'],
  newUnits: ['一小时内新到的县市', 'Units newly within the hour'],
  noGain: ['没有新增', 'Nothing new'],
  drawLine: ['画一条带站点的线，立即看到它带来的可达变化', 'Draw a line with its stops and see at once what it gains'],
  noLine: ['尚未画线', 'No line yet'],
  usual: ['按方式取值', 'as usual'],
});

const ID = 'own-line';

/** The address keeps a line as points~mode~speed|headway~stops. */
function kept() {
  const [points = '', mode = 'metro', speed = '', headway = '', stops = ''] = state.get('line').split('~');
  const parsed = parse(points);
  return {
    points: sound(parsed) ? parsed : [],
    mode: mode in MODES ? mode : 'metro',
    speed,
    headway,
    stops: stops.split(',').filter(Boolean).map(Number),
  };
}

const keep = line =>
  state.set({line: line.points.length ? [written(line.points), line.mode, line.speed, line.headway, line.stops.join(',')].join('~') : ''});

function corridor({points, mode, speed, headway, stops}) {
  return {
    type: 'Feature',
    id: ID,
    geometry: {type: 'LineString', coordinates: points},
    properties: {
      mode,
      ...(stops.length >= 2 && {stops}),
      ...(speed && {speed_kmh: Number(speed)}),
      ...(headway && {headway_min: Number(headway)}),
    },
  };
}

const profileFor = mode => (MODES[mode].group === 'road' && mode !== 'bus' ? 'drive' : 'transit');

export function open(panel) {
  let line = kept();
  const box = h('div', {id: 'line-answer'});
  const stops = h('div', {});
  const change = patch => {
    line = {...line, ...patch};
    keep(line);
    showStops();
    compute();
  };
  const drawn = sketch('LineString', points => change({points, stops: points.length === line.points.length ? line.stops : []}));
  const mode = h(
    'select',
    {onchange: () => change({mode: mode.value})},
    Object.keys(MODES)
      .filter(m => !['waterway', 'pipeline'].includes(m))
      .map(m => h('option', {value: m}, t(m))),
  );
  mode.value = line.mode;
  const amount = (key, max) =>
    h('input', {
      type: 'number',
      min: 1,
      max,
      value: line[key],
      placeholder: t('usual'),
      onchange: event => event.target.checkValidity() && change({[key]: event.target.value}),
    });
  const from = h('input', {
    type: 'text',
    value: state.get('at'),
    placeholder: '118.0894,24.4798',
    onchange: () => state.set({at: from.value.replace(/\s/g, '')}),
  });
  fill(
    panel,
    h('h2', {}, t('draw')),
    h('p', {class: 'soft'}, t('drawLine')),
    drawn.form,
    h(
      'div',
      {class: 'row'},
      h('label', {}, t('kind'), mode),
      h('label', {}, t('speed'), amount('speed', 600)),
      h('label', {}, t('headway'), amount('headway', 1440)),
    ),
    stops,
    h('label', {class: 'field'}, t('lineFrom'), from),
    box,
  );

  function showStops() {
    const all = line.points.map((_, i) => i + 1);
    const chosen = new Set(line.stops.length ? line.stops : all);
    const toggle = (n, on) => change({stops: all.filter(i => (i === n ? on : chosen.has(i)))});
    const open = stops.querySelector('details')?.open;
    fill(
      stops,
      all.length > 0 &&
        h(
          'details',
          {class: 'more', open},
          h('summary', {}, `${t('stopsHere')} ${chosen.size} / ${all.length}`),
          all.map(n =>
            h(
              'label',
              {class: 'check'},
              h('input', {
                type: 'checkbox',
                checked: chosen.has(n),
                disabled: chosen.has(n) && chosen.size <= 2,
                onchange: event => toggle(n, event.target.checked),
              }),
              t('stopNo', n),
              h('span', {class: 'soft'}, ` ${line.points[n - 1].map(v => v.toFixed(3)).join(', ')}`),
            ),
          ),
        ),
    );
  }

  async function compute() {
    unmark();
    if (line.points.length < 2) {
      fill(box, h('p', {class: 'empty'}, t('noLine')));
      return;
    }
    const origin = state.get('at') ? state.get('at').split(',').map(Number) : line.points[(line.stops[0] ?? 1) - 1];
    drawOrigin(side, origin);
    const params = {origin: [origin.join(',')], minutes: RINGS, profile: profileFor(line.mode), ...state.moment()};
    const answer = await run(box, 'reach', {}, {...params, add: [corridor(line)]});
    if (!answer) return;
    drawRings(side, answer, origin);
    const before = await run(box, 'reach', {...params, minutes: RINGS.join(',')});
    if (!before) return;
    drawWithout(before);
    setExtra(t('reach'), [
      [() => lineSample(colour('ring-line'), 2.2), t('within', 60)],
      [() => lineSample(colour('ink'), 2, '6 4'), t('without')],
      [() => lineSample(colour('mark'), 3), t('draw')],
    ]);
    show(box, answer, before);
  }

  box.addEventListener('again', compute);
  const unclick = onClick(({lonLat}) => {
    if (line.points.length < 2) return false;
    from.value = lonLat.join(',');
    state.set({at: from.value});
    return true;
  });
  const off = state.on(['at', 'year', 'scenario'], compute);
  if (line.points.length) drawn.set(line.points);
  showStops();
  compute();
  return () => {
    off();
    unclick();
    stop(box);
    drawn.close();
    drawWithout(null);
    clearRings();
    unmark();
  };
}
