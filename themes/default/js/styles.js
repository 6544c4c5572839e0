// @ts-check
// The styles of the open portal: public, the same for every client, and published compressed, because not every host
// compresses. They are fetched while the passphrase is being typed.

import { Refusal } from './opener.js';
import { readFile } from './store.js';

/** @returns {Promise<CSSStyleSheet>} */
export async function portalStyles() {
  const file = document.querySelector('link[data-styles]')?.getAttribute('href') ?? '';
  const bytes = await readFile(file, 'default');
  // A host may have unpacked them on its own account.
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const stream = new Blob([bytes]).stream();
  const text = await new Response(packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text().catch(() => {
    throw new Refusal('gzip', file);
  });
  return new CSSStyleSheet().replace(text);
}
