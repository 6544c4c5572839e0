// @ts-check
// Hash routing: `#/docs/setup#backup` is page /docs/setup, heading backup. Paths never reach the host.

/**
 * @typedef {{path: string | undefined, anchor: string}} Place  no path: a place on the page one is on
 * @typedef {import('./places.js').Places} Places
 * @typedef {import('./places.js').Spot} Spot
 * @typedef {{put: () => void, whole: boolean, gone?: boolean}} Page  what puts it in place; whether it is what was asked for,
 *   and not a message; whether that says that there is no such page
 */

/** Percent-decoded once; what cannot be decoded stays as it is. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {string} hash as in `location.hash` @returns {Place} */
export function parseHash(hash) {
  const text = hash.replace(/^#/, '');
  if (text !== '' && text[0] !== '/') return { path: undefined, anchor: decoded(text) };
  const cut = text.indexOf('#');
  const path = decoded(cut < 0 ? text : text.slice(0, cut)).normalize('NFC');
  return { path: path.replace(/(.)\/+$/, '$1') || '/', anchor: cut < 0 ? '' : decoded(text.slice(cut + 1)) };
}

/** The other way round. @param {string} path @param {string} [anchor] */
export const hashFor = (path, anchor) =>
  `#${path.split('/').map(encodeURIComponent).join('/')}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;

/** The page that a click on an element leads to, as an address; none where it is no plain link of the portal. @param {EventTarget | null} target */
export const linkAt = (target) => (target instanceof Element ? target.closest('a[href^="#"]:not([data-asset])') : null)?.getAttribute('href') ?? undefined;

/** Follows links, the address and Back; leaves it to `load` what a page is. */
export class Router {
  #load;
  #listening = new AbortController();
  /** @type {string | undefined} */
  #path;
  /** Whether the page of that path is shown, and not a message in its place. */
  #whole = false;
  #turn = 0;
  /** Where the reader was, once that is fetched. @type {Places | undefined} */
  #places;
  /** What scrolled to the place that is shown, and how far. @type {[go: () => void, scroll: number]} */
  #went = [() => {}, NaN];

  /** @param {(path: string) => Promise<Page>} load fetches a page */
  constructor(load) {
    this.#load = load;
    const { signal } = this.#listening;
    history.scrollRestoration = 'manual';
    document.addEventListener('click', (event) => this.#click(event), { signal });
    addEventListener('popstate', ({ state }) => {
      this.#places?.leave(state);
      this.arrive();
    }, { signal });
  }

  /** From now on the reader finds every page as it was left. */
  async remember() {
    const { Places } = await import('./places.js');
    if (this.#listening.signal.aborted || this.#places) return;
    this.#places = new Places(this.#listening.signal);
    if (!this.#whole) return;
    this.#places.settle(this.#places.enter().key);
    if (scrollY === this.#went[1]) this.#places.hold(this.#went[0]);
  }

  /** Shows what the address says, where the reader was if they were there before. @param {{anew?: boolean, again?: boolean}} [how] from its beginning; even if it is shown already */
  async arrive({ anew, again } = {}) {
    const { path = this.path, anchor } = parseHash(location.hash);
    const turn = ++this.#turn;
    const visit = this.#places?.enter();
    const swap = again || path !== this.#path || !this.#whole;
    const page = swap ? await this.#load(path) : undefined;
    const show = () => {
      if (turn !== this.#turn) return;
      page?.put();
      this.#path = path;
      if (page) this.#whole = page.whole;
      this.#reveal(anchor, anew ? undefined : visit?.spot, swap);
      // What is said in the place of a page has no place in it.
      if (this.#whole && visit) this.#places?.settle(visit.key);
    };
    if (turn !== this.#turn) return;
    if (swap && this.#path !== undefined && this.#places) await this.#places.fade(show);
    else show();
  }

  /** Reads the page that is shown again, and leaves the reader where they are; where it cannot be read, it stays. */
  async renew() {
    await this.remember().catch(() => {});
    const turn = this.#turn;
    const [page, staying] = await Promise.all([this.#load(this.path), import('./stay.js').catch(() => {})]);
    // Somebody who has gone on meanwhile has asked for another page.
    if (turn !== this.#turn || !staying || !(page.whole || page.gone)) return;
    const visit = staying.replace(page, this.#whole, this.#places, (spot, swap, focus) => this.#reveal('', spot, swap, focus), focusOn);
    this.#whole = page.whole;
    if (visit && this.#whole) this.#places?.settle(visit.key);
  }

  /** The path of the page that is shown. */
  get path() {
    return this.#path ?? '/';
  }

  /** The address of the page that is shown. */
  get address() {
    return hashFor(this.path);
  }

  /** Whether something else is said in the place of the page. */
  get astray() {
    return this.#path !== undefined && !this.#whole;
  }

  stop() {
    this.#turn++;
    this.#places?.end();
    this.#listening.abort();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const hash = linkAt(event.target);
    if (hash === undefined || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { path, anchor } = parseHash(hash);
    if (path === undefined) return this.#reveal(anchor);
    this.#places?.note();
    const here = parseHash(location.hash);
    if (path !== here.path || anchor !== here.anchor) history.pushState(null, '', hash);
    this.arrive({ anew: true });
  }

  /** Scrolls to where the reader was, to the heading, or up. @param {string} anchor @param {Spot} [spot] @param {boolean} [swap] whether the page has just come @param {boolean} [focus] whether reading goes on there */
  #reveal(anchor, spot, swap, focus = true) {
    const target = anchor ? document.getElementById(anchor) : null;
    const link = spot && swap ? this.#places?.restore(spot) : undefined;
    // What is folded away has no place to scroll to.
    for (let fold = spot ? null : target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    const go = () => (spot ? scrollTo(0, spot.scroll) : target ? target.scrollIntoView() : scrollTo(0, 0));
    if (this.#places) this.#places.hold(go);
    else go();
    this.#went = [go, scrollY];
    if (!focus) return;
    if (link || target) focusOn(link ?? target);
    else if (swap) focusOn(document.querySelector('#_page h1') ?? document.querySelector('#_page'));
  }
}

/** Moves focus there, so that reading goes on there, without scrolling. @param {Element | null} target */
function focusOn(target) {
  if (!(target instanceof HTMLElement)) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
