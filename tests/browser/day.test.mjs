// What depends on the day: the same sealed pages, read on different days, in different time zones and languages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { own } from './servers.mjs';
import { stage } from './stage.mjs';

/** A client with a little of everything that has a date. @param {string} language @param {string} timezone @param {string} address */
const client = (language, timezone, address) => ({
  'client.yml': `name: A client\nproject: Shop\naddress: ${address}\nlanguage: ${language}\ntimezone: ${timezone}\ncomms: { updates: every Friday, answer_within: 1 working day }\n`,
  'people.yml': `
- { name: Ida Berg, side: us, email: ida@berg.example, primary: true, away: { from: 2026-11-22, to: 2026-11-23 } }
- { name: Per Dahl, side: us, email: per@berg.example, backup: true }
- { name: Jo Lund, side: client }
`,
  'roadmap.yml': `
- { title: Design, start: 2026-10-05, end: 2026-11-21 }
- { title: Building, start: 2026-11-22, end: 2027-01-15 }
`,
  'milestones.yml': `
- { title: Agreed, phase: Design, due: 2026-11-09, done: 2026-11-09 }
- { title: Drawn, phase: Design, due: 2026-11-19 }
- { title: Built, phase: Building, due: 2027-01-04 }
- { title: Open, phase: Building, due: 2027-02-20 }
`,
  'tasks.yml': `
- { title: Choose a name, owner: Jo Lund, due: 2026-11-20, why: It goes on the door. }
- { title: Send the prices, owner: Jo Lund, due: 2026-11-24, why: They are shown. }
- { title: Send the pictures, owner: Jo Lund, due: 2026-12-12, why: They are shown. }
`,
  'updates/2026-11-06.md': '---\nhealth: on track\n---\nThe first.\n',
  'updates/2026-11-13.md': '---\nhealth: on track\n---\nThe second.\n',
  'glossary.yml': 'Pier: Where the boat lies.\n',
  'docs/guide.md': '# Guide\n\nThere is one pier.\n',
});

const CLIENTS = {
  // Fourteen hours ahead of UTC, twenty-two ahead of the reader below.
  en: client('en', 'Pacific/Kiritimati', 'oak-7'),
  nl: client('nl', 'Europe/Amsterdam', 'elm-8'),
};
const PASSPHRASES = {};
/** Noon of 21 November 2026 in Kiritimati; the reader's own clock says 14:00 on the day before. */
const NOON = '2026-11-20T22:00:00Z';

let browser, workspace, server;

stage((workspace) => {
  workspace.settle(CLIENTS);
  for (const id of Object.keys(CLIENTS)) PASSPHRASES[id] = workspace.admit(id, 'Jo Lund');
}, (made) => ({ browser, server, workspace } = made));

/** A reader in Los Angeles who opens the portal at a moment. @param {'en' | 'nl'} id @param {string} moment */
async function reading(id, moment) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'America/Los_Angeles', viewport: { width: 390, height: 844 } });
  await context.clock.install({ time: moment });
  const reader = new Reader(context, `${server.url}${CLIENTS[id]['client.yml'].match(/address: (.*)/)[1]}/`);
  await reader.open();
  await reader.page.locator('#passphrase').fill(PASSPHRASES[id]);
  await reader.page.keyboard.press('Enter');
  await reader.sees('Shop');
  return { reader, page: reader.page };
}

/** Follows the address, and waits for what is there. @param {Reader} reader */
async function go(reader, hash, selector) {
  await reader.follow(hash);
  await reader.page.locator(`#_page ${selector}`).first().waitFor({ state: 'attached' });
}

/** Days due on the page: date, words, and how they are marked. */
const due = (page) => page.locator('#_page [data-due]').evaluateAll((all) => all.map((one) => {
  const marks = (one.closest('[data-ask]') ?? one).classList;
  return [one.dataset.due, one.textContent, ['is-late', 'is-soon'].filter((mark) => marks.contains(mark)).join()];
}));

/** What of these is to be seen. */
const seen = (page, selector) => page.locator(`#_page ${selector}`).evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim()));

