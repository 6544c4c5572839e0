// Words as they are looked for; the builder is held to the same vectors.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fold, spellings, wordsOf } from '../../themes/default/js/fold.js';

const { cases } = JSON.parse(readFileSync(new URL('../vectors/search-words.json', import.meta.url), 'utf8'));

test('the words of the vectors', () => {
  for (const { text, words } of cases) assert.deepEqual(wordsOf(text).map(({ word }) => word), words, text);
});

test('a folded word stays as it is', () => {
  for (const { words } of cases) for (const word of words) assert.equal(fold(word), word);
});

test('words know where they stand', () => {
  const text = "Zur Über\u00adgabe: go-live, об'єкт 東";
  assert.deepEqual(wordsOf(text).map(({ word, from, to }) => [word, text.slice(from, to)]), [
    ['zur', 'Zur'], ['ubergabe', 'Über\u00adgabe'], ['go', 'go'], ['live', 'live'], ['golive', 'go-live'], ['обєкт', "об'єкт"], ['東', '東'],
  ]);
});

test('letters that are also written as two', () => {
  assert.deepEqual(spellings('Übergabe'), ['ubergabe', 'uebergabe']);
  assert.deepEqual(spellings('U\u0308bergabe'), ['ubergabe', 'uebergabe']);
  assert.deepEqual(spellings('uebergabe'), ['uebergabe', 'ubergabe']);
  assert.deepEqual(spellings('ÅRHUS'), ['arhus', 'aarhus']);
  assert.deepEqual(spellings('plan'), ['plan']);
});
