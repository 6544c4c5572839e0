// @ts-check
// Where somebody was on each page they came through: how far down, what was unfolded, and at which link. Back and Forward
// lead there again, and so does a reload. And how one page gives way to another.

/** @typedef {{scroll: number, folds: string, focus: number}} Spot  what was unfolded, and at which link, as places among all of the page */

/** Where it is kept over a reload, and of how many entries of the history. */
const KEPT = 'vestibule/places';
const MOST = 100;
/** How long a page may be kept waiting for the fading of another, and for its own to begin, in milliseconds. */
const PROMPT = 25, BEGUN = 40;
/** How long what comes late may still move a page, in milliseconds. */
const HELD = 10_000;

export class Places {
  /** The entry of the history that is shown; empty while another is on its way. */
  #entry = '';
  /** @type {Map<string, Spot>} */
  #spots = new Map(recall());
  #scroll = 0;
  /** Lets go of the place that is held. */
  #release = () => {};
  /** @type {{skipTransition: () => void} | undefined} */
  #fading;
  /** Whether this browser can fade pages, and is quick enough for it. */
  #fades = 'startViewTransition' in document;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    addEventListener('scroll', () => (this.#scroll = scrollY), { signal, passive: true });
    addEventListener('pagehide', () => this.#keep(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#keep(), { signal });
    // Whoever does something holds a place of their own.
    for (const deed of ['pointerdown', 'keydown', 'wheel']) addEventListener(deed, () => this.#release(), { signal, passive: true });
  }

  /** The entry that the browser came to, and where somebody was in it. */
  enter() {
    this.#release();
    this.#fading?.skipTransition();
    this.#entry = '';
    /** @type {string} */
    const key = history.state?.key ?? crypto.randomUUID();
    if (!history.state?.key) history.replaceState({ key }, '');
    return { key, spot: this.#spots.get(key) };
  }

  /** Its page is shown. @param {string} key */
  settle(key) {
    this.#entry = key;
    this.#scroll = scrollY;
  }

  /** The browser went to another entry by itself. Back and Forward leave it to us to scroll; a new address may have scrolled already. @param {{key?: string} | null} state */
  leave(state) {
    this.note(state?.key ? scrollY : this.#scroll);
  }

  /** Notes where somebody is in the entry that is shown. */
  note(scroll = scrollY) {
    if (!this.#entry) return;
    const focus = links().indexOf(/** @type {HTMLElement} */ (document.activeElement));
    this.#spots.delete(this.#entry);
    this.#spots.set(this.#entry, { scroll, folds: folds().map(({ open }) => +open).join(''), focus });
  }

  /** Folds and unfolds a page as it was. @param {Spot} spot @returns {HTMLElement | undefined} what had the focus */
  restore({ folds: before, focus }) {
    const all = folds();
    if (all.length === before.length) all.forEach((one, at) => (one.open = before[at] === '1'));
    return links()[focus];
  }

  /** Goes to a place, and stays there when what comes late makes the page longer, until somebody scrolls. @param {() => void} go */
  hold(go) {
    this.#release();
    const page = document.querySelector('#_page');
    const { dataset } = document.documentElement;
    let at = NaN;
    const watch = new ResizeObserver(() => {
      if (scrollY !== at) return this.#release();
      go();
      at = scrollY;
    });
    const timer = setTimeout(() => this.#release(), HELD);
    this.#release = () => {
      clearTimeout(timer);
      watch.disconnect();
      delete dataset.held;
    };
    // The browser would hold what is in sight by itself, which is not yet what the reader saw.
    dataset.held = '';
    go();
    at = scrollY;
    if (page) watch.observe(page);
  }

  /** Puts a page in the place of another, which fades where motion is welcome and costs no time. @param {() => void} show */
  async fade(show) {
    if (!this.#fades || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return show();
    const late = setTimeout(() => {
      this.#fades = false;
      fading.skipTransition();
    }, PROMPT);
    const fading = document.startViewTransition(() => {
      clearTimeout(late);
      show();
    });
    this.#fading = fading;
    const start = performance.now();
    fading.ready.then(() => (this.#fades &&= performance.now() - start < BEGUN), () => {});
    await fading.updateCallbackDone;
  }

  /** The portal was locked. */
  end() {
    this.#release();
    keep([]);
  }

  /** Notes it for when the page is loaded anew. A history's own state would come too late for that. */
  #keep() {
    this.note();
    keep([...this.#spots].slice(-MOST));
  }
}

/** @returns {[string, Spot][]} */
function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
  } catch {
    return [];
  }
}

/** @param {[string, Spot][]} spots */
function keep(spots) {
  try {
    if (spots.length) sessionStorage.setItem(KEPT, JSON.stringify(spots));
    else sessionStorage.removeItem(KEPT);
  } catch {} // storage is switched off: a reload leads to the top
}

/** What can be folded on the page; of what is asked for, `replies.js` decides which is open. */
const folds = () => [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('#_page details:not([data-ask])'))];

/** What on the page has the focus when it was used; not what comes later, and was not there when it is gone back to. */
const links = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#_page :is(a[href]:not(.anchor), summary)'))];
