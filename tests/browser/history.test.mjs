// Back and Forward, links and reloads: one is where a browser would have left one, to the pixel.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { join } from 'node:path';
import { Reader } from './browser.mjs';
import { FERRIES } from './portals.mjs';
import { stage } from './stage.mjs';

const lines = (count, word) => Array.from({ length: count }, (_, at) => `${word} ${at + 1}.`).join('\n\n');
/** A picture of which nobody knows how large it is until it is there. */
const UNSIZED = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="100" height="100"/></svg>\n';
const LONG = `# The long one

[Lower](#lower) [To the short one](./short.md)

<details><summary>More</summary>

${lines(20, 'Folded')}

</details>

![A map](./map.png)

![A square](./square.svg)

## Upper

${lines(60, 'Upper')}

## Lower

${lines(60, 'Lower')}

[Down to the short one](./short.md)

## Last

${lines(60, 'Last')}
`;
const SHORT = `# The short one\n\n[Back to lower](./long.md#lower)\n\n${lines(40, 'Short')}\n`;

let browser, server, passphrase;
/** What the server waits for before it hands out a box. @type {Promise<void> | undefined} */
let held;

stage((workspace) => {
  const map = readFileSync(join(workspace.folder, FERRIES.id, 'docs/explain/route-map.png'));
  workspace.write(FERRIES.id, { 'docs/long.md': LONG, 'docs/short.md': SHORT, 'docs/square.svg': UNSIZED, 'docs/map.png': map });
  passphrase = workspace.admit(FERRIES.id, 'Morag');
}, (made) => ({ browser, server } = made));

/** A reader of one page. @param {string} place @param {string} heading @param {import('playwright-core').BrowserContextOptions} [options] */
async function reading(place, heading, options) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 }, ...options });
  const reader = new Reader(context, `${server.url}${FERRIES.address}/`);
  await reader.open(place);
  await reader.unlock(passphrase, heading);
  await settled(reader.page);
  return { reader, page: reader.page };
}

/** Waits until every picture is there. */
const settled = (page) => page.waitForFunction(() => [...document.querySelectorAll('#_page img')].every((one) => one.complete && one.src));

/** Scrolls, and leaves it at that for as long as it takes to be seen. */
const scrollTo = (page, y) => page.evaluate((y) => new Promise((resolve) => {
  scrollTo(0, y);
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(scrollY)));
}), y);

/** Waits until a place is reached, and looks again when nothing comes late any more. */
async function isAt(page, y) {
  await page.waitForFunction((y) => scrollY === y, y);
  await settled(page);
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate(() => scrollY), y);
}

/** What has the focus. */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent);

test('Back and Forward lead to the exact place, at once after scrolling too', async () => {
  const { reader, page } = await reading('#/docs/long', 'The long one');
  assert.equal(await scrollTo(page, 1234), 1234);
  // Within the moment in which nothing is written down yet.
  await page.evaluate(() => (location.hash = '#/docs/short'));
  await reader.sees('The short one');
  await isAt(page, 0);
  assert.equal(await scrollTo(page, 777), 777);
  await page.goBack();
  await reader.sees('The long one');
  await isAt(page, 1234);
  assert.equal(await scrollTo(page, 2345), 2345);
  await page.goForward();
  await reader.sees('The short one');
  await isAt(page, 777);
  await page.goBack();
  await reader.sees('The long one');
  await isAt(page, 2345);
  await reader.leave();
});

test('pictures of unknown size that come late do not move the place one went back to', async () => {
  const { reader, page } = await reading('#/docs/long', 'The long one');
  assert.equal(await page.locator('#_page img').nth(1).evaluate((one) => one.hasAttribute('height')), false);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const end = height - 844;
  await scrollTo(page, end);
  await page.evaluate(() => (location.hash = '#/docs/short'));
  await reader.sees('The short one');
  let shorter = Infinity;
  await page.route('**/b/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    shorter = Math.min(shorter, await page.evaluate(() => document.documentElement.scrollHeight));
    await route.continue();
  });
  await page.goBack();
  await reader.sees('The long one');
  await settled(page);
  await isAt(page, end);
  assert.ok(shorter < height, `the page was ${shorter} high before its pictures came, and ${height} with them`);
  await reader.leave();
});

