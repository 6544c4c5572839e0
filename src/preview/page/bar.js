// @ts-check
// The bar above a page: that this is the preview, as whom the portal is read, which file the page in view is made from, and
// what a careful colleague would say about that file.

import { element, list, place, shadow } from './problems.js';

/**
 * @typedef {import('./problems.js').Source} Source
 * @typedef {import('./problems.js').Problem} Problem
 * @typedef {{sources: Source[], notes: Problem[], elsewhere: number}} Page  the files it is made from, the first of which one
 *   would edit, and what is said about these; how much is said about others
 */

/** How high it is. The portal's own styles know where its pages begin by the same name. */
const HEIGHT = '2.25rem';

export class Bar {
  #address;
  #choose;
  #root;
  #audience = element('span', '');
  #file = element('span', '');
  #notes = /** @type {HTMLDetailsElement} */ (document.createElement('details'));
  /** @type {string | undefined} */
  #path;
  /** What is shown. */
  #shown = '';
  #turn = 0;

  /** @param {string} address of the portal @param {(audience: string) => void} choose reads it as somebody else */
  constructor(address, choose) {
    this.#address = address;
    this.#choose = choose;
    const host = document.createElement('aside');
    host.setAttribute('aria-label', 'Preview');
    this.#root = shadow(host, STYLE);
    const home = /** @type {HTMLAnchorElement} */ (element('a', 'Preview'));
    home.href = '/';
    home.title = 'All clients';
    home.className = 'home';
    this.#audience.className = 'audience';
    this.#file.className = 'file';
    this.#notes.hidden = true;
    this.#root.append(home, this.#audience, this.#file, this.#notes);
    this.#root.addEventListener('keydown', (event) => /** @type {KeyboardEvent} */ (event).key === 'Escape' && this.#fold());
    document.addEventListener('click', (event) => event.target !== host && (this.#notes.open = false));
    // Behind the body, so that the portal comes first for whoever uses the keyboard; above it, where it covers nothing.
    document.documentElement.append(host);
    const paper = matchMedia('print');
    paper.addEventListener('change', () => makeRoom(!paper.matches));
    makeRoom(!paper.matches);
    for (const name of ['hashchange', 'popstate']) addEventListener(name, () => this.#turnTo());
    // A portal changes the title of the page with each page that it shows, and the address before that.
    new MutationObserver(() => this.#turnTo()).observe(document.head, { subtree: true, childList: true, characterData: true });
  }

  /** @param {string[]} audiences @param {string} reader */
  show(audiences, reader) {
    this.#root.host.removeAttribute('data-lost');
    this.#read(audiences, reader);
    this.#bring(inView());
  }

  /** The preview does not answer: what is shown may be old. */
  lost() {
    this.#root.host.setAttribute('data-lost', '');
    this.#file.replaceChildren(element('span', 'The preview does not answer'));
    this.#shown = '';
  }

  /** @param {string[]} audiences @param {string} reader */
  #read(audiences, reader) {
    if (this.#audience.dataset.of === `${audiences} ${reader}`) return;
    this.#audience.dataset.of = `${audiences} ${reader}`;
    if (audiences.length < 2) return this.#audience.replaceChildren(reader && `as ${reader}`);
    const select = document.createElement('select');
    select.setAttribute('aria-label', 'Audience');
    for (const audience of audiences) select.append(new Option(`as ${audience}`, audience, false, audience === reader));
    select.addEventListener('change', () => this.#choose(select.value));
    this.#audience.replaceChildren(select);
  }

  #turnTo() {
    const path = inView();
    if (path === undefined || path === this.#path) return;
    this.#notes.open = false;
    this.#bring(path);
  }

  /** Asks what the page at a path is made from. @param {string | undefined} path without one, the page in view */
  async #bring(path = this.#path) {
    if (path === undefined) return;
    this.#path = path;
    const turn = ++this.#turn;
    const answer = await fetch(`/_preview/page/${this.#address}${path.split('/').map(encodeURIComponent).join('/')}`, { cache: 'no-store' }).catch(() => undefined);
    const text = answer?.ok ? await answer.text() : '';
    if (turn !== this.#turn || (text && text === this.#shown)) return;
    this.#shown = text;
    this.#put(text ? JSON.parse(text) : { sources: [], notes: [], elsewhere: 0 });
  }

  /** @param {Page} page */
  #put({ sources: [first, ...others], notes, elsewhere }) {
    this.#file.replaceChildren(first ? place(first) : '');
    const parts = [];
    if (first) {
      const made = element('p', 'This page is made from ');
      [first, ...others].forEach((source, at) => made.append(at ? ', ' : '', place(source)));
      parts.push(made);
    }
    if (notes.length) parts.push(list(notes));
    if (elsewhere) {
      const more = element('p', `${counted(elsewhere, 'warning or hint', 'warnings and hints')} on other files: `);
      const all = /** @type {HTMLAnchorElement} */ (element('a', 'all clients'));
      all.href = '/';
      more.append(all);
      parts.push(more);
    }
    this.#notes.hidden = !parts.length;
    const panel = document.createElement('div');
    panel.append(...parts);
    const words = summary(notes) || 'More';
    const title = element('summary', '');
    title.setAttribute('aria-label', words);
    // A phone has room for a number.
    const [long, short] = [element('span', words), element('span', notes.length ? `⚠ ${notes.length}` : '')];
    [long.className, short.className] = ['long', 'short'];
    title.append(long, short);
    this.#notes.replaceChildren(title, panel);
    this.#notes.classList.toggle('warned', notes.some(({ severity }) => severity === 'warning'));
  }

  #fold() {
    if (!this.#notes.open) return;
    this.#notes.open = false;
    this.#notes.querySelector('summary')?.focus();
  }
}

/** Has the page begin below the bar, or where it begins without one. @param {boolean} isThere */
function makeRoom(isThere) {
  const { style } = document.documentElement;
  const height = isThere ? HEIGHT : '';
  style.setProperty('--above', height);
  style.paddingTop = style.scrollPaddingTop = height;
}

/** The path of the page that the address names; none where it names a place on the page in view. */
function inView() {
  const text = location.hash.slice(1);
  if (text && text[0] !== '/') return undefined;
  const path = text.split('#')[0].replace(/(.)\/+$/, '$1') || '/';
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** @param {Problem[]} notes */
function summary(notes) {
  const count = (/** @type {string} */ severity) => notes.filter((one) => one.severity === severity).length;
  const warnings = count('warning');
  const hints = count('hint');
  return [warnings && counted(warnings, 'warning'), hints && counted(hints, 'hint')].filter(Boolean).join(', ');
}

/** @param {number} number @param {string} one @param {string} [many] */
const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

const STYLE = `
  :host {
    --ground: light-dark(#fff3cf, #3a2e0c); --ink: light-dark(#3f3100, #f8e7b5); --line: light-dark(#d9b64a, #7a6220);
    position: fixed; inset: 0 0 auto; z-index: 7; display: flex; align-items: center; gap: 0.75rem; height: ${HEIGHT};
    padding-inline: 0.75rem; border-bottom: 1px solid var(--line); background: var(--ground); color: var(--ink);
    font: 0.8125rem/1.4 system-ui, sans-serif;
  }
  :host([data-lost]) { --ground: light-dark(#fbe0dc, #4a1512); --ink: light-dark(#6d0f0a, #ffd0ca); --line: light-dark(#c0352a, #ee7a6c); }
  .home, summary, select, .file > * { min-height: 1.75rem; line-height: 1.75rem; }
  .home { flex: none; font-weight: 600; }
  .audience { flex: none; }
  select { max-width: 9rem; padding: 0 0.25rem; border: 1px solid var(--line); border-radius: 0.25rem; background: transparent; color: inherit; font: inherit; }
  option { background: Canvas; color: CanvasText; }
  /* Of a long path one wants the end. */
  .file { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; direction: rtl; text-align: start; }
  @media (width >= 40rem) { .file { text-align: end; } }
  .file code { unicode-bidi: isolate; direction: ltr; font-size: 0.8125rem; }
  details { flex: none; }
  summary { padding-inline: 0.6rem; border: 1px solid var(--line); border-radius: 1rem; cursor: pointer; list-style: none; white-space: nowrap; }
  summary::-webkit-details-marker { display: none; }
  summary::after { content: " ▾"; content: " ▾" / ""; }
  details[open] > summary::after { content: " ▴"; content: " ▴" / ""; }
  .warned > summary { background: light-dark(#ffe08a, #6b5310); font-weight: 600; }
  .short { display: none; }
  details > div {
    box-sizing: border-box; position: absolute; inset: 100% 0 auto auto; width: min(100%, 40rem); max-height: 70vh; overflow: auto; padding: 0.75rem 1rem;
    border: 1px solid var(--line); border-top: 0; background: Canvas; color: CanvasText; font-size: 0.9375rem;
    box-shadow: 0 8px 24px rgb(0 0 0 / 20%);
  }
  details li::marker { color: GrayText; }
  details ol { margin-top: 0; }
  .warning > p:first-child::before { content: "Warning: "; font-weight: 600; }
  .hint > p:first-child::before { content: "Hint: "; font-weight: 600; }
  @media (width < 30rem) {
    :host { gap: 0.5rem; padding-inline: 0.5rem; }
    select { max-width: 6.5rem; }
    .long:not(:has(+ .short:empty)) { display: none; }
    .short { display: inline; }
  }
`;
