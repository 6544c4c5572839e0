// @ts-check
// The open portal: its frame, the page in it, and what a click does there. What a page needs only once it is painted is
// fetched when the browser is idle, or when it is first wanted.

import { bring, dayIn } from './day.js';
import { message, notice, say, speak, trouble } from './messages.js';
import { Router, parseHash } from './router.js';
import { answersOf } from './session.js';
import { Shortcuts } from './shortcuts.js';
import { Unreachable } from './store.js';

/**
 * @typedef {import('./assets.js').Assets} Assets
 * @typedef {import('./extras.js').Extras} Extras
 * @typedef {import('./replies.js').Replies} Replies
 * @typedef {import('./store.js').Portal} Portal
 * @typedef {import('./store.js').Manifest} Manifest
 * @typedef {{title: string, content: DocumentFragment, manifest: Manifest, whole: boolean, gone?: boolean}} Page  by which manifest;
 *   whether it is what was asked for, and not a message; whether that says that there is no such page
 * @typedef {{remembers: boolean, lock: () => void, failed: (error: unknown) => void}} Outside  whether this device is to
 *   remember answers, what locks the portal, and who is told what went wrong
 */

/** How long the first page is left alone before what it may need later is fetched. */
const SETTLED = 1_000;

export class Reading {
  #portal;
  #outside;
  #shortcuts;
  #router = new Router((path) => this.#load(path));
  /** The names of the boxes that the frame and the page came from which are shown, pictures among them. */
  #frame = '';
  #box = '';
  /** The pictures in the page, by name. @type {string[]} */
  #pictures = [];
  /** The day up to which the frame and its page were brought. */
  #today = 0;
  /** How many pages were shown. */
  #pages = 0;
  /** What is shown first, its frame and its page. @type {{frame: ReturnType<typeof frameOf>, path: string, page: ReturnType<Portal['page']>} | undefined} */
  #first;
  /** @type {Assets | undefined} */
  #assets;
  /** @type {Replies | undefined} */
  #replies;
  /** @type {Extras | undefined} */
  #extras;
  #ending = new AbortController();
  /** Until the first page is shown, there is nothing to renew. @type {Promise<void>} */
  #renewal;
  #begun = () => {};

  /** @param {Portal} portal @param {Outside} outside */
  constructor(portal, outside) {
    this.#portal = portal;
    this.#outside = outside;
    this.#shortcuts = new Shortcuts(portal);
    this.#renewal = new Promise((resolve) => (this.#begun = resolve));
  }

