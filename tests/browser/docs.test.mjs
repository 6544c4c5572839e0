// What a page of text gets once it is there: buttons that copy, links to headings, regions that scroll, the place in the
// contents; and what happens while there is no connection.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES } from './portals.mjs';
import { stage } from './stage.mjs';

const lines = (count, word) => Array.from({ length: count }, (_, at) => `${word} ${at + 1}.`).join('\n\n');
const LONG = `# The handbook

## Set up

\`\`\`sh
echo one
echo two
\`\`\`

### With a "quote"

\`\`\`
${'wide '.repeat(60)}
\`\`\`

| a | b |
|---|---|
| 1 | 2 |

| state | meaning |
|---|---|
| \`${'wide'.repeat(15)}\` | none |

${lines(40, 'Step')}

## Größe

${lines(40, 'Size')}

## Last

The end.
`;
const PLACE = '#/docs/handbook';

let browser, server, passphrase;

stage((workspace) => {
  workspace.write(FERRIES.id, { 'docs/handbook.md': LONG });
  passphrase = workspace.admit(FERRIES.id, 'Morag');
}, (made) => ({ browser, server } = made));

/** A reader of the page, with all that follows it. @param {import('playwright-core').BrowserContextOptions} [options] */
async function reading(options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 }, ...options });
  const reader = new Reader(context, `${server.url}${FERRIES.address}/`);
  await reader.open(PLACE);
  await reader.unlock(passphrase, 'The handbook');
  await reader.page.locator('.copy').first().waitFor();
  return { reader, page: reader.page };
}

test('code has a button that copies its text, and says so', async () => {
  const { reader, page } = await reading({ permissions: ['clipboard-read', 'clipboard-write'] });
  assert.deepEqual(await page.getByRole('button', { name: /^Copy/ }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), ['Copy: Code: Set up', 'Copy: Code: With a "quote"']);
  const button = page.getByRole('button', { name: 'Copy: Code: Set up' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('The text is copied.', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'echo one\necho two\n');
  assert.equal(await button.evaluate((one) => one === document.activeElement), true);
  await page.waitForFunction(() => document.querySelector('#_notice')?.textContent === '', undefined, { timeout: 10_000 });
  await reader.leave();
});

test('where a browser copies nothing by itself the code is marked', async () => {
  const { reader, page } = await reading();
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))));
  await page.getByRole('button', { name: 'Copy: Code: Set up' }).click();
  await page.getByRole('status').getByText('It is marked now').waitFor();
  assert.equal((await page.evaluate(() => String(getSelection()))).trim(), 'echo one\necho two');
  await reader.leave();
});

test('each heading has a link to itself, which copies its whole address', async () => {
  const { reader, page } = await reading({ permissions: ['clipboard-read', 'clipboard-write'] });
  const anchors = page.getByRole('link', { name: 'Link to this heading' });
  assert.deepEqual(await anchors.evaluateAll((all) => all.map((one) => one.getAttribute('href'))), ['#/docs/handbook#set-up', '#/docs/handbook#with-a-quote', '#/docs/handbook#gr%C3%B6%C3%9Fe', '#/docs/handbook#last']);
  await anchors.nth(2).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('The address is copied.').waitFor();
  const address = `${server.url}${FERRIES.address}/#/docs/handbook#gr%C3%B6%C3%9Fe`;
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
  assert.equal(page.url(), address);
  await page.waitForFunction(() => document.activeElement?.id === 'größe');
  await reader.leave();
});

