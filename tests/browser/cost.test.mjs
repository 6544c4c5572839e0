// What a client waits for: bytes over the wire, and time from the passphrase to the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Reader, launch } from './browser.mjs';
import { FERRIES, Workspace } from './portals.mjs';
import { nginx, python } from './servers.mjs';

let browser, workspace, passphrase;

before(async () => {
  workspace = new Workspace();
  passphrase = workspace.admit(FERRIES.id, 'Morag');
  workspace.build();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  workspace?.remove();
});

for (const [name, serve] of [['nginx', nginx], ['python', python]]) {
  test(`gate and first page over the wire from ${name}, before pictures: at most 90 KB`, async (t) => {
    const server = await serve(workspace.out);
    t.after(() => server.stop());
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const mark = new Set();
    let bytes = 0;
    session.on('Network.responseReceived', ({ requestId, type }) => type === 'Image' && mark.add(requestId));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!mark.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${server.url}${FERRIES.address}/`);
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Online booking' }).waitFor();
    t.diagnostic(`${bytes} bytes`);
    assert.ok(bytes <= 90_000, `${bytes} bytes`);
    await context.close();
  });
}

// The aim is 1.5: a quiet machine comes to 1.5 to 1.9, of which laying out the first page is the largest part.
const TIMES = process.env.VESTIBULE_QUIET ? 2 : 2.5;

test(`from submit to the page: at most ${TIMES} times the browser's bare PBKDF2`, async (t) => {
  const server = await nginx(workspace.out);
  t.after(() => server.stop());
  const portal = `${server.url}${FERRIES.address}/`;
  const ratios = [];
  for (let round = 0; round < 9; round++) {
    const reader = await Reader.visit(browser, portal);
    await reader.isAtTheGate();
    const { page } = reader;
    const bare = () => page.evaluate(async () => {
      const access = await (await fetch('access.json')).json();
      const { iterations, salt } = access.kdf[0];
      const bytes = Uint8Array.from(atob(salt.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
      const words = await crypto.subtle.importKey('raw', new TextEncoder().encode('a-b-c-d-e'), 'PBKDF2', false, ['deriveBits']);
      const start = performance.now();
      await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', iterations, salt: bytes }, words, 256);
      return performance.now() - start;
    });
    const before = await bare();
    const shown = await page.evaluate((passphrase) => new Promise((resolve) => {
      const field = document.querySelector('#passphrase');
      field.value = passphrase;
      let start = 0;
      new MutationObserver(() => {
        if (document.querySelector('main h1')?.textContent === 'Online booking') requestAnimationFrame(() => resolve(performance.now() - start));
      }).observe(document, { subtree: true, childList: true });
      start = performance.now();
      field.form.requestSubmit();
    }), passphrase);
    ratios.push(shown / ((before + (await bare())) / 2));
    await reader.leave();
  }
  ratios.sort((a, b) => a - b);
  t.diagnostic(`submit to page ÷ bare PBKDF2: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`);
  assert.ok(ratios[4] <= TIMES, `median ${ratios[4].toFixed(2)}`);
});
