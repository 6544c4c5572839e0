// Twelve views, held against how they looked when somebody last looked at them: `views/*.png`, each pixel of which is the
// mean of four by four on the screen. What differs in the drawing of letters is averaged away, what moves by a line or
// changes its colour is not. Letters are the same on every machine: two typefaces that the tests bring along.
//
// After a change that is meant: `VESTIBULE_WRITE_VIEWS=1 node --test tests/browser/views.test.mjs`, then look at each
// picture that changed before it is committed.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { look as search } from './palette.mjs';
import { FERRIES, root } from './portals.mjs';
import { stage } from './stage.mjs';

const SUNDAY = '2026-11-22T10:00:00Z';
const PICTURES = join(root, 'tests/browser/views');
const ROADMAP = '#/roadmap';
const DECISION = '#/decisions/0003-another-payment-provider';
const DOC = '#/docs/explain/how-a-booking-travels';

/** How far the mean of four by four pixels may lie from what it was, of 255, and how many of a thousand may lie farther. */
const NEAR = 32, STRAYS = 3;

/** @type {[name: string, place: string | undefined, width: number, look: {dark?: boolean, print?: boolean, palette?: string}][]} */
const VIEWS = [
  ['gate-phone', undefined, 360, {}],
  ['gate-desk-dark', undefined, 1440, { dark: true }],
  ['home-phone', '#/', 360, {}],
  ['home-desk-dark', '#/', 1440, { dark: true }],
  ['home-paper', '#/', 720, { print: true }],
  ['roadmap-desk', ROADMAP, 1440, {}],
  ['roadmap-phone-dark', ROADMAP, 360, { dark: true }],
  ['decision-phone', DECISION, 360, {}],
  ['doc-desk', DOC, 1440, {}],
  ['glossary-tablet', '#/glossary', 768, {}],
  ['about-desk-dark', '#/about', 1440, { dark: true }],
  ['palette-desk', '#/', 1440, { palette: 'ticket' }],
];

let browser, passphrase, server, board, wrong;

stage((workspace) => {
  passphrase = workspace.admit(FERRIES.id, 'Morag');
}, async (made) => {
  ({ browser, server } = made);
  board = await browser.newPage();
}, { flags: ['--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text'] });

for (const [name, place, width, look] of VIEWS) {
  test(`view: ${name}`, async () => {
    const shot = await photograph(place, width, look);
    const picture = join(PICTURES, `${name}.png`);
    if (process.env.VESTIBULE_WRITE_VIEWS) {
      mkdirSync(PICTURES, { recursive: true });
      return writeFileSync(picture, Buffer.from(await reduced(shot), 'base64'));
    }
    const { sizes, strays, difference } = await compared(readFileSync(picture).toString('base64'), shot);
    const same = String(sizes[0]) === String(sizes[1]) && strays <= STRAYS;
    const where = same ? '' : keep({ [`${name}.png`]: shot, [`${name}-difference.png`]: difference });
    assert.deepEqual(sizes[1], sizes[0], `width and height, in steps of four pixels: see ${where}`);
    assert.ok(same, `${strays.toFixed(1)} of a thousand places look different: see ${where}`);
  });
}

/** The page as it is drawn, as PNG in base64. */
async function photograph(place, width, { dark, print, palette }) {
  const context = await browser.newContext({
    locale: 'en-GB', viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(SUNDAY);
  await context.addInitScript(typefaces, faces());
  const page = await context.newPage();
  await page.goto(`${server.url}${FERRIES.address}/${place ?? ''}`);
  await page.getByLabel('Passphrase').waitFor();
  if (place !== undefined) {
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.locator('main:not(.gate) h1').waitFor();
  }
  if (palette) await search(page, palette);
  if (print) await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  // What comes once the page stands: notes, the copy buttons, the links of headings.
  await page.waitForTimeout(700);
  const png = await page.screenshot({ fullPage: !palette, animations: 'disabled' });
  await context.close();
  return png.toString('base64');
}

/** The typefaces. `serif` alone would be the machine's own. */
function faces() {
  const file = (face, weight) =>
    readFileSync(join(root, `tests/node_modules/@fontsource/${face}/files/${face}-latin-${weight}-normal.woff2`)).toString('base64');
  return [
    ['Views Sans', 400, file('inter', 400)], ['Views Sans', 500, file('inter', 500)], ['Views Sans', 600, file('inter', 600)],
    ['Views Serif', 400, file('source-serif-4', 400)],
  ];
}

/** In the page, before it: puts the typefaces in the place of the machine's. */
function typefaces(faces) {
  for (const [family, weight, base64] of faces) {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    document.fonts.add(new FontFace(family, bytes.buffer, { weight: String(weight) }));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root { --text: "Views Sans"; --letter: "Views Serif"; --code: "Views Sans"; }');
  const adopt = () => (document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((other) => other !== sheet), sheet]);
  adopt();
  document.addEventListener('DOMContentLoaded', adopt);
  new MutationObserver(() => document.adoptedStyleSheets.includes(sheet) || adopt()).observe(document, { childList: true, subtree: true });
}

/** In the page: how a picture is made small, each pixel the mean of four by four. */
const SMALL = `async (png) => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const width = image.width >> 2, height = image.height >> 2;
  const small = new ImageData(width, height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) for (let c = 0; c < 4; c++) {
    let sum = 0;
    for (let dy = 0; dy < 4; dy++) for (let dx = 0; dx < 4; dx++) sum += data[((y * 4 + dy) * image.width + x * 4 + dx) * 4 + c];
    small.data[(y * width + x) * 4 + c] = Math.round(sum / 16);
  }
  return small;
}`;

/** In the page: a picture as PNG in base64. */
const WRITTEN = `async (picture) => {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').putImageData(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}`;

/** @param {string} shot @returns {Promise<string>} */
const reduced = (shot) => board.evaluate(`(async () => (${WRITTEN})(await (${SMALL})(${JSON.stringify(shot)})))()`);

/** Sizes of both, how many of a thousand places lie apart, and a picture on which these are red. */
function compared(expected, shot) {
  return board.evaluate(`(async () => {
    const decode = async (png) => {
      const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    };
    const before = await decode(${JSON.stringify(expected)}), now = await (${SMALL})(${JSON.stringify(shot)});
    const sizes = [before, now].map(({ width, height }) => [width, height]);
    let strays = 0;
    for (let at = 0; at < now.data.length && at < before.data.length; at += 4) {
      const apart = Math.max(...[0, 1, 2].map((c) => Math.abs(now.data[at + c] - before.data[at + c])));
      if (apart > ${NEAR}) { strays++; now.data.set([255, 0, 0, 255], at); }
    }
    return { sizes, strays: (1000 * strays) / (now.width * now.height), difference: await (${WRITTEN})(now) };
  })()`);
}

/** Writes pictures for whoever wants to see what is different. @param {Record<string, string>} pictures @returns {string} where */
function keep(pictures) {
  wrong ??= mkdtempSync(join(tmpdir(), 'vestibule-views-'));
  for (const [name, base64] of Object.entries(pictures)) writeFileSync(join(wrong, name), Buffer.from(base64, 'base64'));
  return wrong;
}
