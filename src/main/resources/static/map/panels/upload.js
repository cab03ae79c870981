// A site from a GeoJSON file: exactly one point, polygon or multipolygon, taken as it stands, holes and all.
import {h} from '../base/dom.js';
import {t} from '../base/i18n.js';
import {add} from '../base/words.js';

add({
  upload: ['上传 GeoJSON', 'Upload GeoJSON'],
  badFile: ['这个文件不是恰好一个 GeoJSON 多边形或点', 'This file does not hold exactly one GeoJSON polygon or point'],
  uploadedSite: ['已上传：{0}', 'Uploaded: {0}'],
  givenSite: ['场地取自链接', 'The site is that of the link'],
});

const TYPES = ['Point', 'Polygon', 'MultiPolygon'];

async function siteOf(file) {
  const given = JSON.parse(await file.text());
  const features = given.type === 'FeatureCollection' ? given.features : [given];
  const [feature] = features;
  const geometry = feature?.type === 'Feature' ? feature.geometry : feature;
  if (features.length !== 1 || !TYPES.includes(geometry?.type)) throw new Error(t('badFile'));
  return {name: file.name, geometry, kind: feature.properties?.kind};
}

/** A button that asks for a file; taken({name, geometry, kind}) or failed(). */
export function uploadButton(taken, failed) {
  const input = h('input', {
    type: 'file',
    accept: '.json,.geojson,application/geo+json',
    hidden: true,
    'aria-label': t('upload'),
    onchange: async () => {
      try {
        taken(await siteOf(input.files[0]));
      } catch {
        failed(t('badFile'));
      } finally {
        input.value = '';
      }
    },
  });
  return h('span', {}, input, h('button', {type: 'button', onclick: () => input.click()}, t('upload')));
}
