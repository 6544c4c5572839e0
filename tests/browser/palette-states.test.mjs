// What the search palette says while it waits and when it cannot find; what it does with whatever it is given; and that
// nothing of it stays when the portal is locked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { DESK, look, partsOf, reading as opened } from './palette.mjs';
import { FERRIES } from './portals.mjs';
import { stage } from './stage.mjs';

/** A client of whom nothing is known but who they are. */
const BARE = { id: 'bare', address: 'elm-3' };
/** A client with one document, which changes. */
const BIRDS = { id: 'birds', address: 'oak-7' };

/** In the place of the engine: finds whatever is typed, two letters after a while; or what the page is told to. */
const ENGINE = `
export class Search {
  async warm() {}
  async find(text) {
    const word = text.trim();
    await new Promise((resolve) => setTimeout(resolve, word.length === 2 ? 600 : 0));
    const made = { href: '#/docs/x', kind: 'doc', title: '', heading: '', excerpt: '', asset: '', titleMarks: [], headingMarks: [], excerptMarks: [] };
    return { total: word === 'many' ? 1234 : 1, results: [{ ...made, title: word, ...JSON.parse(sessionStorage.getItem('made') ?? '{}') }] };
  }
}`;

let browser, workspace, english, bare, birds, server;

stage((workspace) => {
  english = workspace.admit(FERRIES.id, 'Morag');
  workspace.write(BARE.id, { 'client.yml': 'name: A client\nproject: Nothing yet\naddress: elm-3\n' });
  workspace.write(BIRDS.id, { 'client.yml': 'name: Another client\nproject: Birds\naddress: oak-7\n', 'docs/bird.md': '# The osprey\n\nIt eats fish.\n' });
  bare = workspace.admit(BARE.id, 'Isla');
  birds = workspace.admit(BIRDS.id, 'Ewan');
}, (made) => ({ browser, server, workspace } = made));

/** A reader of the example. @param {string} [engine] in the place of the real one */
const reading = (engine = '') => opened(browser, { portal: `${server.url}${FERRIES.address}/`, passphrase: english, project: 'Online booking' }, DESK, engine);

test('what an older keystroke found never takes the place of what a newer one found', async () => {
  const { reader, page, status, options } = await reading(ENGINE);
  await page.keyboard.press('/');
  await page.keyboard.type('ab');
  await page.keyboard.type('c');
  await options.filter({ hasText: 'abc' }).waitFor();
  await page.waitForTimeout(800);
  assert.equal(await options.first().innerText(), 'abc');
  assert.equal(await status.innerText(), '1 result for “abc”');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  assert.equal(await options.count(), 0);
  assert.equal(await status.innerText(), '');
  await page.keyboard.type('ab');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.waitForTimeout(800);
  assert.equal(await options.count(), 0);
  await reader.leave();
});

test('a search that takes longer says so, and Enter opens the first result as soon as it is there', async () => {
  const { reader, page, palette, status } = await reading(ENGINE);
  await page.keyboard.press('/');
  await page.keyboard.type('ab');
  const said = await page.evaluate(() => new Promise((resolve) => {
    const status = document.querySelector('#_palette [role="status"]');
    new MutationObserver(() => resolve(status.textContent)).observe(status, { childList: true });
  }));
  assert.equal(said, 'Searching …');
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'hidden' });
  assert.match(page.url(), /#\/docs\/x$/);
  assert.equal(await status.textContent(), '1 result for “ab”');
  await reader.leave();
});

