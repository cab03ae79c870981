// One feature: its attributes and geometry to be changed with a token, conflicts shown, its history to be read.
import * as api from './api.js';
import {append, fill, h} from './dom.js';
import {nameOf, pick, t} from './i18n.js';
import {flash} from './notes.js';
import * as state from './state.js';
import {add} from './words.js';
import {onClick, settings, side, sides} from './atlas.js';
import {attributes} from './attributes.js';
import {markFeature, unmark} from './focus.js';
import {history} from './history.js';
import {geometryEditor} from './geometry.js';

add({editHint: ['单击地图上的要素以查看、修改；或新建一个', 'Click a feature to read or change it, or make a new one'], token: ['写入令牌', 'Write token'], tokenHint: ['仅在本页内保存，不写入链接', 'Kept in this page only, never in the link'], save: ['保存', 'Save'], saved: ['已保存（第 {0} 版）', 'Saved (revision {0})'],
  makeNew: ['新建要素', 'New feature'], collection: ['数据集', 'Collection'], geometryKind: ['几何', 'Geometry'], remove: ['删除', 'Delete'], reallyRemove: ['确定删除此要素？历史仍保留。', 'Delete this feature? Its history is kept.'], removed: ['已删除', 'Deleted'],
  conflictTitle: ['此要素已被他人修改', 'Somebody else has changed this feature'], conflictWhat: ['他人修改了：{0}', 'They changed: {0}'], takeTheirs: ['采用对方的版本', 'Take theirs'], keepMine: ['在其上保存我的修改', 'Save mine on top'], unchanged: ['没有修改', 'Nothing changed'],
  needToken: ['需要正确的写入令牌', 'Writing needs the right token'], closedWriting: ['服务在本机之外监听且未设令牌，不可写入', 'The service listens beyond this machine without a token: nobody may write']});

let token = '';

const headers = more => ({'Content-Type': 'application/merge-patch+json', ...(token && {Authorization: `Bearer ${token}`}), ...more});
const path = (collection, id) => `collections/${collection}/items/${encodeURIComponent(id)}`;

async function fetched(collection, id) {
  const response = await api.whole(path(collection, id), {f: 'json'});
  return {feature: await response.json(), tag: response.headers.get('ETag')};
}

const tokenField = () => settings.writing.needsToken && h('label', {class: 'field'}, t('token'), h('input', {type: 'password', autocomplete: 'off', value: token, 'aria-description': t('tokenHint'), oninput: event => { token = event.target.value.trim(); }}),
  h('small', {}, t('tokenHint')));

const said = e => (e.status === 401 ? t('needToken') : e.message);

