// The search of a portal, on indexes that the builder wrote: what people type in five languages, and what comes first.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Search, excerptOf } from '../../themes/default/js/search.js';

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const [corpus, many] = read('../vectors/search-indexes.json').cases.map(({ shards }) => shards.map((shard) => new Uint8Array(Buffer.from(shard, 'base64url'))));
const { queries } = read('../search/queries.json');

/** A search in these shards, and the numbers of those it asked for. @param {Uint8Array[]} shards */
function searchIn(shards) {
  /** @type {number[]} */
  const asked = [];
  const search = new Search(async (number) => (asked.push(number), shards[number - 1]), shards.length);
  return { search, asked };
}

/** What a result leads to. */
const place = (result) => result && (result.asset || result.href);

/** Whether a result leads there; where no heading is named, any on the page will do. @param {string} first */
const is = (result, first) => place(result) === first || (!result.asset && !first.slice(1).includes('#') && result.href.split('#')[1] === first.slice(1));

test('sixty queries in five languages', async (t) => {
  const { search } = searchIn(corpus);
  assert.equal(queries.length, 60);
  const wrong = [];
  for (const { query, first, why } of queries) {
    const { results, total } = await search.find(query);
    assert.ok(total >= results.length && results.length > 0, query);
    if (first !== null && !is(results[0], first)) wrong.push(`${query} (${why}): ${results.slice(0, 3).map(place).join(' ')}`);
  }
  t.diagnostic(`${queries.length - wrong.length} of ${queries.length} right`);
  assert.deepEqual(wrong, []);
});

test('while a word is typed, its page stays in sight', async () => {
  const { search } = searchIn(corpus);
  for (const [whole, from, first] of [['factuur', 4, '#/docs/nl/begroting'], ['Übergabe', 3, '#/docs/de/uebergabe'], ['backup', 4, '#/docs/en/backups'], ["об'єкти", 4, '#/docs/uk/obiekty']]) {
    for (let length = from; length <= whole.length; length++) {
      const { results } = await search.find(whole.slice(0, length));
      assert.ok(results.slice(0, 3).some((result) => result.href.startsWith(first)), whole.slice(0, length));
    }
  }
});

test('a result says what it is, where it stands and which words are meant', async () => {
  const { search } = searchIn(corpus);
  const marked = (text, marks) => marks.map(([from, to]) => text.slice(from, to));
  const [term] = (await search.find('content management')).results;
  assert.deepEqual(
    [term.kind, term.title, term.heading, marked(term.heading, term.headingMarks), term.asset],
    ['term', 'CMS', 'content management system', ['content', 'management'], ''],
  );
  const [file] = (await search.find('contract')).results;
  assert.deepEqual([file.kind, file.title, file.asset, file.href], ['file', 'Contract, signed', 'files/contract-signed.txt', '#/documents#file.contract-signed-txt']);
  const [section] = (await search.find('invoice')).results;
  assert.deepEqual([section.kind, section.title, section.heading, section.href], ['doc', 'Where the guide runs', 'Costs', '#/docs/en/hosting#costs']);
  assert.equal(section.excerpt, 'The invoice comes four times a year. Traffic above ten terabytes is charged extra.');
  assert.deepEqual(marked(section.excerpt, section.excerptMarks), ['invoice']);
  const [update] = (await search.find('insurer')).results;
  assert.deepEqual([update.kind, update.title, marked(update.title, update.titleMarks)], ['update', '19\u00a0June\u00a02026: The insurer said yes', ['insurer']]);
  const [task] = (await search.find('photographs tide room')).results;
  assert.deepEqual([task.kind, task.heading], ['task', '']);
});

test('of a decision its question is shown, whatever it was found by', async () => {
  const { search } = searchIn(corpus);
  for (const query of ['0003', 'numbers on the wall', 'cellar wired museum closed', 'Petra Lund beacons']) {
    const [decision] = (await search.find(query)).results;
    assert.deepEqual([decision.href, decision.heading, decision.excerpt], ['#/decisions/0003-beacons', '', 'Shall the phone know by itself where it is?'], query);
  }
});

