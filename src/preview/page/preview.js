// @ts-check
// Runs in every page that is open without a passphrase, before the portal's own script: brings the key, keeps the page up
// to date, says over it what is wrong with the content, and above it what one looks at.

import { Bar } from './bar.js';
import { address, follow } from './follow.js';
import { show } from './overlay.js';

/** Where a tab keeps as whom its portals are read. */
const AS = 'vestibule/preview/as';

const shell = new URL(import.meta.url).search.slice(1);
const bar = new Bar(address, (audience) => {
  keep(audience);
  location.reload();
});

Object.assign(globalThis, { vestibulePreview: key });

follow(shell, {
  reader: ({ audience, audiences }) => (audiences.includes(kept()) ? kept() : (audience ?? '')),
  show(state, reader) {
    show(state.problems, Boolean(shell));
    bar.show(state.audiences, reader);
  },
  lost: () => bar.lost(),
});

/** The key of the audience that this tab was given; a client without it is shown as the preview was begun. */
async function key() {
  return (await fetch(`/_preview/key/${address}/${kept()}`, { cache: 'no-store' })).json();
}

function kept() {
  try {
    return sessionStorage.getItem(AS) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} audience */
function keep(audience) {
  try {
    sessionStorage.setItem(AS, audience);
  } catch {} // storage is switched off: the audience stays the one that the preview was begun with
}
