// What every write needs: the token, the tag of what was read, and what a refusal means.
import * as api from '../base/api.js';
import {h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import {settings} from '../drawing/atlas.js';
import {add} from '../base/words.js';

add({
  editHint: ['单击地图上的要素以查看、修改；或新建一个', 'Click a feature to read or change it, or make a new one'],
  token: ['写入令牌', 'Write token'],
  tokenHint: ['仅在本页内保存，不写入链接', 'Kept in this page only, never in the link'],
  save: ['保存', 'Save'],
  saved: ['已保存（第 {0} 版）', 'Saved (revision {0})'],
  makeNew: ['新建要素', 'New feature'],
  collection: ['数据集', 'Collection'],
  geometryKind: ['几何', 'Geometry'],
  remove: ['删除', 'Delete'],
  reallyRemove: ['确定删除此要素？历史仍保留。', 'Delete this feature? Its history is kept.'],
  removed: ['已删除', 'Deleted'],
  conflictTitle: ['此要素已被他人修改', 'Somebody else has changed this feature'],
  conflictWhat: ['他人修改了：{0}', 'They changed: {0}'],
  takeTheirs: ['采用对方的版本', 'Take theirs'],
  keepMine: ['在其上保存我的修改', 'Save mine on top'],
  unchanged: ['没有修改', 'Nothing changed'],
  needToken: ['需要正确的写入令牌', 'Writing needs the right token'],
  closedWriting: ['服务在本机之外监听且未设令牌，不可写入', 'The service listens beyond this machine without a token: nobody may write'],
});

let token = '';

export const headers = more => ({
  'Content-Type': 'application/merge-patch+json',
  ...(token && {Authorization: `Bearer ${token}`}),
  ...more,
});
export const path = (collection, id) => `collections/${collection}/items/${encodeURIComponent(id)}`;

/** The feature with the tag that a write must name. */
export async function fetched(collection, id) {
  const response = await api.whole(path(collection, id), {f: 'json'});
  return {feature: await response.json(), tag: response.headers.get('ETag')};
}

export const tokenField = () =>
  settings.writing.needsToken &&
  h(
    'label',
    {class: 'field'},
    t('token'),
    h('input', {
      type: 'password',
      autocomplete: 'off',
      value: token,
      'aria-description': t('tokenHint'),
      oninput: event => {
        token = event.target.value.trim();
      },
    }),
    h('small', {}, t('tokenHint')),
  );

/** A refusal in words that say what to do. */
export const said = e => (e.status === 401 ? t('needToken') : e.message);

/** Names of what differs between two versions of a feature. */
export function differences(one, other, geometryName) {
  const differ = (a, b) => JSON.stringify(a) !== JSON.stringify(b);
  const names = Object.keys(other.properties).filter(key => differ(one.properties[key], other.properties[key]));
  return differ(one.geometry, other.geometry) ? [...names, geometryName] : names;
}
