// How long it takes from a click to the next page, as one sees it, when nothing has to be fetched.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES } from './portals.mjs';
import { stage } from './stage.mjs';

/** Pages of every kind, the longest of the example among them. */
const PAGES = ['/roadmap', '/todos', '/decisions', '/decisions/0003-another-payment-provider', '/updates', '/updates/2026-11-20', '/documents', '/docs/guides/change-the-timetable', '/docs/explain/how-a-booking-travels', '/docs/reference/fares', '/glossary', '/about', '/'];

/** From the click to the page, in milliseconds. */
const LIMIT = 50;
/** The longest of them, on a machine that does other things as well. */
const LONGEST = process.env.VESTIBULE_QUIET ? LIMIT : 75;
/** How often each page is gone to. */
const ROUNDS = process.env.VESTIBULE_QUIET ? 5 : 3;

let browser, server, passphrase;

stage((workspace) => {
  passphrase = workspace.admit(FERRIES.id, 'Morag');
}, (made) => ({ browser, server } = made));

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/**
 * Follows links to pages, and measures each from the click to the frame in which the page can be seen.
 * @param {import('playwright-core').Page} page @param {string[]} paths
 */
const walk = (page, paths) => page.evaluate(async (paths) => {
  const times = [];
  for (const path of paths) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const link = document.createElement('a');
    link.href = `#${path}`;
    document.querySelector('#_page').append(link);
    const main = document.querySelector('#_page');
    const before = main.firstElementChild;
    // A click comes at any time between two frames.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 16));
    const start = performance.now();
    link.click();
    while (main.firstElementChild === before) await new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage('');
    });
    // What follows a frame runs when it was handed on to the screen.
    await new Promise((resolve) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage('');
    }));
    times.push(performance.now() - start);
  }
  return times;
}, paths);

for (const motion of ['no-preference', 'reduce']) {
  test(`from a link to its page in less than 50 ms, motion: ${motion}`, async (t) => {
    const reader = await Reader.visit(browser, `${server.url}${FERRIES.address}/`, { reducedMotion: motion, viewport: { width: 1280, height: 800 } });
    await reader.unlock(passphrase);
    // All is read once, and so is what follows a page.
    await walk(reader.page, PAGES);
    await reader.page.waitForTimeout(1500);
    const walked = Array.from({ length: ROUNDS }, () => PAGES).flat();
    const taken = await walk(reader.page, walked);
    const times = [...taken].sort((a, b) => a - b);
    // What else this machine does makes one round slow, and not always the same.
    const best = PAGES.map((path) => [path, Math.min(...taken.filter((_, at) => walked[at] === path))]);
    t.diagnostic(`median ${middle(times).toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms of ${times.length}`);
    t.diagnostic(`quickest of ${ROUNDS}: ${best.map(([path, time]) => `${path} ${time.toFixed(1)}`).join(', ')}`);
    assert.ok(middle(times) < LIMIT, `median ${middle(times)}`);
    assert.deepEqual(best.filter(([, time]) => time >= LONGEST), []);
    await reader.leave();
  });
}
