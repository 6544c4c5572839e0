// Seals a portal as docs/sealed-format.md says, written from that page alone and apart from the Rust builder and from
// opener.js: what it makes is opened by both. Keys and randomness are given, so the same input gives the same bytes.

import { createCipheriv, createHash, createHmac, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { gzipSync } from 'node:zlib';

const EMPTY = Buffer.alloc(0);
export const PART = 4_194_299;

export const hex = (bytes) => Buffer.from(bytes).toString('hex');
export const b64 = (bytes) => Buffer.from(bytes).toString('base64url');
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

export function u32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

/** @returns {Buffer} `size` bytes of HKDF-SHA-256; `info` is a list of texts and bytes, joined. */
export function hkdf(ikm, salt, info, size) {
  return Buffer.from(hkdfSync('sha256', ikm, salt, Buffer.concat(info.map((piece) => Buffer.from(piece))), size));
}

/** Seals `message` under `root`. @returns {{key: Buffer, box: Buffer, name: string}} */
export function seal(root, ad, message) {
  const aad = Buffer.from(ad);
  const bound = Buffer.concat([u32(aad.length), aad, message]);
  const siv = createHmac('sha256', hkdf(root, EMPTY, ['vestibule/1/siv'], 32)).update(bound).digest();
  const key = hkdf(root, siv, ['vestibule/1/key'], 32);
  return boxOf(siv, key, aad, message);
}

/** The last step of sealing, for a siv and key that need not belong together. */
export function boxOf(siv, key, ad, message) {
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12)).setAAD(Buffer.from(ad));
  const box = Buffer.concat([siv, cipher.update(message), cipher.final(), cipher.getAuthTag()]);
  return { key, box, name: hex(sha256(box).subarray(0, 16)) };
}

/** Padmé by its definition, in whole numbers. */
export function padded(length) {
  let e = 0;
  while (2 ** (e + 1) <= length) e += 1;
  let s = 0;
  while (2 ** (s + 1) <= e) s += 1;
  const unit = 2 ** (e - (s + 1));
  return length + ((unit - (length % unit)) % unit);
}

/** flags ‖ length ‖ payload ‖ zeros. */
export function frame(payload, flags = 0) {
  const bytes = Buffer.alloc(padded(5 + payload.length));
  bytes[0] = flags;
  bytes.writeUInt32BE(payload.length, 1);
  Buffer.from(payload).copy(bytes, 5);
  return bytes;
}

/** The frame of a text or file: compressed where that is smaller. */
export function framed(payload) {
  const plain = Buffer.from(payload);
  const packed = gzipSync(plain, { level: 9 });
  return packed.length < plain.length ? frame(packed, 1) : frame(plain);
}

/** Every U made so far: the slow step is the same for most portals of a test. */
const derived = new Map();

/**
 * Seals one portal. Every step is a method, so that a test can put one wrong step into an otherwise right portal.
 *
 * `spec`: `wk` (32 bytes), `portal`, `epochId`, `salt` (16 bytes each), `epoch`, `iterations`, `people`
 * ({normal, audience} or {normal, ended}), `audiences`: {id: {title, language, timezone, frame, search?, pages: {path: {title, text}},
 * assets: {name: {type, bytes}}}}; `kdf` replaces the list of entries.
 */
export class Sealer {
  constructor(spec) {
    this.spec = spec;
    this.pmk = hkdf(spec.wk, spec.portal, ['vestibule/1/portal'], 32);
    this.boxes = {};
  }

  ad(kind, name) {
    return `vestibule/1/${hex(this.spec.portal)}/${this.spec.epoch}/${kind}/${name}`;
  }

  ak(audience) {
    return hkdf(this.pmk, this.spec.epochId, ['vestibule/1/audience', u32(this.spec.epoch), audience], 32);
  }

  fk() {
    return hkdf(this.pmk, this.spec.epochId, ['vestibule/1/files', u32(this.spec.epoch)], 32);
  }

