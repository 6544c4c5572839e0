// @ts-check
// Finds what a reader types: pages, decisions, updates, terms and all else that the index of the portal knows of.
// Pure: no DOM. docs/search.md says what is found and what comes first.

import { spellings, wordsOf } from './fold.js';
import { edits, sameWord, stems } from './forms.js';
import { Index } from './shards.js';

/**
 * @typedef {'page' | 'decision' | 'update' | 'doc' | 'term' | 'milestone' | 'task' | 'file'} Kind
 * @typedef {[from: number, to: number][]} Marks  where the words that were looked for stand
 * @typedef {{href: string, kind: Kind, title: string, heading: string, excerpt: string, asset: string,
 *   titleMarks: Marks, headingMarks: Marks, excerptMarks: Marks}} Result
 * @typedef {{total: number, results: Result[]}} Found
 * @typedef {Awaited<ReturnType<Index['directory']>>} Directory
 * @typedef {Map<number, number>} Matches  how well a word of the index matches, by its number: at most 1
 * @typedef {{entry: number, unit: number, all: boolean, score: number}} Hit
 */

/** What an entry is, by the number in the index. @type {Kind[]} */
const KINDS = ['page', 'decision', 'update', 'doc', 'term', 'milestone', 'task', 'file'];
const [UPDATE, TERM] = [2, 4];

/** How much a match counts, by where it is. */
const [TITLE, HEADING, NAME, TEXT] = [6, 4, 3.5, 1];
/** How much a match counts, by how it is made: a form of the word, the end or parts of a compound, one letter wrong, two. */
const [FORM, END, ONE_WRONG, TWO_WRONG] = [0.6, 0.5, 0.4, 0.3];
/** The same for a beginning; half of it depends on how much is still to be typed. */
const BEGINNING = 0.9;

/** How much it counts that everything stands together, and in how many places there is something. */
const [DENSE, OFTEN] = [0.4, 0.05];
/** Where so many have all that is looked for, those that have a part of it are left out. */
const ENOUGH = 5;
/** How many words of the index one word may stand for. */
const MOST_WORDS = 60;
/** How many words of a query count. */
const LONGEST_QUERY = 12;
/** How long an excerpt is, in characters, and how much of it the words are looked for in. */
const [EXCERPT, WINDOW] = [160, 120];

export class Search {
  #index;
  #turn = 0;

  /** @param {import('./shards.js').ReadShard} readShard gives the contents of a shard, counted from 1 @param {number} shards how many there are */
  constructor(readShard, shards) {
    this.#index = new Index(readShard, shards);
  }

  /** Fetches what every search needs. */
  async warm() {
    await this.#index.directory();
  }

