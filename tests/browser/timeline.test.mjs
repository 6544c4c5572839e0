// The timeline at every width: no label lies over another or leaves its place, and today stands where it belongs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { stage } from './stage.mjs';

const WIDTHS = [320, 360, 414, 768, 1024, 1440, 1920];
const client = (/** @type {string} */ address, language = 'nl', more = '') =>
  `name: Acme\nproject: Shop\naddress: ${address}\nlanguage: ${language}\ntimezone: Europe/Amsterdam\n${more}`;
const PEOPLE = '- { name: Jo Lund, side: client }\n- { name: Ida Berg, side: us, primary: true }\n';
const LONG = ['Arbeidsongeschiktheidsverzekering', 'Proef', 'Datenschutzgrundverordnungsprüfung', 'Bau', 'Wat we onderweg nog tegenkwamen en oplosten', 'Overdracht'];
/** Two digits. @param {number} number */
const two = (number) => String(number).padStart(2, '0');
/** The day that is so many days after the first of September 2026. @param {number} days */
const day = (days) => new Date(Date.UTC(2026, 8, 1 + days)).toISOString().slice(0, 10);

/** Thirty milestones in six phases that lie over each other, with long words. */
const long = () => ({
  'client.yml': client('elm-1'),
  'people.yml': PEOPLE,
  'roadmap.yml': LONG.map((title, at) => `- { title: "${title}", start: ${day(at * 30)}, end: ${day(at * 30 + 25 + (at % 3) * 20)} }\n`).join(''),
  'milestones.yml': Array.from({ length: 30 }, (_, at) => {
    const moved = at % 4 ? '' : `, moves: [{ to: ${day(at * 7 + 6)}, why: Zo. }]`;
    const asked = at % 9 ? '' : `, approval: { by: Jo Lund, until: ${day(at * 7)} }`;
    return `- { title: "Mijlpaal ${at} ${LONG[at % 6]}", phase: "${LONG[at % 6]}", due: ${day(at * 7)}, buffer_days: ${at % 5}${moved}${asked} }\n`;
  }).join(''),
  'updates/2026-11-20.md': '---\nhealth: at risk\nbecause: De foto’s ontbreken.\n---\n# Week 47\n\n## Next\n\nTekst.\n',
});

/** Two hundred milestones in ten years. */
const ages = () => ({
  'client.yml': client('elm-2'),
  'people.yml': PEOPLE,
  'roadmap.yml': Array.from({ length: 10 }, (_, at) => `- { title: "Teilprojekt ${at}", start: ${2026 + at}-01-01, end: ${2026 + at}-12-31 }\n`).join(''),
  'milestones.yml': Array.from({ length: 200 }, (_, at) => `- { title: "Schritt ${at}", due: ${2026 + Math.floor(at / 20)}-${two((at % 12) + 1)}-${two((at % 20) + 1)} }\n`).join(''),
});

/** A phase with an end and one without, and one that was given up, on one day. */
const little = () => ({
  'client.yml': client('elm-3', 'en'),
  'people.yml': PEOPLE,
  'roadmap.yml': '- { title: Build, start: 2026-11-20, end: 2026-11-20 }\n- { title: Care }\n- { title: Ads, dropped: { on: 2026-11-01, why: No. } }\n',
  'milestones.yml': '- { title: Opens, due: 2026-11-20 }\n',
});

/** Whose day decides. */
const simple = () => ({
  'client.yml': client('elm-4', 'en'),
  'people.yml': PEOPLE,
  'roadmap.yml': '- { title: Design, start: 2026-09-01, end: 2026-09-30, status: done }\n- { title: Build, start: 2026-10-01, end: 2026-10-31 }\n- { title: Care, start: 2026-11-16, end: 2026-11-30 }\n',
  'milestones.yml': '- { title: Opens, phase: Care, due: 2026-11-30 }\n',
  'updates/2026-10-02.md': '---\nhealth: off track\nbecause: The network is down.\n---\n# Week 40\n\n## Next\n\nText.\n',
});

const CLIENTS = { long: long(), ages: ages(), little: little(), simple: simple() };
/** @type {Record<string, string>} */
const PASSPHRASES = {};
let browser, workspace, server;

stage((workspace) => {
  workspace.settle(CLIENTS);
  for (const id of Object.keys(CLIENTS)) PASSPHRASES[id] = workspace.admit(id, 'Jo Lund');
}, (made) => ({ browser, server, workspace } = made));

