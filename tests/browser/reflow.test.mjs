// The portal where there is little room or large letters: nothing goes over the edge, nothing is lost, and what is tapped is
// large enough to be.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Example, KINDS, everyPage, goTo } from './example.mjs';

/** What WCAG 1.4.12 lets a reader set. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

const example = new Example();
before(() => example.open());
after(() => example.close());

/** @typedef {import('playwright-core').Page} Page */

/** What is written for those alone who hear the page. */
const UNSEEN = () => {
  /** @type {any} */ (globalThis).isUnseen = (/** @type {Element | null} */ one) => {
    for (; one; one = one.parentElement) if (getComputedStyle(one).clipPath === 'inset(50%)') return true;
    return false;
  };
};

/** What goes over the right edge, or makes the document go over it. @param {Page} page @returns {Promise<string[]>} */
const over = (page) => page.evaluate(() => {
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && !globalThis.isUnseen(one) && one.getBoundingClientRect().right > innerWidth + 0.5);
  return [`${scrollWidth} in ${innerWidth}: ${wide.map((one) => `${one.localName}.${one.getAttribute('class')}`).join(', ')}`];
});

/** Words that are cut off, or lie over others. @param {Page} page @returns {Promise<string[]>} */
const lost = (page) => page.evaluate(() => {
  const found = [];
  const isScrolled = (/** @type {Element} */ one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
  for (const one of document.querySelectorAll('body *')) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('svg') || globalThis.isUnseen(one)) continue;
    const { overflowX, overflowY } = getComputedStyle(one);
    const cutAcross = ['hidden', 'clip'].includes(overflowX) && one.scrollWidth > one.clientWidth + 1;
    const cutDown = ['hidden', 'clip'].includes(overflowY) && one.scrollHeight > one.clientHeight + 1;
    // The sign that leads to a heading gives way where the heading needs the room.
    if (one.querySelector(':scope > .anchor')) continue;
    if (one.clientWidth && (cutAcross || cutDown)) found.push(`cut off: ${one.outerHTML.slice(0, 90)}`);
  }
  /** @type {{text: string, of: Element, box: DOMRect}[]} */
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const of = node.parentElement;
    if (!of || !node.textContent?.trim() || !of.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || globalThis.isUnseen(of)) continue;
    let scroller = of.parentElement;
    while (scroller && !isScrolled(scroller)) scroller = scroller.parentElement;
    if (scroller && scroller !== document.body && scroller !== document.documentElement) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ text: node.textContent.trim().slice(0, 30), of, box });
  }
  const stays = (/** @type {Element} */ one) => {
    for (let up = /** @type {Element | null} */ (one); up; up = up.parentElement) if (['fixed', 'sticky'].includes(getComputedStyle(up).position)) return true;
    return false;
  };
  const set = lines.map((line) => ({ ...line, stays: stays(line.of) })).filter((line) => !line.stays).sort((a, b) => a.box.top - b.box.top);
  set.forEach((one, at) => {
    for (let other = at + 1; other < set.length && set[other].box.top < one.box.bottom; other++) {
      const two = set[other];
      const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
      const down = Math.min(one.box.bottom, two.box.bottom) - two.box.top;
      // Boxes of words are taller than their letters.
      if (across > 2 && down > 0.45 * Math.min(one.box.height, two.box.height) && one.of !== two.of) found.push(`over each other: ${one.text} | ${two.text}`);
    }
  });
  return found;
});

/** What is tapped and is smaller than it should be. Links in running text need not be larger than its letters. @param {Page} page @param {number} beside how large it must be in the column at the side */
const small = (page, beside) => page.evaluate((beside) => {
  /** @param {Element} link */
  const isInText = (link) => {
    // A word that is explained is one of the text, also where it stands alone in a cell.
    if (link.matches('.term')) return true;
    const flows = (/** @type {Element} */ one) => ['inline', 'inline-block'].includes(getComputedStyle(one).display);
    if (!flows(link)) return false;
    let block = link.parentElement;
    while (block && flows(block)) block = block.parentElement;
    const own = [...(block?.querySelectorAll('a, button') ?? [])].filter((one) => one.checkVisibility()).reduce((sum, one) => sum + (one.textContent?.trim().length ?? 0), 0);
    return (block?.textContent?.trim().length ?? 0) > own;
  };
  const found = [];
  for (const one of document.querySelectorAll('a[href], button, summary, input:not([type="hidden"]), textarea, select, [role="option"]')) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.matches(':disabled, [aria-hidden="true"]') || globalThis.isUnseen(one)) continue;
    if (one.matches('a, button') && isInText(one)) continue;
    const least = one.closest('.side, .cols-side, .contact') && innerWidth >= 1024 ? beside : 44;
    one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    // A label is tapped as well as what it is for.
    const all = [one, ...(one instanceof HTMLInputElement ? (one.labels ?? []) : [])];
    const large = all.some((part) => {
      const { width, height } = part.getBoundingClientRect();
      return width >= least - 0.5 && height >= least - 0.5;
    });
    if (large) continue;
    // A style may make the place that can be tapped larger than what is seen.
    const { left, top, width, height } = one.getBoundingClientRect();
    const half = least / 2 - 1;
    const [x, y] = [left + width / 2, top + height / 2];
    const reaches = [[0, 0], [-half, 0], [half, 0], [0, -half], [0, half]].every(([across, down]) => {
      const there = document.elementFromPoint(x + across, y + down);
      return there && all.some((part) => part.contains(there));
    });
    if (!reaches) found.push(`${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.replace(/\s+/g, ' ').slice(0, 110)}`);
  }
  return found;
}, beside);

