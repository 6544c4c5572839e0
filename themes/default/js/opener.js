// @ts-check
// Opens a sealed portal (docs/sealed-format.md, version 1). Pure: no DOM, no network, no storage.
// Runs in browsers and in Node; every refusal carries one of the format's stable codes.

/**
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 * @typedef {{name: string, iterations: number, salt: Bytes}} Kdf
 * @typedef {{portal: string, epoch: number, kdf: Kdf[], slots: Map<string, string>}} Access
 * @typedef {[name: string, key: string]} Ref
 * @typedef {{type: string, size: number, parts: Ref[]}} Asset
 * @typedef {{title: string, language: string, timezone: string, frame: Ref, search: Ref[],
 *   pages: Map<string, {title: string, ref: Ref}>, assets: Map<string, Asset>}} Manifest
 * @typedef {{audience: string, key: CryptoKey}} Opened  an audience and its key AK, as a key for HKDF
 */

/** A portal, box or passphrase that is not what the format says. `detail` is for the reader (a date), where there is one. */
export class Refusal extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}

const MIB = 1 << 20;
const PART_LIMIT = 4 * MIB;
const BOX_LIMIT = 64 * MIB;
const NO_BYTES = new Uint8Array(0);

/** @param {unknown} ok @param {string} code @param {string} [detail] @returns {asserts ok} */
function need(ok, code, detail) {
  if (!ok) throw new Refusal(code, detail);
}

// ---- Text and numbers

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

/** @param {Bytes} bytes */
export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {Bytes} bytes */
export const toBase64 = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');

/** The bytes of base64url in its one canonical spelling; anything else is refused. @param {string} text */
export function fromBase64(text) {
  need(!/[^\w-]/.test(text) && text.length % 4 !== 1, 'base64');
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  need(toBase64(bytes.subarray(-(bytes.length % 3 || 3))) === text.slice(-(text.length % 4 || 4)), 'base64');
  return bytes;
}

/** The size of a frame for `length` bytes (Padmé). @param {number} length */
export function padme(length) {
  if (length < 2) return length;
  const exponent = length < 2 ** 32 ? 31 - Math.clz32(length) : 63 - Math.clz32(length / 2 ** 32);
  const unit = 2 ** (exponent - (32 - Math.clz32(exponent)));
  return Math.ceil(length / unit) * unit;
}

/** What a typed passphrase stands for: phones capitalise, space and hyphenate. @param {string} text */
export function normalPassphrase(text) {
  const plain = text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').normalize('NFKC').replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
  need(plain, 'empty-passphrase');
  const words = plain.replace(/[\t-\r \-\u2010-\u2015\u2212]+/g, '-').replace(/[A-Z]+/g, (run) => run.toLowerCase());
  return /^[a-z]+(-[a-z]+){4,}$/.test(words) ? words : plain;
}

/**
 * JSON as the format wants it. A number that is not written in plain digits (1.0, 1e0, -1) is read as null,
 * so that it fails the check of the field it stands in; half a surrogate pair is refused.
 * @param {Bytes | string} source @param {string} code @returns {unknown}
 */
function readJson(source, code) {
  try {
    const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source);
    const value = JSON.parse(text);
    const plain = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => (/^"|^\d+$/.test(token) ? token : 'null'));
    if (/\\u[dD][89a-fA-F]/.test(text)) need(!/\p{Cs}/u.test(strings(value)), code);
    return plain === text ? value : JSON.parse(plain);
  } catch {
    throw new Refusal(code);
  }
}

/** Every key and string in a JSON value. @param {unknown} value @returns {string} */
const strings = (value) =>
  typeof value === 'object' && value ? Object.entries(value).map(([key, item]) => `${key}\n${strings(item)}`).join('\n') : String(value);

/** @param {unknown} value @param {string} code @returns {Record<string, unknown>} */
function object(value, code) {
  need(typeof value === 'object' && value !== null && !Array.isArray(value), code);
  return Object.assign(Object.create(null), value);
}

/** @param {unknown} value @param {number} least @param {number} most @returns {value is number} */
const integer = (value, least, most) => typeof value === 'number' && value >= least && value <= most;

/** @param {unknown} value @param {RegExp} pattern @returns {value is string} */
const matches = (value, pattern) => typeof value === 'string' && pattern.test(value);

const HEX16 = /^[0-9a-f]{32}$/;
const AUDIENCE = /^[a-z0-9-]{1,32}$/;

// ---- access.json

