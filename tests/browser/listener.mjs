// Listens to a preview as its pages do, and opens its portals with the key that they get, without a browser.

import { Agent, get } from 'node:http';
import { createInterface } from 'node:readline';
import { importAudience } from '../../themes/default/js/opener.js';
import { Portal, fetchAccess } from '../../themes/default/js/store.js';

/** @typedef {{run: string, generation: number, shell: string | null, problems: {message: string, file: string}[]}} State */

/** What a preview tells the pages of a portal. */
export class Listener {
  /** What was told and not yet asked for, with the moment. @type {{state: State, at: number}[]} */
  #told = [];
  /** @type {(() => void) | undefined} */
  #wake;

  /** @param {import('node:http').IncomingMessage} answer */
  constructor(answer) {
    this.answer = answer;
    // Whoever leaves hears no end.
    createInterface({ input: answer.on('error', () => {}) }).on('error', () => {}).on('line', (line) => {
      if (!line.startsWith('data: ')) return;
      this.#told.push({ state: JSON.parse(line.slice(6)), at: performance.now() });
      this.#wake?.();
    });
  }

  /** @param {string} url of the preview @param {string} address of the portal @returns {Promise<Listener>} */
  static to(url, address) {
    return new Promise((resolve, reject) => {
      get(`${url}_preview/events/${address}`, { agent: false }, (answer) => resolve(new Listener(answer))).on('error', reject);
    });
  }

  /** The next state, and when it was told. */
  async next() {
    while (!this.#told.length) await new Promise((resolve) => (this.#wake = () => resolve(undefined)));
    return /** @type {{state: State, at: number}} */ (this.#told.shift());
  }

  /** The first state from now on of which this is true. @param {(state: State) => unknown} is */
  async until(is) {
    for (;;) {
      const told = await this.next();
      if (await is(told.state)) return told;
    }
  }

  /** What was told so far is nobody's business any more. */
  forget() {
    this.#told = [];
  }

  leave() {
    this.answer.destroy();
  }
}

/** One of a preview's portals, open. */
export class OpenPortal {
  #agent = new Agent({ keepAlive: true });
  /** @type {{audience: string, key: string} | undefined} */
  #key;

  /** @param {string} url of the preview @param {string} address of the portal */
  constructor(url, address) {
    this.url = url;
    this.address = address;
  }

  /** The portal as it is served now. Pages are read when they are asked for. */
  async now() {
    const read = (/** @type {string} */ path) => this.read(`${this.address}/${path}`);
    this.#key ??= JSON.parse(Buffer.from(await this.read(`_preview/key/${this.address}`)).toString());
    const { audience, key } = /** @type {{audience: string, key: string}} */ (this.#key);
    return Portal.open(read, await fetchAccess(read), await importAudience(audience, key));
  }

  /** @param {string} path @returns {Promise<Uint8Array>} */
  read(path) {
    return new Promise((resolve, reject) => {
      get(this.url + path, { agent: this.#agent }, (answer) => {
        /** @type {Buffer[]} */
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => (answer.statusCode === 200 ? resolve(new Uint8Array(Buffer.concat(parts))) : reject(new Error(`${answer.statusCode} for ${path}`))));
      }).on('error', reject);
    });
  }

  leave() {
    this.#agent.destroy();
  }
}
