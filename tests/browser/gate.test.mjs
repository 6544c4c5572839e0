// How the gate looks in each of its states: nothing jumps, everything can be read, with any accent, by light and on dark.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Reader, launch } from './browser.mjs';
import { FERRIES, Workspace } from './portals.mjs';
import { own } from './servers.mjs';

let browser, workspace, server, portal;
/** What the server answers with in place of a file. @type {(path: string) => number | Buffer | undefined} */
let instead = () => undefined;

before(async () => {
  workspace = new Workspace();
  // An accent that is too light for text.
  workspace.edit('vestibule.yml', (text) => text.replace(/accent: .*/, 'accent: "#ffd400"'));
  workspace.admit(FERRIES.id, 'Jo Lund');
  workspace.build();
  server = await own(workspace.out, (path) => instead(path));
  portal = `${server.url}${FERRIES.address}/`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  workspace?.remove();
});

/** Where the mark and the field begin. */
const places = (page) => page.evaluate(() => ['h1', '#passphrase'].map((one) => document.querySelector(one)?.getBoundingClientRect().top));
/** The contrast of what is written in elements to what is behind it. */
const contrasts = (page, selectors) => page.evaluate((selectors) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([...parts]) => parts.slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (rgb(colour)[3] === 255) return colour;
    }
    return 'white';
  };
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    const [one, other] = [getComputedStyle(element).color, behind(element)].map((colour) => light(rgb(colour)));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  });
}, selectors);

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`every word can be read and nothing above a message moves, ${colorScheme}`, async () => {
    const reader = await Reader.visit(browser, portal, { colorScheme, viewport: { width: 360, height: 640 } });
    const { page } = reader;
    await page.locator('.gate[data-state="ready"]').waitFor();
    const begin = await places(page);
    const written = ['h1', '.field label', '.gate-tick', '.gate-help', '.gate-help a', '.gate .button', '.gate-languages button:last-child', '#passphrase', '.gate-message'];
    /** @type {[string, string, typeof instead][]} */
    const states = [
      ['wrong', 'these are other words', () => undefined],
      ['empty', '', () => undefined],
      ['unreachable', 'these are other words', (path) => (path.endsWith('access.json') ? 503 : undefined)],
      ['version', 'these are other words', (path) => (path.endsWith('access.json') ? Buffer.from('{"v":99}') : undefined)],
    ];
    for (const [said, passphrase, answer] of states) {
      instead = answer;
      // access.json is asked for anew where the one there is is old.
      await page.evaluate(() => { const { now } = Date; Date.now = () => now() + 100_000; });
      await reader.type(passphrase);
      await page.locator(`.gate[data-said="${said}"][data-state="ready"]`).waitFor();
      assert.deepEqual(await places(page), begin, said);
      const low = (await contrasts(page, written)).map((contrast, at) => [written[at], contrast]).filter(([, contrast]) => contrast < 4.5);
      assert.deepEqual(low, [], said);
    }
    instead = () => undefined;
    await reader.leave(/503/);
  });
}

test('the accent is darkened by light and lightened on dark, in its own hue', async () => {
  for (const [colorScheme, accent] of /** @type {const} */ ([['light', 'rgb(128, 105, 0)'], ['dark', 'rgb(209, 189, 121)']])) {
    const reader = await Reader.visit(browser, portal, { colorScheme });
    await reader.isAtTheGate();
    assert.equal(await reader.page.locator('.gate-help a').evaluate((link) => getComputedStyle(link).color), accent);
    await reader.leave();
  }
});

test('where it cannot open anything, the gate says why and offers no field, with scripts and without', async () => {
  const old = await browser.newContext({ locale: 'nl-NL' });
  await old.addInitScript(() => { delete globalThis.DecompressionStream; });
  const reader = new Reader(old, portal);
  const page = await reader.open();
  await page.getByText('Deze browser is te oud om het portaal te openen.').waitFor();
  assert.deepEqual(await page.locator('#gate input, #gate .button').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), 0);
  await reader.leave();
  const without = await Reader.visit(browser, portal, { javaScriptEnabled: false });
  await without.page.locator('.gate-help').waitFor();
  const said = (await without.page.locator('#gate :is(noscript, .gate-help)').allInnerTexts()).join(' ');
  for (const words of ['needs JavaScript', 'heeft daar JavaScript voor nodig', 'Your passphrase is in the letter from Rosa Alder.']) assert.ok(said.includes(words), said);
  assert.equal(await without.page.locator('#gate form, #gate .gate-languages').count(), 2);
  assert.equal(await without.page.locator('#passphrase').isVisible() || await without.page.getByRole('button').first().isVisible(), false);
  await without.leave();
});

test('the gate has room from 320 px on, in every language', async () => {
  for (const locale of ['en-GB', 'nl-NL']) {
    const reader = await Reader.visit(browser, portal, { locale, viewport: { width: 320, height: 480 } });
    await reader.page.locator('.gate[data-state="ready"]').waitFor();
    assert.equal(await reader.page.evaluate(() => document.documentElement.scrollWidth), 320);
    const small = await reader.page.locator('#gate :is(.gate-tick, #passphrase, .button, .gate-languages button)').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.className));
    assert.deepEqual(small, [], locale);
    await reader.leave();
  }
});
