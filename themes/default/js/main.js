// @ts-check
// Wires the gate, the session and the open portal together.

import { dayIn, inWords } from './day.js';
import { expect, forget } from './early.js';
import { Gate } from './gate.js';
import { Refusal, importAudience, manifestName, openDoor, openSlot, strictGunzip } from './opener.js';
import { Reading } from './reading.js';
import { parseHash } from './router.js';
import { Session } from './session.js';
import { portalStyles } from './styles.js';
import { Portal, Unreachable, fetchAccess, readFile } from './store.js';

/**
 * @typedef {import('./opener.js').Access} Access
 * @typedef {import('./opener.js').Opened} Opened
 * @typedef {() => Promise<{audience: string, key: string}>} Preview  set by the preview server's script, which runs first
 * @typedef {{opened: Opened, keep: () => void}} Way  a way in, and what makes it this tab's, once it has led somewhere
 */

/** How old access.json may be when a passphrase is tried, in milliseconds. */
const FRESH = 60_000;
/** When the making of a key is well under way, in milliseconds. */
const WARMING = 20;
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
/** @type {Reading | undefined} */
let open;
let looked = Date.now();
/** Whether something newer was heard of before there was anything to renew. */
let stale = false;
/** How often this tab was locked: what was being opened meanwhile stays closed. */
let locks = 0;
/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

begin();

