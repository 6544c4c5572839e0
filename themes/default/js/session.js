// @ts-check
// How long a portal stays open on this device. Keys lie in IndexedDB and cannot be read out of it; which of them is
// this tab's, sessionStorage knows. A browser that keeps nothing (private windows) still works, until the reload.

import { fromBase64, toBase64 } from './opener.js';

/**
 * @typedef {import('./opener.js').Opened} Opened
 * @typedef {import('./opener.js').Kdf} Kdf
 * @typedef {{u: CryptoKey, kdf: Kdf}} Remembered
 */

const HOUR = 3_600_000;
const SESSION = 12 * HOUR;
const REMEMBERED = 30 * 24 * HOUR;
/** How long to wait for a tab beside this one to answer, in milliseconds. */
const PATIENCE = 120;

/** The hold one portal has in this browser. */
export class Session {
  #portal;
  #slot;
  #channel;
  #id = '';
  #until = Infinity;
  /** Whether this browser keeps the key: where it keeps nothing, nothing can vanish. */
  #kept = false;

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

  /** Keeps this tab open over a reload; under a name of its own, for tabs beside it may read as other people. @param {Opened} opened @param {number} epoch */
  async begin({ audience, key }, epoch) {
    const until = Date.now() + SESSION;
    const id = crypto.randomUUID();
    this.#take(id, until);
    const kept = await this.#put(id, { audience, key, epoch, until });
    this.#kept = kept !== undefined;
  }

  /** This tab closes; tabs beside it stay as they are. */
  end() {
    this.#drop();
  }

  /** The key this tab, or one beside it, already has for that epoch. @param {number} epoch @returns {Promise<Opened | undefined>} */
  async resume(epoch) {
    await this.#sweep();
    const id = stored(this.#slot) || (await this.#ask());
    const kept = id && (await this.#get(id));
    if (!kept || kept.epoch !== epoch) return undefined;
    this.#take(id, kept.until);
    this.#kept = true;
    return { audience: kept.audience, key: kept.key };
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

  /** Remembers U on this device, for thirty days from now. @param {Remembered} remembered */
  async remember({ u, kdf: { name, iterations, salt } }) {
    await this.#put('remembered', { u, name, iterations, salt: toBase64(salt), until: Date.now() + REMEMBERED });
  }

  /** @returns {Promise<Remembered | undefined>} */
  async recall() {
    const kept = await this.#get('remembered');
    return kept && { u: kept.u, kdf: { name: kept.name, iterations: kept.iterations, salt: fromBase64(kept.salt) } };
  }

  /** Forgets every key of this portal, here and in every other tab, and what was answered in it. */
  async lock() {
    this.#drop();
    keepAnswers(this.#portal, '');
    this.#channel.postMessage({ lock: true });
    await keys('readwrite', (store) => store.delete(IDBKeyRange.bound(`${this.#portal}/`, `${this.#portal}/\uffff`)));
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

  /** @param {string} name @param {object} value */
  #put(name, value) {
    return keys('readwrite', (store) => store.put(value, `${this.#portal}/${name}`));
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
