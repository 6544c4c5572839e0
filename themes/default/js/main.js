// @ts-check
// Wires the gate, the session and the open portal together.

import { bring, dayIn, inWords } from './day.js';
import { Gate } from './gate.js';
import { Refusal, importAudience, openDoor, openSlot, strictGunzip } from './opener.js';
import { Router, hashFor, parseHash } from './router.js';
import { Session, answersOf } from './session.js';
import { Shortcuts } from './shortcuts.js';
import { portalStyles } from './styles.js';
import { Portal, Unreachable, fetchAccess, readFile } from './store.js';

/**
 * @typedef {import('./opener.js').Access} Access
 * @typedef {import('./assets.js').Assets} Assets
 * @typedef {import('./opener.js').Opened} Opened
 * @typedef {import('./replies.js').Replies} Replies
 * @typedef {import('./terms.js').Terms} Terms
 * @typedef {() => Promise<{audience: string, key: string}>} Preview  set by the preview server's script, which runs first
 * @typedef {{title: string, content: DocumentFragment}} Page
 */

/** How old access.json may be when a passphrase is tried, in milliseconds. */
const FRESH = 60_000;
/** When the making of a key is well under way, in milliseconds. */
const WARMING = 20;
/** How long a page is left alone before what it may need later is fetched. */
const SETTLED = 1_000;
/** How long a portal may lie in the background before it looks for something newer. */
const STALE = 600_000;
/** Refusals that are an answer to the reader, and what the gate says to each; it says `broken` to all others. */
const ANSWERS = new Map([['wrong-passphrase', 'wrong'], ['empty-passphrase', 'empty'], ['ended', 'ended'], ['version', 'version'], ['manifest-version', 'version'], ['manifest-epoch', 'renewed']]);

const gate = new Gate(unlock);
/** @type {Promise<Access>} */
let access;
let fetched = 0;
/** @type {Session | undefined} */
let session;
/** @type {{portal: Portal, router: Router, shortcuts: Shortcuts, assets?: Assets, replies?: Replies, terms?: Terms} | undefined} */
let open;
let looked = Date.now();
/** How often this tab was locked: what was being opened meanwhile stays closed. */
let locks = 0;
/** The day up to which the frame and its page were brought. */
let today = 0;
/** How many pages were shown. */
let pagesShown = 0;
/** The notes of the page that is shown, on their way or in place. @type {Promise<void> | undefined} */
let explained;
/** The word that was asked for last, while its note is not there yet. @type {Element | undefined} */
let asked;
/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

begin();

async function begin() {
  if (!globalThis.crypto?.subtle) return gate.closed(globalThis.isSecureContext ? 'unsupported' : 'insecure');
  if (!globalThis.DecompressionStream || !globalThis.BroadcastChannel) return gate.closed('unsupported');
  addEventListener('pagehide', () => (document.documentElement.dataset.away = ''));
  addEventListener('pageshow', ({ persisted }) => persisted && comeBack());
  addEventListener('hashchange', tryLink);
  document.addEventListener('visibilitychange', lookAgain);
  watchDay();
  // What is open would lie over the text on paper.
  addEventListener('beforeprint', () => document.querySelectorAll(':popover-open').forEach((one) => one instanceof HTMLElement && one.hidePopover()));
  document.addEventListener('click', act);
  document.addEventListener('auxclick', (event) => event.button === 1 && act(event));
  // Both are started here; whoever needs them hears of a failure.
  current().catch(() => {});
  styled().catch(() => {});
  if (await tryLink()) return;
  try {
    await twice(async () => {
      const opened = await known();
      if (gate.busy) return; // the reader was faster
      if (opened) await enter(opened);
      else gate.ready();
    });
  } catch (error) {
    if (!gate.busy) explain(error);
  }
}

/** access.json, fetched anew where it may be out of date. @param {RequestCache} [cache] */
function current(cache) {
  if (cache || Date.now() - fetched > FRESH) {
    access = fetchAccess(readFile, cache);
    fetched = Date.now();
    access.catch(() => (fetched = 0));
  }
  return access;
}

/** Tries again, once, with a new access.json: it may have been read while a new version was being published. @param {() => Promise<void>} task */
async function twice(task) {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof Refusal) || ANSWERS.has(error.code)) throw error;
    await current('reload');
    await task();
  }
}

/** @param {Access} from */
const sessionOf = ({ portal }) => (session ??= new Session(portal, leave));

