// What the tests of the search palette share.

import { Reader } from './browser.mjs';

export const DESK = { viewport: { width: 1280, height: 800 } };

/** Somebody who has unlocked a portal. @param {import('playwright-core').Browser} browser @param {{portal: string, passphrase: string, project: string}} where @param {import('playwright-core').BrowserContextOptions} [options] @param {string} [engine] in the place of the real one */
export async function reading(browser, { portal, passphrase, project }, options = DESK, engine = '') {
  const reader = await Reader.visit(browser, portal, options);
  const { page } = reader;
  if (engine) await page.route(/\/search\.[0-9a-f]+\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: engine }));
  await reader.unlock(passphrase, project);
  return { reader, page, ...partsOf(page) };
}

/** The parts of the palette. @param {import('playwright-core').Page} page */
export const partsOf = (page) => ({
  palette: page.locator('#_palette'),
  field: page.locator('#_palette [role="combobox"]'),
  status: page.locator('#_palette [role="status"]'),
  options: page.locator('#_palette [role="option"]'),
  chosen: page.locator('#_palette [role="option"][aria-selected="true"]'),
});

/** Opens the palette with a key, types, and waits for what is said of it. @param {import('playwright-core').Page} page @param {string} text @param {RegExp} [said] */
export async function look(page, text, said = /result/) {
  const { field, status } = partsOf(page);
  await page.keyboard.press('/');
  await field.waitFor({ state: 'visible' });
  await page.keyboard.insertText(text);
  await status.filter({ hasText: said }).filter({ hasText: text }).waitFor();
}
