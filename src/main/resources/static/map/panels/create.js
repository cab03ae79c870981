// A new feature: its collection chosen, its geometry drawn, its attributes filled in.
import * as api from '../base/api.js';
import {fill, h} from '../base/dom.js';
import {pick, t} from '../base/i18n.js';
import {settings} from '../drawing/atlas.js';
import {attributes} from './attributes.js';
import {geometryEditor} from '../drawing/geometry.js';

const DRAWN = {
  Point: 'Point',
  LineString: 'LineString',
  Polygon: 'Polygon',
  MultiPoint: 'Point',
  MultiLineString: 'LineString',
  MultiPolygon: 'Polygon',
  any: 'Point',
};
const USUAL = 'hubs';

/** begun(shape) hears of the drawing; save(collection, feature, button) writes; back() leaves; failed(error) says. */
export function creation(box, {tokenField, begun, save, back, failed}) {
  const into = settings.collections.filter(c => DRAWN[c.geometry]);
  const select = h(
    'select',
    {},
    into.map(c => h('option', {value: c.id}, pick(c.title))),
  );
  select.value = into.some(c => c.id === USUAL) ? USUAL : into[0]?.id;

  async function begin() {
    const collection = into.find(c => c.id === select.value);
    const schema = await api.json(`collections/${collection.id}/schema`, {datum: null});
    const fields = attributes(schema, {});
    const shape = geometryEditor(null, DRAWN[collection.geometry]);
    begun(shape);
    const button = h('button', {type: 'submit', class: 'primary'}, t('save'));
    const submit = event => {
      event.preventDefault();
      save(collection.id, {type: 'Feature', geometry: shape.changed(), properties: fields.changed()}, button);
    };
    fill(
      box,
      h('h3', {style: {'margin-top': 0}}, `${t('makeNew')} · ${pick(collection.title)}`),
      h(
        'form',
        {onsubmit: submit},
        tokenField(),
        shape.form,
        fields.form,
        h('div', {class: 'row'}, button, h('button', {type: 'button', onclick: back}, t('cancel'))),
      ),
    );
  }

  return h(
    'div',
    {class: 'row'},
    h('label', {}, t('collection'), select),
    h('button', {type: 'button', onclick: () => begin().catch(failed)}, t('makeNew')),
  );
}
