// The pure part of the router: what an address means.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashFor, parseHash } from '../../themes/default/js/router.js';

test('addresses', () => {
  for (const [hash, path, anchor] of [
    ['', '/', ''],
    ['#', '/', ''],
    ['#/', '/', ''],
    ['#/roadmap', '/roadmap', ''],
    ['#/roadmap/', '/roadmap', ''],
    ['#/docs/setup#backup', '/docs/setup', 'backup'],
    ['#/docs/gr%C3%B6%C3%9Fe', '/docs/größe', ''],
    ['#/docs/gro\u0308ße', '/docs/größe', ''],
    ['#/docs/a%23b#c%20d', '/docs/a#b', 'c d'],
    ['#/docs/100%2525', '/docs/100%25', ''],
    ['#/docs/50%', '/docs/50%', ''],
    ['#/docs/a%2Fb', '/docs/a/b', ''],
    ['#/#top', '/', 'top'],
    ['#backup', undefined, 'backup'],
    ['#key=abc', undefined, 'key=abc'],
  ]) assert.deepEqual(parseHash(hash), { path, anchor }, hash);
});

test('there and back', () => {
  for (const [path, anchor] of [['/', ''], ['/docs/größe', 'an anchor'], ['/docs/50% off? #1', '#'], ['/a&b=c+d', '']]) {
    assert.deepEqual(parseHash(hashFor(path, anchor)), { path, anchor });
  }
});
