// @ts-check
// The index of a portal, as its shards say it (docs/search.md). Whatever does not hold is a mistake that is thrown: a
// number is never taken for a length before it is known that so much is there.

/**
 * @typedef {(number: number) => Promise<Uint8Array>} ReadShard
 * @typedef {{named: Uint32Array, said: Uint32Array, everywhere: boolean}} Places  numbers of units, in order; of a word that is everywhere
 *   `said` are numbers of entries
 * @typedef {{heading: string, anchor: string, text: string}} Unit
 * @typedef {{path: string, asset: string, title: string, units: Unit[]}} Entry
 */

/** How many entries lie in one block. */
const ENTRIES = 64;

/** Reads numbers and texts one after the other. */
class Bytes {
  #bytes;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  get left() {
    return this.#bytes.length - this.#at;
  }

  /** @param {number} length */
  take(length) {
    if (length > this.left) throw new RangeError('the index ends too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  byte() {
    return this.take(1)[0];
  }

  number() {
    let number = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
    throw new RangeError('a number in the index is too large');
  }

  /** How many there are of something that takes a byte or more. */
  count() {
    const count = this.number();
    if (count > this.left) throw new RangeError('the index counts what is not there');
    return count;
  }

  text() {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.take(this.number()));
  }

  end() {
    if (this.left) throw new RangeError('the index goes on behind its end');
  }
}