/** A key that needs no passphrase: the preview's, this session's, or the one remembered on this device. @returns {Promise<Opened | undefined>} */
async function known() {
  const preview = /** @type {{vestibulePreview?: Preview}} */ (globalThis).vestibulePreview;
  if (typeof preview === 'function') {
    const { audience, key } = await preview();
    return importAudience(audience, key);
  }
  const from = await current();
  return (await sessionOf(from).resume(from.epoch)) ?? recall(from);
}

/** @param {Access} from @returns {Promise<Opened | undefined>} */
async function recall(from) {
  const mine = sessionOf(from);
  const kept = await mine.recall();
  if (!kept) return undefined;
  try {
    const opened = await openSlot(from, kept.kdf, kept.u);
    await mine.begin(opened, from.epoch);
    await mine.remember(kept);
    return opened;
  } catch (error) {
    await mine.lock();
    if (error instanceof Refusal && error.code === 'wrong-passphrase') return undefined;
    throw error;
  }
}

/** Opens with the key in a link, which leaves the address at once. */
async function tryLink() {
  const [, key] = /^#key=(.*)$/.exec(location.hash) ?? [];
  if (key === undefined) return false;
  history.replaceState(null, '', open?.router.address ?? '#/');
  if (!open) await unlock(key, false, 'link');
  return true;
}

