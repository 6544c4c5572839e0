// The whole example by keyboard alone, and what a screen reader goes by: headings, landmarks, their names.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Example, KINDS, everyPage, goTo } from './example.mjs';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

const example = new Example();
before(() => example.open());
after(() => example.close());

/** Where the keyboard is, and what is wrong with that. @param {import('playwright-core').Page} page */
const stop = (page) => page.evaluate(() => {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || here === document.body) return { name: 'nowhere', wrong: [] };
  const all = /** @type {any} */ (globalThis).stops ??= new Map();
  if (!all.has(here)) all.set(here, all.size);
  const style = getComputedStyle(here);
  const name = `${all.get(here)} ${here.outerHTML.replace(/\s+/g, ' ').slice(0, 90)}`;
  const wrong = [];
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  // The field of the palette has a line below it in the place of one around it.
  const underlined = here.getAttribute('role') === 'combobox' && getComputedStyle(here.parentElement ?? here).boxShadow !== 'none';
  if (!outlined && !underlined) wrong.push('nothing shows that the keyboard is there');
  // What of it is on the screen: of a link that goes over a line, either part.
  const boxes = [...here.getClientRects()].map(({ left, top, right, bottom }) => [Math.max(0, left), Math.max(0, top), Math.min(innerWidth, right), Math.min(innerHeight, bottom)]).filter(([left, top, right, bottom]) => right > left && bottom > top);
  const there = boxes.flatMap(([left, top, right, bottom]) => [left + 3, (left + right) / 2, right - 3].map((x) => document.elementFromPoint(x, (top + bottom) / 2)));
  if (!boxes.length) wrong.push('it is out of sight');
  else if (!there.some((one) => one && (here.contains(one) || one.contains(here)))) wrong.push('something lies over it');
  return { name, wrong };
});

/** Whether the keyboard is at an element. @param {import('playwright-core').Page} page @param {string} selector */
const isAt = (page, selector) => page.evaluate((selector) => Boolean(document.activeElement?.matches(selector)), selector);

/** Presses Tab until the keyboard is at an element. @param {import('playwright-core').Page} page @param {string} selector @param {string} [key] */
async function tabTo(page, selector, key = 'Tab') {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press(key);
    if (!(await isAt(page, selector))) continue;
    assert.deepEqual((await stop(page)).wrong, [], selector);
    return;
  }
  assert.fail(`${key} does not lead to ${selector}`);
}

