// Tables that can be read, linked to the map, and taken away as CSV or XLSX.
import {h} from '../base/dom.js';
import {number} from '../base/i18n.js';

/**
 * A column: title, value(row) for files, text(row) for the page (else the value), digits for numbers.
 * linked(row) makes rows that can be clicked and reached by keyboard.
 */
export function grid(columns, rows, {caption, linked, pinned} = {}) {
  const shown = (column, row) => {
    if (column.text) return column.text(row);
    const value = column.value(row);
    return typeof value === 'number' ? number(value, column.digits ?? 0) : (value ?? '–');
  };
  const cell = (column, row, first) =>
    h(
      first ? 'th' : 'td',
      {
        class: column.digits !== undefined ? 'number' : null,
        scope: first ? 'row' : null,
        style: first ? {background: 'none', color: 'inherit', 'font-weight': 'inherit', position: 'static'} : null,
      },
      shown(column, row),
    );
  const line = row => {
    const attributes = linked && {
      class: 'linked',
      tabindex: 0,
      onclick: () => choose(row, attributes.self),
      onkeydown: event => event.key === 'Enter' && choose(row, attributes.self),
    };
    const made = h(
      'tr',
      attributes || {},
      columns.map((column, i) => cell(column, row, i === 0)),
    );
    if (attributes) attributes.self = made;
    if (pinned?.(row)) made.setAttribute('aria-selected', 'true');
    return made;
  };
  const choose = (row, made) => {
    made
      .closest('tbody')
      .querySelectorAll('[aria-selected]')
      .forEach(other => other.removeAttribute('aria-selected'));
    made.setAttribute('aria-selected', 'true');
    linked(row);
  };
  return h(
    'div',
    {class: 'scroll', tabindex: 0, role: 'group', 'aria-label': caption ?? columns[0].title},
    h(
      'table',
      {class: 'grid'},
      caption && h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map(column => h('th', {scope: 'col', class: column.digits !== undefined ? 'number' : null}, column.title)),
        ),
      ),
      h('tbody', {}, rows.map(line)),
    ),
  );
}

/** Head and rows as plain values. */
export const values = (columns, rows) => [
  columns.map(column => column.title),
  ...rows.map(row => columns.map(column => column.value(row) ?? null)),
];
