// What a client does with a portal, on real servers with their default settings.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Reader, launch } from './browser.mjs';
import { FERRIES, Workspace, root } from './portals.mjs';
import { nginx, python } from './servers.mjs';

const example = (path) => readFileSync(join(root, 'content-example', FERRIES.id, path));

/** A recording of nothing. @param {number} seconds */
function silence(seconds) {
  const rate = 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF');
  head.writeUInt32LE(36 + seconds * rate, 4);
  head.write('WAVEfmt ', 8);
  // One channel of one byte, uncompressed.
  [16, 1 | (1 << 16), rate, rate, 1 | (8 << 16)].forEach((word, at) => head.writeUInt32LE(word, 16 + 4 * at));
  head.write('data', 36);
  head.writeUInt32LE(seconds * rate, 40);
  return Buffer.concat([head, Buffer.alloc(seconds * rate, 128)]);
}

let browser, workspace, passphrase, sponsor;

before(async () => {
  workspace = new Workspace();
  writeFileSync(join(workspace.folder, FERRIES.id, 'files/horn.wav'), silence(1));
  passphrase = workspace.admit(FERRIES.id, 'Morag');
  sponsor = workspace.admit(FERRIES.id, 'The fund', 'sponsor');
  workspace.build();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  workspace?.remove();
});