test('dates on the roadmap say how far off they are, by the client\'s day and not by the reader\'s', async () => {
  const { reader, page } = await reading('en', NOON);
  await go(reader, '#/roadmap', '.milestone');
  assert.deepEqual(await due(page), [
    // In the head: the next, and the one that all leads to.
    ['2026-11-19', '2 days overdue', 'is-late'],
    ['2027-02-20', 'in 3 months', ''],
    ['2026-11-19', '2 days overdue', 'is-late'],
    ['2027-01-04', 'in 6 weeks', ''],
    ['2027-02-20', 'in 3 months', ''],
  ]);
  await reader.leave();
});

test('what is asked is marked where it is due within a week, and where it is overdue', async () => {
  const { reader, page } = await reading('en', NOON);
  await go(reader, '#/todos', '[data-due]');
  assert.deepEqual(await due(page), [
    ['2026-11-20', '1 day overdue', 'is-late'],
    ['2026-11-24', 'in 3 days', 'is-soon'],
    ['2026-12-12', 'in 3 weeks', ''],
  ]);
  assert.equal(await page.locator('[data-ask].is-late').count(), 1);
  assert.equal(await page.locator('[data-ask].is-soon').count(), 1);
  await reader.leave();
});

test('of two dates for one thing, the earlier says how pressing it is, and yesterday\'s mark goes', async () => {
  const { reader, page } = await reading('en', NOON);
  const file = workspace.files('oak-7').find((name) => /^day\..*js$/.test(name));
  const marks = (first, second) => page.evaluate(async ([file, first, second]) => {
    const { bring, dayOf } = await import(new URL(file, document.baseURI).href);
    const box = document.createElement('div');
    box.innerHTML = `<p data-ask><i data-due="${first}"></i><i data-due="${second}"></i></p>`;
    const on = (day) => {
      bring(box, dayOf(day), 'en', '{time} overdue');
      return box.firstChild.className;
    };
    return ['2026-11-16', '2026-11-17', '2026-11-24', '2026-11-25'].map(on);
  }, [file, first, second]);
  const expected = ['', 'is-soon', 'is-soon', 'is-late'];
  assert.deepEqual(await marks('2026-11-24', '2026-11-26'), expected);
  assert.deepEqual(await marks('2026-11-26', '2026-11-24'), expected);
  await reader.leave();
});

test('in Dutch, all of it is Dutch', async () => {
  const { reader, page } = await reading('nl', '2026-11-21T11:00:00Z');
  await go(reader, '#/roadmap', '.milestone');
  assert.deepEqual((await due(page)).map(([, words]) => words), ['2 dagen over tijd', 'over 3 maanden', '2 dagen over tijd', 'over 6 weken', 'over 3 maanden']);
  assert.deepEqual(await seen(page, '.phase-head [data-before], .phase-head [data-since]'), ['Bezig', 'Gepland']);
  await go(reader, '#/todos', '[data-due]');
  assert.deepEqual((await due(page)).map(([, words]) => words), ['1 dag over tijd', 'over 3 dagen', 'over 3 weken']);
  await reader.leave();
});

test('a page that is left open over midnight is brought up to date', async () => {
  // Five minutes before midnight in Kiritimati.
  const { reader, page } = await reading('en', '2026-11-21T09:55:00Z');
  await go(reader, '#/roadmap', '.milestone');
  const phases = () => seen(page, '.phase-head [data-before], .phase-head [data-since]');
  assert.equal((await due(page))[0][1], '2 days overdue');
  assert.deepEqual(await phases(), ['Under way', 'Planned']);
  await page.clock.runFor(300_000);
  assert.equal((await due(page))[0][1], '3 days overdue');
  assert.deepEqual(await phases(), ['Under way', 'Under way']);
  await reader.leave();
});

test('a tab that comes forward on another day is brought up to date at once', async () => {
  const { reader, page } = await reading('en', '2026-11-21T09:30:00Z');
  await go(reader, '#/todos', '[data-due]');
  assert.deepEqual((await due(page))[1], ['2026-11-24', 'in 3 days', 'is-soon']);
  // The clock goes on, but no timer fires, as while a computer sleeps.
  await page.clock.setSystemTime('2026-11-21T10:00:30Z');
  assert.equal((await due(page))[1][1], 'in 3 days');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  assert.deepEqual((await due(page)).map(([, words]) => words), ['2 days overdue', 'in 2 days', 'in 3 weeks']);
  await reader.leave();
});

