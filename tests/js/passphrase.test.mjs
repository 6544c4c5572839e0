// What people type, and what it is taken for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalPassphrase } from '../../themes/default/js/opener.js';

const WORDS = 'amber-teapot-lantern-gravel-otter';

test('five words are the same however they are typed', () => {
  for (const typed of [
    WORDS,
    'Amber-teapot-lantern-gravel-otter',
    'AMBER TEAPOT LANTERN GRAVEL OTTER',
    '  amber teapot\tlantern  gravel - otter\n',
    'amber\u2011teapot\u2013lantern\u2014gravel\u2212otter',
    'am\u00adber-tea\u200bpot-lantern-gravel-otter\ufeff',
    '\uff41\uff4d\uff42\uff45\uff52\u3000teapot\u00a0lantern gravel otter',
  ]) assert.equal(normalPassphrase(typed), WORDS, JSON.stringify(typed));
});

test('anything else keeps its case and its inside', () => {
  assert.equal(normalPassphrase(' Four words are few '), 'Four words are few');
  assert.equal(normalPassphrase('amber-teapot-lantern-gravel-0tter'), 'amber-teapot-lantern-gravel-0tter');
  assert.equal(normalPassphrase('-amber teapot lantern gravel otter'), '-amber teapot lantern gravel otter');
  assert.equal(normalPassphrase('Kx9_f2-QwErTyUiOpAsDfG'), 'Kx9_f2-QwErTyUiOpAsDfG');
  assert.equal(normalPassphrase('e\u0301'), '\u00e9');
  assert.equal(normalPassphrase('amber teapot lantern gravel \u212Aite'), 'amber-teapot-lantern-gravel-kite');
});

test('nothing is refused', () => {
  for (const nothing of ['', ' ', '\n\t', '\u200b\ufeff', '\u3000']) {
    assert.throws(() => normalPassphrase(nothing), { code: 'empty-passphrase' }, JSON.stringify(nothing));
  }
});
