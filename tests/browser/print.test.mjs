// What comes out of a printer: Home as a report of one page, whatever there is to say, and every other page without what
// only a screen can use, on A4 and on Letter.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { drawn, pagesOf } from './pdf.mjs';
import { stage } from './stage.mjs';

const TODAY = '2026-11-22T11:00:00Z';
const PAPERS = ['A4', 'Letter'];
/** What is of use on a screen alone. */
const CHROME = ['.skip', '.tool', '.search-tool', '.places', '.more', '.toc', '.turn', '.foot-tools', '.anchor', '.copy', '.notice', 'dialog', 'button:not(.term)', '.note-back'];
const LONG = 'The council asked for a second opinion on the harbour wall, which the divers give in the second week of December, and until then nobody can say whether the crane may stand where the plan has it. ';
const many = (/** @type {number} */ count, /** @type {(at: number) => string} */ one) => Array.from({ length: count }, (_, at) => one(at)).join('');
/** A day in November 2026, or later. @param {number} days */
const day = (days) => new Date(Date.UTC(2026, 10, 1 + days)).toISOString().slice(0, 10);

const PEOPLE = '- { name: Jo Lund, side: client }\n- { name: Ida Berg, side: us, primary: true, email: ida@berg.example, phone: +47 22 00 00 00 }\n- { name: Ole Ness, side: us, backup: true, email: ole@berg.example }\n';

/** A client with more of everything than a page holds. */
const full = () => ({
  'client.yml': 'name: The Harbour Company of the Northern Islands\nproject: A new harbour wall, two cranes and a house for those who wait\naddress: elm-1\nlanguage: en\ntimezone: Europe/Oslo\nfocus: [date, budget, quality]\ncurrency: EUR\ncomms: { answer_within: 1 working day, updates: every Friday }\n',
  'people.yml': PEOPLE,
  'roadmap.yml': many(8, (at) => `- { title: "Phase ${at} of the harbour", start: ${day(at * 20)}, end: ${day(at * 20 + 45)} }\n`),
  'milestones.yml': many(20, (at) => `- { title: "Milestone ${at}, after which the divers may go on", phase: "Phase ${at % 8} of the harbour", due: ${day(30 + at * 9)}, moves: [{ to: ${day(33 + at * 9)}, on: ${day(12)}, why: "${LONG}" }] }\n`),
  'tasks.yml': many(12, (at) => `- { title: "Task ${at}: tell us which of the old moorings stay and which of them may be taken away", owner: Jo Lund, due: ${day(24 + at)}, why: "${LONG.repeat(4)}" }\n`),
  ...Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`decisions/000${at}-matter.md`, `---\nstatus: accepted\ndate: ${day(10 + at)}\n---\n# Which stone is taken for part ${at} of the wall?\n\n## Chosen\n\nGranite.\n`])),
  ...Object.fromEntries([6, 13, 20].map((on) => [`updates/2026-11-${String(on).padStart(2, '0')}.md`, `---\nhealth: at risk\nbecause: >\n  ${LONG.repeat(4)}\n---\n## Done\n\n${many(9, (at) => `- Part ${at}. ${LONG}\n`)}\n## Next\n\nThe next part.\n`])),
  ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`docs/page-${at}.md`, `# Page ${at}\n\nText.\n`])),
});

/** A project that is over, and of which there was much to say. */
const over = () => ({
  'client.yml': `name: Acme\nproject: Shop\naddress: elm-3\nlanguage: en\ntimezone: Europe/Oslo\nclosed:\n  on: 2026-06-26\n  summary: "${LONG.repeat(8)}"\n  support: "${LONG.repeat(8)}"\n  lessons:\n${many(20, (at) => `    - "Lesson ${at}. ${LONG}"\n`)}`,
  'people.yml': PEOPLE,
  'milestones.yml': '- { title: Opens, due: 2026-06-01, done: 2026-06-01 }\n',
});

