// Hostile texts in every place that takes a text: nothing of them is executed, fetched or followed, and nothing leaves the
// element that it stands in.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Reader, launch } from './browser.mjs';
import { BAIT, Harmless, Hostile, PAGES, WORD_PAGES, writePlan, writeWords } from './hostile/content.mjs';
import { install } from './hostile/looking.mjs';
import { SHARED_PAGES, writeShared } from './hostile/shared.mjs';
import { VALUES } from './hostile/values.mjs';
import { own } from './servers.mjs';

const CLIENTS = { plan: 'oak-1', words: 'oak-2', borrower: 'oak-3' };
/** Enough room for a great deal to be said on a slow machine. */
const timeout = 120_000;

let browser, hostile, harmless, shared;

before(async () => {
  browser = await launch();
  hostile = new Hostile();
  hostile.settle((one) => (writePlan(one), writeWords(one)));
  harmless = new Harmless(hostile);
  harmless.settle(writePlan);
  // In a workspace of its own: where there are people for all, nobody may be named whom nobody knows.
  shared = new Hostile();
  shared.settle(writeShared);
  for (const [one, clients] of [[hostile, ['plan', 'words']], [harmless, ['plan']], [shared, ['borrower']]]) {
    for (const client of clients) one.passphrases[client] = one.run('access', 'add', client, 'Jo').trim();
    one.run('build');
    one.server = await own(`${one.folder}/dist`);
  }
}, { timeout });

after(async () => {
  await browser?.close();
  for (const one of [hostile, harmless, shared]) {
    await one?.server?.stop();
    one?.remove();
  }
});

/** Somebody who reads a client's portal, and complains of whatever is executed, asked for or led away from. */
async function reading(one, client, options) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
  await context.addInitScript(install);
  const reader = new Reader(context, `${one.server.url}${CLIENTS[client]}/`);
  context.on('dialog', (dialog) => reader.complaints.push(`dialog: ${dialog.message()}`));
  await reader.open();
  const { page } = reader;
  page.on('framenavigated', (frame) => {
    const url = frame.url();
    if (frame !== page.mainFrame() || url.split('#')[0] !== reader.portal) reader.complaints.push(`led to ${url}`);
  });
  await page.locator('#passphrase:enabled').waitFor();
  const gate = await page.evaluate(() => globalThis.lookAtGate());
  await page.locator('#passphrase').fill(one.passphrases[client]);
  await page.keyboard.press('Enter');
  await page.locator('#_page h1').waitFor();
  return { reader, page, gate };
}

/** @param {string[]} [asTrees] pages that are to be compared */
const look = (page, paths, asTrees) => page.evaluate(([paths, asTrees]) => globalThis.look(paths, asTrees), [paths, asTrees]);
/** What is wrong on which pages. */
const wrong = (pages) => pages.flatMap((one) => one.wrong.map((what) => `${one.path}: ${what}`));

/** The same with the hostile values in the place of the harmless words. No page has a NUL. */
const hostileInstead = (tree) => (typeof tree === 'string'
  ? plain(tree.replace(/harmless(\d+)x/g, (_, at) => VALUES[at]))
  : tree.map(hostileInstead));
const plain = (text) => text.replace(/[\s\x7f\x85]+/g, ' ').replace(/[\0\ufffd]/g, '').trim();

/** A title has spaces in the place of characters that are not for the eye. */
const bare = (title) => title.replace(/[\s\0-\x1f\x7f-\x9f\ufffd]/g, '');

/** Compares two trees, and says where they differ first. */
function same(path, found, expected) {
  const [is, should] = [found, hostileInstead(expected)].map((tree) => JSON.stringify(tree).replaceAll('\ufffd', ''));
  if (is === should) return;
  let at = 0;
  while (is[at] === should[at]) at++;
  assert.fail(`${path} differs: …${is.slice(Math.max(0, at - 200), at + 200)}… instead of …${should.slice(at, at + 200)}…`);
}

test('what this test looks for is found where it is', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  await context.addInitScript(install);
  const reader = new Reader(context, `${hostile.server.url}${CLIENTS.plan}/`);
  const page = await reader.open();
  const bad = '<div class="prose"><img src="x" onerror="canary()"><b data-action="lock">x</b><a href="javascript:canary()">x</a><p style="color:red">x</p><h2 id="_words">x</h2><object></object></div>';
  const [found] = await page.evaluate((bad) => {
    document.body.innerHTML = '<div class="portal"><main id="_page"></main></div>';
    addEventListener('hashchange', () => {
      const sheet = document.createElement('div');
      sheet.innerHTML = bad;
      document.querySelector('#_page').replaceChildren(sheet);
    });
    return globalThis.look(['/x']);
  }, bad);
  for (const what of ['onerror="canary()" on <img>', 'data-action="lock" on <b>, in a text', 'href="javascript:canary()" on <a>', 'style="color:red" on <p>, in a text', 'id="_words" on <h2>', '<object>', 'portal: main#_page']) {
    assert.ok(found.wrong.includes(what), `${what} is not in ${found.wrong.join('\n')}`);
  }
  await page.waitForFunction(() => [...document.images].every((one) => one.complete));
  await context.close();
  assert.ok(reader.complaints.some((complaint) => complaint.includes('a value was executed')), reader.complaints.join());
});

