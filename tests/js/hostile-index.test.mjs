// Shards that are not what the format says: they are refused, quickly, and never taken for more than they are.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Search } from '../../themes/default/js/search.js';

const vectors = JSON.parse(readFileSync(new URL('../vectors/search-indexes.json', import.meta.url), 'utf8'));
const [corpus, many] = vectors.cases.map(({ shards }) => shards.map((shard) => new Uint8Array(Buffer.from(shard, 'base64url'))));
const QUERIES = ['report part', 'a', 'facturen', 'everybody xy', 'report 99'];

/** Whether it was read or refused; a mistake of another kind, or more than a second, is neither. @param {Uint8Array[]} shards */
async function outcome(shards) {
  const started = performance.now();
  let outcome = 'read';
  for (const query of QUERIES) {
    try {
      await new Search(async (number) => shards[number - 1], shards.length).find(query);
    } catch (error) {
      // RangeError is ours; TypeError is what a decoder says of bytes that are no UTF-8.
      assert.ok(error instanceof RangeError || (error instanceof TypeError && /encoded data|utf-8/i.test(error.message)), String(error.stack));
      outcome = 'refused';
    }
  }
  assert.ok(performance.now() - started < 2_000, `${performance.now() - started} ms`);
  return outcome;
}

const with1 = (/** @type {Uint8Array[]} */ shards, /** @type {number} */ at, /** @type {Uint8Array} */ shard) => shards.map((one, number) => (number === at ? shard : one));

test('as they are', async () => {
  assert.equal(await outcome(corpus), 'read');
  assert.equal(await outcome(many), 'read');
});

test('shards that end too early or go on behind their end', async () => {
  const [shard] = corpus;
  for (const length of [0, 1, 2, 3, 10, 100, 1000, shard.length - 1]) assert.equal(await outcome([shard.slice(0, length)]), 'refused', `${length} bytes`);
  assert.equal(await outcome([Uint8Array.from([...shard, 0])]), 'refused');
});

test('shards in the place of others', async () => {
  for (const [at, other] of [[0, 1], [1, 0], [1, many.length - 1], [many.length - 1, 1]]) assert.equal(await outcome(with1(many, at, many[other])), 'refused', `${other} for ${at}`);
  assert.equal(await outcome(many.slice(0, 1)), 'refused');
});

test('sizes that are too large', async () => {
  const big = [0xff, 0xff, 0xff, 0x7f];
  for (const bytes of [big, [1, ...big], [1, 12, 1, 1, ...big], [1, 12, 1, 1, 1, ...big], [1, 8, 1, 1, 0, 0, 0, ...big.slice(1)], [0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]]) {
    assert.equal(await outcome([Uint8Array.from(bytes)]), 'refused', bytes.join());
  }
});

test('any byte changed', async () => {
  let state = 7;
  const random = (/** @type {number} */ below) => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32 * below) | 0;
  const seen = { read: 0, refused: 0 };
  for (let round = 0; round < 400; round++) {
    const shards = round % 2 ? corpus : many;
    const at = round % 3 ? 0 : random(shards.length);
    const shard = shards[at].slice();
    const near = round % 4 ? shard.length : 64;
    shard[random(Math.min(near, shard.length))] ^= 1 << random(8);
    seen[await outcome(with1(shards, at, shard))]++;
  }
  assert.ok(seen.read > 20 && seen.refused > 100, JSON.stringify(seen));
});
