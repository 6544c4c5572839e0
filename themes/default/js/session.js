// @ts-check
// How long a portal stays open on this device. Keys lie in IndexedDB and cannot be read out of it; which of them is
// this tab's, sessionStorage knows. A browser that keeps nothing (private windows) still works, until the reload.

import { fromBase64, toBase64 } from './opener.js';

/**
 * @typedef {import('./opener.js').Opened} Opened
 * @typedef {import('./opener.js').Kdf} Kdf
 * @typedef {{u: CryptoKey, kdf: Kdf}} Remembered
 * @typedef {Opened & {id: string, until: number}} Kept  a session: its name, and when it ends
 */

const HOUR = 3_600_000;
const SESSION = 12 * HOUR;
const REMEMBERED = 30 * 24 * HOUR;
/** How long to wait for a tab beside this one to answer, in milliseconds. */
const PATIENCE = 120;
/** Where it is noted how often a portal was locked. */
const LOCKS = 'locks';

/** The hold one portal has in this browser. */
export class Session {
  #portal;
  #slot;
  #channel;
  #id = '';
  #until = Infinity;
  /** Whether this browser keeps the key: where it keeps nothing, nothing can vanish. */
  #kept = false;
  /** What is being kept just now. @type {Promise<unknown> | undefined} */
  #keeping;

  /** @param {string} portal @param {() => void} onLock called when another tab locks */
  constructor(portal, onLock) {
    this.#portal = portal;
    this.#slot = `vestibule/${portal}`;
    this.#channel = new BroadcastChannel(this.#slot);
    this.#channel.addEventListener('message', ({ data }) => {
      if (data.ask && this.#id) this.#channel.postMessage({ here: this.#id });
      if (data.lock) {
        this.#drop();
        onLock();
      }
    });
  }

  /**
   * How often the portal was locked so far: asked for when opening it begins, so that nothing is kept of what was locked
   * before it was open.
   * @returns {Promise<number>}
   */
  async locks() {
    return (await this.#get(LOCKS))?.count ?? 0;
  }

  /**
   * Keeps a key, so that a tab is open over a reload; under a name of its own, for tabs beside it may read as other people.
   * @param {Opened} opened @param {number} epoch @param {Promise<number>} locks when opening began @returns {Kept}
   */
  begin({ audience, key }, epoch, locks) {
    const id = crypto.randomUUID();
    const until = Date.now() + SESSION;
    this.#keeping = locks.then((count) => this.#put(id, { audience, key, epoch, until }, count));
    return { audience, key, id, until };
  }

  /** From now on this session is the tab's. @param {Kept} session */
  async resume({ id, until }) {
    this.#take(id, until);
    await this.#keeping;
    const kept = Boolean(await this.#get(id));
    if (this.#id === id) this.#kept = kept;
  }

  /** This tab closes; tabs beside it stay as they are. */
  end() {
    this.#drop();
  }

  /** What this tab, or one beside it, already has for that epoch. @param {number} epoch @returns {Promise<Kept | undefined>} */
  async find(epoch) {
    await this.#sweep();
    const id = stored(this.#slot) || (await this.#ask());
    const kept = id && (await this.#get(id));
    return kept?.epoch === epoch ? { audience: kept.audience, key: kept.key, id, until: kept.until } : undefined;
  }

  /** Whether the session has run out. */
  over() {
    return Date.now() > this.#until;
  }

  /** Whether the session, if one was begun, was neither locked in another tab nor has run out. */
  async alive() {
    await this.#sweep();
    return !this.#id || !this.#kept || Boolean(await this.#get(this.#id));
  }

  /** Remembers U on this device, for thirty days from now. @param {Remembered} remembered @param {Promise<number>} locks when opening began */
  async remember({ u, kdf: { name, iterations, salt } }, locks) {
    await this.#put('remembered', { u, name, iterations, salt: toBase64(salt), until: Date.now() + REMEMBERED }, await locks);
  }

  /** @returns {Promise<Remembered | undefined>} */
  async recall() {
    const kept = await this.#get('remembered');
    return kept && { u: kept.u, kdf: { name: kept.name, iterations: kept.iterations, salt: fromBase64(kept.salt) } };
  }

  /** Forgets every key of this portal, here and in every other tab, and what was answered in it. */
  async lock() {
    this.#drop();
    await keys('readwrite', (store) => this.#counted(store, (count) => {
      store.delete(IDBKeyRange.bound(`${this.#portal}/`, `${this.#portal}/\uffff`));
      store.put({ count: count + 1, until: Date.now() + REMEMBERED }, `${this.#portal}/${LOCKS}`);
    }));
    keepAnswers(this.#portal, '');
    // Last: whoever found a key before it was deleted hears of it now.
    this.#channel.postMessage({ lock: true });
  }

  /** @param {string} id @param {number} until */
  #take(id, until) {
    this.#id = id;
    this.#until = until;
    try {
      sessionStorage.setItem(this.#slot, id);
    } catch {} // storage is switched off: the session ends with the page
  }

  #drop() {
    this.#id = '';
    this.#until = Infinity;
    this.#kept = false;
    try {
      sessionStorage.removeItem(this.#slot);
    } catch {}
  }

  /** @returns {Promise<string>} */
  #ask() {
    return new Promise((resolve) => {
      const hear = (/** @type {MessageEvent} */ { data }) => data.here && finish(data.here);
      const finish = (/** @type {string} */ id) => {
        this.#channel.removeEventListener('message', hear);
        resolve(id);
      };
      this.#channel.addEventListener('message', hear);
      this.#channel.postMessage({ ask: true });
      setTimeout(finish, PATIENCE, '');
    });
  }

  /** @param {string} name */
  #get(name) {
    return keys('readonly', (store) => store.get(`${this.#portal}/${name}`));
  }

  /** Keeps something, unless the portal was locked since. @param {string} name @param {object} value @param {number} locks */
  #put(name, value, locks) {
    return keys('readwrite', (store) => this.#counted(store, (count) => count === locks && store.put(value, `${this.#portal}/${name}`)));
  }

  /** Goes on, in the same transaction, with how often the portal was locked. @param {IDBObjectStore} store @param {(count: number) => unknown} then */
  #counted(store, then) {
    const asked = store.get(`${this.#portal}/${LOCKS}`);
    asked.addEventListener('success', () => then(asked.result?.count ?? 0));
    return asked;
  }

  /** Deletes what has run out, of every portal of this origin. */
  #sweep() {
    return keys('readwrite', (store) => {
      const walk = store.openCursor();
      walk.addEventListener('success', () => {
        if (walk.result && !(walk.result.value.until > Date.now())) walk.result.delete();
        walk.result?.continue();
      });
      return walk;
    });
  }
}