async function begin() {
  if (!globalThis.crypto?.subtle) return gate.closed(globalThis.isSecureContext ? 'unsupported' : 'insecure');
  if (!globalThis.DecompressionStream || !globalThis.BroadcastChannel) return gate.closed('unsupported');
  addEventListener('pagehide', () => (document.documentElement.dataset.away = ''));
  addEventListener('pageshow', ({ persisted }) => persisted && comeBack());
  addEventListener('hashchange', tryLink);
  // The preview's script says when what is shown may be old.
  addEventListener('vestibule:renew', () => (open ? open.renew() : (stale = true)));
  document.addEventListener('visibilitychange', lookAgain);
  everyMinute();
  // Both are started here; whoever needs them hears of a failure.
  current().catch(() => {});
  styled().catch(() => {});
  if (await tryLink()) return;
  try {
    await twice(async () => {
      const before = locks;
      const way = await known();
      if (gate.busy) return; // the reader was faster
      if (way) return enter(way, before);
      forget();
      gate.ready();
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

/** A key that needs no passphrase: the preview's, this session's, or the one remembered on this device. @returns {Promise<Way | undefined>} */
async function known() {
  const previewed = await preview();
  if (previewed) return previewed;
  const from = await current();
  const mine = sessionOf(from);
  const since = mine.locks();
  const kept = await mine.find(from.epoch);
  return kept ? { opened: kept, keep: () => mine.resume(kept) } : recall(from, since);
}

/** @returns {Promise<Way | undefined>} */
async function preview() {
  const ask = /** @type {{vestibulePreview?: Preview}} */ (globalThis).vestibulePreview;
  if (typeof ask !== 'function') return undefined;
  const { audience, key } = await ask();
  return { opened: await importAudience(audience, key), keep() {} };
}

/** @param {Access} from @param {Promise<number>} since how often it was locked before @returns {Promise<Way | undefined>} */
async function recall(from, since) {
  const mine = sessionOf(from);
  const kept = await mine.recall();
  if (!kept) return undefined;
  try {
    return wayOf(from, await openSlot(from, kept.kdf, kept.u), since, kept);
  } catch (error) {
    await mine.lock();
    if (error instanceof Refusal && error.code === 'wrong-passphrase') return undefined;
    throw error;
  }
}

/** @param {Access} from @param {Opened} opened @param {Promise<number>} since @param {import('./session.js').Remembered} [remembered] @returns {Way} */
function wayOf(from, opened, since, remembered) {
  const mine = sessionOf(from);
  // Kept while the portal is on its way: whoever closes the tab as soon as it is there is remembered all the same.
  if (remembered) mine.remember(remembered, since);
  const kept = mine.begin(opened, from.epoch, since);
  return { opened, keep: () => mine.resume(kept) };
}

/** The key of another epoch, for a portal that is open. Whoever may not read it any more goes back to the gate. @param {Access} from @param {Portal} portal */
async function rekey(from, portal) {
  const before = locks;
  try {
    const way = (await preview()) ?? (await recall(from, sessionOf(from).locks()));
    if (locks !== before) throw new Unreachable('locked');
    // Somebody else's key may be remembered on this device.
    if (way?.opened.audience !== portal.opened.audience) throw new Refusal('manifest-epoch');
    way.keep();
    return way.opened;
  } catch (error) {
    if (open?.portal === portal) failed(error);
    throw error;
  }
}

/** Opens with the key in a link, which leaves the address at once. */
async function tryLink() {
  const [, key] = /^#key=(.*)$/.exec(location.hash) ?? [];
  if (key === undefined) return false;
  history.replaceState(null, '', open?.address ?? '#/');
  if (!open && !gate.busy) await unlock(key, false, 'link');
  return true;
}

/** @param {string} passphrase @param {boolean} remember @param {string} [wrong] what to say if it opens nothing */
async function unlock(passphrase, remember, wrong = 'wrong') {
  gate.working();
  setTimeout(warmUp, WARMING);
  try {
    await twice(async () => {
      const before = locks;
      const from = await current();
      const since = sessionOf(from).locks();
      const door = await openDoor(from, passphrase);
      await enter(wayOf(from, door, since, remember ? door : undefined), before);
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

/** Shows the portal. @param {Way} way @param {number} before how often this tab was locked when opening it began */
async function enter({ opened, keep }, before) {
  const portal = await Portal.open(readFile, await current(), opened);
  portal.rekey = (from) => rekey(from, portal);
  // The first page is fetched beside the frame, not after it.
  const path = parseHash(location.hash).path ?? '/';
  const first = portal.page(path);
  // All of it is put in place at once: a frame that is laid out before its page is there is laid out twice.
  // Nor after what knows, on a reload, where the reader was.
  const places = history.state?.key ? import('./places.js') : undefined;
  const [frame, sheet] = await Promise.all([portal.frame(), styled(), first.catch(() => {}), places?.catch(() => {})]);
  document.adoptedStyleSheets = [sheet];
  if (open) return;
  if (locks !== before) return gate.show();
  open = new Reading(portal, { remembers: Boolean(session), lock, failed });
  gate.forget();
  // Not of a way that another one overtook.
  keep();
  manifestName(opened.key).then((name) => open?.portal === portal && expect(name));
  await open.begin(frame, path, first);
  if (stale) open?.renew();
  stale = false;
}

/** A page could not be read: for those who may read nothing any more, the gate says why. @param {unknown} error */
function failed(error) {
  if (!(error instanceof Refusal) || !['manifest-epoch', 'ended'].includes(error.code)) return;
  leave();
  explain(error);
}

/** Looks at every full minute for a new day, and whether the session is over: one timer until midnight would stand still while the computer sleeps. */
function everyMinute() {
  if (session?.over()) leave();
  open?.newDay();
  setTimeout(everyMinute, 60_000 - (Date.now() % 60_000));
}

function lock() {
  session?.lock();
  leave();
}

/** Back to the gate; nothing that was read stays in the page. */
function leave() {
  locks++;
  session?.end();
  forget();
  if (!open) return;
  open.end();
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
  open.newDay();
  // What was remembered on this device stays; only the session is over.
  if (session?.over()) return leave();
  if (Date.now() - looked < STALE) return;
  looked = Date.now();
  await open.renew();
}

/** Says at the gate why nothing was opened. @param {unknown} error */
function explain(error) {
  forget();
  if (error instanceof Unreachable) gate.refuse(navigator.onLine ? 'unreachable' : 'offline');
  else gate.refuse((error instanceof Refusal && ANSWERS.get(error.code)) || 'broken', error instanceof Refusal && error.code === 'ended' ? error.detail : '');
  if (!(error instanceof Unreachable || error instanceof Refusal)) throw error;
}
