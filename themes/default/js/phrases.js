// @ts-check
// The gate's words in the reader's language.

import { words } from './words.js';

/** The first language of the reader's that there are words in, by its exact tag or its main part. @param {readonly string[]} wanted @param {string} fallback */
export function pickLanguage(wanted, fallback) {
  const offered = Object.keys(words);
  for (const tag of [...wanted, fallback]) {
    const found = offered.find((code) => code.toLowerCase() === tag.toLowerCase()) ?? offered.find((code) => code === tag.split('-')[0].toLowerCase());
    if (found) return found;
  }
  return offered.includes('en') ? 'en' : offered[0];
}

/** @param {string} language @param {string} key @param {Record<string, string>} [values] for `{name}` */
export function phrase(language, key, values = {}) {
  const text = words[language]?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}
