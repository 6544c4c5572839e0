// How well words can be read where a rule cannot tell: on a drawing, beside a shape, below a line that is drawn by a style.
// The words are made invisible, and what is then seen in their place is what they stand on.

/** @typedef {{selector: string, words: string, contrast: number, large: boolean}} Contrast */

/**
 * The lowest contrast of each of these elements' words to any colour that makes up a good part of what is behind them.
 * @param {import('playwright-core').Page} page @param {string[]} selectors
 * @returns {Promise<Contrast[]>}
 */
export async function contrastsOf(page, selectors) {
  // As text: the policy lets no function be made of one inside the page.
  await page.evaluate(`globalThis.placeOf = ${placeOf}`);
  /** @type {Contrast[]} */
  const measured = [];
  for (let rest = await uncovered(page, selectors); rest.length;) {
    const seen = await inSight(page, rest);
    measured.push(...await behind(page, seen));
    rest = rest.filter((one) => !seen.includes(one));
    if (!rest.length) break;
    // What a region of the page has to be scrolled to, with all that comes into sight beside it.
    await page.locator(rest[0]).evaluate((one) => one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' }));
    if ((await inSight(page, rest)).includes(rest[0])) continue;
    measured.push(...await behind(page, rest.slice(0, 1)));
    rest = rest.slice(1);
  }
  return measured;
}

/** Which of these elements nothing lies over that was opened: how much a note covers depends on the machine's letters. @param {import('playwright-core').Page} page @param {string[]} selectors */
const uncovered = (page, selectors) => page.evaluate((selectors) => selectors.filter((selector) => {
  const element = /** @type {Element} */ (document.querySelector(selector));
  const { left, top, width, height } = globalThis.placeOf(element);
  return ![...document.querySelectorAll(':popover-open')].some((over) => {
    const edge = over.getBoundingClientRect();
    const apart = edge.right <= left || edge.left >= left + width || edge.bottom <= top || edge.top >= top + height;
    return !over.contains(element) && !apart;
  });
}), selectors);

/** Which of these elements no region hides most of, and nothing that stays at the edge of the screen covers. @param {import('playwright-core').Page} page @param {string[]} selectors */
const inSight = (page, selectors) => page.evaluate((selectors) => selectors.filter((selector) => {
  const element = /** @type {Element} */ (document.querySelector(selector));
  const { left, top, width, height, whole } = globalThis.placeOf(element);
  for (let over = document.elementFromPoint(left + width / 2, top + height / 2); over && !over.contains(element); over = over.parentElement) {
    if (!element.contains(over) && ['sticky', 'fixed'].includes(getComputedStyle(over).position)) return false;
  }
  return width >= Math.min(whole.width, 100) * 0.8 && height >= whole.height * 0.8;
}), selectors);

/** Runs in the page: where the words of an element are, as far as no region hides them. @param {Element} element */
function placeOf(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const whole = range.getBoundingClientRect();
  let { left, right, top, bottom } = whole;
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflow === 'visible') continue;
    const edge = box.getBoundingClientRect();
    [left, right, top, bottom] = [Math.max(left, edge.left), Math.min(right, edge.right), Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
  }
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top), whole };
}

/** @param {import('playwright-core').Page} page @param {string[]} selectors @returns {Promise<Contrast[]>} */
async function behind(page, selectors) {
  if (!selectors.length) return [];
  const written = await page.evaluate((selectors) => {
    const all = selectors.map((selector) => {
      const element = /** @type {HTMLElement | SVGElement} */ (document.querySelector(selector));
      const style = getComputedStyle(element);
      const { left, top, width, height } = globalThis.placeOf(element);
      const size = parseFloat(style.fontSize);
      return {
        selector, words: element.textContent?.trim() ?? '', colour: element instanceof SVGElement ? style.fill : style.color,
        large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700), place: [left + scrollX, top + scrollY, width, height],
      };
    });
    for (const selector of selectors) {
      const { style } = /** @type {HTMLElement} */ (document.querySelector(selector));
      style.setProperty('color', 'transparent', 'important');
      style.setProperty('fill', 'transparent', 'important');
    }
    return all;
  }, selectors);
  const png = await page.screenshot({ fullPage: true, animations: 'disabled' });
  await page.evaluate((selectors) => {
    for (const selector of selectors) {
      const { style } = /** @type {HTMLElement} */ (document.querySelector(selector));
      style.removeProperty('fill');
      style.removeProperty('color');
    }
  }, selectors);
  return page.evaluate(measure, { png: png.toString('base64'), written });
}

/** Runs in a page. @param {{png: string, written: {selector: string, words: string, colour: string, large: boolean, place: number[]}[]}} all */
async function measure({ png, written }) {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('no canvas');
  const one = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!one) throw new Error('no canvas');
  canvas.drawImage(picture, 0, 0);
  /** @param {ArrayLike<number>} rgb */
  const light = (rgb) => [0.2126, 0.7152, 0.0722].reduce((sum, share, at) => {
    const part = rgb[at] / 255;
    return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  return written.map(({ selector, words, colour, large, place: [left, top, width, height] }) => {
    const [x, y] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
    const { data } = canvas.getImageData(x, y, Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const rgb = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      counts.set(rgb, (counts.get(rgb) ?? 0) + 1);
    }
    const contrasts = [...counts].filter(([, count]) => count > data.length / 4 / 20).map(([rgb]) => {
      const behind = [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
      // What is half transparent lets this show through.
      one.fillStyle = `rgb(${behind.join()})`;
      one.fillRect(0, 0, 1, 1);
      one.fillStyle = colour;
      one.fillRect(0, 0, 1, 1);
      const [a, b] = [light(behind), light(one.getImageData(0, 0, 1, 1).data)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    });
    return { selector, words, contrast: Math.min(...contrasts), large };
  });
}
