// @ts-check
// Words as they are looked for: small letters without accents, the same here and in the builder (docs/search.md, "Words").

/** @typedef {{word: string, from: number, to: number}} Word  folded, and where it stands in the text */

/** Letters that no normal form takes apart. @type {Record<string, string>} */
const PLAIN = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ґ: 'г', ς: 'σ' };
const ODD = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
/** Longer words are not looked for. */
const LONGEST = 40;

const IDEOGRAPH = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const APOSTROPHE = "'\\u02bc\\u2018\\u2019";
const CYRILLIC = '\\u0400-\\u052f';
const LETTER = `(?![${IDEOGRAPH}${APOSTROPHE}])[\\p{Alphabetic}\\p{N}\\p{M}]`;
/** An ideograph, a word, or one sign that is neither. */
const PIECES = new RegExp(
  `([${IDEOGRAPH}])|(${LETTER}(?:${LETTER}|[${INVISIBLE}]|(?<=[${CYRILLIC}][${INVISIBLE}]*)[${APOSTROPHE}](?=[${CYRILLIC}]))*)|([-\\u2010\\u2011])|[^]`,
  'gu',
);

/** @param {string} text */
export function fold(text) {
  if (/^[a-z0-9]*$/.test(text)) return text;
  const plain = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(ODD, (letter) => PLAIN[letter]);
  return plain.replace(/[^\p{Alphabetic}\p{N}]/gu, '').replace(/[\u02bc]/g, '');
}

/**
 * Every word of a text, in reading order; behind several words with hyphens between them, all of them as one.
 * @param {string} text @returns {Word[]}
 */
export function wordsOf(text) {
  /** @type {Word[]} */
  const words = [];
  /** @type {Word[]} */
  let parts = [];
  let open = false;
  let broken = false;
  const finish = () => {
    const word = parts.map((part) => part.word).join('');
    if (parts.length > 1 && !broken && !open && length(word) <= LONGEST) words.push({ word, from: parts[0].from, to: parts[parts.length - 1].to });
    parts = [];
    open = broken = false;
  };
  for (const piece of text.matchAll(PIECES)) {
    const [found, ideograph, letters, hyphen] = piece;
    if (hyphen) {
      broken ||= open || !parts.length;
      open = true;
      continue;
    }
    if (!open || ideograph || !letters) finish();
    if (!ideograph && !letters) continue;
    const word = fold(found);
    const one = { word, from: piece.index, to: piece.index + found.length };
    if (word && length(word) <= LONGEST) words.push(one);
    broken ||= !word || /\p{N}/u.test(word);
    open = false;
    parts.push(one);
    if (ideograph) finish();
  }
  finish();
  return words;
}

/** In characters. @param {string} word */
const length = (word) => (word.length <= LONGEST ? word.length : [...word].length);

/** Letters that are also written as two, and those two. */
const DOUBLE = /** @type {const} */ ([[/ä/gi, 'ae'], [/ö/gi, 'oe'], [/ü/gi, 'ue'], [/å/gi, 'aa'], [/ø/gi, 'oe']]);

/** How else a word may be written: `ü` as `ue` and the other way round. @param {string} written @returns {string[]} folded, the first as it is */
export function spellings(written) {
  const composed = written.normalize('NFC');
  const longer = DOUBLE.reduce((text, [letter, two]) => text.replace(letter, two), composed);
  const plain = fold(written);
  const shorter = plain.replace(/([aou])e/g, '$1').replace(/aa/g, 'a');
  return [...new Set([plain, fold(longer), shorter])];
}