/** Reads `access.json`; every check comes before any key is derived. @param {Bytes | string} source @returns {Access} */
export function readAccess(source) {
  const { v, portal, epoch, epoch_id, kdf, slots } = object(readJson(source, 'not-json'), 'not-json');
  need(v === 1, 'version');
  need(matches(portal, HEX16), 'portal');
  need(integer(epoch, 1, 2 ** 32 - 1) && matches(epoch_id, HEX16), 'epoch');
  return { portal, epoch, kdf: readKdf(kdf), slots: readSlots(slots) };
}

/** @param {unknown} list @returns {Kdf[]} */
function readKdf(list) {
  need(Array.isArray(list) && (list.length === 1 || list.length === 2), 'kdf');
  const entries = list.map((item) => object(item, 'kdf'));
  for (const { name } of entries) need(name === 'PBKDF2-HMAC-SHA-256', 'kdf');
  for (const { iterations } of entries) need(integer(iterations, 600_000, 10_000_000), 'iterations');
  return entries.map(({ name, iterations, salt }) => {
    need(typeof salt === 'string', 'salt');
    const bytes = fromBase64(salt);
    need(bytes.length === 16, 'salt');
    return { name: String(name), iterations: Number(iterations), salt: bytes };
  });
}

/** @param {unknown} list @returns {Map<string, string>} tag → box, still in base64 */
function readSlots(list) {
  need(Array.isArray(list), 'not-json');
  const slots = list.map((item) => object(item, 'not-json'));
  const sizes = slots.map(({ box }) => {
    need(typeof box === 'string', 'not-json');
    return fromBase64(box).length;
  });
  for (const { tag } of slots) need(matches(tag, HEX16), 'slot-tag');
  const map = new Map(slots.map(({ tag, box }) => [String(tag), String(box)]));
  need(map.size === slots.length, 'duplicate-tag');
  need(slots.length <= 8192, 'slot-count');
  need(sizes.every((size) => size === 176), 'slot-size');
  return map;
}

// ---- Keys

/** @param {Bytes} bytes a root: it can only be derived from, never read back */
const rootKey = (bytes) => crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);

/** @param {string} info @param {Bytes} [salt] */
const hkdf = (info, salt = NO_BYTES) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) });

/** @param {CryptoKey} root @param {string} info @param {number} size @returns {Promise<Bytes>} */
export const derive = async (root, info, size) => new Uint8Array(await crypto.subtle.deriveBits(hkdf(`vestibule/1/${info}`), root, size * 8));

/** U, the key made from a passphrase: the one slow step. @param {string} passphrase @param {Kdf} kdf @returns {Promise<CryptoKey>} */
export async function deriveU(passphrase, { iterations, salt }) {
  const words = await crypto.subtle.importKey('raw', utf8(normalPassphrase(passphrase)), 'PBKDF2', false, ['deriveBits']);
  const bits = new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', iterations, salt }, words, 256));
  const key = await rootKey(bits);
  bits.fill(0);
  return key;
}

/** An audience key as the preview hands it over. @param {string} audience @param {string} key b64 @returns {Promise<Opened>} */
export async function importAudience(audience, key) {
  need(AUDIENCE.test(audience), 'name');
  return { audience, key: await rootKey(fromBase64(key)) };
}

// ---- The primitive, and frames

/** @param {Access} access @param {string} kind @param {string} name */
const adOf = ({ portal, epoch }, kind, name) => utf8(`vestibule/1/${portal}/${epoch}/${kind}/${name}`);

/** Opens a box with its own key; its name must have been checked. @param {CryptoKey} key @param {Bytes} ad @param {Bytes} box @returns {Promise<Bytes>} */
export async function openWithKey(key, ad, box) {
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: ad };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, box.subarray(32)));
  } catch {
    throw new Refusal('seal');
  }
}

