// The shared vectors, opened by the opener as it runs in Chromium.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { root } from './portals.mjs';
import { own } from './servers.mjs';

let browser, server, page;

before(async () => {
  server = await own(root);
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${server.url}tests/browser/empty.html`);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const file of ['portals.json', 'js-portals.json']) {
  test(`portals that open in Chromium: ${file}`, async () => {
    const results = await page.evaluate(async (file) => {
      const { casesOf, compare } = await import('/tests/js/opening.mjs');
      const cases = casesOf(await (await fetch(`/tests/vectors/${file}`)).json());
      const results = [];
      for (const one of cases) results.push([one.name, await compare(one)]);
      return results.map(([name, { found, expected }]) => [name, JSON.stringify(found, (_, v) => (v instanceof Map ? [...v] : v)), JSON.stringify(expected)]);
    }, file);
    assert.ok(results.length > 5);
    for (const [name, found, expected] of results) assert.equal(found, expected, name);
  });
}

for (const file of ['hostile.json', 'js-hostile.json']) {
  test(`portals that Chromium refuses: ${file}`, async () => {
    const results = await page.evaluate(async (file) => {
      const { casesOf, openAll, refusal } = await import('/tests/js/opening.mjs');
      const cases = casesOf(await (await fetch(`/tests/vectors/${file}`)).json());
      const results = [];
      for (const one of cases) results.push([one.name, await refusal(() => openAll(one)), one.refuse]);
      return results;
    }, file);
    assert.ok(results.length > 100);
    for (const [name, found, expected] of results) assert.equal(found, expected, name);
  });
}
