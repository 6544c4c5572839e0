// The search palette in use: by keyboard, by touch, with a screen reader; and what the example finds.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, look, partsOf, reading as opened } from './palette.mjs';
import { FERRIES } from './portals.mjs';
import { stage } from './stage.mjs';

const BICYCLES = { id: 'hoekema-tweewielers', address: 'wilg-17' };
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

let browser, english, dutch, server;

stage((workspace) => {
  english = workspace.admit(FERRIES.id, 'Morag');
  dutch = workspace.admit(BICYCLES.id, 'Jelle');
}, (made) => ({ browser, server } = made));

/** A reader of the English portal. @param {import('playwright-core').BrowserContextOptions} [options] */
const reading = (options = DESK) => opened(browser, { portal: `${server.url}${FERRIES.address}/`, passphrase: english, project: 'Online booking' }, options);

/** What has the focus. @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('data-action') || document.activeElement?.tagName);

/** What the example must find first, by what is typed. */
const FIRST = {
  'deck hold': '#/glossary#deck-hold',
  'qr code': '#/glossary#boarding-code',
  'acceptence test': '#/glossary#acceptance-test',
  'islander fares': '#/glossary#islander-fare',
  'cancel sailing': '#/docs/guides/cancel-a-sailing',
  'large refund': '#/decisions/0007-large-refunds',
  'metres and not cars': '#/docs/explain/why-metres',
  'summer timetable': 'files/timetable-summer-2027.csv',
};
const FIRST_DUTCH = {
  'papieren agenda': '#/decisions/0003-papieren-agenda',
  'afspraken verzetten': '#/docs/handleidingen/afspraak-verzetten',
  'framenumer': '#/docs/handleidingen/framenummer-vinden',
  'onderhoudsbeurt': '#/glossary#beurt',
  'prijslijst': 'files/prijslijst-2027.csv',
};

/** What stands first for each text. @param {import('playwright-core').Page} page @param {string[]} texts */
async function firsts(page, texts) {
  const found = {};
  for (const text of texts) {
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await partsOf(page).status.filter({ hasText: text }).waitFor();
    found[text] = await partsOf(page).options.first().evaluate((one) => one.dataset.asset || one.getAttribute('href'));
  }
  return found;
}

test('the example: what one looks for stands first, in English and in Dutch', async () => {
  const { reader, page } = await reading();
  await page.keyboard.press('/');
  assert.deepEqual(await firsts(page, Object.keys(FIRST)), FIRST);
  await reader.leave();

  const other = await opened(browser, { portal: `${server.url}${BICYCLES.address}/`, passphrase: dutch, project: 'Werkplaats online' });
  await other.page.getByRole('button', { name: 'Zoeken', exact: true }).click();
  assert.deepEqual(await firsts(other.page, Object.keys(FIRST_DUTCH)), FIRST_DUTCH);
  assert.match(await other.status.innerText(), /^\d+ resulta(at|ten) voor “prijslijst”$/);
  await other.reader.leave();
});

