// @ts-check
// Keeps the list of all portals up to date.

import { listen } from './listen.js';

/** @type {string | undefined} */
let run;
let turn = 0;

const lost = document.createElement('p');
lost.className = 'lost';
lost.textContent = 'The preview does not answer: what stands here may be old.';
// What is put into it later is read out.
const status = document.createElement('div');
status.setAttribute('role', 'status');
document.body.prepend(status);

listen('', bring, () => status.append(lost));

/** @param {{run: string}} state */
async function bring(state) {
  lost.remove();
  // Another run may have another page.
  if ((run ??= state.run) !== state.run) return location.reload();
  const mine = ++turn;
  const text = await fetch('/', { cache: 'no-store' }).then((answer) => answer.text()).catch(() => undefined);
  if (mine !== turn || text === undefined) return;
  const newer = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  const main = document.querySelector('main');
  if (!newer || !main || newer.innerHTML === main.dataset.said) return;
  const said = newer.innerHTML;
  for (const one of main.querySelectorAll('details[open]')) part(newer, one)?.setAttribute('open', '');
  const focused = document.activeElement;
  const around = focused?.closest('[data-part]');
  main.replaceWith(newer);
  newer.dataset.said = said;
  // A link in what unfolds, or that of a portal.
  const room = around ? part(newer, around) : newer;
  const same = focused instanceof HTMLAnchorElement ? `a[href="${CSS.escape(focused.getAttribute('href') ?? '')}"]` : 'summary';
  const next = around || same !== 'summary' ? room?.querySelector(same) : undefined;
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/** The same part of another main. @param {HTMLElement} main @param {Element} old @returns {HTMLElement | null} */
const part = (main, old) => main.querySelector(`[data-part="${CSS.escape(old.getAttribute('data-part') ?? '')}"]`);