test('closed after Enter and before anything is found, it leads nowhere', async () => {
  const { reader, page, palette, status } = await reading(ENGINE);
  const before = page.url();
  await page.keyboard.press('/');
  await page.keyboard.type('ab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('#_palette [role="status"]').textContent === '1 result for “ab”');
  assert.equal(await palette.isVisible(), false);
  assert.equal(page.url(), before);
  assert.equal(await status.textContent(), '1 result for “ab”');
  await reader.leave();
});

test('more than are shown are counted', async () => {
  const { reader, page, status } = await reading(ENGINE);
  await look(page, 'many', /best/);
  assert.equal(await status.innerText(), 'The best 1 of 1,234 results for “many”');
  await reader.leave();
});

test('what titles, headings, excerpts and marks say is text, whatever it is, and no address leads out', async () => {
  const { reader, page, options } = await reading(ENGINE);
  const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>&amp;';
  await page.evaluate((made) => sessionStorage.setItem('made', JSON.stringify(made)), {
    title: evil, heading: evil, excerpt: evil, href: 'javascript:document.title=1',
    titleMarks: [[0, 4]], headingMarks: [[-5, 3], [9, 2], [0, 99999], [2, 4], [3, 9]], excerptMarks: [[1, 2], [NaN, 3], ['a', {}]],
  });
  await look(page, evil);
  assert.equal(await options.locator('.hit-title').innerText(), evil);
  assert.equal(await options.locator('.hit-place').textContent(), evil);
  assert.equal(await options.locator('.hit-text').textContent(), evil);
  assert.deepEqual(await options.locator('mark').allTextContents(), ['<img', 'mg', 'i']);
  assert.equal(await options.getAttribute('href'), '#');
  assert.equal(await page.locator('#_palette :is(img, script)').count(), 0);
  assert.doesNotMatch(await page.title(), /^1/);
  await reader.leave();
});

test('where nothing is found, it says so, and whom to ask', async () => {
  const { reader, page, palette, field, options } = await reading();
  await look(page, 'xylophonequartet', /Nothing found/);
  assert.equal(await palette.locator('[role="status"]').innerText(), 'Nothing found for “xylophonequartet”.');
  assert.equal(await options.count(), 0);
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  assert.equal(await field.getAttribute('aria-activedescendant'), null);
  assert.match(await palette.getByText('Or ask').innerText(), /Or ask Rosa Alder: rosa@aldertern\.example, \+44/);
  await page.keyboard.press('Enter');
  assert.equal(await palette.isVisible(), true);
  await reader.leave();
});

test('without a connection it says so, and goes on by itself when there is one', async () => {
  const { reader, page, palette, status, options } = await reading();
  await page.waitForTimeout(1800); // its scripts come when nothing else is to be done
  await reader.context.setOffline(true);
  await page.keyboard.press('/');
  await page.keyboard.type('fare');
  await status.filter({ hasText: 'The connection broke' }).waitFor();
  assert.equal(await palette.getByRole('button', { name: 'Try again' }).isVisible(), true);
  assert.equal(await options.count(), 0);
  await reader.context.setOffline(false);
  await options.first().waitFor();
  assert.equal(await palette.getByRole('button', { name: 'Try again' }).isVisible(), false);
  await reader.leave(/ERR_INTERNET_DISCONNECTED/);
});

test('what arrives and is not what was sealed is not searched; trying again helps once it is', async () => {
  const { reader, page, palette, status, options, field } = await reading();
  await page.waitForTimeout(1800);
  await page.route(/\/b\//, (route) => route.fulfill({ body: 'something else' }));
  await page.keyboard.press('/');
  await page.keyboard.type('fare');
  await status.filter({ hasText: 'could not be read' }).waitFor();
  assert.equal(await options.count(), 0);
  await page.unroute(/\/b\//);
  await palette.getByRole('button', { name: 'Try again' }).click();
  await options.first().waitFor();
  assert.equal(await field.evaluate((one) => document.activeElement === one), true);
  await reader.leave();
});

test('what is typed before the scripts are there is found when they are; if they do not come, it says so', async () => {
  let arrive = () => {};
  const there = new Promise((resolve) => (arrive = resolve));
  const late = await Reader.visit(browser, `${server.url}${FERRIES.address}/`, DESK);
  await late.page.route(/\/palette\.[0-9a-f]+\.js$/, (route) => there.then(() => route.continue()));
  await late.unlock(english);
  await late.page.keyboard.press('/');
  await late.page.keyboard.type('fare');
  assert.equal(await partsOf(late.page).options.count(), 0);
  arrive();
  await partsOf(late.page).options.first().waitFor();
  await late.leave();

  const never = await Reader.visit(browser, `${server.url}${FERRIES.address}/`, DESK);
  await never.page.route(/\/palette\.[0-9a-f]+\.js$/, (route) => route.abort());
  await never.unlock(english);
  await never.page.keyboard.press('/');
  await partsOf(never.page).status.filter({ hasText: 'The connection broke' }).waitFor();
  await never.page.unroute(/\/palette\.[0-9a-f]+\.js$/);
  await never.page.keyboard.type('fare');
  await partsOf(never.page).options.first().waitFor();
  await never.leave(/ERR_FAILED/);
});

test('nothing of it comes before the first page, and it comes when nothing else is to be done', async () => {
  const reader = await Reader.visit(browser, `${server.url}${FERRIES.address}/`, DESK);
  const asked = [];
  reader.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const count = () => asked.filter((path) => /\/(palette|search)\./.test(path)).length;
  await reader.unlock(english);
  assert.equal(count(), 0);
  await reader.page.waitForFunction(() => performance.getEntriesByType('resource').some((one) => /\/palette\./.test(one.name)));
  await reader.page.waitForTimeout(300);
  assert.equal(count(), 2);
  const later = asked.filter((path) => /\/b\//.test(path)).length;
  await reader.page.keyboard.press('/');
  await reader.page.waitForTimeout(300);
  assert.equal(asked.filter((path) => /\/b\//.test(path)).length, later + 1, 'the first shard comes when the palette is opened');
  await reader.leave();
});

test('a version that was published meanwhile is searched, not the one before', async () => {
  const reader = await Reader.visit(browser, `${server.url}${BIRDS.address}/`, DESK);
  await reader.unlock(birds, 'Birds');
  workspace.write(BIRDS.id, { 'docs/bird.md': '# The kestrel\n\nIt eats mice.\n' });
  workspace.build();
  await look(reader.page, 'kestrel');
  assert.deepEqual(await partsOf(reader.page).options.locator('.hit-title').allInnerTexts(), ['The kestrel']);
  await reader.page.keyboard.press('Enter');
  await reader.sees('The kestrel');
  await reader.leave(/404/);
});

test('where there is nothing to search, there is no button, and keys do what they do', async () => {
  const reader = await Reader.visit(browser, `${server.url}${BARE.address}/`, DESK);
  await reader.unlock(bare, 'Nothing yet');
  const { page } = reader;
  assert.equal(await page.locator('[data-action="search"]').isVisible(), false);
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(1800);
  assert.equal(await page.locator('#_palette').isVisible(), false);
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some((one) => /\/palette\./.test(one.name))), false);
  await reader.leave();
});

test('after locking there is no palette, and nothing that was looked for or found', async () => {
  const { reader, page, palette } = await reading();
  await look(page, 'fare');
  await page.evaluate(() => {
    const palette = document.querySelector('#_palette');
    globalThis.left = { palette: new WeakRef(palette), option: new WeakRef(palette.querySelector('[role="option"]')), field: palette.querySelector('input') };
  });
  const beside = await reader.open();
  await reader.sees('Online booking');
  await beside.locator('[data-action="lock"]').click();
  await page.getByLabel('Passphrase').waitFor();
  assert.equal(await palette.count(), 0);
  assert.equal(await page.evaluate(() => globalThis.left.field.value), '');
  await page.evaluate(() => delete globalThis.left.field);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const gone = () => page.evaluate(() => [globalThis.left.palette, globalThis.left.option].every((one) => one.deref() === undefined));
  for (let round = 0; round < 30 && !(await gone()); round++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(100);
  }
  assert.equal(await gone(), true);
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+k');
  assert.equal(await page.locator('dialog').count(), 0);
  await reader.leave();
});
