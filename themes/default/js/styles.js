// @ts-check
// The styles of the open portal: public, the same for every client, and published compressed, because not every host
// compresses. They are fetched while the passphrase is being typed.

import { readFile } from './store.js';

/** @returns {Promise<CSSStyleSheet>} */
export async function portalStyles() {
  const file = document.querySelector('link[data-styles]')?.getAttribute('href') ?? '';
  const packed = new Blob([await readFile(file, 'default')]);
  const text = await new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return new CSSStyleSheet().replace(text);
}