/** Unfolds all there is. @param {Page} page */
const unfold = (page) => page.evaluate(() => {
  for (const fold of document.querySelectorAll('#_page details')) {
    fold.removeAttribute('name');
    fold.setAttribute('open', '');
  }
});

/** Looks at a page, folded and unfolded. @param {Page} page @param {string} hash @param {(page: Page) => Promise<string[]>} look */
async function both(page, hash, look) {
  const seen = new Set(await look(page));
  await unfold(page);
  for (const one of await look(page)) seen.add(one);
  return [...seen].map((one) => `${hash} ${one}`);
}

/** Looks at every kind of page. @param {import('./browser.mjs').Reader} reader @param {(page: Page) => Promise<string[]>} look */
async function everyKind(reader, look) {
  const found = [];
  for (const hash of Object.values(KINDS)) {
    await goTo(reader, hash);
    found.push(...await both(reader.page, hash, look));
  }
  return found;
}

/** Everything is twice as large: half as much of it has room. */
const ZOOMED = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

test('nothing goes over the edge at 320 px, on any page there is', async () => {
  for (const who of /** @type {const} */ (['fund', 'bicycles', 'books'])) {
    const reader = await example.reading(who, { viewport: { width: 320, height: 640 } }, UNSEEN);
    const found = [];
    await everyPage(reader, async (hash) => void found.push(...await both(reader.page, hash, over)));
    assert.deepEqual(found, [], who);
    await reader.leave();
  }
});

test('nothing goes over the edge, is cut off or covered at 200 %', async () => {
  const reader = await example.reading('ferries', ZOOMED, UNSEEN);
  assert.deepEqual(await everyKind(reader, async (page) => [...await over(page), ...await lost(page)]), []);
  await reader.leave();
});

for (const width of [360, 768, 1280]) {
  test(`nothing goes over the edge, is cut off or covered with letters twice as large, at ${width} px`, async () => {
    const reader = await example.reading('ferries', { viewport: { width, height: 800 } }, UNSEEN);
    const session = await reader.context.newCDPSession(reader.page);
    // As a reader sets it in the browser: sizes in rem follow, and so do the widths at which the layout changes.
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    assert.equal(await reader.page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
    assert.deepEqual(await everyKind(reader, async (page) => [...await over(page), ...await lost(page)]), []);
    await reader.leave();
  });
}

for (const width of [320, 1280]) {
  test(`nothing goes over the edge, is cut off or covered with wide lines, words and letters, at ${width} px`, async () => {
    const reader = await example.reading('ferries', { viewport: { width, height: 800 } }, UNSEEN);
    await reader.page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets.push(sheet);
    }, SPACED);
    assert.deepEqual(await everyKind(reader, async (page) => [...await over(page), ...await lost(page)]), []);
    await reader.leave();
  });
}

for (const [width, beside] of [[360, 44], [1280, 32]]) {
  test(`what is tapped is 44 px high and wide at ${width} px${beside < 44 ? `, ${beside} in the side column` : ''}`, async () => {
    const viewport = { width, height: 740 };
    const gate = await example.atTheGate('ferries', { viewport }, 'ready', UNSEEN);
    assert.deepEqual(await small(gate.page, beside), [], 'the gate');
    await gate.leave();
    const reader = await example.reading('ferries', { viewport }, UNSEEN);
    assert.deepEqual(await everyKind(reader, (page) => small(page, beside)), []);
    if (width < 720) {
      await reader.page.locator('.tool').click();
      await reader.page.locator('#_places:popover-open').waitFor();
      assert.deepEqual(await small(reader.page, beside), [], 'the menu');
      await reader.page.keyboard.press('Escape');
    }
    await reader.page.keyboard.press('/');
    await reader.page.keyboard.type('fare');
    await reader.page.locator('#_palette [role="option"]').first().waitFor();
    assert.deepEqual(await small(reader.page, beside), [], 'the palette');
    await reader.leave();
  });
}
