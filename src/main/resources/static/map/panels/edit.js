// One feature: its attributes and geometry to be changed with a token, conflicts shown, its history to be read.
import * as api from '../base/api.js';
import {append, fill, h} from '../base/dom.js';
import {nameOf, t} from '../base/i18n.js';
import {flash} from '../base/notes.js';
import * as state from '../base/state.js';
import {onClick, settings, side, sides} from '../drawing/atlas.js';
import {attributes, titles} from './attributes.js';
import {creation} from './create.js';
import {markFeature, unmark} from '../drawing/focus.js';
import {history} from './history.js';
import {differences, fetched, headers, path, said, tokenField} from './writing.js';
import {geometryEditor} from '../drawing/geometry.js';

export function open(panel) {
  let shape = null;
  /** What a property is called in the form. */
  let called = String;
  const box = h('div', {id: 'edit-form'});
  const notice = h('div', {role: 'alert'});
  /** Above the form, and in sight however far down the form one is. */
  const note = (kind, ...content) => {
    fill(notice, content.length > 0 && h('div', {class: `notice ${kind}`}, content));
    if (content.length) notice.scrollIntoView({block: 'nearest'});
  };

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
      const [held, schema] = await Promise.all([
        fetched(collection, rest.join('/')),
        api.json(`collections/${collection}/schema`, {datum: null}),
      ]);
      if (box.isConnected && state.get('feature') === ref) form(collection, schema, held);
    } catch (e) {
      fill(box, h('p', {class: 'notice bad', role: 'alert'}, t('failed', e.message)));
    }
  }

  function form(collection, schema, held) {
    const {feature} = held;
    const fields = attributes(schema, feature.properties);
    shape = feature.geometry && geometryEditor(feature.geometry);
    called = titles(schema);
    markFeature(collection, feature.id, false);
    const save = h('button', {type: 'submit', class: 'primary'}, t('save'));
    fill(
      box,
      h('h3', {style: {'margin-top': 0}}, nameOf(feature.properties, feature.id)),
      h('p', {class: 'soft'}, `${t(collection)} · ${feature.id}`),
      h(
        'form',
        {
          onsubmit: event => {
            event.preventDefault();
            patch(collection, held, changes(fields, feature), save);
          },
        },
        tokenField(),
        shape?.form,
        fields.form,
        h(
          'div',
          {class: 'row'},
          save,
          h('button', {type: 'button', onclick: () => remove(collection, held)}, t('remove')),
          h('button', {type: 'button', onclick: () => state.set({feature: ''})}, t('close')),
        ),
      ),
      history(path(collection, feature.id), called),
    );
    if (settings.writing.needsToken === false && settings.writing.loopback === false) note('', t('closedWriting'));
  }

  function changes(fields, feature) {
    const properties = fields.changed();
    const geometry = shape?.changed();
    return Object.keys(properties).length || geometry
      ? {...(geometry && {geometry}), ...(Object.keys(properties).length && {properties})}
      : null;
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
      if (e.status === 412) await conflict(collection, held, wanted);
      else note('bad', said(e));
    } finally {
      button.disabled = false;
    }
    return undefined;
  }

  /** Somebody wrote in between: says what, and lets the reader choose. */
  async function conflict(collection, held, wanted) {
    const theirs = await fetched(collection, held.feature.id);
    const changed = differences(held.feature, theirs.feature, t('geometryKind')).map(called);
    note(
      'bad',
      h('strong', {}, t('conflictTitle')),
      h('p', {}, t('conflictWhat', changed.join('、') || '–')),
      h(
        'div',
        {class: 'row'},
        h('button', {type: 'button', onclick: show}, t('takeTheirs')),
        h('button', {type: 'button', onclick: event => patch(collection, theirs, wanted, event.target)}, t('keepMine')),
      ),
    );
  }

  async function remove(collection, held) {
    if (!confirm(t('reallyRemove'))) return;
    try {
      await api.write('DELETE', path(collection, held.feature.id), null, headers({'If-Match': held.tag}));
      flash(t('removed'));
      sides.forEach(one => one.update(true));
      state.set({feature: ''});
    } catch (e) {
      if (e.status === 412) await conflict(collection, held, {});
      else note('bad', said(e));
    }
  }

  const newForm = () =>
    creation(box, {
      tokenField,
      back: show,
      save: create,
      failed: e => note('bad', e.message),
      begun: drawing => {
        leave();
        shape = drawing;
      },
    });

  async function create(collection, feature, button) {
    button.disabled = true;
    try {
      const response = await api.write(
        'POST',
        `collections/${collection}/items`,
        feature,
        headers({'Content-Type': 'application/geo+json'}),
      );
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
  const off = state.on(['feature'], show);
  show();
  return () => {
    off();
    unclick();
    leave();
  };
}
