// Which address is written out on paper, and where.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, spell } from '../../themes/default/js/paper.js';

test('an address is what one would type to get there, and nothing within the portal has one', () => {
  for (const [href, typed] of [
    ['https://example.org/', 'example.org'], ['https://example.org/a/', 'example.org/a/'], ['https://example.org/?q=1', 'example.org/?q=1'],
    ['http://example.org/', 'http://example.org/'], ['HTTPS://Example.org', 'Example.org'],
    ['mailto:ida@berg.example?subject=A', 'ida@berg.example'], ['tel:+4722000000', '+4722000000'],
    ['#/docs/table', ''], ['#', ''], ['blob:https://example.org/1', ''], ['mailto:', ''],
  ]) assert.equal(addressOf(href), typed, href);
});

test('an address is written at the first link to it that is seen, unless its text says it', () => {
  /** What of `links`, each an address, a text and what it lies in, is written out. @param {[string, string, string?][]} links */
  const spelled = (links) => {
    const made = links.map(([href, textContent, within = '']) => {
      /** @type {Map<string, string>} */
      const attributes = new Map([['href', href], ['data-spell', 'old']]);
      return /** @type {any} */ ({
        textContent, attributes,
        getAttribute: (/** @type {string} */ name) => attributes.get(name) ?? null,
        setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => attributes.set(name, value),
        removeAttribute: (/** @type {string} */ name) => attributes.delete(name),
        closest: (/** @type {string} */ selector) => (within && selector.includes(within) ? {} : null),
      });
    });
    spell(made);
    return made.map(({ attributes }) => attributes.get('data-spell'));
  };
  assert.deepEqual(spelled([['https://a.example/x', 'one'], ['https://a.example/x', 'two'], ['https://b.example', 'three']]), ['a.example/x', undefined, 'b.example']);
  assert.deepEqual(spelled([['https://a.example/', 'see a.example'], ['https://a.example/', 'there'], ['tel:+4722000000', '+47 22 (00) 00-00']]), [undefined, undefined, undefined]);
  assert.deepEqual(spelled([['https://a.example', 'hidden', '[hidden]'], ['https://a.example', 'shown'], ['mailto:a@a.example', 'Ask us', '.replies']]), [undefined, 'a.example', undefined]);
  assert.deepEqual(spelled([['#/about', 'about']]), [undefined]);
});