for (const width of [360, 1280]) {
  test(`what follows a page moves nothing, ${width} wide`, async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 800 } });
    await context.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => list.getEntries().forEach((one) => globalThis.shifts.push(...one.sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName} ${node?.className} ${node?.parentElement?.className} ${JSON.stringify([previousRect, currentRect])}`)))).observe({ type: 'layout-shift', buffered: true });
    });
    const reader = new Reader(context, `${server.url}${FERRIES.address}/`);
    await reader.open(PLACE);
    await reader.unlock(passphrase, 'The handbook');
    const places = () => reader.page.evaluate(() => [...document.querySelectorAll('#_page :is(h1, h2, h3, p, pre, table)')].map((one) => Math.round(one.getBoundingClientRect().top * 10)));
    const before = await places();
    await reader.page.evaluate(() => (globalThis.shifts = []));
    assert.equal(await reader.page.locator('.copy, .anchor').count(), 0);
    await reader.page.locator('.copy').first().waitFor();
    await reader.page.waitForTimeout(200);
    assert.deepEqual(await places(), before);
    assert.deepEqual(await reader.page.evaluate(() => globalThis.shifts), []);
    await reader.leave();
  });
}

test('only what is too wide is a region that one can scroll, for as long as it is', async () => {
  const { reader, page } = await reading();
  const regions = () => page.locator('#_page [role="region"]').evaluateAll((all) => all.map((one) => [one.localName, one.getAttribute('aria-label'), one.tabIndex]));
  await page.waitForFunction(() => document.querySelectorAll('#_page [role="region"]').length > 1);
  assert.deepEqual(await regions(), [['pre', 'Code: With a "quote"', 0], ['div', 'Table: With a "quote" (2)', 0]]);
  const table = page.getByRole('region', { name: 'Table: With a "quote" (2)' });
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
  await page.setViewportSize({ width: 1600, height: 844 });
  await page.waitForFunction(() => !document.querySelector('#_page div[role="region"]'));
  assert.equal(await page.locator('#_page .table').nth(1).evaluate((one) => one.hasAttribute('tabindex') || one.hasAttribute('aria-label')), false);
  await page.setViewportSize({ width: 390, height: 844 });
  await table.waitFor();
  await reader.leave();
});

test('the contents are nested, and mark the section that is read', async () => {
  const { reader, page } = await reading({ viewport: { width: 1280, height: 800 } });
  const contents = page.locator('.toc-beside');
  const nested = await contents.locator('> ol > li').evaluateAll((all) => all.map((one) => [one.querySelector('a').textContent, [...one.querySelectorAll(':scope ol a')].map((inner) => inner.textContent)]));
  assert.deepEqual(nested, [['Set up', ['With a "quote"']], ['Größe', []], ['Last', []]]);
  const marked = (name) => page.waitForFunction((name) => {
    const all = [...document.querySelectorAll('.toc-beside [aria-current]')].map((one) => `${one.textContent} ${one.getAttribute('aria-current')}`);
    return all.join() === (name && `${name} location`);
  }, name);
  const scroll = (id, off = 0) => page.evaluate(([id, off]) => scrollTo(0, document.getElementById(id).getBoundingClientRect().top + scrollY + off), [id, off]);
  await scroll('set-up', -200);
  await marked('Set up');
  await scroll('größe', -400);
  await marked('With a "quote"');
  await scroll('größe', -10);
  await marked('Größe');
  // The last section is too short to come to the top.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await marked('Last');
  await page.evaluate(() => scrollTo(0, 0));
  await contents.getByRole('link', { name: 'Größe' }).click();
  await marked('Größe');
  await reader.leave();
});

test('decisions lead to the one before and the one after', async () => {
  const { reader, page } = await reading();
  await page.evaluate(() => (location.hash = '#/decisions/0003-another-payment-provider'));
  await reader.sees('Move card payments to a payment provider');
  const turn = page.getByRole('navigation', { name: 'Before and after this page' });
  assert.deepEqual(await turn.getByRole('link').evaluateAll((all) => all.map((one) => [one.rel, one.getAttribute('href')])), [['prev', '#/decisions/0002-no-accounts'], ['next', '#/decisions/0004-route-3']]);
  await reader.leave();
});

test('a page that was not read yet says so while there is no connection, and comes by itself', async () => {
  const { reader, page } = await reading();
  await page.evaluate(() => (location.hash = '#/docs/reference/fares'));
  await reader.sees('Fares');
  await reader.context.setOffline(true);
  await page.evaluate(() => (location.hash = '#/docs/guides/change-the-timetable'));
  await reader.sees('This page could not be fetched');
  // What was read is still there, with its place.
  await page.evaluate((place) => (location.hash = place), PLACE);
  await reader.sees('The handbook');
  await page.goBack();
  await reader.sees('This page could not be fetched');
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.waitForTimeout(200);
  await reader.sees('This page could not be fetched');
  await reader.context.setOffline(false);
  await reader.sees('Change the timetable');
  await reader.leave(/ERR_INTERNET_DISCONNECTED/);
});

test('pages are fetched when one points at a link', async () => {
  const { reader, page } = await reading({ viewport: { width: 1280, height: 800 } });
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const link = page.getByRole('navigation').getByRole('link', { name: 'Roadmap' });
  await link.hover();
  await page.waitForTimeout(400);
  assert.equal(asked.length, 1, asked.join());
  await link.click();
  await reader.sees('Roadmap');
  assert.equal(asked.filter((url) => url === asked[0]).length, 1);
  await reader.leave();
});
