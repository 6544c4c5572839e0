// What whoever writes sees beside the portal: the bar above a page, the switch of audience, the list of all portals; and
// styles that change without a flash.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES, root } from './portals.mjs';
import { preview } from './servers.mjs';
import { desk } from './stage.mjs';

const GUIDE = `${FERRIES.id}/docs/guides/change-the-timetable.md`;
const PAGE = '#/docs/guides/change-the-timetable';

const writer = desk((workspace) => {
  workspace.edit('vestibule.yml', (text) => `${text}\ntheme: look\n`);
  workspace.write('look', { 'css/home.css': readFileSync(join(root, 'themes/default/css/home.css')) });
});

/** @param {import('playwright-core').Page} page */
const barOf = (page) => page.getByRole('complementary', { name: 'Preview' });

/** @param {import('playwright-core').Page} page @param {string} file */
const madeFrom = (page, file) => barOf(page).locator('.file').getByRole('link', { name: file, exact: true }).waitFor();

/** A writer's change to the guide, and back. @param {(text: string) => string} change @param {() => Promise<void>} meanwhile */
async function changed(change, meanwhile) {
  let whole = '';
  writer.workspace.edit(GUIDE, (text) => change((whole = text)));
  try {
    await meanwhile();
  } finally {
    writer.workspace.edit(GUIDE, () => whole);
  }
}

test('the bar names the file of the page in view, and follows it', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await madeFrom(page, GUIDE);
  const link = barOf(page).locator('.file').getByRole('link');
  assert.equal(await link.getAttribute('href'), `vscode://file${writer.workspace.folder}/${GUIDE}`);
  await reader.follow('#/roadmap');
  await madeFrom(page, `${FERRIES.id}/milestones.yml`);
  await page.locator('a[href="#/"]').first().click();
  await madeFrom(page, `${FERRIES.id}/client.yml`);
  await page.goBack();
  await madeFrom(page, `${FERRIES.id}/milestones.yml`);
  await page.evaluate(() => (location.hash = '#a-place-on-this-page'));
  await madeFrom(page, `${FERRIES.id}/milestones.yml`);
  await reader.leave();
});

for (const width of [360, 1280]) {
  test(`at ${width} px it covers nothing, and nothing is wider than the screen`, async () => {
    const reader = await writer.visit('#/', { viewport: { width, height: 740 } });
    const { page } = reader;
    await madeFrom(page, `${FERRIES.id}/client.yml`);
    const bar = await barOf(page).boundingBox();
    const masthead = await page.locator('.masthead').boundingBox();
    assert.deepEqual([bar.x, bar.y, bar.width, bar.height], [0, 0, width, 36]);
    assert.equal(masthead.y, 36);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    for (const part of await barOf(page).locator(':is(a, select, summary):visible').all()) {
      const box = await part.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width && box.width > 20, `${await part.textContent()} ${JSON.stringify(box)}`);
    }
    await barOf(page).locator('summary').click();
    const panel = await barOf(page).locator('details > div').boundingBox();
    assert.ok(panel.x >= 0 && panel.x + panel.width <= width, JSON.stringify(panel));
    await page.keyboard.press('Escape');
    assert.equal(await barOf(page).locator('details').getAttribute('open'), null);
    if (width === 360) {
      await page.getByRole('button', { name: 'Menu' }).click();
      const menu = await page.locator('.places').boundingBox();
      assert.equal(menu.y, masthead.y + masthead.height, 'the menu begins below its button');
      const contact = await page.locator('.contact').first().boundingBox();
      assert.ok(contact.y + contact.height <= 740, 'whom to ask is on the first screen');
    }
    await reader.leave();
  });
}

test('it comes last for the keyboard, and is not printed', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await madeFrom(page, GUIDE);
  await page.locator('.foot').locator('a, button').last().focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Preview');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await barOf(page).isVisible(), false);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).paddingTop), '0px');
  await reader.leave();
});

test('what is said about the file unfolds beside its page', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await madeFrom(page, GUIDE);
  await changed((text) => `${text}\nAsk the <b>HQX</b> about it.\n`, async () => {
    const summary = barOf(page).locator('summary[aria-label="1 warning"]');
    await summary.click();
    const note = barOf(page).getByRole('listitem');
    assert.equal(await note.locator('p').first().textContent(), '`HQX` is explained nowhere');
    assert.equal(await note.locator('pre').textContent(), 'Ask the <b>HQX</b> about it.');
    const line = (await note.locator('code').textContent()).split(':')[1];
    assert.equal(await note.getByRole('link').getAttribute('href'), `vscode://file${writer.workspace.folder}/${GUIDE}:${line}`);
  });
  await barOf(page).locator('summary[aria-label="1 warning"]').waitFor({ state: 'detached' });
  await reader.leave();
});

test('an error has a link to its line in the editor', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await changed((text) => `${text}\n[There](gone.md)\n`, async () => {
    const link = page.getByRole('alert').getByRole('link');
    const place = await link.textContent();
    assert.equal(await link.getAttribute('href'), `vscode://file${writer.workspace.folder}/${place}`);
  });
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await reader.leave();
});

