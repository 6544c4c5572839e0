// Home in ten seconds: what a client wants to know first is on the first screen of a small phone, without scrolling.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { stage } from './stage.mjs';

const SUNDAY = '2026-11-22T10:00:00Z';
const US = '- { name: Ida Berg, side: us, email: ida@berg.example, phone: +49 30 555 01 42, primary: true }\n- { name: Jo Lund, side: client }\n';
const LONG = 'Fahrgastinformations- und Buchungsplattform der Binnenschifffahrtsunternehmen zwischen Emmerich und Königswinter';

/** Clients of whom there is little or too much to say, by address. */
const OTHERS = {
  'empty-1': {},
  'quiet-2': { 'client.yml': 'health: on track\nbecause: We build what you drew.\n', 'people.yml': US },
  'paused-3': { 'client.yml': 'health: paused\nbecause: You are choosing a warehouse.\n', 'people.yml': US, 'roadmap.yml': '- { title: Building, start: 2026-10-22, end: 2027-01-15 }\n' },
  'long-4': {
    'client.yml': `health: off track\nbecause: ${'The terminals come later than we were told. '.repeat(5)}\n`,
    'people.yml': US.replace('Ida Berg', 'Maximiliane von Hohenstein-Rothenburg').replace('ida@berg', 'maximiliane.von.hohenstein@a-very-long-agency-name') .replace('primary: true', 'primary: true, away: { from: 2026-11-20, to: 2026-11-30 }'),
    'tasks.yml': `- { title: ${LONG}, owner: Jo Lund, due: 2026-11-20, why: ${LONG}. }\n`,
    'milestones.yml': `- { title: ${LONG}, due: 2027-02-12 }\n`,
  },
};

/** The passphrase of each address. */
const words = {};
let browser, server;

stage((workspace) => {
  for (const [address, files] of Object.entries(OTHERS)) {
    const project = address === 'long-4' ? LONG : 'Shop';
    workspace.write(address, { ...files, 'client.yml': `name: A client\nproject: ${project}\naddress: ${address}\n${files['client.yml'] ?? ''}` });
    words[address] = workspace.admit(address, 'Jo Lund');
  }
  words['maple-42'] = workspace.admit('hask-sound-ferries', 'Jo Lund');
  words['wilg-17'] = workspace.admit('hoekema-tweewielers', 'Jo Lund');
  words['rowan-23'] = workspace.admit('lind-and-lowe', 'Jo Lund');
}, (made) => ({ browser, server } = made));

/** @param {string} address @param {number} width @param {number} height */
async function home(address, width, height, locale = 'en-GB') {
  const context = await browser.newContext({ locale, viewport: { width, height } });
  await context.clock.install({ time: SUNDAY });
  const reader = new Reader(context, `${server.url}${address}/`);
  await reader.open();
  await reader.page.locator('#passphrase').fill(words[address]);
  await reader.page.keyboard.press('Enter');
  await reader.page.locator('#_page h1').waitFor();
  return { reader, page: reader.page };
}

/** What of these cannot be seen whole on the screen as it is: outside it, or below something else. */
const hidden = (page, selectors) => page.evaluate((selectors) => selectors.filter((selector) => {
  const found = document.querySelector(`#_page ${selector}`);
  if (!found || scrollY !== 0) return true;
  const { left, right, top, bottom } = found.getBoundingClientRect();
  const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right > left && bottom > top;
  const [x1, x2, y1, y2] = [left + 2, right - 2, top + 2, bottom - 2];
  const corners = [[x1, y1], [x2, y1], [x1, y2], [x2, y2], [(left + right) / 2, (top + bottom) / 2]];
  // Round corners of a button are not of it; what lies there is around it. A link may lie over the bars it leads from.
  const mine = ([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there && (found.contains(there) || there.contains(found) || there.closest('section') === found.closest('section'));
  };
  return !inside || !corners.every(mine);
}), selectors);

const FIRST = ['h1', '.lead-state', '.ask[open] > summary', '.ask[open] .reply', '.timeline-bars', '.contact-who', '.contact .way[href^="mailto:"]', '.contact .way[href^="tel:"]'];

for (const [language, address, words] of [
  ['English', 'maple-42', ['Online booking', 'At risk', 'Make your first test booking', 'in 5 days', 'It is done', 'Today', 'Rosa Alder']],
  ['Dutch', 'wilg-17', ['Werkplaats online', 'Op koers', 'Beurten en prijzen nalezen', 'over 12 dagen', 'Het is klaar', 'Vandaag', 'Rosa Alder']],
]) {
  test(`project, state, first ask with its button, timeline and contact are on the first screen, in ${language}`, async () => {
    const { reader, page } = await home(address, 360, 616);
    assert.deepEqual(await hidden(page, FIRST), []);
    const text = await page.locator('#_page .cover').evaluate((cover) => cover.innerText + [...cover.querySelectorAll('svg text')].map((one) => one.textContent).join());
    assert.deepEqual(words.filter((word) => !text.includes(word)), []);
    assert.ok(await page.evaluate(() => document.querySelector('.cover-foot').contains(document.elementFromPoint(innerWidth / 2, innerHeight - 4))), 'the contact is at the foot');
    await reader.leave();
  });
}

test('the contact leaves with the first screen', async () => {
  const { reader, page } = await home('maple-42', 360, 616);
  const place = () => page.evaluate(() => Math.round(innerHeight - document.querySelector('.contact').getBoundingClientRect().bottom));
  assert.equal(await place(), 0);
  await page.evaluate(() => scrollTo(0, 60));
  assert.equal(await place(), 0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  assert.ok(await place() > 616, 'it does not lie over the rest of the page');
  await reader.leave();
});

test('the contact is on the first screen whatever else there is to say', async () => {
  for (const address of ['rowan-23', ...Object.keys(OTHERS)]) {
    const { reader, page } = await home(address, 360, 616);
    assert.deepEqual(await hidden(page, ['h1', '.contact-who', '.contact .way']), [], address);
    await reader.leave();
  }
});

test('nothing goes over the edge, from 320 px to 1920', async () => {
  for (const address of Object.keys(words)) {
    const { reader, page } = await home(address, 320, 568);
    for (const width of [320, 360, 414, 719, 720, 768, 1023, 1024, 1120, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => [...document.querySelectorAll('#_page *, .masthead *, .foot *')].filter((one) => {
        const { right, width } = one.getBoundingClientRect();
        return width > 1 && right > innerWidth + 0.5 && one.checkVisibility() && !one.closest('svg, .unseen');
      }).map((one) => `${one.tagName} ${one.className}`));
      assert.deepEqual([over, await page.evaluate(() => document.documentElement.scrollWidth)], [[], width], `${address} at ${width}`);
    }
    await reader.leave();
  }
});

test('what can be touched on the first screen of a phone is 44 px high and wide', async () => {
  const { reader, page } = await home('maple-42', 360, 616);
  const small = await page.evaluate(() => [...document.querySelectorAll('.masthead :is(a, button), .cover :is(summary, .reply, .way), .places a')].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return one.checkVisibility() && (width < 44 || height < 44);
  }).map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(small, []);
  await reader.leave();
});

test('the to-dos say how many wait, and the place one is at is marked', async () => {
  const { reader, page } = await home('maple-42', 1440, 900);
  assert.equal(await page.locator('.places a[href="#/todos"]').textContent(), 'To-dos 5 waiting for you');
  assert.equal(await page.locator('.places [aria-current]').textContent(), 'Home');
  await reader.leave();
});