/** Opens a box with its root and checks that the box is bound to its key. @param {CryptoKey} root @param {Bytes} ad @param {Bytes} box */
export async function openWithRoot(root, ad, box) {
  need(box.length >= 48, 'seal');
  const siv = box.slice(0, 32);
  const key = await crypto.subtle.deriveKey(hkdf('vestibule/1/key', siv), root, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const message = await openWithKey(key, ad, box);
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const check = await crypto.subtle.deriveKey(hkdf('vestibule/1/siv'), root, hmac, false, ['verify']);
  const input = new Uint8Array(4 + ad.length + message.length);
  new DataView(input.buffer).setUint32(0, ad.length);
  input.set(ad, 4);
  input.set(message, 4 + ad.length);
  need(await crypto.subtle.verify('HMAC', check, siv, input), 'seal');
  return message;
}

/** The payload of a frame: flags(1) ‖ u32(length) ‖ payload ‖ zeros. @param {Bytes} frame @param {number} [limit] of the payload, inflated */
export async function unframe(frame, limit = BOX_LIMIT) {
  need(!(frame[0] > 1), 'flags');
  need(frame.length >= 5, 'length');
  const end = 5 + new DataView(frame.buffer, frame.byteOffset).getUint32(1);
  need(end <= frame.length, 'length');
  need(frame.length === padme(end), 'frame-size');
  need(frame.subarray(end).every((byte) => byte === 0), 'padding');
  const payload = frame.subarray(5, end);
  const plain = frame[0] ? await gunzip(payload, limit) : payload;
  need(plain.length <= limit, 'inflated');
  return plain;
}

/** @param {Bytes} bytes @param {'gzip' | 'deflate-raw'} format @param {number} limit @returns {Promise<Bytes>} */
async function inflate(bytes, format, limit) {
  const source = new ReadableStream({ start: (sink) => (sink.enqueue(bytes), sink.close()) });
  const reader = source.pipeThrough(new DecompressionStream(format)).getReader();
  /** @type {Bytes[]} */
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal('gzip');
    });
    if (done) return join(chunks);
    size += value.length;
    if (size > limit) reader.cancel().catch(() => {});
    need(size <= limit, 'inflated');
    chunks.push(value);
  }
}

/** @param {Bytes[]} chunks */
function join(chunks) {
  if (chunks.length === 1) return chunks[0];
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  chunks.reduce((at, chunk) => (all.set(chunk, at), at + chunk.length), 0);
  return all;
}

/** @type {Promise<boolean> | undefined} */
let strict;

/** Whether this platform's gunzip itself refuses a second member and trailing bytes, as the standard asks. Not all do. */
export function strictGunzip() {
  const empty = [31, 139, 8, 0, 0, 0, 0, 0, 0, 255, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const refused = (/** @type {number[]} */ extra) => inflate(Uint8Array.from([...empty, ...extra]), 'gzip', MIB).then(() => false, () => true);
  return (strict ??= Promise.all([refused(empty), refused([0])]).then((all) => all[0] && all[1]));
}

/** Inflates exactly one gzip member. @param {Bytes} bytes @param {number} limit */
async function gunzip(bytes, limit) {
  const plain = await inflate(bytes, 'gzip', limit);
  if (!(await strictGunzip())) {
    // The deflate stream must end where the eight bytes of the trailer begin: whole it inflates, one byte shorter it does not.
    const stream = bytes.subarray(gzipHeader(bytes), -8);
    need((await inflate(stream, 'deflate-raw', limit)).length === plain.length, 'gzip');
    need(await inflate(stream.subarray(0, -1), 'deflate-raw', limit).then(() => false, () => true), 'gzip');
  }
  return plain;
}

/** @param {Bytes} bytes a member that inflates @returns {number} the length of its header */
function gzipHeader(bytes) {
  const flags = bytes[3];
  let at = 10;
  if (flags & 4) at += 2 + bytes[at] + bytes[at + 1] * 256;
  for (const bit of [8, 16]) if (flags & bit) at = bytes.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}

// ---- Slot, manifest, box

/**
 * Opens the slot that belongs to U. Refuses with `wrong-passphrase` if there is none, with `ended` if access ran out.
 * @param {Access} access @param {Kdf} kdf the entry U was made with @param {CryptoKey} u @returns {Promise<Opened>}
 */
export async function openSlot(access, kdf, u) {
  const tag = toHex(await derive(u, 'slot-tag', 16));
  const box = access.slots.get(tag);
  need(box !== undefined, 'wrong-passphrase');
  const kek = await rootKey(await derive(u, 'slot-key', 32));
  const message = await openWithRoot(kek, adOf(access, 'slot', `${kdf.iterations}/${tag}`), fromBase64(box));
  const { audience, key, ended } = object(readJson(message, 'slot'), 'slot');
  if (ended !== undefined) {
    need(matches(ended, /^\d{4}-\d\d-\d\d$/), 'slot');
    throw new Refusal('ended', ended);
  }
  need(typeof audience === 'string' && typeof key === 'string', 'slot');
  const bytes = fromBase64(key);
  need(bytes.length === 32, 'slot');
  need(AUDIENCE.test(audience), 'name');
  return { audience, key: await rootKey(bytes) };
}

/**
 * Opens the portal's door with a passphrase, trying each kdf entry in turn.
 * @param {Access} access @param {string} passphrase @returns {Promise<Opened & {u: CryptoKey, kdf: Kdf}>}
 */
export async function openDoor(access, passphrase) {
  for (const kdf of access.kdf) {
    const u = await deriveU(passphrase, kdf);
    try {
      return { ...(await openSlot(access, kdf, u)), u, kdf };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'wrong-passphrase') throw error;
    }
  }
  throw new Refusal('wrong-passphrase');
}

