// What axe-core finds on the gate and on every kind of page, by light and on dark, on a phone and on a desk: nothing. Where it
// cannot tell whether words can be read, the contrast is measured.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { contrastsOf } from './contrast.mjs';
import { Example, KINDS, everyPage, goTo } from './example.mjs';
import { look } from './palette.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules, also those that are a recommendation or still on trial, but for these. */
const WITHOUT = {
  'color-contrast-enhanced': 'AAA; AA is what is promised',
  'hidden-content': 'says only that something is hidden, and each of these things is opened in a test of its own',
  'identical-links-same-purpose': 'AAA; "Ask us" stands beside each thing that is asked, in a group with its name',
  'landmark-complementary-is-top-level': 'deprecated',
};
/** What axe-core cannot tell, and people can. */
const UNDECIDED = {
  'css-orientation-lock': 'it cannot read style sheets that come by script; none of them asks for an orientation',
  'label-content-name-mismatch': 'an arrow alone is no text',
};

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1440, height: 900 };
const LIGHTS = /** @type {const} */ (['light', 'dark']);

const example = new Example();
before(() => example.open());
after(() => example.close());

/** What is wrong with what is shown now. @param {import('./browser.mjs').Reader} reader @param {string} within a part of the page @returns {Promise<string[]>} */
async function wrong({ page }, within) {
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(AXE);
  const { faults, undecided, words } = await page.evaluate(async ([without, within]) => {
    const { axe } = /** @type {any} */ (globalThis);
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !without.includes(ruleId) }]));
    const { violations, incomplete } = await axe.run(within, { rules, preload: false, resultTypes: ['violations', 'incomplete'] });
    const said = (rules) => rules.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id}: ${help} (${target.join(' ')}: ${html.slice(0, 100)})`));
    const isContrast = ({ id }) => id === 'color-contrast';
    return {
      faults: said(violations),
      undecided: said(incomplete.filter((one) => !isContrast(one))),
      words: incomplete.filter(isContrast).flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' '))),
    };
  }, /** @type {const} */ ([Object.keys(WITHOUT), within]));
  const contrasts = words.length ? await contrastsOf(page, words) : [];
  const low = contrasts.filter(({ contrast, large }) => contrast < (large ? 3 : 4.5));
  return [
    ...faults,
    ...undecided.filter((one) => !(one.split(':')[0] in UNDECIDED)),
    ...low.map(({ selector, words, contrast }) => `measured: ${words} has a contrast of ${contrast.toFixed(2)} (${selector})`),
  ];
}

/** What is wrong at sizes and by lights, each thing once, with where it is. @param {import('./browser.mjs').Reader} reader @param {{width: number, height: number}[]} [sizes] @param {readonly ('light' | 'dark')[]} [lights] @param {string} [within] a part of the page */
async function wrongEverywhere(reader, sizes = [DESK, PHONE], lights = LIGHTS, within = 'html') {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const size of sizes) {
    await reader.page.setViewportSize(size);
    for (const colorScheme of lights) {
      await reader.page.emulateMedia({ colorScheme });
      for (const one of await wrong(reader, within)) found.set(one, [...(found.get(one) ?? []), `${size.width} ${colorScheme}`]);
    }
  }
  return [...found].map(([one, places]) => `${one} at ${places.join(', ')}`);
}

test('the gate, as it waits, works, refuses and has no connection', async () => {
  const reader = await example.atTheGate('ferries');
  const { page } = reader;
  assert.deepEqual(await wrongEverywhere(reader), [], 'waiting');
  await reader.type('these are other words');
  await page.locator('.gate[data-said="wrong"][data-state="ready"]').waitFor();
  assert.deepEqual(await wrongEverywhere(reader), [], 'wrong');

  // The answer of the server is held back, so that the gate stays at work for as long as one looks.
  let arrive = () => {};
  const held = new Promise((resolve) => (arrive = () => resolve(undefined)));
  await page.route('**/access.json*', (route) => held.then(() => route.abort('internetdisconnected')));
  await reader.type('these are yet other words');
  await page.locator('.gate[data-state="busy"]').waitFor();
  assert.deepEqual(await wrongEverywhere(reader), [], 'working');
  await reader.context.setOffline(true);
  arrive();
  await page.locator('.gate[data-said="offline"][data-state="ready"]').waitFor();
  assert.deepEqual(await wrongEverywhere(reader), [], 'offline');
  await reader.leave(/ERR_INTERNET_DISCONNECTED/);
});

test('the gate of a browser that can open nothing, and without scripts', async () => {
  const old = await example.atTheGate('ferries', { locale: 'nl-NL' }, 'closed', () => { delete /** @type {any} */ (globalThis).DecompressionStream; });
  assert.deepEqual(await wrongEverywhere(old), []);
  await old.leave();
});

for (const [kind, hash] of Object.entries(KINDS)) {
  test(kind, async () => {
    const reader = await open();
    await goTo(reader, hash);
    assert.deepEqual(await wrongEverywhere(reader), []);
  });
}

/** One reader goes through all kinds of pages. @type {import('./browser.mjs').Reader | undefined} */
let ferries;
async function open() {
  ferries ??= await example.reading('ferries');
  return ferries;
}
after(() => ferries?.leave());

test('a word that is explained, a folded answer and the menu, opened', async () => {
  const reader = await example.reading('ferries');
  const { page } = reader;
  await goTo(reader, KINDS['a document with tables']);
  for (const [size, name] of /** @type {const} */ ([[DESK, 'desk'], [PHONE, 'phone']])) {
    await page.setViewportSize(size);
    await page.locator('.term').first().click();
    await page.locator('.term-note:popover-open').waitFor();
    assert.deepEqual(await wrongEverywhere(reader, [size]), [], name);
    await page.keyboard.press('Escape');
  }
  await goTo(reader, KINDS['the roadmap']);
  await page.locator('.tool').click();
  await page.locator('#_places:popover-open').waitFor();
  // What lies below it is dimmed for as long as it is open.
  assert.deepEqual(await wrongEverywhere(reader, [PHONE], LIGHTS, '.masthead'), [], 'the menu');
  await page.keyboard.press('Escape');
  for (const hash of Object.values(KINDS)) {
    await goTo(reader, hash);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('#_page details')) fold.open = true;
    });
    assert.deepEqual(await wrongEverywhere(reader, [PHONE]), [], `unfolded: ${hash}`);
  }
  await reader.leave();
});

test('the palette, empty, with what it found, and where nothing was found', async () => {
  const reader = await example.reading('ferries');
  const { page } = reader;
  await page.keyboard.press('/');
  await page.locator('#_palette [role="combobox"]').waitFor();
  assert.deepEqual(await wrongEverywhere(reader), [], 'empty');
  await page.keyboard.press('Escape');
  await look(page, 'fare');
  assert.deepEqual(await wrongEverywhere(reader), [], 'found');
  await page.keyboard.press('Escape');
  await page.locator('#_palette').waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('xylophonequartet');
  await page.locator('#_palette [role="status"]').filter({ hasText: 'Nothing found' }).waitFor();
  assert.deepEqual(await wrongEverywhere(reader), [], 'nothing');
  await reader.leave();
});

test('every page in Dutch, on a phone', async () => {
  const reader = await example.reading('bicycles', { viewport: PHONE, locale: 'nl-NL' });
  await everyPage(reader, async (hash) => {
    assert.deepEqual(await wrongEverywhere(reader, [PHONE], ['light']), [], hash);
  });
  await reader.leave();
});

test('every page of a project that is over, on dark', async () => {
  const reader = await example.reading('books');
  await everyPage(reader, async (hash) => {
    assert.deepEqual(await wrongEverywhere(reader, [DESK], ['dark']), [], hash);
  });
  await reader.leave();
});