test('by keyboard alone: a slash, a word, an arrow, Enter, and reading goes on at the heading', async () => {
  const { reader, page, palette, field, status, options, chosen } = await reading();
  await look(page, 'fare');
  assert.match(await status.innerText(), /^\d+ results for “fare”$/);
  assert.ok((await options.count()) > 2);
  assert.equal(await field.getAttribute('aria-activedescendant'), '_hit-0');
  const groups = await palette.locator('[role="group"]').evaluateAll((all) => all.map((one) => document.getElementById(one.getAttribute('aria-labelledby'))?.textContent));
  assert.equal(new Set(groups).size, groups.length, 'each kind has one group');
  assert.ok((await options.locator('mark').count()) > 0);
  await page.keyboard.press('ArrowDown');
  assert.equal(await chosen.getAttribute('id'), '_hit-1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await chosen.getAttribute('id'), await options.last().getAttribute('id'), 'the arrows go round');
  // A result that leads to a heading.
  const at = await options.evaluateAll((all) => all.findIndex((one) => /^#.*#/.test(one.getAttribute('href'))));
  assert.ok(at >= 0);
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
  const href = await chosen.getAttribute('href');
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'hidden' });
  await page.waitForFunction((id) => document.activeElement?.id === id, decodeURIComponent(href.split('#')[2]));
  assert.ok(page.url().endsWith(href));
  await reader.leave();
});

for (const keys of ['Control+k', 'Meta+k']) {
  test(`${keys} opens it too, and in its field takes the text to be written over`, async () => {
    const { reader, page, field } = await reading();
    await page.keyboard.press(keys);
    await field.waitFor({ state: 'visible' });
    await page.keyboard.type('boat');
    await page.keyboard.press(keys);
    await page.keyboard.type('pier');
    assert.equal(await field.inputValue(), 'pier');
    await reader.leave();
  });
}

test('keys belong to the field in which one types, and with Alt to others', async () => {
  const { reader, page, palette, field: query } = await reading();
  const field = page.locator('main > textarea');
  await page.evaluate(() => document.querySelector('main').prepend(document.createElement('textarea')));
  await field.focus();
  await page.keyboard.type('a/b');
  await page.keyboard.press('Control+k');
  assert.equal(await field.inputValue(), 'a/b');
  assert.equal(await palette.isVisible(), false);
  await page.locator('main h1').click();
  await page.keyboard.press('Alt+/');
  assert.equal(await palette.isVisible(), false);
  await page.keyboard.press('/');
  await query.waitFor({ state: 'visible' });
  await page.keyboard.type('and/or');
  assert.equal(await query.inputValue(), 'and/or');
  await reader.leave();
});

test('Escape closes it and gives focus back; opened again, the text is there to be written over', async () => {
  const { reader, page, palette, field, options } = await reading();
  const link = page.locator('main a').first();
  await link.focus();
  await look(page, 'booking');
  const before = await options.allInnerTexts();
  await page.keyboard.press('Escape');
  assert.equal(await palette.isVisible(), false);
  assert.equal(await link.evaluate((one) => document.activeElement === one), true);
  await page.locator('[data-action="search"]').click();
  assert.equal(await field.inputValue(), 'booking');
  assert.deepEqual(await options.allInnerTexts(), before);
  await page.keyboard.type('pier');
  assert.equal(await field.inputValue(), 'pier');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'search');
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'visible' });
  await page.getByRole('button', { name: 'Close the search' }).click();
  assert.equal(await palette.isVisible(), false);
  assert.equal(await focused(page), 'search');
  await page.keyboard.press('/');
  await page.mouse.click(20, 400);
  assert.equal(await palette.isVisible(), false);
  await reader.leave();
});

test('Home and End stay with the text, and so do the arrows to the sides', async () => {
  const { reader, page, field, chosen } = await reading();
  await look(page, 'fare');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  assert.equal(await field.evaluate((one) => one.selectionStart), 0);
  await page.keyboard.press('ArrowRight');
  assert.equal(await field.evaluate((one) => one.selectionStart), 1);
  await page.keyboard.press('End');
  assert.equal(await field.evaluate((one) => one.selectionStart), 4);
  assert.equal(await chosen.getAttribute('id'), '_hit-1');
  await reader.leave();
});

for (const [name, open] of [
  ['Ctrl-Enter', (page) => page.keyboard.press('Control+Enter')],
  ['the middle button', (page) => page.locator('#_hit-0').click({ button: 'middle' })],
  ['a click with Ctrl', (page) => page.locator('#_hit-0').click({ modifiers: ['Control'] })],
]) {
  test(`${name} opens a result in a tab beside this one, where the palette stays`, async () => {
    const { reader, page, palette, options } = await reading();
    await look(page, 'fare');
    const href = await options.first().getAttribute('href');
    const tab = reader.context.waitForEvent('page');
    await open(page);
    const beside = await tab;
    await beside.locator('main[tabindex] h1').waitFor();
    assert.ok(beside.url().endsWith(href));
    assert.equal(await palette.isVisible(), true);
    assert.equal(await focused(page), await page.evaluate(() => document.querySelector('#_palette input').id || 'INPUT'));
    await reader.leave();
  });
}

