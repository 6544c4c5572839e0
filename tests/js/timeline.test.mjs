// Where today lies on a timeline, and which labels have room beside it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fits, place, side, widthOf } from '../../themes/default/js/timeline.js';

const themes = new URL('../../themes/default/', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, themes), 'utf8');

test('a day is so many per cent of the way, as in the build', () => {
  assert.equal(place(0, 212), 0);
  assert.equal(place(81, 212), 38.21);
  assert.equal(place(212, 212), 100);
  assert.equal(place(-1, 212), -0.47);
  assert.equal(place(300, 212), 141.51);
  assert.equal(place(13, 28), 46.43);
});

test('a label stands beside its place near an edge, in the middle elsewhere', () => {
  const width = widthOf('Vandaag');
  assert.equal(width, 4.34);
  assert.deepEqual([0, 21.6, 21.8, 50, 78.2, 78.4, 100].map((x) => side(x, width)), ['start', 'start', 'middle', 'middle', 'middle', 'end', 'end']);
  assert.equal(side(12, widthOf('No')), 'middle');
  // Room for half of it on both sides of the narrowest timeline is what counts.
  assert.equal(side(50, 20), 'start');
});

test('two labels are shown together from the width on in which they do not touch', () => {
  assert.equal(fits(50, 4), '');
  assert.equal(fits(10, 0.85), '');
  assert.equal(fits(10, 0.86), 'fits-12');
  assert.equal(fits(10, 1.3), 'fits-16');
  assert.equal(fits(10, 2.2), 'fits-24');
  assert.equal(fits(10, 6.3), undefined);
  assert.equal(fits(0, 1), undefined);
  assert.equal(fits(0, -1), '');
});

test('the widths are those of the styles and of the build', () => {
  const list = /WIDTHS = \[([\d, ]+)\]/.exec(read('js/timeline.js'))?.[1].split(', ');
  const build = readFileSync(new URL('../../src/render/timeline/labels.rs', import.meta.url), 'utf8');
  assert.deepEqual(/WIDTHS: .* = \[([\d, ]+)\]/.exec(build)?.[1].split(', '), list);
  const rules = [...read('css/timeline.css').matchAll(/timeline \(width < (\d+)rem\) \{ \.fits-(\d+) \{ display: none/g)];
  assert.deepEqual(rules.map((rule) => rule[1]), list);
  assert.deepEqual(rules.map((rule) => rule[2]), list);
});