test('whoever scrolls before a late picture is there stays where they are', async () => {
  const { reader, page } = await reading('#/docs/long', 'The long one');
  await scrollTo(page, 3000);
  await page.evaluate(() => (location.hash = '#/docs/short'));
  await reader.sees('The short one');
  await page.route('**/b/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.goBack();
  await reader.sees('The long one');
  await page.waitForFunction(() => scrollY === 3000);
  await scrollTo(page, 0);
  await settled(page);
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await reader.leave();
});

test('several entries of one page, with headings, keep a place each', async () => {
  const { reader, page } = await reading('#/docs/long', 'The long one');
  await scrollTo(page, 100);
  await page.getByRole('link', { name: 'Lower', exact: true }).first().click();
  const lower = await page.evaluate(() => scrollY);
  assert.ok(lower > 1000, `${lower}`);
  assert.equal(await page.locator('#lower').evaluate((one) => one === document.activeElement), true);
  await scrollTo(page, lower + 321);
  await page.evaluate(() => (location.hash = '#/docs/long#last'));
  await page.waitForFunction((y) => scrollY > y, lower + 321);
  const last = await page.evaluate(() => scrollY);
  await page.goBack();
  await isAt(page, lower + 321);
  await page.goBack();
  await isAt(page, 100);
  await page.goForward();
  await isAt(page, lower + 321);
  await page.goForward();
  await isAt(page, last);
  await reader.leave();
});

test('a reload leaves one where one was, and the entries before it too', async () => {
  const { reader, page } = await reading('#/docs/long', 'The long one');
  await scrollTo(page, 1500);
  await page.getByRole('link', { name: 'Down to the short one' }).evaluate((one) => one.click());
  await reader.sees('The short one');
  await scrollTo(page, 640);
  await page.reload();
  await reader.sees('The short one');
  await isAt(page, 640);
  await page.goBack();
  await reader.sees('The long one');
  await isAt(page, 1500);
  await page.reload();
  await reader.sees('The long one');
  await isAt(page, 1500);
  await reader.leave();
});

test('what was unfolded is unfolded when one comes back, and what was used has the focus', async () => {
  const { reader, page } = await reading('#/docs/long', 'The long one');
  await page.getByText('More', { exact: true }).click();
  assert.equal(await scrollTo(page, 1800), 1800);
  await page.getByRole('link', { name: 'Down to the short one' }).click();
  await reader.sees('The short one');
  assert.equal(await focused(page), 'The short one');
  assert.equal(await page.title(), 'The short one · Online booking');
  const kept = await page.evaluate(() => history.length);
  await page.goBack();
  await reader.sees('The long one');
  assert.equal(await page.locator('.prose details').evaluate((one) => one.open), true);
  assert.equal(await focused(page), 'Down to the short one');
  assert.equal(await page.title(), 'The long one · Online booking');
  assert.equal(await page.evaluate(() => history.length), kept);
  await reader.leave();
});

test('a link to a heading that is not there leads to the top of its page', async () => {
  const { reader, page } = await reading('#/docs/short', 'The short one');
  await scrollTo(page, 500);
  await page.evaluate(() => (location.hash = '#/docs/long#nowhere'));
  await reader.sees('The long one');
  await isAt(page, 0);
  await scrollTo(page, 900);
  await page.evaluate(() => (location.hash = '#/docs/long#nowhere-else'));
  await isAt(page, 0);
  // The page that is shown, once more.
  await scrollTo(page, 900);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = location.hash;
    document.querySelector('#_page').append(link);
    link.click();
  });
  await isAt(page, 0);
  await reader.leave();
});

test('of two links that are followed at once the second wins, whatever comes first', async () => {
  const { reader, page } = await reading('#/', 'Online booking');
  await page.route('**/b/*', async (route) => {
    // The page that is asked for first comes last.
    await new Promise((resolve) => setTimeout(resolve, held ? 0 : 800));
    await route.continue();
  });
  await page.evaluate(() => (location.hash = '#/docs/long'));
  await page.waitForTimeout(50);
  held = Promise.resolve();
  await page.evaluate(() => (location.hash = '#/docs/short'));
  await reader.sees('The short one');
  await page.waitForTimeout(1000);
  await reader.sees('The short one');
  await page.goBack();
  await reader.sees('The long one');
  await page.goBack();
  await reader.sees('Online booking');
  held = undefined;
  await reader.leave();
});

for (const motion of ['no-preference', 'reduce']) {
  test(`pages fade only where motion is welcome: ${motion}`, async () => {
    const { reader, page } = await reading('#/docs/long', 'The long one', { reducedMotion: motion });
    await page.evaluate(() => {
      globalThis.fades = 0;
      const begin = document.startViewTransition.bind(document);
      document.startViewTransition = (...all) => (globalThis.fades++, begin(...all));
    });
    for (const [hash, heading] of [['#/docs/short', 'The short one'], ['#/docs/long', 'The long one'], ['#/docs/long#last', 'The long one']]) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await reader.sees(heading);
    }
    // A browser that is too slow for it fades once and never again.
    const fades = await page.evaluate(() => globalThis.fades);
    assert.ok(motion === 'reduce' ? fades === 0 : fades === 1 || fades === 2, `${fades}`);
    await reader.leave();
  });
}

test('a link from a mail leads to its page when the gate is opened', async () => {
  const place = '#/decisions/0003-another-payment-provider#options';
  const { reader, page } = await reading(place, 'Move card payments to a payment provider');
  assert.equal(new URL(page.url()).hash, place);
  await page.getByText('Stay with your bank', { exact: true }).waitFor();
  assert.ok(await page.evaluate(() => scrollY) > 0);
  await reader.leave();
});
