// @ts-check
// Hears how the portal of this page stands, and brings the page there.

import { listen } from './listen.js';
import { announce } from './overlay.js';
import { restyle } from './styles.js';

/**
 * @typedef {import('./problems.js').Problem} Problem
 * @typedef {object} State  of the portal, at one moment
 * @property {string} run
 * @property {number} generation
 * @property {boolean} gone  whether there is no portal at this address any more
 * @property {string | null} shell  the public page but for its styles
 * @property {string[]} styles  the addresses of these
 * @property {string | null} audience  as whom the portal is read, unless the tab says otherwise
 * @property {string[]} audiences
 * @property {Problem[]} problems
 * @typedef {object} Page
 * @property {(state: State) => string} reader  as whom it is read
 * @property {(state: State, reader: string) => void} show
 * @property {() => void} lost  nothing is heard of the preview
 */

/** As it stands in the address of the page. */
export const address = location.pathname.split('/')[1];

/** @param {string} shell the public page that this is, as it was when it was fetched @param {Page} page */
export function follow(shell, page) {
  /** The run of the preview that this page belongs to, and as whom the portal is read. @type {string | undefined} */
  let whose;
  let gone = false;

  /** @param {State} state */
  const bring = (state) => {
    if (state.gone) {
      gone = true;
      return announce('This portal is not here any more', 'Its client was removed, or has another address now.', ['/', 'All clients']);
    }
    const reader = page.reader(state);
    const now = `${state.run} ${reader}`;
    const isOther = (whose ?? now) !== now || (state.shell ?? '') !== shell;
    if (gone || isOther) return location.reload();
    whose = now;
    restyle(state.styles);
    page.show(state, reader);
    renew();
    // The portal's own script may not be there to hear it, and read a moment before what is old now.
    if (document.readyState !== 'complete') addEventListener('load', renew, { once: true });
  };

  const renew = () => dispatchEvent(new Event('vestibule:renew'));

  listen(address, bring, page.lost);
}
