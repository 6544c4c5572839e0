// What a portal that is open does when another version of it is published: with other pages, or with other keys.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES } from './portals.mjs';
import { own } from './servers.mjs';
import { stage } from './stage.mjs';

const FARES = `${FERRIES.id}/docs/reference/fares.md`;
const TODOS = `${FERRIES.id}/tasks.yml`;
/** What the browser notes of boxes that are gone from the host. */
const GONE = /404/;

let browser, workspace, portal, server;
/** @type {Record<string, string>} */
const passphrases = {};

stage((workspace) => {
  for (const [name, audience] of [['Morag', 'client'], ['Iain', 'client'], ['The fund', 'sponsor']]) passphrases[name] = workspace.admit(FERRIES.id, name, audience);
  workspace.edit(FARES, (text) => `${text}\n\n<details><summary>What is new</summary>\n\nNothing yet.\n\n</details>\n\n${'Something to scroll over.\n\n'.repeat(60)}`);
}, (made) => {
  ({ browser, workspace, server } = made);
  portal = `${server.url}${FERRIES.address}/`;
}, { serve: own });

/** What a test takes away, it gives back. @type {(() => void)[]} */
const undo = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
  workspace.build();
});

/** Edits a file, for as long as the test lasts. @param {string} path @param {(text: string) => string} change */
function edit(path, change) {
  let before = '';
  workspace.edit(path, (text) => change((before = text)));
  undo.push(() => workspace.edit(path, () => before));
}

/** Somebody who reads, and whose clock can be set. @param {string} name @param {string} [place] @param {string} [heading] */
async function reading(name, place = '', heading = 'Online booking') {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const reader = new Reader(context, portal);
  await context.clock.install();
  await reader.open(place);
  await reader.unlock(passphrases[name], heading);
  return reader;
}

/** Eleven minutes later the tab comes forward again. @param {Reader} reader */
async function comeBack({ page }) {
  await page.clock.setSystemTime(await page.evaluate(() => Date.now() + 660_000));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

/** Marks what is shown, so that it can be told whether it was put in place anew. */
const mark = ({ page }) => page.evaluate(() => (document.querySelector('#_page > *').dataset.before = ''));
const marked = ({ page }) => page.locator('#_page > [data-before]').count();

test('a page that was not changed stays as it is, whatever else was published', async () => {
  const reader = await reading('Morag', '#/docs/reference/fares', 'Fares');
  await reader.page.evaluate(() => scrollTo(0, 700));
  await mark(reader);
  edit(TODOS, (text) => text.replace('Look over the fares', 'Look over all the fares'));
  workspace.build();
  await comeBack(reader);
  await reader.page.waitForTimeout(1000);
  assert.equal(await marked(reader), 1);
  assert.equal(await reader.page.evaluate(() => scrollY), 700);
  await reader.page.evaluate(() => (location.hash = '#/todos'));
  await reader.page.getByText('Look over all the fares').first().waitFor();
  await reader.leave(GONE);
});

test('a page that was changed is shown anew, as far down and as unfolded as it was', async () => {
  const reader = await reading('Morag', '#/docs/reference/fares', 'Fares');
  const { page } = reader;
  await page.getByText('What is new').click();
  await page.evaluate(() => scrollTo(0, 700));
  const history = await page.evaluate(() => globalThis.history.length);
  edit(FARES, (text) => text.replace('Nothing yet.', 'A child under five sails free.'));
  workspace.build();
  await comeBack(reader);
  await page.getByText('A child under five sails free.').waitFor();
  assert.equal(await page.evaluate(() => scrollY), 700);
  assert.equal(await page.evaluate(() => globalThis.history.length), history);
  await reader.leave(GONE);
});

test('while the palette is used, it keeps the focus when the page behind it is shown anew', async () => {
  const reader = await reading('Morag', '#/docs/reference/fares', 'Fares');
  const { page } = reader;
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('ticket');
  edit(FARES, (text) => text.replace('Nothing yet.', 'A dog sails free.'));
  workspace.build();
  await comeBack(reader);
  await page.getByText('A dog sails free.').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'combobox');
  await reader.leave(GONE);
});

test('a page that cannot be read any more stays, and says nothing', async () => {
  const reader = await reading('Morag', '#/docs/reference/fares', 'Fares');
  await mark(reader);
  edit(FARES, (text) => text.replace('Nothing yet.', 'A bicycle sails free.'));
  workspace.build();
  await reader.page.route('**/b/*', (route) => route.abort());
  await comeBack(reader);
  await reader.page.waitForTimeout(1000);
  assert.equal(await marked(reader), 1);
  await reader.leave(/404|ERR_FAILED/);
});

test('whoever may not read any more is back at the gate as soon as the portal notices', async () => {
  const reader = await reading('Morag', '#/docs/reference/fares', 'Fares');
  const { page } = reader;
  workspace.rekey(FERRIES.id, 'Morag');
  workspace.build();
  undo.push(() => (passphrases.Morag = workspace.admit(FERRIES.id, 'Morag')));
  await comeBack(reader);
  await reader.isAtTheGate();
  await page.getByRole('alert').getByText('sealed anew').waitFor();
  assert.doesNotMatch(await page.content(), /Hask|ticket/);
  await reader.type(passphrases.Morag);
  await page.getByRole('alert').getByText('does not open anything').waitFor();
  await reader.leave(GONE);
});

test('new keys for the same people do not stop whoever is remembered on the device', async () => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const reader = new Reader(context, portal);
  await context.clock.install();
  await reader.open('#/docs/reference/fares');
  await reader.page.getByLabel('Remember on this device').check();
  await reader.unlock(passphrases.Iain, 'Fares');
  workspace.rekey(FERRIES.id);
  edit(FARES, (text) => text.replace('Nothing yet.', 'A parrot sails free.'));
  workspace.build();
  await comeBack(reader);
  await reader.page.getByText('A parrot sails free.').waitFor({ state: 'attached' });
  // It goes on after a reload, without being remembered.
  await reader.page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open('vestibule', 1);
    opening.onsuccess = () => {
      const store = opening.result.transaction('keys', 'readwrite').objectStore('keys');
      store.getAllKeys().onsuccess = ({ target }) => target.result.filter((key) => key.endsWith('/remembered')).forEach((key) => store.delete(key));
      store.transaction.oncomplete = resolve;
    };
  }));
  await reader.page.reload();
  await reader.sees('Fares');
  await reader.leave(GONE);
});

test('what is remembered of somebody else does not open a tab anew', async () => {
  const first = await reading('The fund');
  const beside = await first.context.newPage();
  // A tab that hears of no session beside it.
  await beside.addInitScript(() => (BroadcastChannel.prototype.postMessage = () => {}));
  await beside.goto(portal);
  const other = new Reader(first.context, portal);
  other.page = beside;
  await other.isAtTheGate();
  await beside.getByLabel('Remember on this device').check();
  await other.unlock(passphrases.Iain);
  workspace.rekey(FERRIES.id);
  workspace.build();
  await comeBack(first);
  await first.isAtTheGate();
  await first.page.getByRole('alert').getByText('sealed anew').waitFor();
  await first.leave(GONE);
});