/** Waits until the keyboard is at the title of a page. @param {import('playwright-core').Page} page @param {string | RegExp} title */
async function arrived(page, title) {
  await page.locator('#_page h1:focus').filter({ hasText: title }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
}

test('from the gate to every place, into a decision, an answer, a word, the search, and back', async () => {
  const reader = await example.atTheGate('ferries', { viewport: DESK });
  const { page, portal } = reader;

  // The gate: the field is ready to be typed in, and everything else can be reached.
  assert.equal(await isAt(page, '#passphrase'), true);
  for (const next of ['[name="show"]', '[name="remember"]', '[type="submit"]', '.gate-help a']) await tabTo(page, next);
  await tabTo(page, '#passphrase', 'Shift+Tab');
  await page.keyboard.type('these are other words');
  await page.keyboard.press('Enter');
  await page.locator('.gate[data-said="wrong"][data-state="ready"]').waitFor();
  assert.equal(await isAt(page, '#passphrase'), true);
  await page.keyboard.type(example.passphrase('ferries'));
  await page.keyboard.press('Enter');
  await arrived(page, 'Online booking');

  // The way past the places.
  await tabTo(page, '.skip', 'Shift+Tab');
  assert.equal((await page.locator('.skip').innerText()).trim(), 'Skip to the text');
  await page.keyboard.press('Enter');
  assert.equal(await isAt(page, '#_page'), true);
  assert.equal(page.url(), portal);
  await page.keyboard.press('Tab');
  assert.equal(await isAt(page, '#_page *'), true);

  // Every place in the menu.
  const places = await page.locator('.places a').evaluateAll((all) => all.map((one) => ({ href: one.getAttribute('href') ?? '', name: one.firstChild?.textContent?.trim() ?? '' })));
  assert.equal(places.length, 7);
  for (const { href, name } of [...places.slice(1), places[0]]) {
    await tabTo(page, `.places a[href="${href}"]`, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await arrived(page, href === '#/' ? 'Online booking' : '');
    assert.equal(page.url(), `${portal}${href}`);
    assert.equal(await page.locator('.places [aria-current="page"]').evaluate((one) => one.firstChild?.textContent?.trim()), name);
  }

  // A decision that waits: it unfolds, folds and unfolds, and is answered.
  await tabTo(page, '.places a[href="#/decisions"]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await arrived(page, 'Decisions');
  await tabTo(page, 'main a[href="#/decisions/0007-large-refunds"]');
  await page.keyboard.press('Enter');
  await arrived(page, 'Who confirms a large refund?');
  const fold = page.locator('main details').filter({ has: page.locator('#options, [id^="options"]') }).first();
  const wasOpen = await fold.evaluate((one) => /** @type {HTMLDetailsElement} */ (one).open);
  await page.evaluate(() => document.querySelectorAll('main details summary:has([id^="options"])').forEach((one) => one.setAttribute('data-test', 'options')));
  await tabTo(page, '[data-test="options"]');
  for (const open of [!wasOpen, wasOpen]) {
    await page.keyboard.press('Enter');
    assert.equal(await fold.evaluate((one) => /** @type {HTMLDetailsElement} */ (one).open), open);
    assert.equal(await isAt(page, '[data-test="options"]'), true);
  }
  await tabTo(page, 'main [data-reply="option"]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('main .reply-said').filter({ hasText: /\S/ }).first().waitFor();
  assert.notEqual((await stop(page)).name, 'nowhere');

  // A word of the glossary.
  await page.goto(`${portal}${KINDS['a document with tables']}`);
  await arrived(page, 'Fares');
  await tabTo(page, 'main .term');
  await page.keyboard.press('Enter');
  await page.locator('.term-note:popover-open').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.term-note:popover-open').waitFor({ state: 'hidden' });
  assert.equal(await isAt(page, 'main .term'), true);

  // The search, by either key: closed without a choice it leaves the keyboard where it was.
  const field = page.locator('#_palette [role="combobox"]');
  for (const key of ['/', 'Control+k']) {
    await page.keyboard.press(key);
    await field.waitFor({ state: 'visible' });
    assert.equal(await isAt(page, '#_palette [role="combobox"]'), true);
    assert.deepEqual((await stop(page)).wrong, []);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
    assert.equal(await isAt(page, 'main .term'), true, key);
  }
  await page.keyboard.press('/');
  await page.keyboard.type('pier');
  await page.locator('#_palette [role="option"]').first().waitFor();
  const hits = await page.locator('#_palette [role="option"]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  const wanted = hits.findIndex((href) => href.startsWith('#/docs/') && href.split('#').length === 3);
  assert.ok(wanted > 0, hits.join());
  for (let down = 0; down < wanted; down++) await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('#_palette [aria-selected="true"]').getAttribute('href'), hits[wanted]);
  await page.keyboard.press('Enter');
  const anchor = decodeURIComponent(hits[wanted].split('#')[2]);
  await page.waitForFunction((anchor) => document.activeElement?.id === anchor, anchor);
  assert.equal(page.url(), `${portal}${hits[wanted]}`);
  assert.ok(await page.evaluate(() => { const { top, bottom } = /** @type {Element} */ (document.activeElement).getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }), 'the heading is in sight');

  // Back (whose key is the browser's own), to the page and the keyboard on it.
  await page.goBack();
  await page.locator('#_page h1').filter({ hasText: 'Fares' }).waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body);
  assert.equal(await isAt(page, 'main, main *'), true);
  await reader.leave();
});

test('the menu of a phone opens, leads on and closes', async () => {
  const reader = await example.reading('ferries', { viewport: PHONE });
  const { page } = reader;
  await tabTo(page, '.tool', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('#_places:popover-open').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#_places').isVisible(), false);
  assert.equal(await isAt(page, '.tool'), true);
  await page.keyboard.press('Space');
  await tabTo(page, '.places a[href="#/about"]');
  await page.keyboard.press('Enter');
  await page.locator('#_page h1:focus').filter({ hasText: 'About' }).waitFor();
  assert.equal(await page.locator('#_places').isVisible(), false);
  await reader.leave();
});

for (const [size, viewport] of /** @type {const} */ ([['a desk', DESK], ['a phone', PHONE]])) {
  test(`on every kind of page Tab goes once through all there is, each stop is seen, and it leads out again, on ${size}`, async () => {
    const reader = await example.reading('ferries', { viewport });
    const { page } = reader;
    for (const [kind, hash] of Object.entries(KINDS)) {
      await goTo(reader, hash);
      await page.locator('#_page h1').focus();
      const expected = await page.evaluate(() => {
        const can = 'a[href], button, input, textarea, summary, [tabindex="0"], audio[controls], video[controls]';
        const stops = [...document.querySelectorAll(can)].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, [tabindex="-1"]') && !one.closest('[inert]'));
        const map = new Map(stops.map((one, at) => [one, at]));
        /** @type {any} */ (globalThis).stops = map;
        return map.size;
      });
      const seen = new Set();
      for (let presses = 0; presses < expected + 3; presses++) {
        await page.keyboard.press('Tab');
        const { name, wrong } = await stop(page);
        if (seen.has(name)) break;
        seen.add(name);
        assert.deepEqual(wrong, [], `${kind}: ${name}`);
      }
      seen.delete('nowhere');
      const missed = await page.evaluate((seen) => [.../** @type {any} */ (globalThis).stops].filter(([, at]) => !seen.includes(at)).map(([one]) => one.outerHTML.slice(0, 90)), [...seen].map((name) => Number(name.split(' ')[0])));
      assert.deepEqual(missed, [], `${kind}: never reached`);
      assert.equal(seen.size, expected, `${kind}: ${[...seen].join('\n')}`);
    }
    await reader.leave();
  });
}

/** What is wrong with headings and landmarks. @param {import('playwright-core').Page} page */
const outline = (page) => page.evaluate(() => {
  const wrong = [];
  for (const fold of document.querySelectorAll('#_page details')) fold.removeAttribute('name');
  for (const fold of document.querySelectorAll('#_page details')) fold.setAttribute('open', '');
  const shown = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const name = (/** @type {Element} */ one) => one.getAttribute('aria-label') ?? (one.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const own = (/** @type {Element} */ one) => !one.closest('article, aside, main, nav, section');
  const exactly = (/** @type {string} */ what, /** @type {Element[]} */ all, /** @type {number} */ count) => all.length === count || wrong.push(`${all.length} × ${what}`);

  const headings = shown('h1, h2, h3, h4, h5, h6');
  exactly('h1', headings.filter((one) => one.localName === 'h1'), 1);
  let before = 0;
  for (const heading of headings) {
    const level = Number(heading.localName[1]);
    if (level > before + 1) wrong.push(`<h${level}> follows <h${before}>: ${heading.textContent}`);
    if (!heading.textContent?.trim()) wrong.push(`an empty <h${level}>`);
    before = level;
  }
  exactly('banner', shown('header, [role="banner"]').filter(own), 1);
  exactly('contentinfo', shown('footer, [role="contentinfo"]').filter(own), 1);
  exactly('main', shown('main, [role="main"]'), 1);
  exactly('main with the heading', shown('main').filter((one) => one.contains(headings[0])), 1);
  const landmarks = [
    ['navigation', shown('nav, [role="navigation"]')],
    ['complementary', shown('aside, [role="complementary"]').filter((one) => !one.getAttribute('role') || one.getAttribute('role') === 'complementary')],
    ['region', shown('section, [role="region"]').filter((one) => name(one) || one.getAttribute('role') === 'region')],
  ];
  for (const [role, all] of /** @type {[string, Element[]][]} */ (landmarks)) {
    const names = all.map(name);
    if (role !== 'complementary' || all.length > 1) names.forEach((one, at) => one || wrong.push(`a ${role} without a name: ${all[at].outerHTML.slice(0, 80)}`));
    for (const one of new Set(names)) if (one && names.filter((other) => other === one).length > 1) wrong.push(`more than one ${role} is called ${one}`);
  }
  return wrong;
});

// The fund may read all that the ferries may, and more.
for (const who of /** @type {const} */ (['fund', 'bicycles', 'books'])) {
  test(`headings in order, landmarks once or with names of their own, on every page of ${who}`, async () => {
    const reader = await example.reading(who);
    const found = [];
    await everyPage(reader, async (hash) => {
      for (const viewport of [DESK, PHONE]) {
        await reader.page.setViewportSize(viewport);
        for (const one of await outline(reader.page)) found.push(`${hash} at ${viewport.width}: ${one}`);
      }
    });
    assert.deepEqual(found, []);
    await reader.leave();
  });
}