/** The portal of a client, at a moment. @param {keyof typeof CLIENTS} id @param {string} moment @param {object} [options] */
async function reading(id, moment, options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam', viewport: { width: 390, height: 844 }, ...options });
  await context.clock.install({ time: moment });
  const reader = new Reader(context, `${server.url}${CLIENTS[id]['client.yml'].match(/address: (.*)/)?.[1]}/`);
  await reader.open();
  await reader.page.locator('#passphrase').fill(PASSPHRASES[id]);
  await reader.page.keyboard.press('Enter');
  await reader.sees('Shop');
  return { reader, page: reader.page };
}

/** @param {Reader} reader */
async function go(reader, hash, selector) {
  await reader.follow(hash);
  await reader.page.locator(`#_page ${selector}`).first().waitFor({ state: 'attached' });
}

/** Moves today, as at midnight. @param {string} date */
const onDay = (page, date) => page.evaluate(async ([file, date]) => {
  const { drawToday } = await import(new URL(file, document.baseURI).href);
  drawToday(document, (/** @type {string} */ other) => (Date.parse(other) - Date.parse(date)) / 86_400_000);
}, [workspace.files('elm-4').find((name) => /^timeline\..*js$/.test(name)), date]);

const SIDEWAYS = 'the page scrolls sideways';
/** What lies over what, and what leaves its place, among what is to be seen of `selector`; and how much that is. */
const collisions = (page, selector, place) => page.evaluate(([selector, place, scrolls]) => {
  const wrong = [];
  const labels = [...document.querySelectorAll(selector)].filter((one) => one.textContent?.trim() && one.getBoundingClientRect().width > 0);
  const boxes = labels.flatMap((one) => [...(one instanceof SVGElement ? [one.getBoundingClientRect()] : one.getClientRects())].map((box) => ({ one, box })));
  const said = ({ one }) => one.textContent.trim().replace(/\s+/g, ' ').slice(0, 30);
  for (const [at, label] of boxes.entries()) {
    const { left, right } = label.one.closest(place).getBoundingClientRect();
    if (label.box.left < left - 1 || label.box.right > right + 1) wrong.push(`${said(label)} leaves`);
    for (const other of boxes.slice(0, at)) {
      const [a, b] = [label.box, other.box];
      const over = a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
      if (over && label.one !== other.one) wrong.push(`${said(other)} / ${said(label)}`);
    }
  }
  const sideways = document.documentElement.scrollWidth > innerWidth;
  return { wrong: sideways ? [...wrong, scrolls] : wrong, count: labels.length };
}, [selector, place, SIDEWAYS]);

const STRIP = '.timeline-strip svg text';
const ROWS = '.plan-head text, .plan-name > span, .plan-when > span, .plan-legend li';

for (const id of /** @type {const} */ (['long', 'ages', 'little'])) {
  test(`no label of ${id} lies over another or leaves its place, at any width, on any day`, async () => {
    const { reader, page } = await reading(id, '2026-11-21T11:00:00Z');
    for (const [hash, selector, place] of [['#/', STRIP, '.timeline-strip'], ['#/roadmap', ROWS, '.plan']]) {
      await go(reader, hash, place);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const date of ['2026-11-21', '2026-08-01', '2026-09-01', '2026-09-04', '2026-12-20', '2026-12-28', '2027-01-01', '2027-01-12', '2027-01-28', '2027-04-20', '2030-06-15', '2035-12-30']) {
          await onDay(page, date);
          const { wrong, count } = await collisions(page, selector, place);
          assert.deepEqual(wrong, [], `${hash} at ${width} on ${date}`);
          assert.ok(count >= (hash === '#/' && width < 600 ? 0 : 3), `${count} labels in ${hash} at ${width}`);
        }
      }
    }
    await reader.leave();
  });
}

test('larger letters need more room, and are given it', async () => {
  const { reader, page } = await reading('long', '2026-11-21T11:00:00Z');
  for (const [hash, selector, place] of [['#/', STRIP, '.timeline-strip'], ['#/roadmap', ROWS, '.plan']]) {
    await go(reader, hash, place);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '24px'));
      const { wrong } = await collisions(page, selector, place);
      // How the rest of the page bears it is not the question here.
      assert.deepEqual(wrong.filter((one) => one !== SIDEWAYS), [], `${hash} at ${width}`);
    }
  }
  await reader.leave();
});

/** Where today is: place of the line, side of the word; none where it is not shown. */
const today = (page) => page.evaluate(() => {
  const [line, word] = ['line', 'word'].map((which) => document.querySelector(`[data-today="${which}"]`));
  return line.hasAttribute('display') ? null : [line.getAttribute('x1'), word.getAttribute('text-anchor')];
});