  u(normal) {
    const { salt, iterations } = this.spec;
    const known = `${iterations} ${hex(salt)} ${normal}`;
    if (!derived.has(known)) derived.set(known, pbkdf2Sync(Buffer.from(normal), salt, iterations, 32, 'sha256'));
    return derived.get(known);
  }

  /** What a slot says. @returns {string} */
  slotText({ audience, ended }) {
    return JSON.stringify(ended ? { ended } : { audience, key: b64(this.ak(audience)) });
  }

  slot(person) {
    const u = this.u(person.normal);
    const tag = hex(hkdf(u, EMPTY, ['vestibule/1/slot-tag'], 16));
    const kek = hkdf(u, EMPTY, ['vestibule/1/slot-key'], 32);
    const message = Buffer.alloc(128, ' ');
    message.write(this.slotText(person));
    return { tag, box: b64(seal(kek, this.ad('slot', `${this.spec.iterations}/${tag}`), message).box) };
  }

  decoy(i) {
    const tag = hex(hkdf(this.pmk, EMPTY, ['vestibule/1/decoy-tag', u32(i)], 16));
    return { tag, box: b64(hkdf(this.pmk, this.spec.epochId, ['vestibule/1/decoy-box', u32(i)], 176)) };
  }

  access() {
    const { portal, epoch, epochId, salt, iterations, people, kdf } = this.spec;
    const slots = people.map((person) => this.slot(person));
    for (let i = 0; slots.length % 8 || !slots.length; i += 1) slots.push(this.decoy(i));
    slots.sort((a, b) => (a.tag < b.tag ? -1 : 1));
    return {
      v: 1,
      portal: hex(portal),
      epoch,
      epoch_id: hex(epochId),
      kdf: kdf ?? [{ name: 'PBKDF2-HMAC-SHA-256', iterations, salt: b64(salt) }],
      slots,
    };
  }

  accessText() {
    return JSON.stringify(this.access());
  }

  frameOf(payload) {
    return framed(payload);
  }

  /** Seals one payload with FK and keeps its box. @returns {[string, string]} its REF */
  box(kind, name, payload) {
    const { key, box, name: file } = seal(this.fk(), this.ad(kind, name), this.frameOf(payload, kind, name));
    this.boxes[`b/${file}`] = box;
    return [file, b64(key)];
  }

  asset({ type, bytes }) {
    const count = Math.max(1, Math.ceil(bytes.length / PART));
    const parts = Array.from({ length: count }, (_, i) =>
      this.box('asset', count > 1 ? `${type}#${i + 1}/${count}` : type, bytes.subarray(i * PART, (i + 1) * PART)));
    return { type, size: bytes.length, parts };
  }

  manifest(id) {
    const { title, language, timezone, frame: html, search, pages, assets } = this.spec.audiences[id];
    const map = (entries, each) => Object.fromEntries(Object.entries(entries).map(([name, item]) => [name, each(name, item)]));
    return {
      v: 1,
      portal: hex(this.spec.portal),
      epoch: this.spec.epoch,
      audience: id,
      title,
      language,
      timezone,
      frame: this.box('frame', '', html),
      ...(search && { search: search.map((text, i) => this.box('search', String(i + 1), text)) }),
      pages: map(pages, (path, page) => ({ title: page.title, ref: this.box('page', path, page.text) })),
      assets: map(assets, (_, asset) => this.asset(asset)),
    };
  }

  manifestText(id) {
    return JSON.stringify(this.manifest(id));
  }

  manifestFrame(id) {
    return framed(this.manifestText(id));
  }

  /** Every published file but the page and the signature: path → bytes. */
  files() {
    const files = { 'access.json': Buffer.from(this.accessText()) };
    for (const id of Object.keys(this.spec.audiences)) {
      const ak = this.ak(id);
      const name = hex(hkdf(ak, EMPTY, ['vestibule/1/manifest-name'], 16));
      files[`m/${name}`] = seal(ak, this.ad('manifest', id), this.manifestFrame(id)).box;
    }
    return { ...files, ...this.boxes };
  }
}
