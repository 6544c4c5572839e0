// What is folded away: a link to something in it opens it, and on paper all of it is to be read.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES } from './portals.mjs';
import { stage } from './stage.mjs';

/** More than a page of it. */
const LINES = Array.from({ length: 120 }, (_, at) => `Line ${at + 1}.`).join('\n\n');
const FOLDED = `
[To the depth](#in-the-depth)

<details><summary>The small print</summary>

${LINES}

<details><summary>The smallest print</summary>

### In the depth

Very small.

</details>
</details>

Below all that is folded away stands enough to scroll.

${LINES}
`;
const PLACE = '#/docs/start-here';

let browser, server, passphrase;

stage((workspace) => {
  workspace.edit(`${FERRIES.id}/docs/start-here.md`, (text) => text + FOLDED);
  passphrase = workspace.admit(FERRIES.id, 'Morag');
}, (made) => ({ browser, server } = made));

/** A reader of one page. @param {string} place @param {string} heading @param {import('playwright-core').BrowserContextOptions} [options] */
async function reading(place, heading, options) {
  const reader = await Reader.visit(browser, `${server.url}${FERRIES.address}/`, options);
  await reader.unlock(passphrase);
  await reader.page.evaluate((place) => (location.hash = place), place);
  await reader.sees(heading);
  return { reader, page: reader.page };
}

/** Whether an element is in sight, near the top. */
const atTheTop = (locator) => locator.evaluate((one) => {
  const { top } = one.getBoundingClientRect();
  return one.checkVisibility() && top >= 0 && top < 300;
});

test('a link to a heading that is folded away unfolds all that it lies in', async () => {
  const { reader, page } = await reading(PLACE, 'Start here');
  const heading = page.locator('#in-the-depth');
  assert.equal(await heading.evaluate((one) => one.checkVisibility()), false);
  await page.getByRole('link', { name: 'To the depth' }).click();
  assert.equal(await atTheTop(heading), true);
  assert.equal(await heading.evaluate((one) => one === document.activeElement), true);
  await reader.leave();
});

test('so does an address that leads to another page, also on the way back', async () => {
  const { reader, page } = await reading('#/docs/reference/fares', 'Fares');
  const heading = page.locator('#in-the-depth');
  await page.evaluate((place) => (location.hash = place), `${PLACE}#in-the-depth`);
  await reader.sees('Start here');
  await page.waitForFunction(() => document.querySelector('#in-the-depth')?.checkVisibility());
  assert.equal(await atTheTop(heading), true);
  const before = await page.evaluate(() => scrollY);
  // Where the reader was is kept a moment after the last scrolling.
  await page.waitForTimeout(300);
  await page.evaluate(() => (location.hash = '#/docs/reference/fares'));
  await reader.sees('Fares');
  await page.goBack();
  await reader.sees('Start here');
  await page.waitForFunction((before) => scrollY === before, before);
  assert.equal(await atTheTop(heading), true);
  await reader.leave();
});

test('a link to the options of a decision unfolds them', async () => {
  const place = '#/decisions/0003-another-payment-provider';
  const { reader, page } = await reading(place, 'Move card payments to a payment provider');
  const option = page.getByText('Stay with your bank', { exact: true });
  assert.equal(await option.isVisible(), false);
  await page.evaluate((place) => (location.hash = place), `${place}#options`);
  await option.waitFor();
  await reader.leave();
});

for (const [what, options] of [['narrow', {}], ['wide', { viewport: { width: 1280, height: 800 } }]]) {
  test(`on paper all that is folded away is unfolded, and afterwards all is as it was: ${what}`, async () => {
    const { reader, page } = await reading(PLACE, 'Start here', options);
    const depth = page.getByText('Very small.');
    const pages = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    assert.equal(await depth.evaluate((one) => one.checkVisibility()), false);
    const printed = await pages();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await depth.evaluate((one) => one.checkVisibility()), true);
    assert.ok(await depth.evaluate((one) => one.getBoundingClientRect().height > 0));
    await page.emulateMedia({ media: null });
    assert.equal(await depth.evaluate((one) => one.checkVisibility()), false);
    await page.evaluate(() => document.querySelectorAll('.prose details').forEach((one) => one.remove()));
    assert.ok(printed >= (await pages()) + 2, `${printed} pages with it`);
    await reader.leave();
  });
}

test('on paper Home says all that is asked for, and when', async () => {
  const { reader, page } = await reading('#/', 'Online booking');
  const asks = page.locator('.ask');
  const shut = asks.locator('nth=1');
  assert.equal(await shut.evaluate((one) => one.open), false);
  await page.emulateMedia({ media: 'print' });
  for (const ask of await asks.all()) assert.equal(await ask.locator('.ask-why').evaluate((one) => one.checkVisibility()), true);
  // Paper is read on another day: it says the day, and not how far off that is.
  assert.deepEqual(await shut.locator('.ask-due').evaluate((one) => [one.innerText, one.querySelector('.due').checkVisibility()]), ['2\u00a0Dec', false]);
  await reader.leave();
});