  /** Shows the frame, and in it the page that the address names. @param {import('./store.js').Frame} frame @param {string} path @param {ReturnType<Portal['page']>} page of that path, on its way */
  async begin(frame, path, page) {
    const { signal } = this.#ending;
    this.#first = { frame: frameOf(frame), path, page };
    document.addEventListener('click', (event) => this.#act(event), { signal });
    document.addEventListener('auxclick', (event) => event.button === 1 && this.#act(event), { signal });
    addEventListener('online', () => this.#router.astray && this.#router.arrive({ again: true }), { signal });
    whenIdle(() => {
      if (signal.aborted) return;
      this.#shortcuts.fetch().catch(() => {});
      this.#finish();
    });
    // Where the reader was: needed at once after a reload, and otherwise when they go on.
    if (history.state?.key) await this.#router.remember().catch(() => {});
    if (signal.aborted) return;
    await this.#router.arrive();
    this.#begun();
    afterPaint(() => this.#router.remember().catch(() => {}));
  }

  get portal() {
    return this.#portal;
  }

  /** The address of the page that is shown. */
  get address() {
    return this.#router.address;
  }

  /** What is open may stay open over midnight. */
  newDay() {
    const { timezone } = this.#portal.manifest;
    if (dayIn(timezone, Date.now()) !== this.#today) this.#today = this.#bringUp(document);
  }

  /** Shows what was published since, if it concerns what is shown. Whoever asks meanwhile asks for what is newer still. */
  renew() {
    this.#renewal = this.#renewal.then(() => this.#renew());
    return this.#renewal;
  }

  async #renew() {
    await this.#portal.renewLater().catch(() => {});
    const { manifest } = this.#portal;
    const { frame } = manifest;
    const box = namesOf(manifest, this.#router.path, this.#pictures);
    if (!this.#ending.signal.aborted && (frame[0] !== this.#frame || box !== this.#box)) await this.#router.renew();
  }

  /** The portal was locked. */
  end() {
    this.#ending.abort();
    this.#router.stop();
    this.#assets?.end();
    this.#extras?.end();
    this.#shortcuts.end();
  }

  /** @param {string} path */
  async #load(path) {
    const first = this.#first;
    this.#first = undefined;
    const page = await (first?.path === path ? first.page : this.#portal.page(path)).then((found) => this.#pageOf(found)).catch((error) => {
      if (!this.#ending.signal.aborted) this.#outside.failed(error);
      const { manifest } = this.#portal;
      return /** @type {Page} */ ({ ...message(error instanceof Unreachable ? 'offline' : 'unreadable'), manifest, whole: false });
    });
    await this.#prepare(page.content);
    const { whole, gone, manifest } = page;
    const pictures = [...page.content.querySelectorAll('img')].map((image) => image.dataset.asset ?? '');
    const box = whole || gone ? namesOf(manifest, path, pictures) : '';
    const frame = first?.frame ?? (this.#portal.manifest.frame[0] === this.#frame ? undefined : await this.#portal.frame().then(frameOf).catch(() => undefined));
    return {
      whole,
      gone,
      // A frame and its page are laid out once, and nothing moves.
      put: () => {
        if (frame) {
          this.#mount(frame.nodes);
          this.#frame = frame.box;
        }
        this.#box = box;
        this.#pictures = pictures;
        this.#put(path, page);
        // What was published while it was on its way was compared with the page before.
        if (manifest !== this.#portal.manifest) this.renew();
      },
    };
  }

  /** A page as nodes, or that there is none. @param {Awaited<ReturnType<Portal['page']>>} page @returns {Page} */
  #pageOf(page) {
    if (!page) return { ...message('unknown'), manifest: this.#portal.manifest, whole: false, gone: true };
    const { title, html, manifest } = page;
    return { title, content: fragment(html), manifest, whole: true };
  }

  /** Puts the portal's frame in the place of whatever is there. @param {DocumentFragment} frame */
  #mount(frame) {
    document.body.replaceChildren(frame);
    document.documentElement.lang = this.#portal.manifest.language;
    document.documentElement.dir = document.querySelector('[data-dir]')?.getAttribute('data-dir') ?? '';
    this.#today = this.#bringUp(document);
    this.#shortcuts.offer();
  }

  /** Brings up to today what depends on the day, and says which day that is. @param {ParentNode} root */
  #bringUp(root) {
    const { language, timezone } = this.#portal.manifest;
    const day = dayIn(timezone, Date.now());
    bring(root, day, language, say('late'));
    return day;
  }

  /** Puts a page in the frame. @param {string} path @param {Page} page */
  #put(path, { title, content }) {
    const { manifest } = this.#portal;
    this.#assets?.release();
    this.#extras?.leave();
    notice('');
    // Before it is seen, so that nothing moves.
    this.#bringUp(content);
    const main = document.querySelector('#_page');
    main?.replaceChildren(content);
    // From the second page on it is fetched ahead of need: the next version of the portal may have another file for it.
    if (main?.querySelector('[data-asset]:not(a)')) this.#fill(main);
    else if (this.#pages) this.#files().catch(() => {});
    // What follows the first page waits until the browser is idle.
    if (this.#pages++) afterPaint(() => this.#finish());
    document.title = path === '/' ? manifest.title : `${title} · ${manifest.title}`;
    for (const link of document.querySelectorAll('nav a[href^="#/"]:not(#_page *)')) {
      const starts = [parseHash(link.getAttribute('href') ?? '').path, ...(link.getAttribute('data-covers') ?? '').split(' ')];
      const here = starts.some((start) => start && (path === start || (start !== '/' && path.startsWith(`${start}/`))));
      if (here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  /** Pictures and files; what opens them is fetched when a page first has any. */
  async #files() {
    const { Assets } = await import('./assets.js');
    this.#goesOn();
    return (this.#assets ??= new Assets(this.#portal, trouble));
  }

  /** Gives the pictures in `root` their addresses. @param {ParentNode} root */
  #fill(root) {
    this.#files().then((assets) => !this.#ending.signal.aborted && assets.fill(root), trouble);
  }

  /** What the reader answers, and has answered. */
  async #answers() {
    const { Replies } = await import('./replies.js');
    this.#goesOn();
    return (this.#replies ??= new Replies(this.#portal, say, () => this.#outside.remembers && !this.#ending.signal.aborted));
  }

  /** Makes the answers of a page ready: before it is seen, where some may have been given. @param {DocumentFragment} content */
  async #prepare(content) {
    /** @type {HTMLElement[]} */
    const groups = [...content.querySelectorAll('[data-replies]')].filter((one) => one instanceof HTMLElement);
    if (!groups.length) return;
    const bring = async () => (await this.#answers()).bring(groups);
    if (this.#replies || answersOf(this.#portal.access.portal)) await bring().catch(() => {});
    else whenIdle(() => bring().catch(() => {}));
  }

  /** What was fetched for it may come when the portal has been locked: then nothing is to begin. */
  #goesOn() {
    if (this.#ending.signal.aborted) throw new Unreachable('locked');
  }

  /** What a page gets once it is painted. @param {(extras: Extras) => unknown} use */
  async #with(use) {
    try {
      const { Extras } = await import('./extras.js');
      this.#goesOn();
      await use((this.#extras ??= new Extras(this.#portal, { fragment, fill: (root) => this.#fill(root), signal: this.#ending.signal })));
    } catch {} // offline; the page is there without it
  }

  #finish() {
    this.#with((extras) => extras.finish(this.#router.address));
  }

  /** Clicks on what is no plain link. @param {MouseEvent} event */
  #act(event) {
    if (!(event.target instanceof Element)) return;
    const menu = event.target.closest('[popover] a')?.closest('[popover]');
    if (menu instanceof HTMLElement && menu.matches(':popover-open')) menu.hidePopover();
    const answer = event.target.closest('[data-reply], [data-reply-tool]');
    if (answer) return void this.#answers().then((all) => all.act(answer)).catch(() => {});
    const target = event.target.closest('.term, [data-action], a[data-asset]');
    if (!(target instanceof HTMLElement)) return;
    const { action } = target.dataset;
    // A word whose note is there opens it by itself.
    if (target.matches('.term')) return event.type !== 'click' || document.getElementById(target.getAttribute('popovertarget') ?? '') ? undefined : this.#with((extras) => extras.explain(target));
    event.preventDefault();
    if (action === 'lock') this.#outside.lock();
    else if (action === 'search') this.#shortcuts.open();
    else if (action === 'print') this.#with((extras) => extras.notes()).then(() => print());
    else if (action === 'again') this.#router.arrive({ again: true });
    else this.#files().then((assets) => assets.open(target), trouble);
  }
}

/** The names of the boxes that a page with these pictures is made of. @param {Manifest} manifest @param {string} path @param {string[]} pictures */
function namesOf({ pages, assets }, path, pictures) {
  const parts = pictures.map((name) => assets.get(name)?.parts.map(([box]) => box));
  return [pages.get(path)?.ref[0], parts].join();
}

/** The portal's frame as nodes, and the box that it came from; its words are what is said from now on. @param {import('./store.js').Frame} frame */
function frameOf({ html, box }) {
  const nodes = fragment(html);
  speak(nodes);
  return { nodes, box };
}

/** Decrypted HTML as nodes; scripts in it do not run. @param {string} html */
function fragment(html) {
  const all = new DocumentFragment();
  all.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  // Room for a picture before it is there, so that nothing below it moves.
  for (const image of all.querySelectorAll('img')) if (image.dataset.asset && image.hasAttribute('height')) image.style.aspectRatio = `${image.getAttribute('width')} / ${image.getAttribute('height')}`;
  return all;
}

/** Runs a task when nothing else is to be done; not every browser can tell. @param {() => void} task */
const whenIdle = (task) => setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(task), SETTLED);

/** Runs a task when what was changed can be seen. @param {() => void} task */
const afterPaint = (task) => requestAnimationFrame(() => setTimeout(task));