test('another audience is a choice in the bar, and stays with the tab', async () => {
  const costs = '#/docs/explain/grant-and-costs';
  const reader = await writer.visit('#/');
  const { page } = reader;
  const choice = barOf(page).getByLabel('Audience');
  assert.equal(await choice.inputValue(), 'client');
  assert.deepEqual(await choice.locator('option').allTextContents(), ['as client', 'as sponsor']);
  await page.goto(`${writer.server.url}${FERRIES.address}/${costs}`);
  await page.locator('.message').waitFor();
  await choice.selectOption('sponsor');
  await reader.sees('The grant, and what it pays for');
  assert.equal(await choice.inputValue(), 'sponsor');
  assert.ok(!page.url().includes('sponsor') && !page.url().includes('key'), page.url());
  await page.goto(writer.server.url);
  await page.goto(`${writer.server.url}${FERRIES.address}/${costs}`);
  await reader.sees('The grant, and what it pays for');
  // A tab of its own begins as the preview was begun.
  const other = await reader.context.newPage();
  await other.goto(`${writer.server.url}${FERRIES.address}/${costs}`);
  await other.locator('.message').waitFor();
  await reader.leave();
});

test('other styles come without loading the page, and without a moment in which it has none', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    scrollTo(0, 300);
    const link = [...document.querySelectorAll('#_page a:not(.anchor)')].find((one) => one.checkVisibility() && one.getBoundingClientRect().top > 50);
    link.focus({ preventScroll: true });
    globalThis.same = document.activeElement === link && link;
    globalThis.bare = 0;
    const look = () => {
      // Without styles, the letterhead has no line below it; without those of the gate, no colour has a name.
      const { borderBottomWidth } = getComputedStyle(document.querySelector('.masthead'));
      const named = getComputedStyle(document.documentElement).getPropertyValue('--paper');
      if (borderBottomWidth !== '1px' || !named) globalThis.bare++;
      requestAnimationFrame(look);
    };
    look();
  });
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('#_page h1')).color);
  const was = await colour();
  writer.workspace.write('look', { 'css/about.css': '@layer page { #_page h1 { color: rgb(1, 2, 3) !important; } }\n' });
  await page.waitForFunction(() => getComputedStyle(document.querySelector('#_page h1')).color === 'rgb(1, 2, 3)');
  const now = await page.evaluate(() => ({ scroll: scrollY, same: document.activeElement === globalThis.same, bare: globalThis.bare }));
  assert.deepEqual(now, { scroll: 300, same: true, bare: 0 });
  // Those that the gate has, too.
  const tokens = readFileSync(join(root, 'themes/default/css/tokens.css'), 'utf8');
  writer.workspace.write('look', { 'css/tokens.css': tokens.replace('--page: 67rem;', '--page: 67rem; --marked: 7px;') });
  await page.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue('--marked') === '7px');
  assert.equal(await page.evaluate(() => document.activeElement === globalThis.same && globalThis.bare === 0), true);
  // And there they are found again when the page is loaded.
  await page.reload();
  await page.locator('#_page h1').waitFor();
  assert.equal(await colour(), 'rgb(1, 2, 3)');
  writer.workspace.drop('look/css/about.css');
  writer.workspace.drop('look/css/tokens.css');
  await page.waitForFunction((was) => getComputedStyle(document.querySelector('#_page h1')).color === was, was);
  await reader.leave();
});

test('where more of the public page changed it is loaded anew, and the reader stays where they were', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    scrollTo(0, 300);
    globalThis.same = true;
  });
  await page.waitForFunction(() => history.state?.key);
  let whole = '';
  const loaded = page.waitForEvent('load');
  writer.workspace.edit('vestibule.yml', (text) => (whole = text).replace(/^name: .*$/m, 'name: Another Studio'));
  await loaded;
  await page.locator('#_page h1').waitFor();
  await page.waitForFunction(() => scrollY === 300);
  assert.equal(await page.evaluate(() => globalThis.same), undefined);
  writer.workspace.edit('vestibule.yml', () => whole);
  await page.getByText('Alder & Tern').first().waitFor();
  await reader.leave();
});

test('the list says how every client stands, and renews itself', async () => {
  const reader = await Reader.visit(writer.browser, writer.server.url);
  const { page } = reader;
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Hask Sound Ferries · Online booking' }) });
  await row.getByText('At risk').waitFor();
  await page.evaluate(() => (globalThis.same = true));
  await changed((text) => `${text}\nAsk the HQX about it.\n`, async () => {
    await row.locator('summary').click();
    await row.getByText('`HQX` is explained nowhere').waitFor();
    writer.workspace.write('old mill', { 'client.yml': 'name: [\n' });
    const broken = page.getByRole('link', { name: 'old mill' });
    await broken.waitFor();
    await row.getByText('`HQX` is explained nowhere').waitFor();
    assert.equal(await page.evaluate(() => globalThis.same && document.activeElement?.tagName), 'SUMMARY', 'what was unfolded stays, with the focus');
    await broken.click();
    await page.getByRole('alert').getByText('old mill/client.yml:1').waitFor();
    await page.goBack();
    writer.workspace.drop('old mill');
    await broken.waitFor({ state: 'detached' });
  });
  await reader.leave();
});