for (const [name, serve] of [['nginx', nginx], ['python', python]]) {
  test(name, async (t) => {
    const server = await serve(workspace.out);
    const portal = `${server.url}${FERRIES.address}/`;
    t.after(() => server.stop());

    await t.test('a wrong passphrase is said, and the right one opens', async () => {
      const reader = await Reader.visit(browser, portal);
      await reader.type('wrong-horse-battery-staple-again');
      await reader.page.getByRole('alert').getByText('does not open anything').waitFor();
      assert.equal(await reader.page.evaluate(() => document.activeElement?.id), 'passphrase');
      await reader.unlock(passphrase);
      assert.equal(await reader.page.title(), 'Online booking');
      assert.equal(await reader.page.evaluate(() => document.documentElement.lang), 'en');
      await reader.leave();
    });

    await t.test('as a phone types it: a capital, spaces, a blank at the end', async () => {
      const reader = await Reader.visit(browser, portal);
      const words = passphrase.replaceAll('-', ' ');
      await reader.unlock(`${words[0].toUpperCase()}${words.slice(1)} `);
      await reader.leave();
    });

    await t.test('pages, anchors, back, forward and the place on the page', async () => {
      const reader = await Reader.visit(browser, portal);
      await reader.unlock(passphrase);
      const { page } = reader;
      await page.getByRole('link', { name: 'Start here' }).first().click();
      await reader.sees('Start here');
      await page.goto(`${portal}#/docs/reference/fares`);
      await reader.sees('Fares');
      assert.match(await page.title(), /^Fares · /);
      await page.evaluate(() => scrollTo(0, 700));
      await page.waitForTimeout(300);
      await page.goto(`${portal}#/docs/explain/how-a-booking-travels#on-the-pier`);
      await reader.sees('How a booking travels');
      const top = await page.locator('h2#on-the-pier').evaluate((heading) => heading.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 300, `the heading is at ${top}`);
      await page.goBack();
      await reader.sees('Fares');
      await page.waitForFunction(() => scrollY === 700);
      await page.goForward();
      await reader.sees('How a booking travels');
      await reader.leave();
    });

    await t.test('pictures, a PDF, a recording, a download', async () => {
      const reader = await Reader.visit(browser, portal);
      await reader.unlock(passphrase);
      const { page } = reader;
      await page.goto(`${portal}#/docs/explain/how-a-booking-travels`);
      await reader.sees('How a booking travels');
      await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
      const pictures = await page.locator('main img').evaluateAll((images) => images.map((image) => image.src.slice(0, 5)));
      assert.deepEqual([...new Set(pictures)], ['blob:']);

      await page.goto(`${portal}#/documents`);
      await reader.sees('Documents');
      const opened = reader.context.waitForEvent('page');
      await page.locator('a[data-asset="files/test-plan.pdf"]').click();
      const pdf = await opened;
      await pdf.waitForURL(/^blob:/);
      await pdf.close();

      const played = reader.context.waitForEvent('page');
      await page.locator('a[data-asset="files/horn.wav"]').click();
      const recording = await played;
      await recording.waitForURL(/^blob:/);
      await recording.waitForFunction(() => document.querySelector('video, audio')?.duration === 1);
      await recording.close();

      const saved = page.waitForEvent('download');
      await page.locator('a[data-asset="files/timetable-summer-2027.csv"]').click();
      const download = await saved;
      assert.equal(download.suggestedFilename(), 'timetable-summer-2027.csv');
      assert.deepEqual(readFileSync(await download.path()), example('files/timetable-summer-2027.csv'));
      await reader.leave();
    });

    await t.test('reload, a tab beside it, a bookmark, and the lock', async () => {
      const reader = await Reader.visit(browser, portal);
      await reader.unlock(passphrase);
      const first = reader.page;
      await first.goto(`${portal}#/glossary`);
      await reader.sees('Glossary');
      await first.reload();
      await reader.sees('Glossary');
      await reader.open('#/docs/reference/fares');
      await reader.sees('Fares');
      await reader.page.getByRole('button', { name: 'Lock' }).click();
      await reader.isAtTheGate();
      reader.page = first;
      await reader.isAtTheGate();
      assert.doesNotMatch(await first.content(), /Glossary|Fares|Hask/);
      await reader.open('#/docs/reference/fares');
      await reader.isAtTheGate();
      await reader.unlock(passphrase, 'Fares');
      await reader.leave();
    });

    await t.test('remembered on this device until it is locked', async () => {
      const reader = await Reader.visit(browser, portal);
      await reader.page.getByLabel('Remember on this device').check();
      await reader.unlock(passphrase);
      // The only tab is closed: what it knew for its session is gone.
      await reader.page.close();
      await reader.open('#/glossary');
      await reader.sees('Glossary');
      await reader.page.getByRole('button', { name: 'Lock' }).click();
      await reader.isAtTheGate();
      await reader.page.close();
      await reader.open('#/glossary');
      await reader.isAtTheGate();
      await reader.leave();
    });

    await t.test('what is typed is shown on request, and not kept', async () => {
      const reader = await Reader.visit(browser, portal);
      const field = reader.page.locator('#passphrase');
      await reader.page.getByLabel('Show what I type').check();
      assert.equal(await field.getAttribute('type'), 'text');
      await reader.unlock(passphrase);
      await reader.page.getByRole('button', { name: 'Lock' }).click();
      await reader.isAtTheGate();
      assert.equal(await field.getAttribute('type'), 'password');
      assert.equal(await field.inputValue(), '');
      assert.match(reader.page.url(), /#\/$/);
      await reader.leave();
    });

    await t.test('one audience does not know of what is another\'s', async () => {
      const reader = await Reader.visit(browser, portal);
      await reader.unlock(passphrase);
      await reader.page.goto(`${portal}#/docs/explain/grant-and-costs`);
      await reader.sees('There is no page here');
      await reader.page.goto(`${portal}#/documents`);
      await reader.sees('Documents');
      assert.doesNotMatch(await reader.page.content(), /grant/i);
      await reader.leave();
      const fund = await Reader.visit(browser, `${portal}#/docs/explain/grant-and-costs`);
      await fund.unlock(sponsor, 'The grant, and what it pays for');
      await fund.leave();
    });

    await t.test('no inline script, no inline style, nothing unsafe in the policy', async () => {
      const reader = await Reader.visit(browser, portal);
      await reader.unlock(passphrase);
      await reader.page.goto(`${portal}#/docs/reference/fares`);
      await reader.sees('Fares');
      const html = await reader.page.content();
      assert.doesNotMatch(html, /\sstyle=|\son[a-z]+=|<style|javascript:/i);
      const policy = await reader.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      assert.match(policy ?? '', /default-src 'none'/);
      assert.doesNotMatch(policy ?? '', /unsafe|\*|https?:/);
      await reader.leave();
    });
  });
}
