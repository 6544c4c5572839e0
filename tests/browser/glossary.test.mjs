// Words of the glossary, explained where they are used: by mouse, touch, keyboard and screen reader, and on paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES } from './portals.mjs';
import { stage } from './stage.mjs';

const GLOSSARY = `
Deck hold:
  short: The time for which [a place](docs/words.md) is kept.
  aka: [deck holds, hold]
Pier: Where the boat lies.
`;
const filler = 'Nothing to explain here. '.repeat(60);
const WORDS = `# Words\n\nA deck hold ends at the pier, and so does the next hold.\n\n## Later\n\n${filler}\n\nTwo deck holds.\n\n${filler}\n`;

let browser, passphrase, server, portal;

stage((workspace) => {
  workspace.write('words', { 'client.yml': 'name: A client\nproject: Words\naddress: oak-7\n', 'glossary.yml': GLOSSARY, 'docs/words.md': WORDS });
  passphrase = workspace.admit('words', 'Morag');
  workspace.admit(FERRIES.id, 'Morag');
}, (made) => {
  ({ browser, server } = made);
  portal = `${server.url}oak-7/#/docs/words`;
});

/** A reader of the page with the words. @param {import('playwright-core').BrowserContextOptions} [options] */
async function reading(options) {
  const reader = await Reader.visit(browser, portal, options);
  await reader.unlock(passphrase, 'Words');
  const { page } = reader;
  const note = page.locator('#_term-deck-hold');
  await note.waitFor({ state: 'attached' });
  return { reader, page, note, button: page.getByRole('button', { name: 'deck hold', exact: true }) };
}

/** A reader at the gate, for whom the script that makes notes comes when `meanwhile` is done; or not at all, if that throws. */
async function waiting(meanwhile) {
  const reader = await Reader.visit(browser, portal);
  const { page } = reader;
  await page.route(/\/terms\.[^/]*js$/, (route) => meanwhile().then(() => route.continue(), () => route.abort()));
  await reader.unlock(passphrase, 'Words');
  return { reader, page, note: page.locator('#_term-deck-hold'), button: page.getByRole('button', { name: 'deck hold', exact: true }) };
}

/** The text of what has the focus. */
const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);

test('a click shows what the word means, beside it; another closes it', async () => {
  const { reader, page, note, button } = await reading({ viewport: { width: 1280, height: 800 } });
  assert.equal(await page.locator('.term').count(), 3);
  assert.equal(await note.isVisible(), false);
  await button.click();
  assert.match(await note.innerText(), /^Deck hold\s+The time for which a place is kept\.\s+In the glossary$/);
  const [word, box] = [await button.boundingBox(), await note.boundingBox()];
  assert.ok(box.y >= word.y + word.height && box.y < word.y + word.height + 20 && Math.abs(box.x - word.x) < 2, JSON.stringify([word, box]));
  await button.click();
  assert.equal(await note.isVisible(), false);
  await button.click();
  await page.getByRole('heading', { level: 1 }).click();
  assert.equal(await note.isVisible(), false);
  await reader.leave();
});

test('a second use further on shows the same note beside itself', async () => {
  const { reader, page, note } = await reading({ viewport: { width: 1280, height: 800 } });
  const further = page.getByRole('button', { name: 'deck holds' });
  await further.click();
  const [word, box] = [await further.boundingBox(), await note.boundingBox()];
  const gap = Math.min(Math.abs(box.y - word.y - word.height), Math.abs(word.y - box.y - box.height));
  assert.ok(gap < 20, JSON.stringify([word, box]));
  await reader.leave();
});

test('a tap on a phone shows it at the foot of the screen, in reach and in full', async () => {
  const { reader, page, note, button } = await reading({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  await button.tap();
  const box = await note.boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 640 && box.y + box.height > 600, JSON.stringify(box));
  await page.touchscreen.tap(180, 20);
  assert.equal(await note.isVisible(), false);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await reader.leave();
});

for (const key of ['Enter', 'Space']) {
  test(`${key} opens it, Tab leads into it and on in the text, Escape goes back to the word`, async () => {
    const { reader, page, note, button } = await reading();
    await button.focus();
    await page.keyboard.press(key);
    assert.equal(await focused(page), '_term-deck-hold');
    await page.keyboard.press('Escape');
    assert.equal(await note.isVisible(), false);
    assert.equal(await focused(page), 'deck hold');
    await page.keyboard.press(key);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'a place');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'In the glossary');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'pier');
    await reader.leave();
  });
}