/** Pages on which paper is hard: addresses, a long table, a wide one, long code, what is folded, a list over two pages. */
const paper = () => ({
  'client.yml': 'name: Acme\nproject: Shop\naddress: elm-2\nlanguage: en\ntimezone: Europe/Oslo\n',
  'people.yml': PEOPLE,
  'glossary.yml': 'Quay: { short: Where a boat lies. }\n',
  'tasks.yml': many(14, (at) => `- { title: "Task ${at}", owner: Jo Lund, due: ${day(30 + at)}, why: "${LONG}" }\n`),
  'docs/links.md': '# Links\n\nRead [the rules](https://rules.example/harbour/) and [the rules](https://rules.example/harbour/) again, <https://plain.example/page>, [the table](table.md), [Ida](mailto:ida@berg.example?subject=Quay), [by phone](tel:+4722000000) or ring [+47 22 00 00 01](tel:+4722000001). A boat lies at a quay.\n',
  'docs/table.md': `# Table\n\n| Berth | Length | Depth |\n|---|---|---|\n${many(90, (at) => `| Berth ${at} | ${at} m | ${at % 9} m |\n`)}`,
  'docs/wide.md': `# Wide\n\n|${many(12, (at) => ` Column ${at} of the harbour |`)}\n|${'---|'.repeat(12)}\n|${many(12, (at) => ` harbourmaster${at} |`)}\n\n\`\`\`\n${'0123456789'.repeat(30)}\n\`\`\`\n\n<details><summary>More</summary>\n\nFolded away.\n\n</details>\n`,
});

/** @type {Record<string, {address: string, passphrase: string}>} */
const clients = {
  'hask-sound-ferries': { address: 'maple-42', passphrase: '' },
  'hoekema-tweewielers': { address: 'wilg-17', passphrase: '' },
  'lind-and-lowe': { address: 'rowan-23', passphrase: '' },
  full: { address: 'elm-1', passphrase: '' },
  over: { address: 'elm-3', passphrase: '' },
  paper: { address: 'elm-2', passphrase: '' },
};
let browser, server;

stage((workspace) => {
  for (const [id, files] of Object.entries({ full: full(), over: over(), paper: paper() })) workspace.write(id, files);
  for (const [id, client] of Object.entries(clients)) client.passphrase = workspace.admit(id, 'Jo Lund');
}, (made) => ({ browser, server } = made));

/** The portal of a client, open. @param {string} id @param {object} [options] */
async function reading(id, options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport: { width: 794, height: 1005 }, ...options });
  await context.clock.setFixedTime(TODAY);
  const reader = new Reader(context, `${server.url}${clients[id].address}/`);
  const page = await reader.open();
  await page.locator('#passphrase').fill(clients[id].passphrase);
  await page.keyboard.press('Enter');
  await ready(page);
  return { reader, page };
}

/** Waits until a page has all it is printed with. @param {import('playwright-core').Page} page */
async function ready(page) {
  await page.locator('#_page h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('#_page .term') || document.querySelector('#_page .terms'));
  await page.waitForFunction(() => [...document.images].every((image) => image.src && image.complete));
  // What prepares the paper is fetched once the page is painted.
  await page.waitForFunction(() => {
    dispatchEvent(new Event('beforeprint'));
    const prepared = document.documentElement.style.getPropertyValue('--as-of') !== '' || !document.querySelector('.foot-day');
    dispatchEvent(new Event('afterprint'));
    return prepared;
  });
}

/** @param {import('playwright-core').Page} page @param {string} address */
async function go(page, address) {
  if (await page.evaluate((address) => (location.hash || '#/') === address, address)) return;
  const before = await page.evaluateHandle(() => document.querySelector('#_page')?.firstElementChild);
  await page.evaluate((address) => (location.hash = address), address);
  await page.waitForFunction((before) => document.querySelector('#_page')?.firstElementChild !== before, before);
  await ready(page);
}

/** The text of each page. @param {import('playwright-core').Page} page @param {string} format */
const printed = async (page, format) => pagesOf(await page.pdf({ format }));

/** Every page there are links to. @param {import('playwright-core').Page} page */
async function addresses(page) {
  const found = new Set(['#/']);
  for (const address of found) {
    if (address !== '#/') await go(page, address);
    const links = await page.locator('a[href^="#/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')?.replace(/(?<=.)#.*/, '') ?? ''));
    links.forEach((link) => found.add(link));
  }
  return [...found];
}

for (const id of ['hask-sound-ferries', 'hoekema-tweewielers', 'lind-and-lowe', 'full', 'over']) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`Home of ${id} is one page, printed from a ${colorScheme} screen`, async () => {
      const { reader, page } = await reading(id, { colorScheme });
      const title = await page.locator('h1').textContent();
      for (const format of PAPERS) {
        const pages = await printed(page, format);
        assert.equal(pages.length, 1, `${pages.length} pages on ${format}`);
        assert.match(pages[0], /^1\/1/);
        assert.ok(pages[0].includes(drawn(title)));
      }
      await reader.leave();
    });
  }
}