for (const width of [360, 1280]) {
  test(`at ${width} px the list is no wider than the screen`, async () => {
    writer.workspace.write('mill', { 'client.yml': `name: ${'Mill'.repeat(30)}\nproject: [${'long '.repeat(80)}\n` });
    const reader = await Reader.visit(writer.browser, writer.server.url, { viewport: { width, height: 740 } });
    const { page } = reader;
    await page.getByRole('link', { name: 'mill', exact: true }).waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    writer.workspace.drop('mill');
    await page.getByRole('link', { name: 'mill', exact: true }).waitFor({ state: 'detached' });
    await reader.leave();
  });
}

test('a page whose portal is gone says so, and is shown again when that is back', async () => {
  writer.workspace.write('quay', { 'client.yml': 'name: Quay\nproject: Pier\naddress: quay-7\n' });
  while (!(await fetch(`${writer.server.url}quay-7/`)).ok) await new Promise((resolve) => setTimeout(resolve, 50));
  const reader = await Reader.visit(writer.browser, `${writer.server.url}quay-7/`);
  const { page } = reader;
  await reader.sees('Pier');
  writer.workspace.write('quay', { 'client.yml': 'name: Quay\nproject: Pier\naddress: quay-8\n' });
  const alert = page.getByRole('alert');
  await alert.getByRole('heading', { name: 'This portal is not here any more' }).waitFor();
  assert.equal(await alert.getByRole('link', { name: 'All clients' }).getAttribute('href'), '/');
  writer.workspace.write('quay', { 'client.yml': 'name: Quay\nproject: Pier\naddress: quay-7\n' });
  await alert.waitFor({ state: 'detached' });
  await reader.sees('Pier');
  writer.workspace.drop('quay');
  await reader.leave();
});

test('behind the gate a page is brought up to date, and shows nothing else', async () => {
  const phrase = writer.workspace.admit(FERRIES.id, 'Tom');
  const gated = await preview(writer.workspace, '0', '--gated');
  const reader = await Reader.visit(writer.browser, `${gated.url}${FERRIES.address}/${PAGE}`);
  const { page } = reader;
  await reader.type(phrase);
  await reader.sees('Change the timetable');
  await changed((text) => `${text}\nWritten a moment ago.\n`, () => page.getByText('Written a moment ago.').waitFor());
  await page.getByText('Written a moment ago.').waitFor({ state: 'detached' });
  const told = page.evaluate((address) => new Promise((resolve) => {
    const events = new EventSource(`/_preview/events/${address}`);
    const heard = [];
    events.addEventListener('message', ({ data }) => {
      if (heard.push(data) === 1) document.title = 'listening';
      else resolve(data);
    });
  }), FERRIES.address);
  await page.waitForFunction(() => document.title === 'listening');
  await changed((text) => `${text}\n[There](gone.md)\n`, async () => assert.ok(!(await told).includes('gone.md')));
  assert.equal(await page.locator('html > aside').count(), 0);
  assert.equal(await page.evaluate(() => typeof globalThis.vestibulePreview), 'undefined');
  await reader.leave();
  await gated.stop();
});

test('while the preview does not answer, the bar says so', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await madeFrom(page, GUIDE);
  await writer.restart(() => barOf(page).getByText('The preview does not answer').waitFor());
  await madeFrom(page, GUIDE);
  await reader.leave(/net::|404/);
});

test('while the preview does not answer, the list says so', async () => {
  const reader = await Reader.visit(writer.browser, writer.server.url);
  const said = reader.page.getByRole('status').getByText('The preview does not answer: what stands here may be old.');
  await writer.restart(() => said.waitFor());
  await said.waitFor({ state: 'detached' });
  await reader.leave(/net::/);
});

test('styles change below a passphrase that is half typed, and hold behind the gate', async () => {
  const phrase = writer.workspace.admit(FERRIES.id, 'Eva');
  const gated = await preview(writer.workspace, '0', '--gated');
  const reader = await Reader.visit(writer.browser, `${gated.url}${FERRIES.address}/${PAGE}`);
  const { page } = reader;
  const field = page.getByLabel('Passphrase');
  await field.fill(phrase.slice(0, 5));
  const tokens = readFileSync(join(root, 'themes/default/css/tokens.css'), 'utf8');
  writer.workspace.write('look', {
    'css/tokens.css': tokens.replace('--page: 67rem;', '--page: 67rem; --marked: 7px;'),
    'css/about.css': '@layer page { #_page h1 { color: rgb(1, 2, 3) !important; } }\n',
  });
  await page.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue('--marked') === '7px');
  assert.equal(await field.inputValue(), phrase.slice(0, 5));
  await reader.type(phrase);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('#_page h1') ?? document.body).color === 'rgb(1, 2, 3)');
  await reader.leave();
  await gated.stop();
  for (const file of ['tokens', 'about']) writer.workspace.drop(`look/css/${file}.css`);
});
