// Reads the text of a PDF that Chromium made: enough of the format to tell what stands on which page.

import { inflateSync } from 'node:zlib';

/**
 * The text of each page as it was drawn, without spaces, since lines end anywhere.
 * @param {Buffer} pdf @returns {string[]}
 */
export function pagesOf(pdf) {
  const objects = objectsOf(pdf);
  const letters = new Map();
  const lettersOf = (/** @type {string} */ id) => {
    if (!letters.has(id)) letters.set(id, alphabet(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '')?.stream ?? ''));
    return letters.get(id);
  };
  // Pages are numbered in their order.
  return [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head)).map(({ head }) => {
    const fonts = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, lettersOf(id)]));
    return draw(objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '', fonts);
  });
}

/** Text as `pagesOf` has it. @param {string} text */
export const drawn = (text) => text.normalize('NFKC').replace(/[\s\u00ad]/g, '');

/** The objects of a file, by number. @param {Buffer} pdf @returns {Map<string, {head: string, stream?: string}>} */
function objectsOf(pdf) {
  const text = pdf.toString('latin1');
  const objects = new Map();
  for (const { 1: id, index, 0: opening } of text.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    const begin = index + opening.length;
    const length = /^<<[^]*?\/Length (\d+)[^]*?>>\s*stream\n/.exec(text.slice(begin, begin + 600));
    const end = text.indexOf('endobj', begin);
    if (!length || begin + length[0].length > end) {
      objects.set(id, { head: text.slice(begin, end) });
      continue;
    }
    const bytes = pdf.subarray(begin + length[0].length, begin + length[0].length + Number(length[1]));
    const packed = length[0].includes('/FlateDecode');
    objects.set(id, { head: length[0], stream: (packed ? inflateSync(bytes) : bytes).toString('latin1') });
  }
  return objects;
}

/** Which letters the glyphs of a font stand for. @param {string} map */
function alphabet(map) {
  const letters = new Map();
  const number = (/** @type {string} */ digits) => parseInt(digits, 16);
  for (const [, block] of map.matchAll(/beginbfchar\n([^]*?)endbfchar/g)) {
    for (const [, glyph, letter] of block.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(number(glyph), Buffer.from(letter, 'hex').swap16().toString('utf16le'));
  }
  for (const [, block] of map.matchAll(/beginbfrange\n([^]*?)endbfrange/g)) {
    for (const [, first, last, letter] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let glyph = number(first); glyph <= number(last); glyph++) letters.set(glyph, String.fromCharCode(number(letter) + glyph - number(first)));
    }
  }
  return letters;
}

/** What a page's instructions write. @param {string} instructions @param {Map<string, Map<number, string>>} fonts */
function draw(instructions, fonts) {
  let text = '';
  let font = new Map();
  for (const [, name, glyphs] of instructions.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)> Tj/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    else for (const glyph of glyphs.match(/.{4}/g) ?? []) text += font.get(parseInt(glyph, 16)) ?? '\ufffd';
  }
  return drawn(text);
}