test('a link in it leads on and closes it', async () => {
  const { reader, page, note, button } = await reading();
  await button.click();
  await note.getByRole('link', { name: 'a place' }).click();
  assert.equal(await note.isVisible(), false);
  await reader.sees('Words');
  await button.click();
  await note.getByRole('link', { name: 'In the glossary' }).click();
  await reader.sees('Glossary');
  assert.match(page.url(), /#\/glossary#deck-hold$/);
  assert.equal(await page.locator('.term').count(), 0);
  await page.goBack();
  await reader.sees('Words');
  await reader.leave();
});

test('a screen reader is told what the word is, whether its note is open, and what that is called', async () => {
  const { reader, page, button } = await reading();
  const session = await page.context().newCDPSession(page);
  const nodes = async () => (await session.send('Accessibility.getFullAXTree')).nodes.filter((node) => !node.ignored);
  const named = (all, role, name) => all.find((node) => node.role?.value === role && node.name?.value === name);
  const property = (node, name) => node.properties?.find((property) => property.name === name)?.value.value;
  const closed = await nodes();
  assert.equal(property(named(closed, 'button', 'deck hold'), 'expanded'), false);
  assert.equal(named(closed, 'dialog', 'Deck hold'), undefined);
  assert.equal(named(closed, 'heading', 'Words explained'), undefined);
  await button.click();
  const open = await nodes();
  assert.equal(property(named(open, 'button', 'deck hold'), 'expanded'), true);
  const note = named(open, 'dialog', 'Deck hold');
  assert.equal(property(note, 'focused'), true);
  assert.notEqual(property(note, 'modal'), true);
  await reader.leave();
});

test('on paper the words have letters, and the notes of all of them stand at the end', async () => {
  const { reader, page, note } = await reading();
  await page.emulateMedia({ media: 'print' });
  const letters = await page.locator('.term').evaluateAll((words) => words.map((word) => getComputedStyle(word, '::after').content));
  assert.deepEqual(letters, ['"a"', '"b"', '"a"']);
  assert.equal(await note.isVisible(), true);
  assert.equal(await page.locator('#_term-pier').isVisible(), true);
  assert.equal(await note.getByRole('link', { name: 'In the glossary' }).count(), 0);
  const text = (await page.locator('main').innerText()).trim();
  assert.match(text, /Words explained\s+Deck hold\s+The time for which a place is kept\.\s+Pier\s+Where the boat lies\.$/);
  const [end, notes] = [await page.locator('.prose').boundingBox(), await page.locator('.terms').boundingBox()];
  assert.ok(notes.y >= end.y + end.height, JSON.stringify([end, notes]));
  await reader.leave();
});

test('what is open on the screen when one prints is among the others on paper', async () => {
  const { reader, page, note, button } = await reading();
  await button.click();
  assert.equal(await note.isVisible(), true);
  await page.pdf();
  assert.equal(await note.isVisible(), false);
  await reader.leave();
});

test('one who prints by the button in the foot has the notes on paper, too', async () => {
  let resolve = () => {};
  const promise = new Promise((now) => (resolve = now));
  const { reader, page, note } = await waiting(() => promise);
  await page.evaluate(() => (window.print = () => (document.body.dataset.printed = String(document.querySelectorAll('.term-note').length))));
  await page.locator('[data-action="print"]').click();
  assert.equal(await page.locator('body').getAttribute('data-printed'), null);
  resolve();
  await note.waitFor({ state: 'attached' });
  await page.locator('body[data-printed="2"]').waitFor();
  await reader.leave();
});

test('a word that is clicked on before its note is there shows it as soon as it is, and once', async () => {
  let resolve = () => {};
  const promise = new Promise((now) => (resolve = now));
  const { reader, page, note, button } = await waiting(() => promise);
  await button.click();
  await button.click();
  assert.equal(await note.count(), 0);
  resolve();
  await note.waitFor({ state: 'visible' });
  assert.equal(await focused(page), '_term-deck-hold');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'deck hold');
  await reader.leave();
});

test('where notes cannot be made, a click on a word leads to it in the glossary', async () => {
  const { reader, page, button } = await waiting(() => Promise.reject(new Error('gone')));
  await button.click();
  await reader.sees('Glossary');
  assert.match(page.url(), /#\/glossary#deck-hold$/);
  assert.equal(await focused(page), 'deck-hold');
  await page.goBack();
  await reader.sees('Words');
  await reader.leave(/ERR_FAILED/);
});

test('notes come after the page, only where a word is explained, and each thing in them has one place', async () => {
  const { reader, page, note, button } = await reading();
  await button.click();
  assert.equal(await page.evaluate(() => new Set([...document.querySelectorAll('[id]')].map((one) => one.id)).size), await page.locator('[id]').count());
  await note.getByRole('link', { name: 'In the glossary' }).click();
  await reader.sees('Glossary');
  assert.equal(await page.locator('.term-note').count(), 0);
  await page.goBack();
  await reader.sees('Words');
  await note.waitFor({ state: 'attached' });
  assert.equal(await page.locator('section.terms').count(), 1);
  await reader.leave();
});

test('nothing of it is fetched before a page that explains words is shown', async () => {
  let asked = 0;
  const reader = await Reader.visit(browser, portal);
  const { page } = reader;
  page.on('request', (request) => (asked += Number(/\/terms\./.test(request.url()))));
  await page.getByLabel('Passphrase').waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(asked, 0);
  assert.equal(await page.locator('link[href*="terms."]').count(), 0);
  await reader.unlock(passphrase, 'Words');
  await page.locator('.term-note').first().waitFor({ state: 'attached' });
  assert.equal(asked, 1);
  await reader.leave();
});