test('the report says how it goes, what is asked and to whom the answer goes, what is next and what is new', async () => {
  const { reader, page } = await reading('hask-sound-ferries');
  const [text] = await printed(page, 'A4');
  const said = [
    'As of 20 November 2026', 'Hask Sound Ferries', 'At risk', 'With the form there by 4 December, the trial begins on 11 January',
    'Make your first test booking', 'Look over the fares', 'Choose who loads the timetable', 'Your answer to: rosa@aldertern.example',
    'and 2 more in the portal', 'Timeline', 'Today', 'First five tests passed', '1 Mar 2027', 'Rosa Alder', 'answers within 1 working day',
    '+44 131 496 0142', 'New in the last two weeks', 'Latest update', 'Cancelling a sailing', 'After that', 'What has changed',
  ];
  for (const words of said) assert.ok(text.includes(drawn(words)), words);
  for (const words of ['Approve', 'Ask us', 'All to-dos', 'Glossary', 'Questions?', 'More about it']) assert.ok(!text.includes(drawn(words)), words);
  await reader.leave();
});

test('what one page does not hold is left out as a whole, and said to be in the portal', async () => {
  for (const [id, must] of /** @type {const} */ ([['full', ['Task 0', 'Task 2', 'and 9 more in the portal', 'Ida Berg', 'Today', 'Next', 'New in the last two weeks']], ['over', ['The project was completed on', 'Ida Berg', 'ida@berg.example']]])) {
    const { reader, page } = await reading(id);
    const [text] = await printed(page, 'Letter');
    for (const words of must) assert.ok(text.includes(drawn(words)), `${words} in ${id}`);
    await page.emulateMedia({ media: 'print' });
    for (const height of [939, 1005]) {
      await page.setViewportSize({ width: 794, height });
      const cut = await page.evaluate(() => {
        const paper = document.querySelector('.home').getBoundingClientRect();
        const whole = [...document.querySelectorAll('.home :is(h1, h2, h3, li, p, dd, summary, time)')].filter((one) => !one.closest('.unseen') && one.getBoundingClientRect().width > 0);
        const wrong = whole.filter((one) => [...one.getClientRects()].some(({ left, right, bottom }) => {
          const beside = one.closest('.below, .ending')?.getBoundingClientRect();
          return !(beside && left >= beside.right) && (bottom > paper.bottom + 1 || right > paper.right + 1 || (beside && bottom > beside.bottom + 1));
        }));
        return { wrong: wrong.map((one) => one.textContent.trim().slice(0, 40)), seen: whole.length, fits: document.documentElement.scrollHeight <= innerHeight };
      });
      assert.deepEqual(cut.wrong, [], `${id} at ${height}`);
      assert.ok(cut.seen > 20 && cut.fits, `${cut.seen} seen in ${id}`);
    }
    await reader.leave();
  }
});

test('no page prints what is of use on a screen alone, and none is wider than its paper', async () => {
  for (const id of ['hask-sound-ferries', 'hoekema-tweewielers', 'paper']) {
    const { reader, page } = await reading(id);
    await page.emulateMedia({ media: 'print' });
    // A4 without its margins, in which the mark of a note may stand; what asks for the width of the page is told that of the whole sheet.
    await page.evaluate(() => (document.body.style.width = '658px'));
    const all = await addresses(page);
    assert.ok(all.length >= 7, `${all.length} pages`);
    for (const address of all) {
      await go(page, address);
      const { seen, wide, shut } = await page.evaluate((chrome) => ({
        seen: chrome.filter((selector) => [...document.querySelectorAll(selector)].some((one) => one.checkVisibility())),
        wide: [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && !one.closest('.unseen, svg') && one.getBoundingClientRect().right > 664).map((one) => one.outerHTML.slice(0, 80)),
        shut: [...document.querySelectorAll('details > :not(summary)')].filter((one) => one.textContent.trim() && one.parentElement.checkVisibility() && !one.checkVisibility({ contentVisibilityAuto: true }) && getComputedStyle(one).display !== 'none').length,
      }), CHROME);
      assert.deepEqual({ seen, wide, shut }, { seen: [], wide: [], shut: 0 }, `${id} ${address}`);
    }
    await reader.leave();
  }
});

