// @ts-check
// What depends on the day on which a page is read. Days are counted in UTC from the first of 1970, so that no change of
// the clocks makes one longer or shorter.

import { drawToday } from './timeline.js';

const DAY = 86_400_000;

/**
 * The day it is in a time zone; in the reader's own, where this browser does not know that one.
 * @param {string} timezone such as `Europe/Amsterdam` @param {number} now in milliseconds, as in `Date.now()`
 */
export function dayIn(timezone, now) {
  const format = known((timeZone) => new Intl.DateTimeFormat('en-US', { timeZone }), timezone);
  const [month, day, year] = format.format(now).split('/').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** @param {string} [date] such as `2026-11-24` */
export const dayOf = (date = '') => Date.parse(date) / DAY;

/** How many of which unit says best how far off a day is. @param {number} days @returns {[number, 'day' | 'week' | 'month']} */
export function measure(days) {
  const weeks = Math.round(days / 7);
  if (Math.abs(days) <= 14) return [days, 'day'];
  return Math.abs(weeks) <= 8 ? [weeks, 'week'] : [Math.round(days / 30.44), 'month'];
}

/**
 * How far off a day is on which something is due: `in 3 days`, `2 days overdue`.
 * @param {number} days @param {string} language such as `nl-BE` @param {string} late says of `{time}` that it went by since then
 */
export function inWords(days, language, late) {
  const [count, unit] = measure(days);
  return known((of) => days < 0
    ? late.replace('{time}', new Intl.NumberFormat(of, { style: 'unit', unit, unitDisplay: 'long' }).format(-count))
    : new Intl.RelativeTimeFormat(of, { numeric: 'auto' }).format(count, unit), language);
}

/**
 * Brings up to a day what depends on it.
 * @param {ParentNode} root @param {number} today @param {string} language @param {string} late as for `inWords`
 */
export function bring(root, today, language, late) {
  /** @param {string} selector @returns {NodeListOf<HTMLElement>} */
  const all = (selector, of = root) => of.querySelectorAll(selector);
  const until = (/** @type {string | undefined} */ date) => dayOf(date) - today;
  // Of all that is due for one thing, what is due first says how pressing it is.
  /** @type {Map<Element, number>} */
  const pressing = new Map();
  for (const one of all('[data-due]')) {
    const days = until(one.dataset.due);
    one.textContent = inWords(days, language, late);
    const marked = one.closest('[data-ask]') ?? one;
    pressing.set(marked, Math.min(days, pressing.get(marked) ?? days));
  }
  for (const [{ classList }, days] of pressing) {
    classList.toggle('is-late', days < 0);
    classList.toggle('is-soon', days >= 0 && days <= 7);
  }
  for (const one of all('[data-from]')) {
    const begun = until(one.dataset.from) <= 0;
    for (const word of all('[data-before],[data-since]', one)) word.hidden = begun === 'before' in word.dataset;
  }
  drawToday(root, until);
  for (const one of all('[data-within-to]')) one.hidden = until(one.dataset.withinFrom) > 0 || until(one.dataset.withinTo) < 0;
  for (const one of all('[data-after]')) one.hidden = until(one.dataset.after) >= 0;
  // Once a day has gone by, the first of those after it that is still to come stands beside it; an empty one stands elsewhere.
  for (const one of all('[data-then]')) {
    let due = until(one.dataset.then) < 0;
    one.hidden = true;
    for (const entry of all('[data-on]', one)) {
      entry.hidden = !due || until(entry.dataset.on) < 0;
      due &&= entry.hidden;
      one.hidden &&= entry.hidden || !entry.firstChild;
    }
  }
  for (const one of all('[data-recent]')) {
    one.hidden = true;
    for (const entry of all('[data-on]', one)) {
      entry.hidden = until(entry.dataset.on) < -Number(one.dataset.recent);
      one.hidden &&= entry.hidden;
    }
  }
}

/** What is made with a name, or without it where this browser does not take that name. @template T @param {(name?: string) => T} make @param {string} name */
function known(make, name) {
  try {
    return make(name);
  } catch {
    return make();
  }
}
