// Makes elements: h('button', {onclick, 'aria-label': …}, 'text', child, [more]); null and false children are left out.
const SVG = new Set(['svg', 'path', 'line', 'circle', 'rect', 'polygon', 'text', 'g', 'title']);

export function h(tag, attributes = {}, ...children) {
  const element =
    SVG.has(tag) && attributes.svg !== false ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false || name === 'svg') continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected') element[name] = value;
    else if (name === 'style') Object.entries(value).forEach(([key, v]) => element.style.setProperty(key, v));
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** Puts the children in place of what the element held. */
export function fill(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

export const find = id => document.getElementById(id);

/** Calls fn once, ms after the last call. */
export function calmed(fn, ms) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), ms);
  };
}

export function save(name, type, content) {
  const link = h('a', {href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type})), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
