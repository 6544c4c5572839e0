// What a reader on a slow phone feels: when something stands there, when it can be used, that nothing jumps, and how much
// comes over the wire. The phone is the one that Lighthouse takes for its measure: 1.6 Mbit/s, 150 ms to the host, a
// processor at a quarter of this machine's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FERRIES } from './portals.mjs';
import { host } from './servers.mjs';
import { stage } from './stage.mjs';

const PHONE = { locale: 'en-GB', ignoreHTTPSErrors: true, viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const LINE = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const ROUNDS = 5;
/** Machines that tests run on do other things as well; `tests/endurance` holds a quiet one to the figures themselves. */
const ROOM = process.env.VESTIBULE_QUIET ? 1 : 1.5;

let browser, passphrase, server, portal;

stage((workspace) => {
  passphrase = workspace.admit(FERRIES.id, 'Morag');
}, (made) => {
  ({ browser, server } = made);
  portal = `${server.url}${FERRIES.address}/`;
}, { serve: host });

/** Somebody with such a phone, nothing remembered; `usable` tells what is there once the page can be used, `cached` whether a file that came once is kept. */
async function visitor(usable, cached = false) {
  const context = await browser.newContext(PHONE);
  await context.addInitScript(observe, usable);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: !cached });
  return { context, page, session };
}

async function slow(session) {
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** In the page, before it: notes when it can be used, how long it was busy, and what has moved. */
function observe(usable) {
  const seen = (window.vitals = { usable: 0, busy: 0, moved: 0 });
  const look = () => {
    if (!seen.usable && document.querySelector(usable)) seen.usable = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.busy = Math.max(seen.busy, startTime + duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) seen.moved += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** @returns {Promise<{paint: number, interactive: number, moved: number}>} milliseconds from the start of the visit */
async function measured(page) {
  await page.waitForFunction(() => window.vitals.usable > 0);
  await page.waitForTimeout(1_000);
  return page.evaluate(() => {
    const { usable, busy, moved } = window.vitals;
    const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    return { paint, interactive: Math.max(usable, busy), moved };
  });
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Holds several visits against what a reader may expect. */
function hold(t, visits) {
  const [paint, interactive] = ['paint', 'interactive'].map((name) => middle(visits.map((visit) => visit[name])));
  t.diagnostic(`first paint ${Math.round(paint)} ms, interactive ${Math.round(interactive)} ms (middle of ${visits.length})`);
  assert.deepEqual(visits.map(({ moved }) => moved), visits.map(() => 0), 'nothing moves');
  assert.ok(paint < 1_000 * ROOM, `first paint after ${paint} ms`);
  assert.ok(interactive < 1_500 * ROOM, `interactive after ${interactive} ms`);
}

test('the gate on a slow phone: painted within 1 s, usable within 1.5 s, nothing moves', async (t) => {
  const visits = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { context, page, session } = await visitor('#gate [type="submit"]:enabled');
    await slow(session);
    await page.goto(portal);
    visits.push(await measured(page));
    await context.close();
  }
  hold(t, visits);
});

test('Home on a slow phone that has its key: painted within 1 s, usable within 1.5 s, nothing moves', async (t) => {
  const visits = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { context, page, session } = await visitor('main:not(.gate) h1');
    await page.goto(portal);
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await measured(page);
    await slow(session);
    await page.reload();
    visits.push(await measured(page));
    await context.close();
  }
  hold(t, visits);
});

test('from the gate to Home nothing moves', async () => {
  const { context, page } = await visitor('main:not(.gate) h1');
  await page.goto(portal);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  assert.equal((await measured(page)).moved, 0);
  await context.close();
});

test('gate, Home and the code of the search, from a host that compresses: at most 80 KB', async (t) => {
  const { context, page, session } = await visitor('main:not(.gate) h1', true);
  const boxes = new Set();
  let bytes = 0, searching = false;
  session.on('Network.responseReceived', ({ requestId, response }) => searching && /\/[bm]\/[0-9a-f]+$/.test(response.url) && boxes.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => boxes.has(requestId) || (bytes += encodedDataLength));
  await page.goto(portal);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await measured(page);
  // What is fetched ahead of need counts, too.
  await page.waitForTimeout(2_000);
  searching = true;
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('combobox').fill('ferry');
  await page.getByRole('option').first().waitFor();
  t.diagnostic(`${bytes} bytes`);
  assert.ok(bytes <= 80_000, `${bytes} bytes`);
  await context.close();
});
