// When something is in the way: no JavaScript, no HTTPS, a box that is not there, a portal published anew.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Reader, launch } from './browser.mjs';
import { FERRIES, Workspace } from './portals.mjs';
import { own } from './servers.mjs';

let browser, workspace, passphrase;

before(async () => {
  workspace = new Workspace();
  passphrase = workspace.admit(FERRIES.id, 'Morag');
  workspace.build();
  browser = await launch(['--host-resolver-rules=MAP portal.example 127.0.0.1']);
});

after(async () => {
  await browser?.close();
  workspace?.remove();
});

const at = (server) => `${server.url}${FERRIES.address}/`;

test('without JavaScript the page says what is missing, in every language', async (t) => {
  const server = await own(workspace.out);
  t.after(() => server.stop());
  const reader = await Reader.visit(browser, at(server), { javaScriptEnabled: false });
  for (const [language, words] of [['en', 'needs JavaScript'], ['nl', 'heeft daar JavaScript voor nodig']]) {
    const text = reader.page.locator(`noscript p[lang="${language}"]`);
    assert.ok(await text.isVisible());
    assert.match(await text.innerText(), new RegExp(words));
  }
  assert.ok(await reader.page.getByRole('heading', { level: 1 }).isVisible());
  await reader.leave();
});

test('over plain HTTP the page says that the connection is not protected', async (t) => {
  const server = await own(workspace.out);
  t.after(() => server.stop());
  const reader = await Reader.visit(browser, at(server).replace('127.0.0.1', 'portal.example'));
  await reader.page.getByRole('alert').getByText('not protected').waitFor();
  await reader.leave();
});

test('a box that is missing once is fetched again, and nobody notices', async (t) => {
  const asked = new Map();
  const server = await own(workspace.out, (path) => {
    if (!path.includes('/b/')) return undefined;
    asked.set(path, (asked.get(path) ?? 0) + 1);
    return asked.get(path) === 1 ? 404 : undefined;
  });
  t.after(() => server.stop());
  const reader = await Reader.visit(browser, at(server));
  await reader.unlock(passphrase);
  assert.ok([...asked.values()].some((times) => times > 1));
  // Chromium itself notes every 404; the portal must not add to it.
  await reader.leave(/404/);
});

test('a box that was changed on the way is not shown', async (t) => {
  let tamper = false;
  const server = await own(workspace.out, (path) => (tamper && path.includes('/b/') ? Buffer.alloc(512, 7) : undefined));
  t.after(() => server.stop());
  const reader = await Reader.visit(browser, at(server));
  await reader.unlock(passphrase);
  tamper = true;
  await reader.page.goto(`${at(server)}#/glossary`);
  await reader.sees('This page could not be read');
  tamper = false;
  await reader.page.getByRole('link', { name: 'Try again' }).click();
  await reader.sees('Glossary');
  await reader.leave();
});

test('a page that is published while the portal is open is there at the next click', async (t) => {
  const server = await own(workspace.out);
  t.after(() => server.stop());
  const reader = await Reader.visit(browser, at(server));
  await reader.unlock(passphrase);
  workspace.edit(`${FERRIES.id}/docs/reference/fares.md`, (text) => `${text}\n\nA word that was added later: peregrine.\n`);
  workspace.build();
  await reader.page.goto(`${at(server)}#/docs/reference/fares`);
  await reader.sees('Fares');
  await reader.page.getByText('peregrine').waitFor();
  // The old box is gone from the server: that the browser notes the 404 is right.
  await reader.leave(/404/);
});

test('an address with a link\'s key leaves no trace of it', async (t) => {
  const server = await own(workspace.out);
  t.after(() => server.stop());
  const reader = await Reader.visit(browser, `${at(server)}#key=AAAAAAAAAAAAAAAAAAAAAA`);
  await reader.page.getByRole('alert').getByText('link').waitFor();
  assert.doesNotMatch(reader.page.url(), /key=/);
  await reader.leave();
});