/** An anchor as the builder makes it from a heading. @param {string} heading */
const slug = (heading) =>
  Array.from(heading.normalize('NFKC'), (letter) => letter.toLowerCase()).join('').replace(/[^\p{Alphabetic}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '');

/** The blocks of one shard. @param {Uint8Array} shard @returns {Uint8Array[]} */
function blocksOf(shard) {
  const bytes = new Bytes(shard);
  const lengths = Array.from({ length: bytes.count() }, () => bytes.number());
  const blocks = lengths.map((length) => bytes.take(length));
  bytes.end();
  return blocks;
}

/** What must be known before anything else: the first block. */
class Directory {
  #named;

  /** @param {Uint8Array} block */
  constructor(block) {
    const bytes = new Bytes(block);
    if (bytes.byte() !== 1) throw new RangeError('an index of another version');
    /** Whether all is in one shard. */
    this.whole = bytes.byte() === 1;
    const entries = bytes.count();
    const words = bytes.count();
    if (words > 1 << 20) throw new RangeError('an index of too many words');
    /** How many words each block of places has. */
    this.sizes = Array.from({ length: bytes.count() }, () => bytes.number());
    if (this.sizes.reduce((sum, size) => sum + size, 0) !== words) throw new RangeError('words without places');
    const kinds = bytes.take(entries);
    /** What each entry is: a number. */
    this.kinds = kinds.map((kind) => kind & 15);
    /** How many words its title has. */
    this.titles = kinds.map((kind) => kind >> 4);
    /** The number of its first unit; behind the last entry, of all units. */
    this.units = new Uint32Array(entries + 1);
    for (let entry = 0; entry < entries; entry++) {
      const units = bytes.number();
      if (units < 1 || units > 1 << 20) throw new RangeError('an entry of no size');
      this.units[entry + 1] = this.units[entry] + units;
    }
    if (this.units[entries] > 1 << 24) throw new RangeError('an index of too many parts');
    const [shared, own, named] = [bytes.take(words), bytes.take(words), bytes.take(Math.ceil(words / 8))];
    /** All words, in order. */
    this.words = readWords(shared, own, bytes.text());
    bytes.end();
    /** @type {Map<string, number>} */
    this.numbers = new Map(this.words.map((word, number) => [word, number]));
    this.#named = named;
  }

  /** Whether a word stands in a title or a heading. @param {number} word */
  isNamed(word) {
    return (this.#named[word >> 3] >> (word & 7)) & 1;
  }
}

/** @param {Uint8Array} shared how many letters each word has in common with the one before @param {Uint8Array} own how many more it has @param {string} letters */
function readWords(shared, own, letters) {
  let at = 0;
  let before = '';
  const words = Array.from(shared, (same, word) => {
    if (same > before.length || at + own[word] > letters.length) throw new RangeError('a word that is not there');
    before = before.slice(0, same) + letters.slice(at, (at += own[word]));
    if (before.length > 80) throw new RangeError('a word that is too long');
    return before;
  });
  if (at !== letters.length) throw new RangeError('letters of no word');
  return words;
}

/** Reads numbers bit by bit, the highest bit of each byte first. */
class Bits {
  #bytes;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** The number that the next bits are, at most 24 of them. @param {number} count */
  take(count) {
    let bits = 0;
    for (let left = count; left > 0; ) {
      const inside = this.#at & 7;
      const some = Math.min(left, 8 - inside);
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) throw new RangeError('the index ends too early');
      bits = (bits << some) | ((byte >> (8 - inside - some)) & ((1 << some) - 1));
      this.#at += some;
      left -= some;
    }
    return bits;
  }

  /** How many zeros there are before the next one. */
  zeros() {
    let count = 0;
    while (!this.take(1)) count++;
    return count;
  }

  number() {
    const digits = this.zeros();
    if (digits > 23) throw new RangeError('a number in the index is too large');
    return (1 << digits) + this.take(digits) - 1;
  }

  /** Numbers that rise, all below `end`. @param {number} end */
  rising(end) {
    const count = this.number();
    // Each takes a bit or more.
    if (count > this.#bytes.length * 8 - this.#at) throw new RangeError('the index counts what is not there');
    const low = count ? this.take(4) : 0;
    const numbers = new Uint32Array(count);
    for (let at = 0, next = 0; at < count; at++) {
      const number = next + this.zeros() * 2 ** low + this.take(low);
      if (number >= end) throw new RangeError('a place that is not there');
      numbers[at] = number;
      next = number + 1;
    }
    return numbers;
  }

  end() {
    if (this.#bytes.length !== (this.#at + 7) >> 3) throw new RangeError('the index goes on behind its end');
  }
}

/** The places of the words of one block. @param {Uint8Array} block @param {number} words @param {Directory} directory */
function readPlaces(block, words, { units, kinds }) {
  const bits = new Bits(block);
  const [all, entries] = [units[kinds.length], kinds.length];
  const places = Array.from({ length: words }, () => {
    const named = bits.rising(all);
    const everywhere = bits.take(1) === 1;
    return { named, everywhere, said: bits.rising(everywhere ? entries : all) };
  });
  bits.end();
  return places;
}

/** What is shown of some entries. @param {Uint8Array} block @param {number[]} units how many each has */
function readEntries(block, units) {
  const bytes = new Bytes(block);
  const all = units.map((count) => {
    const [path, asset, title] = [bytes.text(), bytes.text(), bytes.text()];
    /** @type {Entry} */
    const entry = { path, asset, title, units: [] };
    for (let unit = 0; unit < count; unit++) {
      const heading = bytes.text();
      const anchor = [() => '', () => slug(heading), () => bytes.text()][bytes.byte()];
      if (!anchor) throw new RangeError('an anchor of another kind');
      entry.units.push({ heading, anchor: anchor(), text: bytes.text() });
    }
    return entry;
  });
  bytes.end();
  return all;
}

/** The index, of which shards are fetched when something in them is asked for, and kept. */
export class Index {
  #read;
  #count;
  /** @type {Map<string, Promise<any>>} */
  #kept = new Map();

  /** @param {ReadShard} read @param {number} count */
  constructor(read, count) {
    this.#read = read;
    this.#count = count;
  }

  /** @returns {Promise<Directory>} */
  directory() {
    return this.#keep('directory', async () => new Directory((await this.#blocks(1))[0]));
  }

  /** Where some words stand. @param {Iterable<number>} words @returns {Promise<Map<number, Places>>} */
  async places(words) {
    const directory = await this.directory();
    const { sizes } = directory;
    const ends = sizes.map(((sum) => (size) => (sum += size))(0));
    const wanted = [...words].map((word) => ({ word, block: ends.findIndex((end) => word < end) }));
    const found = await Promise.all(wanted.map(({ block }) =>
      this.#keep(`places ${block}`, async () => readPlaces(await this.#block(1 + block), sizes[block], directory)),
    ));
    return new Map(wanted.map(({ word, block }, at) => [word, found[at][word - (ends[block] - sizes[block])]]));
  }

  /** What is shown of some entries. @param {number[]} entries @returns {Promise<Entry[]>} in the same order */
  async entries(entries) {
    const { sizes, units } = await this.directory();
    const counts = (/** @type {number} */ block) =>
      Array.from(units.subarray(block * ENTRIES, (block + 1) * ENTRIES + 1)).flatMap((first, at, all) => (at ? [first - all[at - 1]] : []));
    return Promise.all(entries.map(async (entry) => {
      const block = Math.floor(entry / ENTRIES);
      const some = await this.#keep(`entries ${block}`, async () => readEntries(await this.#block(1 + sizes.length + block), counts(block)));
      return some[entry % ENTRIES];
    }));
  }

  /** A block by its number, which is that of its shard unless all are in one. @param {number} number */
  async #block(number) {
    const { whole } = await this.directory();
    const block = whole ? (await this.#blocks(1))[number] : (await this.#blocks(number + 1))[0];
    if (!block) throw new RangeError('a block that is not there');
    return block;
  }

  /** @param {number} shard @returns {Promise<Uint8Array[]>} */
  #blocks(shard) {
    return this.#keep(`shard ${shard}`, async () => {
      if (shard > this.#count) throw new RangeError('a shard that is not there');
      return blocksOf(await this.#read(shard));
    });
  }

  /** What was asked for before is not fetched again, unless that failed. @template T @param {string} name @param {() => Promise<T>} make @returns {Promise<T>} */
  #keep(name, make) {
    let kept = this.#kept.get(name);
    if (!kept) {
      kept = make();
      this.#kept.set(name, kept);
      kept.catch(() => this.#kept.delete(name));
    }
    return kept;
  }
}
