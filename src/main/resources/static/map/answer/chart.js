// Charts: the library comes when the first one is wanted. What a chart shows stands beside it as a table.
import {h} from '../base/dom.js';
import {language, t} from '../base/i18n.js';
import {colour, isDark, onTheme} from '../base/theme.js';

let library;

function loaded() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(
      h('script', {
        src: new URL('../lib/echarts.js', import.meta.url).href,
        onload: () => resolve(window.echarts),
        onerror: () => {
          library = null;
          reject(new Error(t('offline')));
        },
      }),
    );
  });
  return library;
}

const axis = () => ({
  axisLine: {lineStyle: {color: colour('line')}},
  axisLabel: {color: colour('soft')},
  splitLine: {lineStyle: {color: colour('line')}},
});

/** A box that becomes a chart. option() is asked again when the light changes; clicked(item) hears what is clicked. */
export function chart(label, option, {height = 240, clicked} = {}) {
  const box = h('div', {class: 'chart', role: 'img', 'aria-label': label, style: {height: `${height}px`}});
  let instance = null;
  const draw = () =>
    instance?.setOption(
      {
        animation: false,
        textStyle: {fontFamily: 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif', color: colour('ink')},
        backgroundColor: 'transparent',
        ...option(axis),
      },
      true,
    );
  loaded()
    .then(echarts => {
      if (!box.isConnected) return;
      instance = echarts.init(box, null, {renderer: 'canvas'});
      draw();
      if (clicked) instance.on('click', clicked);
      new ResizeObserver(() => instance.resize()).observe(box);
    })
    .catch(e => box.append(h('p', {class: 'notice bad'}, t('failed', e.message))));
  const off = onTheme(() => (box.isConnected ? draw() : off()));
  return {box, url: () => instance?.getDataURL({type: 'png', pixelRatio: 2, backgroundColor: colour('paper')})};
}

const tip = formatter => ({
  renderMode: 'richText',
  confine: true,
  formatter,
  backgroundColor: colour('ink'),
  borderWidth: 0,
  textStyle: {color: colour('paper'), fontSize: 12},
});

/** Horizontal bars, the first row on top. */
export function bars(label, rows, {name, value, format, clicked, tint}) {
  const shown = [...rows].reverse();
  return chart(
    label,
    look => ({
      grid: {left: 8, right: 56, top: 6, bottom: 6, containLabel: true},
      tooltip: tip(item => `${item.name}  ${format(item.value)}`),
      xAxis: {type: 'value', ...look(), axisLabel: {show: false}},
      yAxis: {type: 'category', data: shown.map(name), ...look(), axisLabel: {color: colour('ink'), width: language === 'en' ? 170 : 130, overflow: 'truncate'}},
      series: [
        {
          type: 'bar',
          data: shown.map(row => ({value: value(row), itemStyle: {color: tint?.(row) ?? colour('accent')}})),
          barMaxWidth: 18,
          label: {show: true, position: 'right', formatter: item => format(item.value), color: colour('ink')},
        },
      ],
    }),
    {height: Math.max(90, shown.length * 27 + 20), clicked: clicked && (item => clicked(shown[item.dataIndex]))},
  );
}

/** With more rows the figures would not fit into their cells. */
const MOST_WITH_FIGURES = 12;

/** Whether a value's colour stands out from the page so much that figures on it are to have the page's. */
const strong = (value, most) => value / most < 0.42;

/** A square of values: cells [column, row, value or null]. */
export function heat(label, names, cells, {most, format, clicked}) {
  const large = names.length > MOST_WITH_FIGURES;
  const width = language === 'en' ? 92 : 64;
  const figure = {show: !large, formatter: item => format(item.value[2]), fontSize: 10};
  return chart(
    label,
    look => ({
      grid: {left: 8, right: 12, top: 8, bottom: 46, containLabel: true},
      tooltip: tip(item => `${names[item.value[1]]} → ${names[item.value[0]]}  ${format(item.value[2])}`),
      xAxis: {
        type: 'category',
        data: names,
        ...look(),
        axisLabel: {color: colour('soft'), rotate: 60, fontSize: large ? 9 : 11, interval: 0, width, overflow: 'truncate'},
      },
      yAxis: {
        type: 'category',
        data: names,
        inverse: true,
        ...look(),
        axisLabel: {color: colour('soft'), fontSize: large ? 9 : 11, interval: 0, width, overflow: 'truncate'},
      },
      visualMap: {
        min: 0,
        max: most,
        calculable: false,
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        itemHeight: 120,
        itemWidth: 10,
        text: [format(most), format(0)],
        textStyle: {color: colour('soft')},
        inRange: {color: isDark() ? ['#bfe3f7', '#3d83ae', '#233543'] : ['#0d4f7c', '#6fb0d6', '#eef4f8']},
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map(value => ({value, label: {color: colour(strong(value[2], most) ? 'paper' : 'ink')}})),
          label: figure,
          itemStyle: {borderColor: colour('paper'), borderWidth: 1},
        },
      ],
    }),
    {height: Math.min(560, 150 + names.length * (large ? 16 : 30)), clicked: clicked && (item => clicked(item.value))},
  );
}