test('what is nowhere finds nothing', async () => {
  const { search } = searchIn(corpus);
  for (const query of ['', '   ', '…', 'xylophon', 'qqqq wwww']) assert.deepEqual(await search.find(query), { total: 0, results: [] }, query);
});

test('only the best are given, and all are counted', async () => {
  const { search } = searchIn(corpus);
  const { total, results } = await search.find('the', 3);
  assert.equal(results.length, 3);
  assert.ok(total > 20, String(total));
});

test('a newer search takes the place of an older one', async () => {
  /** @type {(() => void)[]} */
  const waiting = [];
  const search = new Search((number) => new Promise((resolve) => waiting.push(() => resolve(corpus[number - 1]))), corpus.length);
  const [older, newer] = [search.find('factu'), search.find('factuur')];
  waiting.forEach((answer) => answer());
  assert.equal(await older, undefined);
  assert.equal((await newer)?.results[0].title, 'Begroting en facturen');
  assert.equal(waiting.length, 1, 'a shard is asked for once');
});

test('shards are fetched when something in them is asked for', async () => {
  const { search, asked } = searchIn(many);
  await search.warm();
  assert.deepEqual(asked, [1]);
  const { results, total } = await search.find('report 77');
  assert.equal(results[0].title, 'Report 77');
  assert.ok(total >= 1);
  assert.ok(asked.length < many.length, `${asked}`);
  assert.equal(new Set(asked).size, asked.length, 'each once');
});

test('words that are everywhere, in many shards', async () => {
  const { search } = searchIn(many);
  assert.equal((await search.find('everybody reads', 5)).total, 150);
  const { results, total } = await search.find('part 3');
  assert.ok(total >= 15);
  assert.ok(results.slice(0, 15).every((result) => result.title.endsWith('3')), results.map((result) => result.title).join());
  assert.equal(results[0].href, '#/docs/d003#part-3');
});

test('a shard that cannot be fetched is asked for again the next time', async () => {
  let broken = true;
  const search = new Search(async (number) => {
    if (broken) throw new Error('no connection');
    return corpus[number - 1];
  }, corpus.length);
  await assert.rejects(search.find('backup'), /no connection/);
  broken = false;
  assert.equal((await search.find('backup'))?.results[0].title, 'Backups');
});

test('an excerpt is where most of the words stand, in whole words', () => {
  const excerpt = (text, ...words) => excerptOf(text, new Set(words));
  const filling = 'one two three four five six seven eight nine ten '.repeat(8);
  assert.equal(excerpt('short', 'none'), 'short');
  assert.equal(
    excerpt(`boat ${filling}boat and pier, ${filling}`, 'boat', 'pier'),
    '… four five six seven eight nine ten boat and pier, one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two …',
  );
  assert.equal(excerpt(`${filling}boat`, 'boat'), '… four five six seven eight nine ten boat');
  // Words that are not parted by spaces, and characters of two units.
  const wall = '他都は日本の首都です。'.repeat(30);
  assert.equal(excerpt(`${wall}京${wall} end.`, '京').slice(0, 4), '… 京他');
  assert.equal(excerpt(`a ${wall.slice(0, 90)}京${wall}`, '京').includes('京'), true);
  assert.equal(excerpt(`grin ${'😀'.repeat(300)}`, 'grin'), `grin ${'😀'.repeat(77)} …`);
  assert.equal(excerpt(`so-called ${filling}`, 'so', 'called', 'socalled').slice(0, 9), 'so-called');
});

test('a word that stands a hundred thousand times in one text holds nobody up', () => {
  const started = performance.now();
  assert.match(excerptOf('again and '.repeat(100_000), new Set(['again', 'and'])), /^again and again .* …$/);
  assert.ok(performance.now() - started < 2_000, `${performance.now() - started} ms`);
});
