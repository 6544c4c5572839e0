// How long a portal stays open: twelve hours, also in front of somebody; and whoever locks it has locked all of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES, root } from './portals.mjs';
import { nginx, own } from './servers.mjs';
import { stage } from './stage.mjs';

const HOUR = 3_600_000;
let browser, server, portal, client, sponsor;

stage((workspace) => {
  client = workspace.admit(FERRIES.id, 'Morag');
  sponsor = workspace.admit(FERRIES.id, 'The fund', 'sponsor');
}, (made) => {
  ({ browser, server } = made);
  portal = `${server.url}${FERRIES.address}/`;
}, { serve: nginx });

test('a tab that stays in front is closed after twelve hours', async () => {
  const reader = await Reader.visit(browser, portal);
  const { page } = reader;
  await page.clock.install();
  await page.reload();
  await reader.unlock(client);
  await page.clock.fastForward(12 * HOUR - 120_000);
  await page.clock.runFor(60_000);
  await reader.sees('Online booking');
  await page.clock.runFor(180_000);
  await reader.isAtTheGate();
  assert.doesNotMatch(await page.content(), /Hask/);
  await reader.leave();
});

test('who opens the portal as somebody else changes nothing in the tabs beside', async () => {
  const reader = await Reader.visit(browser, portal);
  await reader.unlock(client);
  const first = reader.page;
  const second = await reader.open();
  await reader.sees('Online booking');
  await second.clock.install();
  await second.clock.setSystemTime(Date.now() + 13 * HOUR);
  await second.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await reader.isAtTheGate();
  await second.clock.setSystemTime(Date.now());
  await reader.unlock(sponsor);
  await second.goto(`${portal}#/docs/explain/grant-and-costs`);
  await reader.sees('The grant, and what it pays for');
  reader.page = first;
  await first.goto(`${portal}#/docs/explain/grant-and-costs`);
  await first.reload();
  await reader.sees('There is no page here');
  await reader.leave();
});

/**
 * Holds back what a tab asks for. Playwright asks the last route first.
 * @param {import('playwright-core').Page} page @param {string | RegExp} files
 * @returns {{asked: Promise<unknown>, release: () => void}} when the first was asked for, and what lets all of them go
 */
function hold(page, files) {
  /** @type {(value?: unknown) => void} */
  let release = () => {}, reached = () => {};
  const held = new Promise((resolve) => (release = resolve));
  const asked = new Promise((resolve) => (reached = resolve));
  page.route(files, async (route) => {
    reached();
    await held;
    await route.continue().catch(() => {}); // the page may have been left
  });
  return { asked, release };
}

