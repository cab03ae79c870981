// Every revision of a feature: when it was recorded and how; one can be looked at on the map.
import * as api from '../base/api.js';
import {fill, h} from '../base/dom.js';
import {language, t} from '../base/i18n.js';
import {grid} from '../answer/table.js';
import {add} from '../base/words.js';
import {read} from '../drawing/atlas.js';
import {mark} from '../drawing/focus.js';

add({
  history: ['历史', 'History'],
  revision: ['版本', 'Revision'],
  recorded: ['记录时间', 'Recorded'],
  operation: ['操作', 'Operation'],
  create: ['新建', 'Created'],
  update: ['修改', 'Changed'],
  replace: ['替换', 'Replaced'],
  delete: ['删除', 'Deleted'],
  changedTo: ['此版与上一版的差别', 'Against the revision before'],
  same: ['属性相同', 'Same properties'],
});

const when = text =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(text));
const written = value => (value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** titles(name) says what a property is called. */
export function history(path, titles) {
  const list = h('div', {});
  const detail = h('div', {'aria-live': 'polite'});

  async function look({n, operation}) {
    try {
      const at = number => (number < 1 ? {properties: {}} : api.json(`${path}/revisions/${number}`).catch(() => ({properties: {}})));
      const [now, before] = await Promise.all([operation === 'delete' ? {properties: {}} : at(n), at(n - 1)]);
      const names = [...new Set([...Object.keys(now.properties), ...Object.keys(before.properties)])].filter(
        k => written(now.properties[k]) !== written(before.properties[k]),
      );
      fill(
        detail,
        h('h3', {}, `${t('revision')} ${n}`),
        n > 1 &&
          (names.length
            ? h(
                'ul',
                {class: 'warnings'},
                names.map(k => h('li', {}, `${titles(k)}: ${written(before.properties[k])} → ${written(now.properties[k])}`)),
              )
            : h('p', {class: 'soft'}, t('same'))),
      );
      if (now.geometry) mark(read({type: 'Feature', geometry: now.geometry, properties: {}})[0].getGeometry());
    } catch (e) {
      fill(detail, h('p', {class: 'notice bad'}, t('failed', e.message)));
    }
  }

  api
    .json(`${path}/revisions`, {datum: null})
    .then(({revisions}) =>
      fill(
        list,
        grid(
          [
            {title: t('revision'), value: r => r.n, digits: 0},
            {title: t('recorded'), value: r => when(r.recorded)},
            {title: t('operation'), value: r => t(r.operation)},
          ],
          [...revisions].reverse(),
          {caption: t('history'), linked: look},
        ),
      ),
    )
    .catch(e => fill(list, h('p', {class: 'notice bad'}, t('failed', e.message))));
  return h('section', {}, list, detail);
}
