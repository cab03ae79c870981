// A report to print: the map as it stands, the figures with their error, and what they rest on, down to a paragraph to be cited.
import * as api from '../base/api.js';
import {fill, find, h} from '../base/dom.js';
import {language, number, pick, t} from '../base/i18n.js';
import {link} from '../base/link.js';
import {add} from '../base/words.js';
import {about} from './question.js';
import * as state from '../base/state.js';
import {asOnPaper} from '../base/theme.js';
import {grid} from './table.js';
import {areaOf, settings} from '../drawing/atlas.js';
import {picture} from '../drawing/picture.js';

add({
  citation: ['引用', 'Citation'],
  everyRow: ['各行测算值之后（±）', 'beside each computed value (±)'],
  uncertainOnes: ['按绘制精度不能确定 {0} 处', 'uncertain by the accuracy of what is drawn: {0}'],
  noError: [
    '此答案不给出单一误差，其不确定之处见提示、假设与方法',
    'no single one is given; what is uncertain stands in warnings, assumptions and method',
  ],
});

/** How sure an answer says it is. */
function errorOf({error_km2: km2, claims, counts}) {
  if (Number.isFinite(km2)) return `±${number(km2)} km²`;
  if (claims) return t('everyRow');
  return Number.isFinite(counts?.uncertain) ? t('uncertainOnes', counts.uncertain) : t('noError');
}

/** The paragraph that stands on the answer's own page. */
async function cite(box, id) {
  const page = await api.whole(`answers/${encodeURIComponent(id)}`, {f: 'html', datum: null});
  const read = new DOMParser().parseFromString(await page.text(), 'text/html');
  const said = read.querySelector(`.citation[lang=${language}]`)?.textContent;
  if (said) fill(box, h('h3', {}, t('citation')), h('p', {class: 'citation'}, said));
}

/** The map's legend as it stands, to be read beside the picture. */
function legend() {
  const groups = [];
  for (const part of find('legend').querySelectorAll('h3, ul')) {
    if (part.tagName === 'H3') groups.push(h('div', {}));
    groups.at(-1).append(part.cloneNode(true));
  }
  return h('div', {class: 'key'}, groups);
}

export async function report({title, answer, tables, chart}) {
  const [shown, key, drawn] = await asOnPaper(async () => [await picture(), legend(), chart?.()]);
  const area = areaOf(state.get('area'));
  const dialog = h('dialog', {
    class: 'report paper',
    'aria-label': t('report'),
    onclose: () => {
      document.body.classList.remove('reporting');
      state.set({report: ''});
      dialog.remove();
    },
  });
  const cited = h('div', {});
  if (answer.answer_id) cite(cited, answer.answer_id).catch(e => fill(cited, h('p', {class: 'notice bad'}, t('failed', e.message))));
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {dateStyle: 'long'}).format(new Date());
  fill(
    dialog,
    h(
      'div',
      {class: 'actions'},
      h('button', {type: 'button', class: 'primary', onclick: () => print()}, t('print')),
      h('button', {type: 'button', onclick: () => dialog.close()}, t('close')),
    ),
    h('h1', {}, `${area ? `${pick(area.name)} · ` : ''}${title}`),
    h('p', {class: 'soft'}, `${state.get('year')} · ${t(state.get('scenario'))} · ${date}`),
    h(
      'figure',
      {style: {margin: 0}},
      h('img', {src: shown, alt: t('map')}),
      key,
      h('figcaption', {class: 'soft'}, t('modelledNote'), settings.approvalNumber && ` · ${t('approval')}：${settings.approvalNumber}`),
    ),
    drawn && h('img', {class: 'chart', src: drawn, alt: title}),
    document.querySelector('#panel .figures')?.cloneNode(true),
    h('p', {}, h('strong', {}, `${t('error')}: `), errorOf(answer)),
    tables.map(({title: caption, columns, rows}) => grid(columns, rows, {caption})),
    about(answer, true),
    cited,
    h('p', {class: 'soft', style: {'overflow-wrap': 'anywhere'}}, link()),
  );
  if (document.querySelector('dialog.report')) return;
  document.body.append(dialog);
  state.set({report: '1'});
  document.body.classList.add('reporting');
  dialog.showModal();
}