/** What lies in the storage of this origin, and of this tab. */
const kept = (page) => page.evaluate(async () => {
  const opening = indexedDB.open('vestibule', 1);
  const keys = await new Promise((resolve) => {
    opening.onsuccess = () => {
      const asked = opening.result.transaction('keys').objectStore('keys').getAllKeys();
      asked.onsuccess = () => resolve(asked.result.map((key) => key.replace(/.*\//, '')));
    };
  });
  opening.result.close();
  return { keys, tab: Object.keys(sessionStorage), device: Object.keys(localStorage) };
});

test('a portal that is locked in another tab while it opens stays closed', async () => {
  const reader = await Reader.visit(browser, portal);
  await reader.unlock(client);
  const beside = reader.page;
  const slow = await reader.context.newPage();
  const { asked, release } = hold(slow, '**/b/*');
  await slow.goto(portal);
  await asked;
  await beside.getByRole('button', { name: 'Lock' }).click();
  reader.page = beside;
  await reader.isAtTheGate();
  release();
  reader.page = slow;
  await reader.isAtTheGate();
  await slow.waitForTimeout(500);
  assert.doesNotMatch(await slow.content(), /Hask/);
  await reader.leave();
});

test('nor is it remembered, where a passphrase was being tried', async () => {
  const reader = await Reader.visit(browser, portal);
  await reader.unlock(client);
  const beside = reader.page;
  const slow = await reader.context.newPage();
  // Without a session of its own, and with nobody to ask for one.
  await slow.addInitScript(() => (BroadcastChannel.prototype.postMessage = () => {}));
  await slow.goto(portal);
  reader.page = slow;
  await reader.isAtTheGate();
  const { asked, release } = hold(slow, '**/b/*');
  await slow.getByLabel('Remember on this device').check();
  await reader.type(sponsor);
  await asked;
  await beside.getByRole('button', { name: 'Lock' }).click();
  await slow.waitForFunction(() => document.querySelector('#gate')?.getAttribute('data-state') === 'busy');
  release();
  await slow.waitForFunction(() => document.querySelector('#gate')?.getAttribute('data-state') === 'ready');
  assert.deepEqual(await kept(slow), { keys: ['locks'], tab: [], device: [] });
  await reader.leave();
});

test('of two ways that open at once the first wins, and a reload opens that one again', async () => {
  const reader = await Reader.visit(browser, portal);
  await reader.unlock(client);
  const { page } = reader;
  const first = hold(page, '**/b/*');
  await page.reload();
  await first.asked;
  // The session leads in while somebody types another passphrase, which would lead in as well.
  await reader.type(sponsor);
  const second = hold(page, '**/b/*');
  await second.asked;
  first.release();
  await reader.sees('Online booking');
  second.release();
  await page.waitForTimeout(500);
  await page.unroute('**/b/*');
  await page.evaluate(() => (location.hash = '#/docs/explain/grant-and-costs'));
  await reader.sees('There is no page here');
  await page.reload();
  await reader.sees('There is no page here');
  await reader.leave();
});

test('an address that changes while the portal opens is the one that is shown', async () => {
  const reader = await Reader.visit(browser, `${portal}#/glossary`);
  const { page } = reader;
  const { asked, release } = hold(page, '**/b/*');
  await reader.type(client);
  await asked;
  await page.evaluate(() => (location.hash = '#/docs/reference/fares'));
  release();
  await reader.sees('Fares');
  await page.waitForTimeout(500);
  await reader.sees('Fares');
  await page.goBack();
  await reader.sees('Glossary');
  await reader.leave();
});

test('a link with a key that is followed while a passphrase is tried leaves the address, and nothing else', async () => {
  const reader = await Reader.visit(browser, portal);
  const { page } = reader;
  const { asked, release } = hold(page, '**/b/*');
  await reader.type(client);
  await asked;
  await page.evaluate(() => (location.hash = '#key=AAAAAAAAAAAAAAAAAAAAAA'));
  await page.waitForFunction(() => location.hash === '#/');
  release();
  await reader.sees('Online booking');
  assert.equal(await page.getByRole('alert').count(), 0);
  await reader.leave();
});

test('what is on its way when the portal is locked does nothing any more', async () => {
  const reader = await Reader.visit(browser, portal);
  const { page } = reader;
  await page.goto(`${portal}#/glossary`);
  await reader.unlock(client, 'Glossary');
  const { asked, release } = hold(page, /\.js$|\/b\//);
  await page.evaluate(() => (location.hash = '#/docs/reference/fares'));
  await asked;
  await page.getByRole('button', { name: 'Lock' }).click();
  await reader.isAtTheGate();
  release();
  await page.waitForTimeout(1500);
  assert.doesNotMatch(await page.content(), /Fares|Hask/);
  assert.equal(new URL(page.url()).hash, '#/');
  assert.deepEqual(await kept(page), { keys: ['locks'], tab: [], device: [] });
  await reader.leave();
});

test('an answer that is tapped as the portal is locked is not kept', async () => {
  const reader = await Reader.visit(browser, portal);
  const { page } = reader;
  await reader.unlock(client);
  await page.waitForFunction(() => document.querySelector('[data-reply]')?.getAttribute('href')?.includes('maple-42'));
  await page.evaluate(() => {
    addEventListener('click', (event) => event.preventDefault(), true);
    document.querySelector('[data-reply]').click();
    document.querySelector('[data-action="lock"]').click();
  });
  await reader.isAtTheGate();
  await page.waitForTimeout(500);
  assert.deepEqual((await kept(page)).device, []);
  await reader.leave();
});

test('a tab that locked asks for nothing but what everybody sees when it is loaded again', async () => {
  const reader = await Reader.visit(browser, portal);
  const { page } = reader;
  await reader.unlock(client);
  await page.waitForFunction(() => Object.keys(sessionStorage).some((name) => name.startsWith('vestibule/manifest')));
  await page.getByRole('button', { name: 'Lock' }).click();
  await reader.isAtTheGate();
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await reader.isAtTheGate();
  await page.waitForFunction(() => document.querySelector('#gate')?.getAttribute('data-state') === 'ready');
  assert.deepEqual(asked.filter((path) => /\/[mb]\//.test(path)), []);
  await reader.leave();
});

test('nothing is kept of what began before a lock, whatever comes first', async (t) => {
  const files = await own(root);
  t.after(() => files.stop());
  const page = await browser.newPage();
  await page.goto(`${files.url}tests/browser/empty.html`);
  const found = await page.evaluate(async () => {
    const { Session } = await import('/themes/default/js/session.js');
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    const kdf = { name: 'PBKDF2', iterations: 1_000_000, salt: new Uint8Array(16) };
    const heard = [];
    const [one, other] = ['one', 'other'].map((name) => new Session('a portal', () => heard.push(name)));
    const before = other.locks();
    await before;
    await one.lock();
    await other.resume(other.begin({ audience: 'client', key }, 1, before));
    await other.remember({ u: key, kdf }, before);
    const late = [await other.find(1), await other.recall()].map(Boolean);
    const since = other.locks();
    await other.resume(other.begin({ audience: 'client', key }, 1, since));
    await other.remember({ u: key, kdf }, since);
    const then = [await other.find(1), await other.recall()].map(Boolean);
    return { heard, late, then };
  });
  assert.deepEqual(found, { heard: ['other'], late: [false, false], then: [true, true] });
  await page.close();
});

test('a browser that keeps nothing shows the portal again when one comes back to it', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  const reader = new Reader(context, portal);
  await reader.open();
  await reader.unlock(client);
  await reader.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await reader.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await reader.page.waitForTimeout(300);
  await reader.sees('Online booking');
  await reader.leave();
});

test('a link to the page that is shown adds nothing to the history, whatever letters are in its address', async () => {
  const reader = await Reader.visit(browser, portal);
  await reader.unlock(client);
  const { page } = reader;
  const lengths = await page.evaluate(async () => {
    const link = document.createElement('a');
    link.href = '#/docs/über#größe';
    document.body.append(link);
    const all = [];
    for (let n = 0; n < 3; n++) {
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      all.push(history.length);
    }
    return all;
  });
  assert.equal(lengths[1], lengths[0]);
  assert.equal(lengths[2], lengths[0]);
  await reader.leave();
});
