// @ts-check
// The published portal: fetches its files and opens them. A missing or bad box makes it read access.json and
// the manifest again, once: a new version may have been published while this one was being read.

import { early } from './early.js';
import { Refusal, manifestName, openAsset, openBox, openManifest, readAccess } from './opener.js';

/**
 * @typedef {import('./opener.js').Access} Access
 * @typedef {import('./opener.js').Opened} Opened
 * @typedef {import('./opener.js').Manifest} Manifest
 * @typedef {import('./opener.js').Ref} Ref
 * @typedef {{html: string, box: string}} Frame
 * @typedef {(path: string, cache: RequestCache) => Promise<import('./opener.js').Bytes>} Read
 */

/** The host did not answer: offline, or out of order. */
export class Unreachable extends Error {}

/** How long a host may keep silent, in milliseconds. */
const PATIENCE = 20_000;

/** One published file. Throws `missing` or Unreachable. @type {Read} */
export async function readFile(path, cache) {
  const begun = cache === 'no-cache' ? early(path) : undefined;
  const silence = begun?.silence ?? new AbortController();
  let timer = setTimeout(() => silence.abort(), PATIENCE);
  try {
    const anew = () => fetch(path, { cache, signal: silence.signal });
    const answer = await (begun ? begun.answer.catch(anew) : anew());
    if ([403, 404, 410].includes(answer.status)) throw new Refusal('missing', path);
    if (!answer.ok || !answer.body) throw new Unreachable(path);
    const heard = new TransformStream({
      transform(chunk, out) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), PATIENCE);
        out.enqueue(chunk);
      },
    });
    return new Uint8Array(await new Response(answer.body.pipeThrough(heard)).arrayBuffer());
  } catch (error) {
    throw error instanceof Refusal ? error : new Unreachable(path);
  } finally {
    clearTimeout(timer);
  }
}

/** How many pages that were read are kept, so that going back to one costs nothing. */
const KEPT = 40;

/** @param {Read} read @param {RequestCache} [cache] */
export const fetchAccess = async (read, cache = 'no-cache') => readAccess(await read('access.json', cache));

/** An open portal. */
export class Portal {
  #read;
  /** @type {Promise<void> | undefined} */
  #renewal;
  /** Pages that were read, by their boxes, the last one last. @type {Map<string, Promise<string>>} */
  #pages = new Map();

  /** @param {Read} read @param {Access} access @param {Opened} opened @param {Manifest} manifest */
  constructor(read, access, opened, manifest) {
    this.#read = read;
    this.access = access;
    this.opened = opened;
    this.manifest = manifest;
    /** Asked for the audience key of a new epoch; refuses unless somebody knows it. @type {(access: Access) => Promise<Opened>} */
    this.rekey = async () => {
      throw new Refusal('manifest-epoch');
    };
  }

  /** @param {Read} read @param {Access} access @param {Opened} opened */
  static async open(read, access, opened) {
    return new Portal(read, access, opened, await fetchManifest(read, access, opened));
  }

  /** The frame's HTML, and the box that it came from. @returns {Promise<Frame>} */
  frame() {
    return this.#open(async (cache) => {
      const { frame } = this.manifest;
      return { html: await this.#text('frame', '', frame, cache), box: frame[0] };
    });
  }

  /** A page, and by which manifest; or undefined where there is none of that path. @param {string} path */
  async page(path) {
    if (!this.manifest.pages.has(path)) await this.renew();
    return this.#open(async (cache) => {
      const { manifest } = this;
      const page = manifest.pages.get(path);
      return page && { title: page.title, html: await this.#page(path, page.ref, cache), manifest };
    });
  }

  /** @param {string} path @param {Ref} ref @param {RequestCache} cache */
  #page(path, ref, cache) {
    const [box] = ref;
    const page = this.#pages.get(box) ?? this.#text('page', path, ref, cache);
    this.#pages.delete(box);
    this.#pages.set(box, page);
    page.catch(() => this.#pages.delete(box));
    for (const [oldest] of this.#pages) if (this.#pages.size > KEPT) this.#pages.delete(oldest);
    return page;
  }

  /** The contents of a shard of the search index. @param {number} number counted from 1 */
  search(number) {
    return this.#open(async (cache) => {
      const ref = this.manifest.search[number - 1];
      if (!ref) throw new Refusal('missing', `search ${number}`);
      return openBox(this.access, 'search', String(number), ref, await this.#read(`b/${ref[0]}`, cache));
    });
  }

  /** The parts of a file. @param {string} name */
  asset(name) {
    return this.#open(async (cache) => {
      const asset = this.manifest.assets.get(name);
      if (!asset) throw new Refusal('missing', name);
      return openAsset(this.access, asset, (box) => this.#read(`b/${box}`, cache));
    });
  }

  /** Reads access.json and the manifest again, whatever a cache thinks of them. */
  renew() {
    this.#renewal ??= this.#reread().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  /** The same, and not with what is being read already: that may have begun before something newer was there. */
  async renewLater() {
    await this.#renewal?.catch(() => {});
    return this.renew();
  }

  async #reread() {
    const access = await fetchAccess(this.#read, 'reload');
    const { portal, epoch } = this.access;
    const opened = access.portal === portal && access.epoch === epoch ? this.opened : await this.rekey(access);
    this.manifest = await fetchManifest(this.#read, access, opened, 'reload');
    this.access = access;
    this.opened = opened;
  }

  /** @template T @param {(cache: RequestCache) => Promise<T>} task @returns {Promise<T>} */
  async #open(task) {
    try {
      return await task('default');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.renew();
      return task('reload');
    }
  }

  /** @param {'page' | 'frame'} kind @param {string} name @param {Ref} ref @param {RequestCache} cache */
  async #text(kind, name, ref, cache) {
    const box = await this.#read(`b/${ref[0]}`, cache);
    return new TextDecoder().decode(await openBox(this.access, kind, name, ref, box));
  }
}

/** @param {Read} read @param {Access} access @param {Opened} opened @param {RequestCache} [cache] */
async function fetchManifest(read, access, opened, cache = 'no-cache') {
  return openManifest(access, opened, await read(`m/${await manifestName(opened.key)}`, cache));
}
