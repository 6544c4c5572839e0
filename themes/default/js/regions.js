// @ts-check
// Wide tables and code: what does not fit scrolls in a region of its own, which the keyboard can reach as long as there
// is something to scroll to.

import { say } from './messages.js';

/** Looks after what may be too wide. @param {Element} page @returns {() => void} what ends it */
export function watchWide(page) {
  /** @type {Map<Element, string>} */
  const names = new Map();
  /** @type {Map<Element, Element>} */
  const inside = new Map();
  const watch = new ResizeObserver((changes) => {
    for (const { target } of changes) fit(inside.get(target) ?? target, names);
  });
  const all = [...page.querySelectorAll('.table, pre')];
  for (const [at, name] of nameAll(page).entries()) names.set(all[at], all[at].getAttribute('aria-label') ?? name);
  for (const one of all) {
    const content = one.firstElementChild;
    watch.observe(one);
    if (!content) continue;
    inside.set(content, one);
    watch.observe(content);
  }
  return () => watch.disconnect();
}

/** @param {Element} one @param {Map<Element, string>} names */
function fit(one, names) {
  const wide = one.scrollWidth > one.clientWidth;
  if (wide === one.hasAttribute('tabindex')) return;
  for (const [name, value] of [['tabindex', '0'], ['role', 'region'], ['aria-label', names.get(one) ?? '']]) {
    if (wide) one.setAttribute(name, value);
    else one.removeAttribute(name);
  }
}

/** What each table and code of a page is called: by its kind and the heading it stands under, and a number from the second of them on. @param {ParentNode} page */
export function nameAll(page) {
  /** @type {string[]} */
  const names = [];
  let heading = '';
  for (const one of page.querySelectorAll('h1, h2, h3, h4, h5, h6, .table, pre')) {
    if (/^H\d$/.test(one.tagName)) {
      heading = textOf(one);
      continue;
    }
    const name = `${say(one.matches('pre') ? 'code' : 'table')}${heading && `: ${heading}`}`;
    const before = names.filter((other) => other === name || other.startsWith(`${name} (`)).length;
    names.push(before ? `${name} (${before + 1})` : name);
  }
  return names;
}

/** The text of a heading, without its anchor. @param {Element} heading */
function textOf(heading) {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  copy.querySelectorAll('.anchor').forEach((one) => one.remove());
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