  /**
   * What matches `text`, the best first; undefined where a newer search began meanwhile.
   * @param {string} text @param {number} [limit] how many results are given; all are counted @returns {Promise<Found | undefined>}
   */
  async find(text, limit = 24) {
    const turn = ++this.#turn;
    const query = queryOf(text);
    if (!query.length) return { total: 0, results: [] };
    const directory = await this.#index.directory();
    if (turn !== this.#turn) return undefined;
    let slots = query.flatMap((word) => slotsOf(word, directory));
    let hits = await this.#hits(slots, directory);
    if (turn !== this.#turn) return undefined;
    if (!hits[0]?.all && slots.length > 1) {
      // One of the words may be a slip that happens to be another word.
      slots = slots.map(({ word, matches }) => ({ word, matches: new Map([...slips(word, directory), ...matches]) }));
      hits = await this.#hits(slots, directory);
    }
    const shown = hits.slice(0, limit);
    const entries = await this.#index.entries(shown.map((hit) => hit.entry));
    if (turn !== this.#turn) return undefined;
    const words = new Set(slots.flatMap(({ matches }) => Array.from(matches.keys(), (word) => directory.words[word])));
    return { total: hits.length, results: shown.map((hit, at) => resultOf(hit, entries[at], directory.kinds[hit.entry], words)) };
  }

  /** @param {Slot[]} slots @param {Directory} directory */
  async #hits(slots, directory) {
    const matches = slots.map((slot) => slot.matches);
    return rank(matches, await this.#index.places(new Set(matches.flatMap((some) => [...some.keys()]))), directory);
  }
}

/**
 * A word of the query; `parts` are those of a compound with hyphens, `typing` says that it may go on.
 * @typedef {{written: string, word: string, parts: string[], typing: boolean}} QueryWord
 * @typedef {{word: QueryWord, matches: Matches}} Slot  what has to be found, and the words of the index that would do
 */

/** The words of a query. @param {string} text @returns {QueryWord[]} */
function queryOf(text) {
  const found = wordsOf(text.slice(0, 400));
  const inside = (/** @type {import('./fold.js').Word} */ one, /** @type {import('./fold.js').Word} */ other) =>
    one !== other && one.from >= other.from && one.to <= other.to;
  const whole = found.filter((one) => !found.some((other) => inside(one, other)));
  return whole.slice(0, LONGEST_QUERY).map((one) => ({
    written: text.slice(one.from, one.to),
    word: one.word,
    parts: found.filter((other) => inside(other, one)).map((part) => part.word),
    typing: one.to === text.length,
  }));
}

/** @param {string} word @param {boolean} typing @returns {QueryWord} */
const plain = (word, typing) => ({ written: word, word, parts: [], typing });

/** What has to be found for a word: mostly one thing, for a compound that nobody wrote its parts. @param {QueryWord} word @param {Directory} directory @returns {Slot[]} */
function slotsOf(word, directory) {
  const { parts, typing } = word;
  const matches = matchesOf(word, directory);
  if (matches.size) return [{ word, matches }];
  if (parts.length) return parts.flatMap((part, at) => slotsOf(plain(part, typing && at === parts.length - 1), directory));
  const slipped = slips(word, directory);
  if (slipped.size) return [{ word, matches: slipped }];
  const halves = compound(word, directory);
  return halves.length ? halves : [{ word, matches }];
}

/** The words of the index that a word of the query may mean. @param {QueryWord} word @param {Directory} directory @returns {Matches} */
function matchesOf({ word, written, parts, typing }, directory) {
  /** @type {Matches} */
  const matches = new Map();
  for (const way of parts.length ? [word] : spellings(written)) {
    const own = stems(way);
    const start = way.slice(0, 2);
    directory.words.forEach((known, number) => {
      const quality = likeness(way, known, typing) || (own.length && known.startsWith(start) && sameWord(own, stems(known)) ? FORM : 0);
      if (quality > (matches.get(number) ?? 0)) matches.set(number, quality);
    });
  }
  return best(matches, directory);
}

/** @param {string} word of the query @param {string} known of the index @param {boolean} typing */
function likeness(word, known, typing) {
  if (known === word) return 1;
  if (known.startsWith(word)) {
    if (!typing && word.length < 4) return 0;
    // 3 is not nearly 30.
    return (/\d$/.test(word) ? 0.5 : 1) * BEGINNING * (0.5 + (0.5 * word.length) / known.length);
  }
  return word.length > 4 && known.length > word.length + 2 && known.endsWith(word) ? END : 0;
}

/** The words of the index that come nearest, a few letters off. @param {QueryWord} word @param {Directory} directory @returns {Matches} */
function slips({ word, typing }, directory) {
  /** @type {Matches} */
  const matches = new Map();
  let most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (!most) return matches;
  directory.words.forEach((known, number) => {
    const wrong = edits(word, known, most, typing);
    if (wrong > most || !wrong) return;
    if (wrong < most) matches.clear();
    most = wrong;
    matches.set(number, wrong > 1 ? TWO_WRONG : ONE_WRONG);
  });
  return best(matches, directory);
}

/** Two words that make up a compound: `prüfungsbericht` is looked for as `prüfung` and `bericht`. @param {QueryWord} word @param {Directory} directory @returns {Slot[]} */
function compound({ word, typing }, directory) {
  for (let at = word.length - 4; at > 3; at--) {
    const end = plain(word.slice(at), typing);
    if (!directory.numbers.has(end.word)) continue;
    for (const start of [word.slice(0, at), word.slice(0, at).replace(/(?:s|es|n|en|e)$/, '')]) {
      const matches = start.length > 3 ? matchesOf(plain(start, false), directory) : new Map();
      if (matches.size) return [{ word: plain(start, false), matches }, { word: end, matches: matchesOf(end, directory) }];
    }
  }
  return [];
}

/** Not more words than can be looked up at once: the best, of these those that title something, of these the shortest. @param {Matches} matches @param {Directory} directory @returns {Matches} */
function best(matches, directory) {
  if (matches.size <= MOST_WORDS) return matches;
  const order = [...matches].sort(([one, quality], [other, otherQuality]) =>
    Number(otherQuality === 1) - Number(quality === 1) || directory.isNamed(other) - directory.isNamed(one) || otherQuality - quality || one - other);
  return new Map(order.slice(0, MOST_WORDS));
}

/**
 * All entries that have what is looked for, the best first: those that have all of it, and where these are few, others.
 * @param {Matches[]} slots @param {Map<number, import('./shards.js').Places>} places @param {Directory} directory @returns {Hit[]}
 */
function rank(slots, places, directory) {
  const { units, titles, kinds } = directory;
  const entries = kinds.length;
  const tables = slots.map((matches) => tableOf(matches, places, directory));
  const weights = tables.map((table) => {
    let having = 0;
    for (let entry = 0; entry < entries; entry++) if (table.subarray(units[entry], units[entry + 1]).some((value) => value > 0)) having++;
    return having && Math.log(1 + entries / having);
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const updates = kinds.reduce((count, kind) => count + Number(kind === UPDATE), 0);
  /** @type {Hit[]} */
  const hits = [];
  let older = updates;
  for (let entry = 0; entry < entries; entry++) {
    const hit = judge(entry, tables, weights, directory);
    if (kinds[entry] === UPDATE) older--;
    if (!hit || (!hit.all && hit.covered < whole / 2)) continue;
    const name = hit.named / Math.max(titles[entry], slots.length);
    const recent = kinds[entry] === UPDATE ? 1 + (0.1 * (older + 1)) / updates : 1;
    hits.push({ entry, unit: hit.unit, all: hit.all, score: hit.score * (1 + name) * recent });
  }
  const full = hits.filter((hit) => hit.all);
  return (full.length < ENOUGH ? hits : full).sort((one, other) => Number(other.all) - Number(one.all) || other.score - one.score || one.entry - other.entry);
}

/** How much one thing that is looked for counts in each unit: more than 1 only where it names it. @param {Matches} matches @param {Map<number, import('./shards.js').Places>} places @param {Directory} directory */
function tableOf(matches, places, { units, kinds }) {
  const table = new Float32Array(units[kinds.length]);
  for (const [word, quality] of matches) {
    const { named, said, everywhere } = places.get(word) ?? { named: [], said: [], everywhere: false };
    for (const one of said) {
      const [first, end] = everywhere ? [units[one], units[one + 1]] : [one, one + 1];
      for (let unit = first; unit < end; unit++) table[unit] = Math.max(table[unit], quality * TEXT);
    }
    let entry = 0;
    for (const unit of named) {
      while (units[entry + 1] <= unit) entry++;
      const field = unit > units[entry] ? HEADING : kinds[entry] === TERM ? NAME : TITLE;
      table[unit] = Math.max(table[unit], quality * field);
    }
  }
  return table;
}

/** What an entry is worth, and its best unit. @param {number} entry @param {Float32Array[]} tables @param {number[]} weights @param {Directory} directory */
function judge(entry, tables, weights, { units, kinds }) {
  const [first, end] = [units[entry], units[entry + 1]];
  const most = tables.map((table) => table.subarray(first, end).reduce((one, other) => Math.max(one, other)));
  if (!most.some(Boolean)) return undefined;
  const titled = tables.map((table) => table[first] > 1);
  let [unit, gain, densest, matching] = [0, -1, 0, 0];
  for (let at = first; at < end; at++) {
    let [sum, more] = [0, 0];
    tables.forEach((table, slot) => {
      sum += weights[slot] * table[at];
      // What the title says already is no reason to send somebody to a section.
      more += weights[slot] * table[at] * (titled[slot] ? 0.1 : 1);
    });
    if (sum > 0) matching++;
    densest = Math.max(densest, sum);
    if (more > gain) [unit, gain] = [at - first, more];
  }
  const sum = (/** @type {(slot: number) => number} */ value) => weights.reduce((all, weight, slot) => all + weight * value(slot), 0);
  const field = kinds[entry] === TERM ? NAME : TITLE;
  return {
    unit,
    all: most.every(Boolean),
    covered: sum((slot) => Number(most[slot] > 0)),
    named: titled.reduce((all, is, slot) => all + (is ? tables[slot][first] / field : 0), 0),
    score: sum((slot) => most[slot]) + DENSE * densest + OFTEN * Math.min(matching, 10),
  };
}

/** @param {Hit} hit @param {import('./shards.js').Entry} entry @param {number} kind @param {Set<string>} words what was found, folded @returns {Result} */
function resultOf(hit, { path, asset, title, units }, kind, words) {
  const { anchor, heading, text } = units[hit.unit];
  // A page may begin with a heading.
  const excerpt = excerptOf(text || (hit.unit ? '' : units[1]?.text ?? ''), words);
  return {
    href: `#${encode(path)}${anchor && `#${encode(anchor)}`}`,
    kind: KINDS[kind] ?? 'page',
    title,
    heading,
    excerpt,
    asset,
    titleMarks: marksOf(title, words),
    headingMarks: marksOf(heading, words),
    excerptMarks: marksOf(excerpt, words),
  };
}

/** What has a meaning behind `#`, as in the links of the pages. @param {string} text */
const encode = (text) => text.replace(/[%#"<>` ]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** Where words stand in a text. @param {string} text @param {Set<string>} words @returns {Marks} */
function marksOf(text, words) {
  /** @type {Marks} */
  const marks = [];
  const found = wordsOf(text).filter(({ word }) => words.has(word)).sort((one, other) => one.from - other.from);
  for (const { from, to } of found) {
    const last = marks[marks.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(to, last[1]);
    else marks.push([from, to]);
  }
  return marks;
}

/** The part of a text in which most of the words stand, or its beginning. @param {string} text @param {Set<string>} words */
export function excerptOf(text, words) {
  if (text.length <= EXCERPT) return text;
  const found = wordsOf(text).filter(({ word }) => words.has(word)).sort((one, other) => one.from - other.from);
  let [best, most, end] = [0, 0, 0];
  /** How often each word stands in what is looked at, which moves on word by word. @type {Map<string, number>} */
  const inside = new Map();
  for (const { from, word } of found) {
    for (; end < found.length && found[end].to <= from + WINDOW; end++) inside.set(found[end].word, (inside.get(found[end].word) ?? 0) + 1);
    if (inside.size > most) [best, most] = [from, inside.size];
    const left = (inside.get(word) ?? 0) - 1;
    if (left > 0) inside.set(word, left);
    else inside.delete(word);
  }
  const before = text.indexOf(' ', best - EXCERPT / 4) + 1;
  const start = best <= WINDOW ? 0 : before && before < best ? before : best;
  let stop = start + EXCERPT;
  if (stop >= text.length) stop = text.length;
  else {
    const space = text.lastIndexOf(' ', stop);
    // Where there is no space, not in the middle of a character.
    if (space >= start + WINDOW) stop = space;
    else if (/[\udc00-\udfff]/.test(text[stop])) stop--;
  }
  return `${start ? '… ' : ''}${text.slice(start, stop)}${stop < text.length ? ' …' : ''}`;
}
