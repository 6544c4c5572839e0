// @ts-check
// Pages ahead of need: whoever points at a link, or moves to it with the keyboard, is about to follow it.

import { linkAt, parseHash } from './router.js';

/** How long a pointer rests on a link before its page is fetched, in milliseconds. */
const REST = 65;

/** Fetches the pages of links that are about to be followed. @param {import('./store.js').Portal} portal @param {AbortSignal} signal */
export function fetchAhead(portal, signal) {
  let timer = 0;
  const ahead = (/** @type {Event} */ { target }) => {
    const { path } = parseHash(linkAt(target) ?? '#');
    const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
    // What cannot be had is said when the link is followed.
    if (linkAt(target) && path && portal.manifest.pages.has(path) && !connection?.saveData) portal.page(path).catch(() => {});
  };
  const rest = (/** @type {Event} */ event) => {
    clearTimeout(timer);
    if (linkAt(event.target)) timer = setTimeout(ahead, REST, event);
  };
  document.addEventListener('pointerover', rest, { signal, passive: true });
  document.addEventListener('focusin', rest, { signal, passive: true });
  document.addEventListener('pointerdown', ahead, { signal, passive: true });
}