/** @param {string} passphrase @param {boolean} remember @param {string} [wrong] what to say if it opens nothing */
async function unlock(passphrase, remember, wrong = 'wrong') {
  gate.working();
  setTimeout(warmUp, WARMING);
  try {
    await twice(async () => {
      const from = await current();
      const door = await openDoor(from, passphrase);
      // What is kept for later does not hold up what is shown now.
      sessionOf(from).begin(door, from.epoch);
      if (remember) sessionOf(from).remember(door);
      await enter(door);
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'wrong-passphrase') return explain(error);
    fetched = 0;
    gate.refuse(wrong);
  }
}

/** What is slow when it is used first, used now, while the key is being made elsewhere: it would hold up the first page. */
function warmUp() {
  strictGunzip();
  dayIn('UTC', 0);
  inWords(1, gate.language, '');
}

/** The styles of the open portal, fetched once. */
function styled() {
  styles ??= portalStyles();
  styles.catch(() => (styles = undefined));
  return styles;
}

/** Shows the portal. @param {Opened} opened */
async function enter(opened) {
  const before = locks;
  const portal = await Portal.open(readFile, await current(), opened);
  portal.rekey = async (from) => {
    const again = await recall(from);
    if (!again) throw new Refusal('manifest-epoch');
    return again;
  };
  // The first page is fetched beside the frame, not after it.
  const first = portal.page(parseHash(location.hash).path ?? '/');
  // All of it is put in place at once: a frame that is laid out before its page is there is laid out twice.
  const [html, sheet] = await Promise.all([portal.frame(), styled(), first.catch(() => {})]);
  document.adoptedStyleSheets = [sheet];
  if (open) return;
  if (locks !== before) return gate.show();
  let shown = portal.manifest.frame;
  mount(portal, html);
  gate.forget();
  let ready = /** @type {ReturnType<Portal['page']> | undefined} */ (first);
  const router = new Router(async (path) => {
    const page = await (ready ?? portal.page(path)).then(pageOf).catch(troubled);
    ready = undefined;
    await prepare(page.content);
    const { frame } = portal.manifest;
    const renewed = frame[0] === shown[0] ? '' : await portal.frame().catch(() => '');
    return () => {
      if (renewed) mount(portal, renewed);
      if (renewed) open?.shortcuts.offer();
      shown = frame;
      put(path, page);
    };
  });
  open = { portal, router, shortcuts: new Shortcuts(portal) };
  open.shortcuts.offer();
  whenIdle(() => open?.shortcuts.fetch().catch(() => {}));
  await router.arrive(history.state?.scroll);
}

/** A page as nodes, or that there is none. @param {{title: string, html: string} | undefined} page @returns {Page} */
const pageOf = (page) => (page ? { title: page.title, content: fragment(page.html) } : message('unknown'));

/** What is shown in place of a page that cannot be. @param {unknown} error */
function troubled(error) {
  if (error instanceof Refusal && ['manifest-epoch', 'ended'].includes(error.code)) {
    leave();
    explain(error);
  }
  return message(error instanceof Unreachable ? 'offline' : 'unreadable');
}

/** A page of our own: what is not here, and the way on. @param {string} key @returns {Page} */
function message(key) {
  const title = say(`${key}_title`);
  const box = document.createElement('div');
  box.className = 'sheet message';
  const add = (/** @type {string} */ name, /** @type {string} */ text, /** @type {HTMLElement} */ parent = box) => {
    const element = document.createElement(name);
    element.textContent = text;
    return parent.appendChild(element);
  };
  add('h1', title);
  add('p', say(`${key}_text`));
  const link = add('a', say(key === 'unknown' ? 'home' : 'again'), add('p', ''));
  link.setAttribute('href', key === 'unknown' ? '#/' : location.hash);
  if (key !== 'unknown') link.dataset.action = 'again';
  const content = new DocumentFragment();
  content.append(box);
  return { title, content };
}

/** Puts the portal's frame in the place of whatever is there. @param {Portal} portal @param {string} html */
function mount({ manifest }, html) {
  document.body.replaceChildren(fragment(html));
  document.documentElement.lang = manifest.language;
  document.documentElement.dir = document.querySelector('[data-dir]')?.getAttribute('data-dir') ?? '';
  today = bringUp(document, manifest);
}

/** Brings up to today what depends on the day, and says which day that is. @param {ParentNode} root @param {Portal['manifest']} manifest */
function bringUp(root, { language, timezone }) {
  const day = dayIn(timezone, Date.now());
  bring(root, day, language, say('late'));
  return day;
}

/** What is open may stay open over midnight. */
function newDay() {
  const manifest = open?.portal.manifest;
  if (manifest && dayIn(manifest.timezone, Date.now()) !== today) today = bringUp(document, manifest);
}

/** Looks at every full minute, also whether the session is over: one timer until midnight would stand still while the computer sleeps. */
function watchDay() {
  if (session?.over()) leave();
  newDay();
  setTimeout(watchDay, 60_000 - (Date.now() % 60_000));
}

/** Puts a page in the frame. @param {string} path @param {Page} page */
function put(path, { title, content }) {
  if (!open) return;
  const { manifest } = open.portal;
  open.assets?.release();
  // Before it is seen, so that nothing moves.
  bringUp(content, manifest);
  const main = document.querySelector('#_page');
  explained = undefined;
  main?.replaceChildren(content);
  if (main?.querySelector('.term')) whenIdle(() => explainTerms().catch(() => {}));
  // From the second page on it is fetched ahead of need: the next version of the portal may have another file for it.
  if (main?.querySelector('[data-asset]:not(a)')) files().then((assets) => assets?.fill(main), notice);
  else if (pagesShown++ > 0) files().catch(() => {});
  document.title = path === '/' ? manifest.title : `${title} · ${manifest.title}`;
  for (const link of document.querySelectorAll('nav a[href^="#/"]')) {
    const starts = [parseHash(link.getAttribute('href') ?? '').path, ...(link.getAttribute('data-covers') ?? '').split(' ')];
    const here = starts.some((start) => start && (path === start || (start !== '/' && path.startsWith(`${start}/`))));
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Decrypted HTML as nodes; scripts in it do not run. @param {string} html */
function fragment(html) {
  const all = new DocumentFragment();
  all.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return all;
}

/** A word to the reader of the open portal; they come with its frame. @param {string} key */
function say(key) {
  const words = document.querySelector('#_words');
  return (words instanceof HTMLTemplateElement && words.content.querySelector(`[data-key="${key}"]`)?.textContent) || key;
}

/** Pictures and files; what opens them is fetched when a page first has any. @returns {Promise<Assets | undefined>} */
async function files() {
  const { Assets } = await import('./assets.js');
  if (open) open.assets ??= new Assets(open.portal, notice);
  return open?.assets;
}

/** What the reader answers, and has answered. @returns {Promise<Replies | undefined>} */
async function replies() {
  const { Replies } = await import('./replies.js');
  if (open) open.replies ??= new Replies(open.portal, say, Boolean(session));
  return open?.replies;
}

/** Makes the answers of a page ready: before it is seen, where some may have been given. @param {DocumentFragment} content */
async function prepare(content) {
  /** @type {HTMLElement[]} */
  const groups = [...content.querySelectorAll('[data-replies]')].filter((one) => one instanceof HTMLElement);
  if (!open || !groups.length) return;
  const bring = async () => (await replies())?.bring(groups);
  if (open.replies || answersOf(open.portal.access.portal)) await bring().catch(() => {});
  else whenIdle(() => bring().catch(() => {}));
}

/** Puts the notes of the words that the page explains behind it; what makes them is fetched when a page first has any. */
function explainTerms() {
  explained ??= addNotes();
  const mine = explained;
  mine.catch(() => explained === mine && (explained = undefined));
  return mine;
}

async function addNotes() {
  const page = document.querySelector('#_page');
  const content = page?.firstElementChild;
  if (!page?.querySelector('.term')) return;
  const { Terms } = await import('./terms.js');
  if (!open) return;
  open.terms ??= new Terms(open.portal, fragment);
  const notes = await open.terms.notes(page);
  // Another page may have come meanwhile.
  if (!notes || !content?.isConnected) return;
  page.append(notes);
  if (notes.querySelector('[data-asset]:not(a)')) files().then((assets) => assets?.fill(notes), notice);
}

/** A word was clicked on before its note is there. @param {Element} word */
async function explainTerm(word) {
  asked = word;
  await explainTerms().catch(() => {});
  if (asked !== word) return;
  asked = undefined;
  const id = word.getAttribute('popovertarget') ?? '';
  if (!(word instanceof HTMLElement) || !word.isConnected) return;
  if (document.getElementById(id)) word.click();
  else location.hash = hashFor('/glossary', id.replace('_term-', ''));
}

/** Runs a task when nothing else is to be done; not every browser can tell. @param {() => void} task */
const whenIdle = (task) => setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(task), SETTLED);

/** @param {unknown} error */
function notice(error) {
  const box = document.querySelector('#_notice');
  if (box) box.textContent = say(error instanceof Unreachable ? 'offline_text' : 'file_text');
}

/** Clicks on what is no plain link: lock, print, try again, files. @param {MouseEvent} event */
function act(event) {
  if (!(event.target instanceof Element) || !open) return;
  const menu = event.target.closest('[popover] a')?.closest('[popover]');
  if (menu instanceof HTMLElement && menu.matches(':popover-open')) menu.hidePopover();
  const word = event.target.closest('.term');
  if (word && event.type === 'click' && !document.getElementById(word.getAttribute('popovertarget') ?? '')) return void explainTerm(word);
  const answer = event.target.closest('[data-reply], [data-reply-tool]');
  if (answer) return void replies().then((all) => all?.act(answer)).catch(() => {});
  const target = event.target.closest('[data-action], a[data-asset]');
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  const { action } = target.dataset;
  if (action === 'lock') lock();
  else if (action === 'search') open.shortcuts.open();
  else if (action === 'print') explainTerms().catch(() => {}).then(() => print());
  else if (action === 'again') open.router.arrive(undefined, true);
  else files().then((assets) => assets?.open(target), notice);
}

function lock() {
  session?.lock();
  leave();
}

/** Back to the gate; nothing that was read stays in the page. */
function leave() {
  locks++;
  session?.end();
  if (!open) return;
  open.router.stop();
  open.assets?.end();
  open.shortcuts.end();
  open = undefined;
  fetched = 0;
  // The address names the page that was read.
  history.replaceState(null, '', '#/');
  delete document.documentElement.dataset.away;
  gate.show();
}

/** The page comes out of the back-forward cache: locked, if it was locked meanwhile. */
async function comeBack() {
  if (session && !(await session.alive())) leave();
  delete document.documentElement.dataset.away;
}

/** A tab that comes forward again: its session may be over, its pages may be old. */
async function lookAgain() {
  if (document.hidden || !open) return;
  newDay();
  // What was remembered on this device stays; only the session is over.
  if (session?.over()) return leave();
  if (Date.now() - looked < STALE) return;
  looked = Date.now();
  const { portal, router } = open;
  const before = JSON.stringify([...portal.manifest.pages]);
  await portal.renew().catch(() => {});
  if (open?.portal === portal && before !== JSON.stringify([...portal.manifest.pages])) await router.arrive(scrollY, true);
}

/** Says at the gate why nothing was opened. @param {unknown} error */
function explain(error) {
  if (error instanceof Unreachable) gate.refuse(navigator.onLine ? 'unreachable' : 'offline');
  else gate.refuse((error instanceof Refusal && ANSWERS.get(error.code)) || 'broken', error instanceof Refusal && error.code === 'ended' ? error.detail : '');
  if (!(error instanceof Unreachable || error instanceof Refusal)) throw error;
}
