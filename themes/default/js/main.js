// @ts-check
// Wires the gate, the session and the open portal together.

import { Assets } from './assets.js';
import { Gate } from './gate.js';
import { Refusal, importAudience, openDoor, openSlot } from './opener.js';
import { phrase, pickLanguage } from './phrases.js';
import { Router, parseHash } from './router.js';
import { Session } from './session.js';
import { Portal, Unreachable, fetchAccess, readFile } from './store.js';

/**
 * @typedef {import('./opener.js').Access} Access
 * @typedef {import('./opener.js').Opened} Opened
 * @typedef {() => Promise<{audience: string, key: string}>} Preview  set by the preview server's script, which runs first
 */

/** How old access.json may be when a passphrase is tried, in milliseconds. */
const FRESH = 60_000;
/** How long a portal may lie in a background tab before it looks for something newer. */
const STALE = 600_000;

const gate = new Gate(unlock);
/** @type {Promise<Access>} */
let access;
let fetched = 0;
/** @type {Session | undefined} */
let session;
/** @type {{portal: Portal, router: Router, assets: Assets} | undefined} */
let open;

begin();

async function begin() {
  if (!globalThis.crypto?.subtle) return gate.closed(globalThis.isSecureContext ? 'unsupported' : 'insecure');
  if (!globalThis.DecompressionStream || !globalThis.BroadcastChannel) return gate.closed('unsupported');
  addEventListener('pagehide', () => (document.documentElement.dataset.away = ''));
  addEventListener('pageshow', ({ persisted }) => persisted && back());
  document.addEventListener('visibilitychange', lookAgain);
  addEventListener('hashchange', () => !open && tryLink());
  document.addEventListener('click', act);
  document.addEventListener('auxclick', (event) => event.button === 1 && act(event));
  current().catch(() => {}); // starts it; whoever needs it hears of a failure
  if (await tryLink()) return;
  try {
    const opened = await known();
    if (gate.busy) return; // the reader was faster
    if (opened) await enter(opened);
    else gate.ready();
  } catch (error) {
    if (!gate.busy) explain(error);
  }
}

/** access.json, fetched anew where it may be out of date. */
function current() {
  if (Date.now() - fetched > FRESH) {
    access = fetchAccess(readFile);
    fetched = Date.now();
    access.catch(() => (fetched = 0));
  }
  return access;
}

/** @param {Access} from */
function sessionOf({ portal }) {
  return (session ??= new Session(portal, leave));
}

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
  const kept = await sessionOf(from).recall();
  if (!kept) return undefined;
  try {
    const opened = await openSlot(from, kept.kdf, kept.u);
    await sessionOf(from).remember(kept);
    return opened;
  } catch (error) {
    await sessionOf(from).lock();
    if (error instanceof Refusal && error.code === 'wrong-passphrase') return undefined;
    throw error;
  }
}

/** Opens with the key in a link, which leaves the address at once. */
async function tryLink() {
  const key = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (!key) return false;
  history.replaceState(null, '', '#/');
  await unlock(key, false, 'link');
  return true;
}

/** @param {string} passphrase @param {boolean} remember @param {string} [wrong] what to say if it opens nothing */
async function unlock(passphrase, remember, wrong = 'wrong') {
  gate.working();
  try {
    const from = await current();
    const door = await openDoor(from, passphrase);
    // What is kept for later must not hold up what is shown now.
    sessionOf(from).begin(door, from.epoch);
    if (remember) sessionOf(from).remember(door);
    await enter(door);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'wrong-passphrase') {
      fetched = 0;
      gate.refuse(wrong);
    } else explain(error);
  }
}

/** Shows the portal. @param {Opened} opened */
async function enter(opened) {
  const portal = await Portal.open(readFile, await current(), opened);
  portal.rekey = async (from) => {
    const again = await recall(from);
    if (!again) throw new Refusal('manifest-epoch');
    sessionOf(from).begin(again, from.epoch);
    return again;
  };
  const assets = new Assets(portal, notice);
  const first = parseHash(location.hash).path ?? '/';
  const ready = pageOf(portal, first); // beside the frame, not after it
  ready.catch(() => {});
  mount(portal, await portal.frame());
  let before = /** @type {Promise<PageOf> | undefined} */ (ready);
  const router = new Router(async (path) => {
    const page = await (path === first && before ? before : pageOf(portal, path)).catch(troubled);
    before = undefined;
    return () => put(portal, assets, path, page);
  });
  open = { portal, router, assets };
  sessionOf(portal.access);
  await router.arrive(history.state?.scroll);
}

/** @typedef {{title: string, content: Node[]}} PageOf */

/** @param {Portal} portal @param {string} path @returns {Promise<PageOf>} */
async function pageOf(portal, path) {
  const page = await portal.page(path);
  return page ? { title: page.title, content: fragment(page.html) } : message('unknown');
}