test('an address is written out once, behind the first link that does not say it', async () => {
  const { reader, page } = await reading('paper');
  await go(page, '#/docs/links');
  const [text, ...more] = await printed(page, 'A4');
  assert.equal(more.length, 0);
  const line = 'Read the rules (rules.example/harbour/) and the rules again, https://plain.example/page, the table, Ida (ida@berg.example), by phone (+4722000000) or ring +47 22 00 00 01. A boat lies at a quay';
  assert.ok(text.includes(drawn(line)), text);
  // The explained word has a letter, and its note the same.
  assert.ok(text.includes(drawn('quaya.')) && text.includes(drawn('aQuay Where a boat lies.')), text);
  await reader.leave();
});

test('the day stands in the margin of every page, once, and is gone from the page when the paper is', async () => {
  const { reader, page } = await reading('hask-sound-ferries');
  await go(page, '#/glossary');
  for (const format of PAPERS) {
    const pages = await printed(page, format);
    assert.ok(pages.length > 1);
    for (const [at, text] of pages.entries()) {
      assert.equal(text.split(drawn('As of 20 November 2026')).length, 2, `page ${at + 1}`);
      assert.ok(text.includes(`${at + 1}/${pages.length}`));
    }
  }
  assert.equal(await page.evaluate(() => document.documentElement.style.getPropertyValue('--as-of')), '');
  await reader.leave();
});

test('pages are filled: the title is on the first, no list begins a new one, the head of a table is on each', async () => {
  const { reader, page } = await reading('paper');
  for (const format of PAPERS) {
    await go(page, '#/todos');
    const [first] = await printed(page, format);
    assert.ok(first.includes(drawn('To-dos')) && first.includes(drawn('Task 0')) && first.includes(drawn('Task 3')), first);
    await go(page, '#/docs/table');
    const pages = await printed(page, format);
    assert.ok(pages.length > 2);
    for (const text of pages.filter((text) => text.includes('Berth'))) assert.ok(text.includes('BerthLengthDepth'), text.slice(0, 80));
    assert.ok(pages[0].includes('Table') && pages[0].includes(drawn('Berth 9 9 m 0 m')));
  }
  await reader.leave();
});

test('code is broken rather than cut, what is folded is open, and a wide table is whole', async () => {
  const { reader, page } = await reading('paper');
  await go(page, '#/docs/wide');
  for (const format of PAPERS) {
    const [text] = await printed(page, format);
    assert.ok(text.includes('0123456789'.repeat(30)), text);
    assert.ok(text.includes(drawn('Folded away.')));
    for (const at of Array(12).keys()) assert.ok(text.includes(`harbourmaster${at}`), `${at} in ${text}`);
  }
  await reader.leave();
});

test('a dark screen prints as a light one does', async () => {
  const looks = [];
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const { reader, page } = await reading('hask-sound-ferries', { colorScheme });
    await page.emulateMedia({ media: 'print', colorScheme });
    looks.push(await page.evaluate(() => [...document.querySelectorAll('html, h1, .chip, .meta, .bar-all, .point-mark, .mark-picture, .count')].map((one) => {
      const { color, backgroundColor, fill, stroke, padding } = getComputedStyle(one);
      return [one.className.baseVal ?? one.className, color, backgroundColor, fill, stroke, padding];
    })));
    await reader.leave();
  }
  assert.deepEqual(looks[1], looks[0]);
  assert.ok(looks[0].length > 10);
  assert.deepEqual(looks[0][0].slice(1, 3), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});
