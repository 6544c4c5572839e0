// The gate as it is published, and every page of the example as it stands in its frame, are HTML without a fault.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { Example, READERS, everyPage } from './example.mjs';

const example = new Example();
before(() => example.open());
after(() => example.close());

/** @type {import('html-validate').ConfigData} */
const GATE = {
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Written small all over the world.
    'doctype-style': ['error', { style: 'lowercase' }],
    // Every file is of the portal's own host, and named after what is in it; who could change it there could change the page.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The styles keep a telephone number on one line; what is copied stays a number with plain spaces.
    'tel-non-breaking': 'off',
    // A matter of how sources are laid out; pages are put together from parts.
    'no-trailing-whitespace': 'off',
  },
};

/** A page in its frame is read back out of the browser. @type {import('html-validate').ConfigData} */
const PAGE = {
  ...GATE,
  rules: {
    ...GATE.rules,
    // A browser writes `hidden=""`, however it was written.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Ids of the frame begin with `_`, so that no heading of a text can have the same; those of items have a `.` in them
    // (`milestone.opening-day`), for the same reason. HTML allows both.
    'valid-id': ['error', { relaxed: true }],
    // Scripts set the shape of a picture before it is there; the policy forbids a style in what is published.
    'no-inline-style': ['error', { allowedProperties: ['display', 'aspect-ratio'] }],
    // A list that is chosen from while one types is no `<select>`, `<ol role="list">` keeps its order, and a table or code is
    // a region only as long as it is wider than the screen.
    'prefer-native-element': ['error', { exclude: ['list', 'listbox', 'region'] }],
  },
};

/** Faults that are none. */
const MEANT = [
  // Safari takes a list without bullets for no list, and any browser a table whose rows fold on a phone for no table.
  /^no-redundant-role: .*"(list|listitem|table|rowgroup|row|columnheader|rowheader|cell)"/,
  // The contents of a page stand at its side where there is room and above it where there is none: one of the two is shown.
  /^unique-landmark: .*aria-label="(On this page|Op deze pagina)"/,
];

/** @param {import('html-validate').ConfigData} config */
const validator = (config) => new HtmlValidate(new StaticConfigLoader({ root: true, ...config }));
const gate = validator(GATE);
const page = validator(PAGE);

/** What is wrong with it. @param {HtmlValidate} validator @param {string} html */
async function faults(validator, html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages, source = '' }) => messages
    .map(({ ruleId, message, selector, offset }) => `${ruleId}: ${message} (${selector}: ${source.slice(offset, offset + 80).replace(/\s+/g, ' ')})`)
    .filter((fault) => !MEANT.some((meant) => meant.test(fault))));
}

/** The document as it is now. @param {import('./browser.mjs').Reader} reader */
const written = (reader) => reader.page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);

test('the gate of every portal, as published and as it says that the passphrase is wrong', async () => {
  for (const { address } of Object.values(READERS)) {
    assert.deepEqual(await faults(gate, readFileSync(join(example.workspace.out, address, 'index.html'), 'utf8')), [], address);
  }
  const reader = await example.atTheGate('ferries');
  await reader.type('these are other words');
  await reader.page.locator('.gate[data-said="wrong"][data-state="ready"]').waitFor();
  assert.deepEqual(await faults(page, await written(reader)), []);
  await reader.leave();
});

// The fund may read all that the ferries may, and more.
for (const name of /** @type {const} */ (['fund', 'bicycles', 'books'])) {
  test(`every page of ${name} in its frame`, async () => {
    const reader = await example.reading(name);
    const found = [];
    const pages = await everyPage(reader, async (hash) => {
      for (const fault of await faults(page, await written(reader))) found.push(`${hash} ${fault}`);
    });
    assert.deepEqual(found, []);
    assert.ok(pages.length >= (name === 'books' ? 3 : 20), pages.join());
    await reader.leave();
  });
}

test('the palette with what it found', async () => {
  const reader = await example.reading('ferries');
  await reader.page.keyboard.press('/');
  await reader.page.keyboard.type('fare');
  await reader.page.locator('#_palette [role="option"]').first().waitFor();
  assert.deepEqual(await faults(page, await written(reader)), []);
  await reader.leave();
});