test('enough is tried, and what is refused is told apart from what is shown', (t) => {
  const of = (what) => hostile[what].size + shared[what].size;
  const [places, narrows] = [of('places'), of('narrows')];
  const refused = [hostile, shared].flatMap((one) => [...one.refused.values()]).filter(({ instead }) => instead === undefined).length;
  const narrow = of('refused') - refused;
  t.diagnostic(`${VALUES.length} values, ${places} places, of which ${refused} refused theirs, and ${narrows} that take few texts, of which ${narrow} did`);
  assert.ok(VALUES.length >= 150 && places > 15_000, `${VALUES.length} values in ${places} places`);
  assert.ok(refused < places / 8, `${refused} were refused`);
  assert.ok(narrows > 2_000 && narrow < narrows * 0.9, `${narrow} of ${narrows} were refused`);
});

test('every page is the page that it is with harmless words, but for the words', { timeout }, async (t) => {
  const alike = PAGES.filter((_, at) => at < 7 || at % 9 < 3);
  const seen = [];
  for (const [one, paths] of [[hostile, PAGES], [harmless, alike]]) {
    // Without the policy, which would catch what the builder lets through.
    const { reader, page, gate } = await reading(one, 'plan', { bypassCSP: true });
    const frame = await page.evaluate(() => globalThis.lookAtFrame());
    const pages = await look(page, paths, alike);
    assert.deepEqual([...wrong(pages), ...frame.wrong], []);
    await reader.leave();
    seen.push({ gate, frame, pages });
  }
  const [is, should] = seen;
  same('the gate', is.gate.tree, should.gate.tree);
  same('the frame', is.frame.tree, should.frame.tree);
  const compared = new Map(should.pages.map((one) => [one.path, one]));
  for (const { path, tree, title } of is.pages.filter(({ path }) => compared.has(path))) {
    same(path, tree, compared.get(path).tree);
    assert.equal(bare(title), bare(hostileInstead(compared.get(path).title)), `the title of ${path}`);
  }
  t.diagnostic(`${is.pages.length} pages with ${is.pages.reduce((sum, { boxes }) => sum + boxes, 0)} elements, ${compared.size} of them compared`);
});

test('words, names of files and people whom nobody knows are texts and nothing else', { timeout }, async () => {
  const { reader, page } = await reading(hostile, 'words', { bypassCSP: true });
  const pages = await look(page, WORD_PAGES);
  assert.deepEqual(wrong(pages), []);
  await reader.leave();
});

test('people, words and documents that all clients share are texts and nothing else', { timeout }, async () => {
  const { reader, page } = await reading(shared, 'borrower', { bypassCSP: true });
  const pages = await look(page, SHARED_PAGES);
  assert.deepEqual(wrong(pages), []);
  const count = async (place, heading, selector) => {
    await page.evaluate((place) => (location.hash = place), place);
    await reader.sees(heading);
    // A picture whose address is taken back while it loads is an error in the console.
    await page.waitForFunction(() => [...document.querySelectorAll('img[data-asset]')].every((one) => one.src && one.complete));
    return page.locator(selector).count();
  };
  assert.equal(await count('#/about', 'About this project', '.person'), VALUES.length);
  // Some of the words are taken for something else where they stand in a text.
  const terms = await count('#/glossary', 'Glossary', '.glossary dt');
  assert.ok(terms > 0.8 * VALUES.length, `${terms} terms`);
  await reader.leave();
});

test('with the policy in place there is nothing for it to catch, and all that is the portal\'s own still works', { timeout }, async () => {
  const { reader, page } = await reading(hostile, 'plan');
  const some = PAGES.filter((_, at) => at % 7 === 0);
  assert.deepEqual(wrong(await look(page, some)), []);
  await page.evaluate(() => (location.hash = '#/nowhere'));
  await reader.sees('There is no page here');
  await page.evaluate(() => (location.hash = '#/about'));
  await reader.sees('About this project');
  await page.getByRole('button', { name: 'Lock' }).click();
  await reader.isAtTheGate();
  await reader.leave();
});

test('files that would run something are saved, or shown as what they are called', { timeout }, async () => {
  const { reader, page } = await reading(hostile, 'plan', { bypassCSP: true });
  await page.evaluate(() => (location.hash = '#/documents'));
  await reader.sees('Documents');
  for (const name of Object.keys(BAIT)) {
    const link = page.locator(`a[data-asset="files/${name}"]`).last();
    if (/png|txt/.test(name)) {
      const opened = reader.context.waitForEvent('page');
      await link.click();
      const tab = await opened;
      await tab.waitForURL(/^blob:/);
      assert.equal(await tab.evaluate(() => document.scripts.length), 0);
      await tab.close();
    } else {
      const saved = page.waitForEvent('download');
      await link.click();
      assert.equal((await saved).suggestedFilename(), name);
    }
  }
  await reader.leave();
});