/** @param {unknown} error @returns {PageOf} */
function troubled(error) {
  if (error instanceof Refusal && ['manifest-epoch', 'ended', 'wrong-passphrase'].includes(error.code)) {
    leave();
    explain(error);
  }
  return message(error instanceof Unreachable ? 'offline' : 'unreadable');
}

/** A page of our own: what is not here, and the way on. @param {string} key @returns {PageOf} */
function message(key) {
  const title = say(`${key}_title`);
  const box = document.createElement('div');
  box.className = 'sheet message';
  const heading = box.appendChild(document.createElement('h1'));
  heading.textContent = title;
  box.appendChild(document.createElement('p')).textContent = say(`${key}_text`);
  const way = box.appendChild(document.createElement('p'));
  const link = way.appendChild(document.createElement('a'));
  link.href = key === 'unknown' ? '#/' : location.hash;
  link.textContent = say(key === 'unknown' ? 'home' : 'again');
  if (key !== 'unknown') link.dataset.action = 'again';
  return { title, content: [box] };
}

/** Replaces the gate by the portal's frame. @param {Portal} portal @param {string} html */
function mount({ manifest }, html) {
  gate.hide();
  document.body.replaceChildren(...fragment(html));
  document.documentElement.lang = manifest.language;
  document.documentElement.dir = document.querySelector('[data-dir]')?.getAttribute('data-dir') ?? '';
}

/** Puts a page in place. @param {Portal} portal @param {Assets} assets @param {string} path @param {PageOf} page */
function put({ manifest }, assets, path, { title, content }) {
  const main = document.querySelector('#page');
  if (!main) return;
  assets.release();
  main.replaceChildren(...content);
  assets.fill(main);
  document.title = path === '/' ? manifest.title : `${title} · ${manifest.title}`;
  for (const link of document.querySelectorAll('nav a[href^="#/"]')) {
    const paths = [parseHash(link.getAttribute('href') ?? '').path, ...(link.getAttribute('data-covers') ?? '').split(' ')];
    const here = paths.some((start) => start && (path === start || (start !== '/' && path.startsWith(`${start}/`))));
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Decrypted HTML as nodes; scripts in it do not run. @param {string} html */
const fragment = (html) => [...document.adoptNode(new DOMParser().parseFromString(html, 'text/html').body).childNodes];

/** A word to the reader of the open portal. @param {string} key */
const say = (key) => phrase(pickLanguage([document.documentElement.lang, ...navigator.languages], gate.language), 'browser', key);

/** @param {unknown} error */
function notice(error) {
  const box = document.querySelector('#notice');
  if (box) box.textContent = say(error instanceof Unreachable ? 'offline_text' : 'file_text');
}

/** Clicks on what is not a plain link: lock, print, try again, files. @param {MouseEvent} event */
function act(event) {
  if (!(event.target instanceof Element) || !open) return;
  const menu = event.target.closest('[popover] a')?.closest('[popover]');
  if (menu instanceof HTMLElement && menu.matches(':popover-open')) menu.hidePopover();
  const target = event.target.closest('[data-action], a[data-asset]');
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  const { action } = target.dataset;
  if (action === 'lock') lock();
  else if (action === 'print') print();
  else if (action === 'again') open.router.arrive(undefined, true);
  else open.assets.open(target);
}

async function lock() {
  const ended = session?.lock();
  leave();
  await ended;
}

/** Back to the gate; nothing that was read stays in the page. */
function leave() {
  if (!open) return;
  open.router.stop();
  open.assets.release();
  open = undefined;
  fetched = 0;
  delete document.documentElement.dataset.away;
  gate.show();
}

/** The page comes back from the back-forward cache: locked, if it was locked meanwhile. */
async function back() {
  if (open && session && !(await session.alive())) leave();
  delete document.documentElement.dataset.away;
}

let looked = Date.now();

/** A tab that comes forward again: its session may have run out, its pages may be old. */
async function lookAgain() {
  if (document.hidden || !open || Date.now() - looked < STALE) return;
  looked = Date.now();
  const { portal, router } = open;
  if (session && !(await session.alive())) return leave();
  const before = portal.manifest;
  await portal.renew().catch(() => {});
  if (open?.portal === portal && JSON.stringify([...before.pages]) !== JSON.stringify([...portal.manifest.pages])) await router.arrive(scrollY, true);
}

/** Says at the gate why nothing was opened. @param {unknown} error */
function explain(error) {
  if (error instanceof Unreachable) return gate.refuse(navigator.onLine ? 'unreachable' : 'offline');
  if (!(error instanceof Refusal)) throw error;
  const known = { 'empty-passphrase': 'empty', ended: 'ended', version: 'version', 'manifest-version': 'version', 'manifest-epoch': 'renewed' };
  gate.refuse(Object.entries(known).find(([code]) => code === error.code)?.[1] ?? 'broken', error.detail ? { date: error.detail } : {});
}
