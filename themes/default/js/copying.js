// @ts-check
// What can be copied: the text of code, and the address of a heading.

import { notice, say } from './messages.js';
import { nameAll } from './regions.js';

/** Gives each code a button that copies its text. @param {Element} page */
export function addCopying(page) {
  const names = nameAll(page);
  for (const [at, code] of [...page.querySelectorAll('.table, pre')].entries()) {
    const box = code.parentElement;
    if (!code.matches('pre') || !box?.matches('.code') || box.querySelector('.copy')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = say('copy');
    button.setAttribute('aria-label', `${say('copy')}: ${names[at]}`);
    button.addEventListener('click', () => copy(code.textContent ?? '', 'copied', code));
    box.append(button);
  }
}

/** Gives each heading that can be led to a link to itself, which copies its address too. @param {Element} page @param {string} address the page's */
export function addAnchors(page, address) {
  for (const heading of page.querySelectorAll('.prose :is(h2, h3, h4, h5, h6)[id], .part > h2[id]')) {
    if (heading.querySelector('.anchor')) continue;
    const link = document.createElement('a');
    link.className = 'anchor';
    link.setAttribute('href', `${address}#${encodeURIComponent(heading.id)}`);
    link.setAttribute('aria-label', say('anchor'));
    link.textContent = '#';
    link.addEventListener('click', () => copy(link.href, 'address_copied'));
    heading.append(' ', link);
  }
}

/** Copies a text and says so; where the browser refuses, what was to be copied is marked. @param {string} text @param {string} done what to say then @param {Element} [source] */
async function copy(text, done, source) {
  try {
    await navigator.clipboard.writeText(text);
    notice(say(done), true);
  } catch {
    if (!source) return;
    getSelection()?.selectAllChildren(source);
    notice(say('to_copy_marked'), true);
  }
}
