// @ts-check
// Which words are forms of one another, and which are nearly the same. Light rules for five languages, all of them
// tried on every word: a text may be in another language than its portal. Words are folded (fold.js).

/** @param {string} word @param {RegExp} ending @param {string} [instead] @param {number} [left] letters that must be left */
const without = (word, ending, instead = '', left = 3) => {
  const short = word.replace(ending, instead);
  return short.length >= left ? short : word;
};
/** `pakkett` is `pakket`, `runn` is `run`. @param {string} word */
const single = (word) => word.replace(/([bcdfgklmnprst])\1$/, '$1');

/** One stem a language; two words with one stem are forms of one word. @type {((word: string) => string)[]} */
const LATIN = [
  function english(word) {
    const plural = without(word, /(?:ies|(?<=[sxz]|ch|sh)es|(?<=[^su])s)$/, word.endsWith('ies') ? 'y' : '');
    return without(single(without(plural, /(?:ations?|ings?|ers?|ed|ly|ment)$/)), /[ey]$/).replace(/at$/, '');
  },
  function dutch(word) {
    const short = without(without(word, /heden$/, 'heid'), /(?:tjes?|jes?|(?<=[elmnrt])s)$/);
    const stem = single(without(short, /(?:enden|ende|end|eren|en|e)$/));
    return stem.replace(/([aeou])\1(?=[^aeiou]$)/, '$1').replace(/v$/, 'f').replace(/z$/, 's').replace(/^ge(?=.{4})/, '');
  },
  function german(word) {
    const short = without(word, /(?:ungen|innen|ung|in)$/);
    return without(short, /(?:ern|em|en|er|es|e|(?<=[elr])n|(?<=[^aeiou])s)$/).replace(/^ge(?=.{4})/, '');
  },
  function french(word) {
    const singular = without(without(word, /eaux$/, 'eau'), /aux$/, 'al');
    return without(singular.replace(/(?<=[^s])[sx]$/, ''), /(?:ements?|ees?|ants?|er|ez|es|e)$/);
  },
];

/** Endings of nouns and adjectives (й and ї are folded), then vowels that come and go. @param {string} word */
function ukrainian(word) {
  const short = without(word, /(?:ями|ами|ого|ому|ими|ові|еві|ість|ості|єю|ою|ею|еи|еі|ів|ях|ах|ям|ам|ом|ем|им|их|ии|іи|оі|ую|а|я|о|е|є|и|і|у|ю|ь)$/);
  return short.replace(/ь$/, '').replace(/(?<=..)[оеі](?=[бвгджзклмнпрстфхцчшщ]$)/, '');
}

/** What a word has in common with its other forms, one for each language. @param {string} word @returns {string[]} */
export function stems(word) {
  if (/^[a-z]{3,}$/.test(word)) return LATIN.map((stem) => stem(word));
  return /^[\u0400-\u052f]{3,}$/.test(word) ? [ukrainian(word)] : [];
}

/** Whether one of the languages has both as forms of one word. @param {string[]} one @param {string[]} other both from `stems` */
export const sameWord = (one, other) => one.length === other.length && one.some((stem, at) => stem.length > 2 && stem === other[at]);

/**
 * How many letters have to be changed, put in, left out or swapped with their neighbour to make `one` from `other`; with
 * `beginning` from any beginning of it. More than `most` is told as `most + 1`.
 * @param {string} one @param {string} other @param {number} most @param {boolean} [beginning]
 */
export function edits(one, other, most, beginning = false) {
  const far = most + 1;
  if (one.length - other.length > most || (!beginning && other.length - one.length > most)) return far;
  const width = Math.min(other.length, one.length + most);
  let before = new Uint8Array(width + 1);
  let last = Uint8Array.from({ length: width + 1 }, (_, at) => Math.min(at, 255));
  for (let row = 1; row <= one.length; row++) {
    const here = new Uint8Array(width + 1).fill(far);
    here[0] = Math.min(row, far);
    let least = here[0];
    for (let at = Math.max(1, row - most); at <= Math.min(width, row + most); at++) {
      const same = one[row - 1] === other[at - 1];
      let cost = Math.min(last[at - 1] + (same ? 0 : 1), last[at] + 1, here[at - 1] + 1);
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) cost = Math.min(cost, before[at - 2] + 1);
      here[at] = Math.min(cost, far);
      least = Math.min(least, here[at]);
    }
    if (least > most) return far;
    [before, last] = [last, here];
  }
  return beginning ? Math.min(...last) : last[width] + (other.length - width);
}