test('today stands in its place, beside an edge on the side that has room, and nowhere outside', async () => {
  const { reader, page } = await reading('simple', '2026-10-16T11:00:00Z');
  await go(reader, '#/roadmap', '.plan');
  for (const [date, expected] of [
    ['2026-08-31', null],
    ['2026-09-01', ['0%', 'start']],
    ['2026-10-16', ['49.45%', 'middle']],
    ['2026-11-29', ['97.8%', 'end']],
    ['2026-12-01', ['100%', 'end']],
    ['2026-12-02', null],
  ]) {
    await onDay(page, date);
    assert.deepEqual(await today(page), expected, date);
  }
  // The line of each row is the same.
  await onDay(page, '2026-10-16');
  const lines = await page.locator('.plan-lines use[href="#_today"]').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  assert.equal(lines.length, 4);
  assert.equal(new Set(lines).size, 1);
  await reader.leave();
});

/** Each bar that may be under way: whether it is, how it is coloured, how much of it is filled. */
const bars = (page) => page.locator('#_page .plan [data-begins]').evaluateAll((all) => all.map((one) => [
  one.classList.contains('is-begun'), one.classList.contains('is-off-track'), one.querySelector('.bar-now').getAttribute('width'),
]));

test('bars are filled up to today, and the only phase under way shows how the project is doing', async () => {
  const { reader, page } = await reading('simple', '2026-10-16T11:00:00Z');
  await go(reader, '#/roadmap', '.plan');
  assert.deepEqual(await bars(page), [[true, true, '16.48%'], [false, false, '0%']]);
  assert.equal(await page.locator('.plan span[data-health="phase.build"]').isVisible(), true);
  // Two are under way: nobody said which of them is meant.
  await onDay(page, '2026-11-20');
  assert.deepEqual(await bars(page), [[true, false, '34.06%'], [true, false, '4.39%']]);
  assert.equal(await page.locator('.plan span[data-health="phase.build"]').isVisible(), false);
  await onDay(page, '2026-09-30');
  assert.deepEqual(await bars(page), [[false, false, '0%'], [false, false, '0%']]);
  await onDay(page, '2027-09-30');
  assert.deepEqual(await bars(page), [[true, false, '34.06%'], [true, false, '16.48%']]);
  await reader.leave();
});

test('over midnight, today moves on', async () => {
  const { reader, page } = await reading('simple', '2026-10-16T21:55:00Z');
  await page.locator('.timeline-strip').waitFor();
  const before = await today(page);
  await page.clock.runFor(600_000);
  assert.deepEqual([before?.[0], (await today(page))?.[0]], ['49.45%', '50.55%']);
  await reader.leave();
});

test('the picture is there before it is seen: nothing moves', async () => {
  const { reader, page } = await reading('simple', '2026-10-16T11:00:00Z');
  await page.evaluate(() => {
    globalThis.waiting = 0;
    new MutationObserver(() => (globalThis.waiting += document.querySelectorAll('#_page [data-today="line"][display]').length)).observe(document, { subtree: true, childList: true });
  });
  await go(reader, '#/roadmap', '.plan');
  assert.equal(await page.evaluate(() => globalThis.waiting), 0);
  await reader.leave();
});

test('in forced colours and on paper, every mark is still there', async () => {
  for (const options of [{ forcedColors: 'active' }, {}]) {
    const { reader, page } = await reading('long', '2026-11-21T11:00:00Z', options);
    await go(reader, '#/roadmap', '.plan');
    if (!options.forcedColors) await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const bare = await page.locator('.plan-marks :is(.bar-all, .point-mark)').evaluateAll((all) => all.filter((one) => {
      const { fill, stroke } = getComputedStyle(one);
      const paper = getComputedStyle(document.body).backgroundColor;
      return [fill, stroke].every((paint) => paint === 'none' || paint === paper);
    }).length);
    assert.equal(bare, 0);
    const { wrong } = await collisions(page, ROWS, '.plan');
    assert.deepEqual(wrong, []);
    await reader.leave();
  }
});

test('what is seen can be heard: a list of names, states and days, and no picture in it', async () => {
  const { reader, page } = await reading('simple', '2026-10-16T11:00:00Z');
  const strip = await page.locator('.timeline-strip .unseen').ariaSnapshot();
  assert.match(strip, /- listitem: "?Build, 1 Oct – 31 Oct: Under way"?/u);
  assert.match(strip, /- listitem: "?Care, 16 Nov – 30 Nov: Planned"?/u);
  await go(reader, '#/roadmap', '.plan');
  const rows = await page.locator('.plan-rows').ariaSnapshot();
  assert.doesNotMatch(rows, /img|Sep$/u);
  assert.match(rows, /link "Design":\s+- \/url: "#\/roadmap#phase\.design"\s+- text: ", Done"/u);
  assert.match(rows, /link "Build":\s+- \/url: "#\/roadmap#phase\.build"\s+- text: ", Under way/u);
  await reader.leave();
});