test('a file is opened as everywhere', async () => {
  const { reader, page, palette, options } = await reading();
  await look(page, 'summer timetable');
  const file = options.and(page.locator('[data-asset]')).first();
  const download = page.waitForEvent('download');
  await file.click();
  assert.equal((await download).suggestedFilename(), (await file.getAttribute('data-asset')).split('/').pop());
  assert.equal(await palette.isVisible(), false);
  await reader.leave();
});

test('on a phone it is the whole screen, all of it can be tapped, and the help with keys is gone', async () => {
  const { reader, page, palette, options } = await reading(PHONE);
  const button = page.getByRole('button', { name: 'Search', exact: true });
  const size = await button.boundingBox();
  assert.ok(size.width >= 44 && size.height >= 44, JSON.stringify(size));
  assert.equal(await button.locator('kbd').isVisible(), false);
  await button.tap();
  assert.deepEqual(await palette.boundingBox(), { x: 0, y: 0, width: 360, height: 640 });
  await page.keyboard.insertText('fare');
  await options.first().waitFor();
  assert.equal(await palette.getByText('choose').isVisible(), false);
  for (const one of [...(await options.all()).slice(0, 4), page.getByRole('button', { name: 'Close the search' })]) {
    const box = await one.boundingBox();
    assert.ok(box.height >= 44 && box.width >= 44 && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
  }
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  const href = await options.first().getAttribute('href');
  await options.first().tap();
  await palette.waitFor({ state: 'hidden' });
  await page.waitForURL((url) => url.href.endsWith(href));
  await reader.leave();
});

test('a screen reader is told what the field is, what is chosen, in which group, and how many there are', async () => {
  const { reader, page } = await reading();
  await look(page, 'fare');
  await page.keyboard.press('ArrowDown');
  const session = await page.context().newCDPSession(page);
  const nodes = (await session.send('Accessibility.getFullAXTree')).nodes.filter((node) => !node.ignored);
  const role = (name) => nodes.filter((node) => node.role?.value === name);
  const property = (node, name) => node.properties?.find((one) => one.name === name)?.value;
  const [field] = role('combobox');
  assert.equal(field.name.value, 'Search this portal');
  assert.equal(property(field, 'focused').value, true);
  assert.equal(property(field, 'expanded').value, true);
  assert.equal(property(field, 'autocomplete').value, 'list');
  assert.equal(property(field, 'activedescendant').relatedNodes[0].idref, '_hit-1');
  assert.equal(property(field, 'controls').relatedNodes[0].idref, '_hits');
  const [dialog] = role('dialog');
  assert.equal(dialog.name.value, 'Search this portal');
  assert.equal(property(dialog, 'modal').value, true);
  assert.deepEqual(role('listbox').map((node) => node.name.value), ['What was found']);
  const options = role('option');
  assert.deepEqual(options.map((node) => property(node, 'selected').value), options.map((_, place) => place === 1));
  assert.ok(options.every((node) => node.name.value.length > 0));
  const groups = nodes.filter((node) => node.role?.value === 'group' && node.name?.value);
  const names = new Set(['Pages', 'Decisions', 'Updates', 'Documents', 'Glossary', 'Roadmap', 'To-dos', 'Files']);
  assert.ok(groups.length > 0 && groups.every((node) => names.has(node.name.value)), JSON.stringify(groups.map((node) => node.name.value)));
  const [status] = role('status');
  assert.equal(property(status, 'live').value, 'polite');
  // What is behind it is out of reach.
  assert.equal(role('main').length, 0);
  await reader.leave();
});

test('on paper there is nothing of it', async () => {
  const { reader, page, palette } = await reading();
  await look(page, 'fare');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await palette.isVisible(), false);
  assert.equal(await page.locator('[data-action="search"]').isVisible(), false);
  await reader.leave();
});
