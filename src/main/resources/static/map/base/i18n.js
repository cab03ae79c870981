// The language: the address says it, else the browser. Changing it loads the same view again.
import * as state from './state.js';
import {words} from './words.js';

export const language = state.get('lang') || (navigator.language.startsWith('zh') ? 'zh' : 'en');
export const t = words(language);

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = t('title');

/** Picks the language of a text that an answer gives in both. */
export const pick = text =>
  text === null || text === undefined ? '' : typeof text === 'string' ? text : text[language] || text.zh || text.en || '';

/** A feature's name: in the reader's language, else in Chinese, else its id. */
export const nameOf = (properties, id) =>
  (language === 'en' && properties.name_en) || properties.name_zh || properties.name || properties.name_en || id;

const FORMATS = {};

export function number(value, digits = 0) {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  FORMATS[digits] ??= new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return FORMATS[digits].format(value);
}

/** People as they are read: 123.4万, or 1.23 m. */
export function people(value) {
  if (value === null || value === undefined) return '–';
  if (language === 'zh') return value >= 1e8 ? `${number(value / 1e8, 2)}亿` : value >= 1e4 ? `${number(value / 1e4, 1)}万` : number(value);
  return value >= 1e6 ? `${number(value / 1e6, 2)} m` : value >= 1e4 ? `${number(value / 1e3)} k` : number(value);
}

export const minutes = seconds =>
  seconds === null || seconds === undefined ? '–' : `${number(seconds / 60)} ${language === 'zh' ? '分' : 'min'}`;
