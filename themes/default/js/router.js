// @ts-check
// Hash routing: `#/docs/setup#backup` is page /docs/setup, heading backup. Paths never reach the host.

/** @typedef {{path: string | undefined, anchor: string}} Place  no path: a place on the page one is on */

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

/** Follows links, the address and Back; leaves it to `load` what a page is. */
export class Router {
  #load;
  #listening = new AbortController();
  /** @type {string | undefined} */
  #path;
  #turn = 0;
  #timer = 0;

  /** @param {(path: string) => Promise<() => void>} load fetches a page and returns what puts it in place */
  constructor(load) {
    this.#load = load;
    const { signal } = this.#listening;
    history.scrollRestoration = 'manual';
    document.addEventListener('click', (event) => this.#click(event), { signal });
    addEventListener('popstate', ({ state }) => this.arrive(state?.scroll), { signal });
    addEventListener('scroll', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#keep(), 150);
    }, { signal, passive: true });
    addEventListener('pagehide', () => this.#keep(), { signal });
  }

  /** Shows what the address says. @param {number} [scroll] where the reader was, @param {boolean} [again] even if it is shown already */
  async arrive(scroll, again = false) {
    const { path = this.#path ?? '/', anchor } = parseHash(location.hash);
    const turn = ++this.#turn;
    const swap = again || path !== this.#path;
    if (swap) {
      const put = await this.#load(path);
      if (turn !== this.#turn) return;
      put();
      this.#path = path;
    }
    if (!this.#reveal(anchor, scroll) && swap) focusOn(document.querySelector('#_page h1') ?? document.querySelector('#_page'));
  }

  /** The address of the page that is shown. */
  get address() {
    return hashFor(this.#path ?? '/');
  }

  stop() {
    clearTimeout(this.#timer);
    this.#turn++;
    this.#listening.abort();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]:not([data-asset])') : null;
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const hash = link.getAttribute('href') ?? '';
    const { path, anchor } = parseHash(hash);
    if (path === undefined) return this.#reveal(anchor);
    this.#keep();
    const here = parseHash(location.hash);
    if (path !== here.path || anchor !== here.anchor) history.pushState(null, '', hash);
    this.arrive();
  }

  /** Scrolls to where the reader was, to the heading, or up. @param {string} anchor @param {number} [scroll] */
  #reveal(anchor, scroll) {
    const target = anchor ? document.getElementById(anchor) : null;
    // What is folded away has no place to scroll to.
    for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    if (scroll !== undefined) scrollTo(0, scroll);
    else if (target) target.scrollIntoView();
    else scrollTo(0, 0);
    if (target) focusOn(target);
    return target;
  }

  #keep() {
    clearTimeout(this.#timer);
    if (this.#path !== undefined) history.replaceState({ scroll: scrollY }, '');
  }
}

/** Moves focus there, so that reading goes on there, without scrolling. @param {Element | null} target */
function focusOn(target) {
  if (!(target instanceof HTMLElement)) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
