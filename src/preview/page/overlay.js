// @ts-check
// What is said over a page: what is wrong with the content, or with the page itself.

import { element, list, shadow } from './problems.js';

/** @typedef {import('./problems.js').Problem} Problem */

/** @type {HTMLElement | undefined} */
let overlay;
/** What it says: nobody is told the same again, and whoever reads it keeps their place. */
let said = '';

/** @param {Problem[]} problems @param {boolean} before whether there is a portal to be seen */
export function show(problems, before) {
  const text = JSON.stringify(problems);
  if (text === said) return;
  hide();
  if (!problems.length) return;
  const title = problems.length === 1 ? 'One thing is wrong' : `${problems.length} things are wrong`;
  const rest = before ? 'What is shown is the portal as it was before.' : 'The portal is shown once it is mended.';
  put([element('h1', title), element('p', rest), list(problems)]);
  said = text;
}

/** @param {string} title @param {string} text @param {[href: string, words: string]} [way] where to go on */
export function announce(title, text, way) {
  if (title === said) return;
  hide();
  const parts = [element('h1', title), element('p', text)];
  if (way) {
    const link = /** @type {HTMLAnchorElement} */ (element('a', way[1]));
    link.href = way[0];
    parts.push(link);
  }
  put(parts);
  said = title;
}

function hide() {
  overlay?.remove();
  overlay = undefined;
  said = '';
}

/** @param {HTMLElement[]} parts */
function put(parts) {
  overlay = document.createElement('aside');
  overlay.setAttribute('role', 'alert');
  shadow(overlay, STYLE).append(...parts);
  // Beside the body: the portal puts its own in the place of whatever is there.
  document.documentElement.append(overlay);
}

const STYLE = `
  :host {
    position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; padding: 1rem;
    border-top: 4px solid #b3261e; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif;
    box-shadow: 0 -4px 24px rgb(0 0 0 / 25%);
  }
  h1 { margin: 0; font-size: 1.125rem; }
`;