test('beside a milestone that is overdue stands the first that is still to come', async () => {
  for (const [moment, after] of [
    // The day of the next is not over.
    ['2026-11-19T09:59:00Z', []],
    ['2026-11-19T10:00:00Z', ['After that', 'Built, 4\u{a0}Jan\u{a0}2027']],
    ['2027-01-04T09:59:00Z', ['After that', 'Built, 4\u{a0}Jan\u{a0}2027']],
    // What is still to come then stands there as the end.
    ['2027-01-04T10:00:00Z', []],
    ['2027-03-01T10:00:00Z', []],
  ]) {
    const { reader, page } = await reading('en', moment);
    await page.locator('#_page [data-then]').waitFor({ state: 'attached' });
    assert.deepEqual(await seen(page, '[data-then] dt, [data-then] dd'), after, moment);
    assert.deepEqual(await seen(page, '.strip-facts dt'), ['Last reached', 'Next', ...after.slice(0, 1), 'End date'], moment);
    await reader.leave();
  }
});

test('absence is said on its first day, on its last, and on no other', async () => {
  for (const [moment, shown] of [
    ['2026-11-21T09:59:00Z', 0],
    ['2026-11-21T10:00:00Z', 1],
    ['2026-11-23T09:59:00Z', 1],
    ['2026-11-23T10:00:00Z', 0],
  ]) {
    const { reader, page } = await reading('en', moment);
    assert.equal((await seen(page, '.contact [data-within-from]')).length, shown, moment);
    await reader.leave();
  }
});

test('that an update is late is said once its day has passed', async () => {
  for (const [moment, shown] of [['2026-11-20T09:59:00Z', 0], ['2026-11-20T10:00:00Z', 1]]) {
    const { reader, page } = await reading('en', moment);
    await go(reader, '#/updates', '[data-after="2026-11-20"]');
    assert.equal((await seen(page, '[data-after]')).length, shown, moment);
    await reader.leave();
  }
});

test('news is what happened in the last two weeks; where nothing did, the section is gone', async () => {
  const news = async (moment) => {
    const { reader, page } = await reading('en', moment);
    await page.locator('#_page [data-recent]').waitFor({ state: 'attached' });
    const days = await page.locator('#_page [data-recent] [data-on]').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.on));
    const section = await page.locator('#_page [data-recent]').isVisible();
    await reader.leave();
    return [[...new Set(days)], section];
  };
  // 20 November in Kiritimati: the first update is fourteen days old, and the next day it is older.
  assert.deepEqual(await news('2026-11-20T09:00:00Z'), [['2026-11-13', '2026-11-09', '2026-11-06'], true]);
  assert.deepEqual(await news('2026-11-20T10:00:00Z'), [['2026-11-13', '2026-11-09'], true]);
  assert.deepEqual(await news('2026-11-27T10:00:00Z'), [[], false]);
});

test('words about the day are there when the page is first painted', async () => {
  const { reader, page } = await reading('en', NOON);
  await page.evaluate(() => {
    globalThis.bare = 0;
    new MutationObserver(() => (globalThis.bare += document.querySelectorAll('[data-due]:empty').length)).observe(document, { subtree: true, childList: true });
  });
  await go(reader, '#/todos', '[data-due]');
  await go(reader, '#/roadmap', '.milestone');
  assert.equal(await page.evaluate(() => globalThis.bare), 0);
  await reader.leave();
});

test('a place of the menu is marked on every page that it covers', async () => {
  const { reader, page } = await reading('en', NOON);
  for (const [hash, selector, expected] of [
    ['#/documents', 'h1', 'Documents'],
    ['#/docs/guide', 'h1', 'Documents'],
    ['#/glossary', 'dl', 'Documents'],
    ['#/updates/2026-11-13', 'h1', 'Updates'],
    ['#/', '.lead', 'Home'],
  ]) {
    await go(reader, hash, selector);
    await page.waitForFunction((name) => [...document.querySelectorAll('nav [aria-current]')].map((one) => one.textContent).join() === name, expected, { polling: 50, timeout: 5_000 });
  }
  await reader.leave();
});