/** The file name, below `m/`, of the manifest of an audience. @param {CryptoKey} key AK */
export const manifestName = async (key) => toHex(await derive(key, 'manifest-name', 16));

/** @param {Access} access @param {Opened} opened @param {Bytes} box @returns {Promise<Manifest>} */
export async function openManifest(access, { audience, key }, box) {
  const message = await openWithRoot(key, adOf(access, 'manifest', audience), box);
  const all = object(readJson(await unframe(message), 'not-json'), 'not-json');
  need(all.v === 1, 'manifest-version');
  need(all.portal === access.portal, 'manifest-portal');
  need(all.epoch === access.epoch, 'manifest-epoch');
  need(all.audience === audience, 'manifest-audience');
  const { title, language, timezone, frame, search = [], pages, assets } = all;
  need(typeof title === 'string' && typeof language === 'string' && typeof timezone === 'string' && Array.isArray(search), 'not-json');
  return {
    title, language, timezone, frame: readRef(frame), search: search.map(readRef),
    pages: new Map(Object.entries(object(pages, 'not-json')).map(([path, page]) => [pagePath(path), readPage(page)])),
    assets: new Map(Object.entries(object(assets, 'not-json')).map(([name, asset]) => [assetName(name), readAsset(asset)])),
  };
}

/** @param {unknown} value @returns {Ref} */
function readRef(value) {
  need(Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'string', 'not-json');
  const [name, key] = value;
  if (!/^[\w-]{42}[AEIMQUYcgkosw048]$/.test(key)) need(fromBase64(key).length === 32, 'not-json');
  need(HEX16.test(name), 'name');
  return [name, key];
}

/** @param {unknown} value */
function readPage(value) {
  const { title, ref } = object(value, 'not-json');
  need(typeof title === 'string', 'not-json');
  return { title, ref: readRef(ref) };
}

/** @param {unknown} value @returns {Asset} */
function readAsset(value) {
  const { type, size, parts } = object(value, 'not-json');
  need(typeof type === 'string' && integer(size, 0, Number.MAX_SAFE_INTEGER) && Array.isArray(parts), 'not-json');
  need(parts.length > 0, 'parts');
  return { type, size, parts: parts.map(readRef) };
}

/** @param {string} name @returns {string} */
function assetName(name) {
  const segments = name.split('/');
  need(name === name.normalize('NFC') && !/[\\:\p{Cc}]/u.test(name) && !segments.some((part) => /^\.{0,2}$/.test(part)), 'name');
  return name;
}

/** @param {string} path @returns {string} */
function pagePath(path) {
  need(path[0] === '/', 'name');
  if (path !== '/') assetName(path.slice(1));
  return path;
}

/**
 * Opens a fetched box with the key its REF gives: name, seal, frame.
 * @param {Access} access @param {'page' | 'frame' | 'search' | 'asset'} kind @param {string} name
 * @param {Ref} ref @param {Bytes} box @param {number} [limit] @returns {Promise<Bytes>}
 */
export async function openBox(access, kind, name, [boxName, boxKey], box, limit) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', box));
  need(toHex(digest.subarray(0, 16)) === boxName, 'box-name');
  const key = await crypto.subtle.importKey('raw', fromBase64(boxKey), 'AES-GCM', false, ['decrypt']);
  return unframe(await openWithKey(key, adOf(access, kind, name), box), limit);
}

/**
 * Opens an asset, part by part.
 * @param {Access} access @param {Asset} asset @param {(name: string) => Promise<Bytes>} read gives the box of that name
 * @returns {Promise<Bytes[]>} the parts in order; together `asset.size` bytes
 */
export async function openAsset(access, { type, size, parts }, read) {
  const opened = [];
  for (const [at, ref] of parts.entries()) {
    const name = parts.length > 1 ? `${type}#${at + 1}/${parts.length}` : type;
    opened.push(await openBox(access, 'asset', name, ref, await read(ref[0]), PART_LIMIT));
  }
  need(opened.reduce((sum, { length }) => sum + length, 0) === size, 'parts');
  return opened;
}