export function open(panel) {
  const live = {on: true};
  let shape = null;
  const box = h('div', {id: 'edit-form'});
  const notice = h('div', {role: 'alert'});
  const note = (kind, ...content) => fill(notice, content.length > 0 && h('div', {class: `notice ${kind}`}, content));

  function leave() {
    shape?.close();
    shape = null;
    unmark();
  }

  async function show() {
    leave();
    note('');
    const ref = state.get('feature');
    if (!ref) {
      fill(box, h('p', {class: 'empty'}, t('editHint')), newForm());
      return;
    }
    const [collection, ...rest] = ref.split('/');
    fill(box, h('p', {class: 'soft'}, t('loading')));
    try {
      const [held, schema] = await Promise.all([fetched(collection, rest.join('/')), api.json(`collections/${collection}/schema`, {datum: null})]);
      if (live.on && state.get('feature') === ref) form(collection, schema, held);
    } catch (e) {
      fill(box, h('p', {class: 'notice bad', role: 'alert'}, t('failed', e.message)));
    }
  }

  function form(collection, schema, held) {
    const {feature} = held;
    const fields = attributes(schema, feature.properties);
    shape = feature.geometry && geometryEditor(feature.geometry);
    markFeature(collection, feature.id, false);
    const save = h('button', {type: 'submit', class: 'primary'}, t('save'));
    fill(box, h('h3', {style: {'margin-top': 0}}, nameOf(feature.properties, feature.id)), h('p', {class: 'soft'}, `${t(collection)} · ${feature.id}`),
      h('form', {onsubmit: event => {
        event.preventDefault();
        patch(collection, held, changes(fields, feature), save);
      }}, tokenField(), shape?.form, fields.form, h('div', {class: 'row'}, save,
        h('button', {type: 'button', onclick: () => remove(collection, held)}, t('remove')), h('button', {type: 'button', onclick: () => state.set({feature: ''})}, t('close')))),
      history(path(collection, feature.id)));
    if (settings.writing.needsToken === false && settings.writing.loopback === false) note('', t('closedWriting'));
  }

  function changes(fields, feature) {
    const properties = fields.changed();
    const geometry = shape?.changed();
    return Object.keys(properties).length || geometry ? {...(geometry && {geometry}), ...(Object.keys(properties).length && {properties})} : null;
  }

  async function patch(collection, held, wanted, button) {
    if (!wanted) return note('', t('unchanged'));
    button.disabled = true;
    try {
      const response = await api.write('PATCH', path(collection, held.feature.id), wanted, headers({'If-Match': held.tag}));
      flash(t('saved', response.headers.get('ETag')?.match(/\d+/)?.[0] ?? ''));
      sides.forEach(one => one.update(true));
      await show();
    } catch (e) {
      if (e.status === 412) await conflict(collection, held, wanted); else note('bad', said(e));
    } finally {
      button.disabled = false;
    }
    return undefined;
  }

  /** Somebody wrote in between: says what, and lets the reader choose. */
  async function conflict(collection, held, wanted) {
    const theirs = await fetched(collection, held.feature.id);
    const changed = Object.keys(theirs.feature.properties).filter(key => JSON.stringify(theirs.feature.properties[key]) !== JSON.stringify(held.feature.properties[key]));
    if (JSON.stringify(theirs.feature.geometry) !== JSON.stringify(held.feature.geometry)) changed.push(t('geometryKind'));
    note('bad', h('strong', {}, t('conflictTitle')), h('p', {}, t('conflictWhat', changed.join('、') || '–')), h('div', {class: 'row'},
      h('button', {type: 'button', onclick: show}, t('takeTheirs')),
      h('button', {type: 'button', onclick: event => patch(collection, theirs, wanted, event.target)}, t('keepMine'))));
  }

  async function remove(collection, held) {
    if (!confirm(t('reallyRemove'))) return;
    try {
      await api.write('DELETE', path(collection, held.feature.id), null, headers({'If-Match': held.tag}));
      flash(t('removed'));
      sides.forEach(one => one.update(true));
      state.set({feature: ''});
    } catch (e) {
      if (e.status === 412) await conflict(collection, held, {}); else note('bad', said(e));
    }
  }

  function newForm() {
    const kinds = {Point: ['Point'], LineString: ['LineString'], Polygon: ['Polygon'], MultiPoint: ['Point'], MultiLineString: ['LineString'], MultiPolygon: ['Polygon'], any: ['Point', 'LineString', 'Polygon']};
    const into = settings.collections.filter(c => kinds[c.geometry]);
    const select = h('select', {}, into.map(c => h('option', {value: c.id}, pick(c.title))));
    select.value = 'hubs';
    const begin = async () => {
      leave();
      const collection = into.find(c => c.id === select.value);
      const schema = await api.json(`collections/${collection.id}/schema`, {datum: null});
      const fields = attributes(schema, {});
      shape = geometryEditor(null, kinds[collection.geometry][0]);
      const save = h('button', {type: 'submit', class: 'primary'}, t('save'));
      fill(box, h('h3', {style: {'margin-top': 0}}, `${t('makeNew')} · ${pick(collection.title)}`), h('form', {onsubmit: event => {
        event.preventDefault();
        create(collection.id, fields, save);
      }}, tokenField(), shape.form, fields.form, h('div', {class: 'row'}, save, h('button', {type: 'button', onclick: show}, t('cancel')))));
    };
    return h('div', {class: 'row'}, h('label', {}, t('collection'), select), h('button', {type: 'button', onclick: () => begin().catch(e => note('bad', e.message))}, t('makeNew')));
  }

  async function create(collection, fields, button) {
    button.disabled = true;
    try {
      const body = {type: 'Feature', geometry: shape.changed() ?? null, properties: fields.changed()};
      const response = await api.write('POST', `collections/${collection}/items`, body, headers({'Content-Type': 'application/geo+json'}));
      flash(t('saved', 1));
      sides.forEach(one => one.update(true));
      state.set({feature: `${collection}/${decodeURIComponent(response.headers.get('Location').split('/').pop())}`});
    } catch (e) {
      note('bad', said(e));
    } finally {
      button.disabled = false;
    }
  }

  fill(panel, h('h2', {}, t('edit')));
  append(panel, [notice, box]);
  const unclick = onClick(({found}) => {
    if (shape?.busy()) return true;
    const hit = found.find(f => side.layers[f.collection] && f.collection !== 'overlay' && f.collection !== 'metropolitan-areas');
    if (hit) state.set({feature: `${hit.collection}/${hit.feature.getId()}`});
    return true;
  });
  state.on(['feature'], () => live.on && show());
  show();
  return () => {
    live.on = false;
    unclick();
    leave();
  };
}

