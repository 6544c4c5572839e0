// How long a portal stays open: twelve hours, also in front of somebody; and whoever locks it has locked all of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Reader, launch } from './browser.mjs';
import { FERRIES, Workspace } from './portals.mjs';
import { nginx } from './servers.mjs';

const HOUR = 3_600_000;
let browser, workspace, server, portal, client, sponsor;

before(async () => {
  workspace = new Workspace();
  client = workspace.admit(FERRIES.id, 'Morag');
  sponsor = workspace.admit(FERRIES.id, 'The fund', 'sponsor');
  workspace.build();
  server = await nginx(workspace.out);
  portal = `${server.url}${FERRIES.address}/`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  workspace?.remove();
});

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

test('a portal that is locked in another tab while it opens stays closed', async () => {
  const reader = await Reader.visit(browser, portal);
  await reader.unlock(client);
  const beside = reader.page;
  const slow = await reader.context.newPage();
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  /** @type {() => void} */
  let asked = () => {};
  const reached = new Promise((resolve) => (asked = () => resolve(undefined)));
  await slow.route('**/b/*', async (route) => {
    asked();
    await held;
    await route.continue();
  });
  await slow.goto(portal);
  await reached;
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
