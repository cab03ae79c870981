// A form for a feature's properties, made from its collection's JSON Schema.
import {h} from '../base/dom.js';
import {language, t} from '../base/i18n.js';
import '../base/kinds.js';
import {statusKey} from '../drawing/symbols.js';

/** A title in the schema is Chinese, a blank and English. */
function titleOf(schema, name) {
  const title = schema.title ?? name;
  const at = title.search(/ [A-Z]/);
  if (at < 0) return title;
  return language === 'zh' ? title.slice(0, at) : title.slice(at + 1);
}

/** Gives a property's name as its collection's schema has it for the reader. */
export const titles = schema => name => titleOf(schema.properties[name] ?? {}, name);

const plain = value => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

function field(schema, value) {
  if (schema.enum) {
    const select = h(
      'select',
      {},
      h('option', {value: ''}, '–'),
      schema.enum.map(v => h('option', {value: v}, t(statusKey(v)))),
    );
    select.value = plain(value);
    return select;
  }
  if (schema.type === 'boolean') {
    const select = h(
      'select',
      {},
      [
        ['', '–'],
        ['true', '✓'],
        ['false', '✗'],
      ].map(([v, text]) => h('option', {value: v}, text)),
    );
    select.value = plain(value);
    return select;
  }
  if (schema.type === 'array' || schema.type === 'object') return h('textarea', {rows: 2, value: plain(value), spellcheck: 'false'});
  if (schema.type === 'integer' || schema.type === 'number') return h('input', {type: 'number', step: 'any', value: plain(value)});
  return h('input', {type: 'text', value: plain(value), pattern: schema.pattern});
}

function typed(schema, text) {
  if (text === '') return null;
  if (schema.type === 'boolean') return text === 'true';
  if (schema.type === 'integer' || schema.type === 'number') return Number(text);
  if (schema.type === 'array' || schema.type === 'object') {
    try {
      return JSON.parse(text);
    } catch {
      return schema.type === 'array' ? text.split(/[,，、]\s*/) : text;
    }
  }
  return text;
}

/** {form, changed() → the properties that differ from those given} */
export function attributes(schema, properties) {
  const fields = Object.entries(schema.properties)
    .filter(([name, s]) => !s.readOnly && name !== 'id' && name !== 'geometry')
    .map(([name, s]) => ({name, schema: s, input: field(s, properties[name])}));
  const form = h(
    'div',
    {class: 'attributes'},
    fields.map(({name, schema: s, input}) => h('label', {class: 'field', title: s.description}, titleOf(s, name), input)),
  );
  const changed = () =>
    Object.fromEntries(
      fields
        .filter(({name, input}) => input.value !== plain(properties[name]))
        .map(({name, schema: s, input}) => [name, typed(s, input.value)]),
    );
  return {form, changed};
}
