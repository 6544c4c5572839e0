// Tables and long words: what has no room beside each other stands below each other or scrolls, the page never does.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { stage } from './stage.mjs';

const numbers = Array.from({ length: 12 }, (_, at) => at + 1);
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);
const TABLES = `# Tables

## Fold

| Ticket | What it costs on route 1 | What to bring | From |
|---|--:|---|---|
| Adult, sixteen and over | £6.40 | Nothing, unless the [crew](tables.md) asks for it | 1 March 2027 |
| Dog | free | a lead | |

## Stay

| Ticket | 1 | 2 | 3 |
|---|--:|--:|--:|
| Islander fare, adult | £3.80 | £5.90 | £1.90 |

## Scroll

| Word | In the file | Means |
|---|---|---|
| First day | \`valid_from_and_including_the_first_day\` | of the season |

## Twelve

|${numbers.map((at) => ` Column ${at} |`).join('')}
|${'---|'.repeat(12)}
|${numbers.map((at) => ` value ${at},000 |`).join('')}

## ${LONG}

${LONG} and \`${LONG}\` and https://example.com/${LONG.toLowerCase()}

- [x] ${LONG}

<table><tr><td>${LONG}</td><td>${LONG}</td></tr></table>
`;

let browser, passphrase, server, portal;

stage((workspace) => {
  workspace.settle({ tables: { 'client.yml': 'name: A client\nproject: Tables\naddress: oak-7\n', 'docs/tables.md': TABLES } });
  passphrase = workspace.admit('tables', 'Morag');
}, (made) => {
  ({ browser, server } = made);
  portal = `${server.url}oak-7/#/docs/tables`;
});

/** A reader of the tables in a window of this width. @param {number} width */
async function reading(width) {
  const reader = await Reader.visit(browser, portal, { viewport: { width, height: 800 } });
  await reader.unlock(passphrase, 'Tables');
  return reader;
}

/** Where the cells of a row stand: a line for those beside each other, what a reader sees in it. @param {import('playwright-core').Locator} row */
const lines = (row) =>
  row.evaluate((element) => {
    /** @type {Map<number, string[]>} */
    const lines = new Map();
    for (const cell of element.children) {
      const head = getComputedStyle(cell, '::before').content.match(/^"([^"]*)"/)?.[1];
      const top = cell.getBoundingClientRect().top;
      if (cell.getClientRects().length) lines.set(top, [...(lines.get(top) ?? []), `${head ? `${head}: ` : ''}${cell.textContent}`]);
    }
    return [...lines.values()].map((line) => line.join(' | '));
  });

test('rows of a table without room fold, with the words over a column before each cell', async () => {
  for (const width of [320, 390]) {
    const reader = await reading(width);
    const table = reader.page.getByRole('table').first();
    assert.deepEqual(await lines(table.locator('tbody tr').nth(0)), [
      'Adult, sixteen and over',
      'What it costs on route 1: £6.40',
      'What to bring: Nothing, unless the crew asks for it',
      'From: 1 March 2027',
    ]);
    assert.deepEqual(await lines(table.locator('tbody tr').nth(1)), ['Dog', 'What it costs on route 1: free', 'What to bring: a lead']);
    // It is a table all the same, with its head, to whoever listens to it.
    assert.equal(await table.getByRole('columnheader').count(), 4);
    assert.equal(await table.getByRole('row').count(), 3);
    assert.equal(await table.getByRole('cell', { name: '£6.40', exact: true }).count(), 1);
    await reader.leave();
  }
});

test('where there is room, each row is a line, and so it is where few words have room on a phone', async () => {
  const wide = await reading(1280);
  assert.deepEqual(await lines(wide.page.locator('.folds tbody tr').first()), [
    'Adult, sixteen and over | £6.40 | Nothing, unless the crew asks for it | 1 March 2027',
  ]);
  await wide.leave();
  const narrow = await reading(360);
  const table = narrow.page.getByRole('table').nth(1);
  assert.deepEqual(await lines(table.locator('tbody tr')), ['Islander fare, adult | £3.80 | £5.90 | £1.90']);
  assert.equal(await table.evaluate((one) => one.scrollWidth <= (one.parentElement?.clientWidth ?? 0)), true);
  await narrow.leave();
});

test('what is too wide scrolls by itself, and can be reached by the keyboard', async () => {
  const reader = await reading(360);
  await reader.page.locator('.table[tabindex]').first().waitFor();
  const scrolling = await reader.page.locator('.table').evaluateAll((all) => all.map((one) => [one.scrollWidth > one.clientWidth, one.hasAttribute('tabindex')]));
  assert.deepEqual(scrolling, [[false, false], [false, false], [true, true], [false, false]]);
  await reader.leave();
});

test('no word and no table makes the page wider than the window', async () => {
  for (const width of [320, 360, 768, 1024, 1280]) {
    const reader = await reading(width);
    await reader.page.locator('.anchor').first().waitFor({ state: 'attached' });
    assert.equal(await reader.page.evaluate(() => document.documentElement.scrollWidth), width);
    await reader.leave();
  }
});