/** What this device remembers of the answers given in a portal, as `replies.js` writes it. @param {string} portal */
export function answersOf(portal) {
  try {
    return localStorage.getItem(`vestibule/${portal}/answers`) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} portal @param {string} text empty to forget them */
export function keepAnswers(portal, text) {
  try {
    if (text) localStorage.setItem(`vestibule/${portal}/answers`, text);
    else localStorage.removeItem(`vestibule/${portal}/answers`);
  } catch {} // storage is switched off: they are remembered until the page is left
}

/** @param {string} name */
function stored(name) {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

/**
 * One request on the store of keys; undefined where the browser keeps nothing.
 * @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} use @returns {Promise<any>}
 */
async function keys(mode, use) {
  try {
    const opening = indexedDB.open('vestibule', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('keys'));
    await settled(opening, 'success');
    const transaction = opening.result.transaction('keys', mode);
    const request = use(transaction.objectStore('keys'));
    await settled(transaction, 'complete').finally(() => opening.result.close());
    return request.result;
  } catch {
    return undefined;
  }
}

/** @param {EventTarget} target @param {string} event @returns {Promise<void>} */
const settled = (target, event) =>
  new Promise((resolve, reject) => {
    target.addEventListener(event, () => resolve());
    for (const failure of ['error', 'abort', 'blocked']) target.addEventListener(failure, reject);
  });
