// @ts-check
// A newer version takes the place of the page that somebody reads: what they unfolded, the word that they look up, and where
// they are with the keyboard stay as they are. It is found again by what it says, and kept nowhere.

/**
 * @typedef {import('./places.js').Places} Places
 * @typedef {import('./places.js').Spot} Spot
 * @typedef {Map<string, HTMLElement>} Named  parts of a page by what they say, and which of those that say the same
 */

/**
 * Puts a page in the place of its older version.
 * @param {{put: () => void}} page
 * @param {boolean} whole whether that is a page, and not a message in its place
 * @param {Places | undefined} places
 * @param {(spot: Spot, swap: boolean, focus?: boolean) => void} reveal goes to where the reader was
 * @param {(target: Element | null) => void} focusOn
 */
export function replace(page, whole, places, reveal, focusOn) {
  const inside = document.querySelector('#_page')?.contains(document.activeElement);
  const here = { scroll: scrollY, folds: '', focus: -1 };
  const open = whole ? stay() : undefined;
  places?.note();
  const visit = places?.enter();
  page.put();
  // What is folded away has no place to scroll to.
  const again = open?.();
  // A page that is there again is shown as it was left.
  reveal(visit?.spot ?? here, !open, inside && !open);
  if (open && inside) focusOn(again ?? document.querySelector('#_page h1') ?? document.querySelector('#_page'));
  return visit;
}

/** Notes what is open and what has the focus. @returns {() => HTMLElement | undefined} opens the same in the page that came; what had the focus there */
function stay() {
  const open = new Map([...folds()].map(([name, fold]) => [name, fold.hasAttribute('open')]));
  const note = document.querySelector('#_page [popover]:popover-open');
  const focused = nameOf(parts(), note ? wordOf(note) : document.activeElement);
  return () => {
    for (const [name, fold] of folds()) if (open.has(name)) fold.toggleAttribute('open', open.get(name));
    const again = focused === undefined ? undefined : parts().get(focused);
    // The note of a word comes a moment later, and opens then.
    if (note) again?.click();
    return again;
  };
}

/** What can be folded; of what is asked for, `replies.js` decides which is open. */
const folds = () => named('details:not([data-ask])', (fold) => fold.querySelector('summary')?.textContent);

/** What can have the focus. */
const parts = () => named('a[href], button, summary, textarea', (one) => `${one.tagName} ${one.getAttribute('href')} ${one.textContent}`);

/** The word that a note explains: of the same word in several places, the nearest. @param {Element} note */
function wordOf(note) {
  const away = (/** @type {Element} */ one) => Math.abs(one.getBoundingClientRect().top - note.getBoundingClientRect().top);
  const words = [...document.querySelectorAll(`.term[popovertarget="${CSS.escape(note.id)}"]`)];
  return words.sort((one, other) => away(one) - away(other))[0] ?? null;
}

/** @param {string} selector @param {(one: HTMLElement) => string | null | undefined} say @returns {Named} */
function named(selector, say) {
  /** @type {Map<string, number>} */
  const before = new Map();
  /** @type {NodeListOf<HTMLElement>} */
  const all = document.querySelectorAll(`#_page :is(${selector})`);
  return new Map([...all].map((one) => {
    const name = say(one) ?? '';
    const count = before.get(name) ?? 0;
    before.set(name, count + 1);
    return [`${count} ${name}`, one];
  }));
}

/** @param {Named} all @param {Element | null} one */
const nameOf = (all, one) => [...all].find(([, other]) => other === one)?.[0];
