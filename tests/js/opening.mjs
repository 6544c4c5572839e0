// Opens the whole portals of the shared vectors (tests/vectors/README.md) with the portal's own opener. Runs in Node and
// in a browser.

import { Refusal, deriveU, manifestName, openAsset, openBox, openManifest, openSlot, readAccess, normalPassphrase, fromBase64, toHex } from '../../themes/default/js/opener.js';

/** "Bytes" of the vectors: b64, or a list of pieces. @returns {Uint8Array} */
export function bytesOf(value) {
  const utf8 = new TextEncoder();
  return join([value].flat().map((piece) => {
    if (typeof piece === 'string') return fromBase64(piece);
    if ('zeros' in piece) return new Uint8Array(piece.zeros);
    const slots = Array.from({ length: piece.slots }, (_, i) => JSON.stringify({ tag: i.toString(16).padStart(32, '0'), box: 'A'.repeat(235) }));
    return utf8.encode(slots.join(','));
  }));
}

function join(pieces) {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  pieces.reduce((at, piece) => (all.set(piece, at), at + piece.length), 0);
  return all;
}

/** The cases of a file of vectors, their files put over those of the file's `base`, where it has one. */
export function casesOf({ base, cases }) {
  if (!base) return cases;
  const present = (files) => Object.fromEntries(Object.entries(files).filter(([, bytes]) => bytes !== null));
  return cases.map((one) => ({ ...one, files: present({ ...base, ...one.files }) }));
}

/** @returns {Promise<string>} the code with which `task` is refused */
export async function refusal(task) {
  try {
    await task();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'opened';
}

const derived = new Map();

/** As `openDoor`, but no key is derived twice in one run. */
async function door(access, passphrase) {
  for (const kdf of access.kdf) {
    const known = JSON.stringify([normalPassphrase(passphrase), kdf.iterations, [...kdf.salt]]);
    if (!derived.has(known)) derived.set(known, deriveU(passphrase, kdf));
    try {
      return await openSlot(access, kdf, await derived.get(known));
    } catch (error) {
      if (error.code !== 'wrong-passphrase') throw error;
    }
  }
  throw new Refusal('wrong-passphrase');
}

/** Byte order, which is the order of code points. */
function byBytes([a], [b]) {
  const [left, right] = [a, b].map((text) => [...text].map((char) => char.codePointAt(0)));
  const at = left.findIndex((point, index) => point !== right[index]);
  return at < 0 ? left.length - right.length : left[at] - (right[at] ?? -1);
}

/** The entries of an object in byte order. */
export const entries = (object) => Object.entries(object).sort(byBytes);

/** Opens all of a portal, in the order the vectors ask for. */
export async function openAll({ files, passphrase }) {
  const read = async (path) => {
    if (!Object.hasOwn(files, path)) throw new Refusal('missing', path);
    return bytesOf(files[path]);
  };
  const text = async (kind, name, ref) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await openBox(access, kind, name, ref, await read(`b/${ref[0]}`)));

  const access = readAccess(await read('access.json'));
  const opened = await door(access, passphrase);
  const manifest = await openManifest(access, opened, await read(`m/${await manifestName(opened.key)}`));
  const portal = { audience: opened.audience, manifest, frame: await text('frame', '', manifest.frame), search: [], pages: [], assets: [] };
  for (const [at, ref] of manifest.search.entries()) portal.search.push(await text('search', String(at + 1), ref));
  for (const [path, { title, ref }] of [...manifest.pages].sort(byBytes)) portal.pages.push([path, { title, text: await text('page', path, ref) }]);
  for (const [name, asset] of [...manifest.assets].sort(byBytes)) {
    const parts = await openAsset(access, asset, (box) => read(`b/${box}`));
    const digest = await crypto.subtle.digest('SHA-256', join(parts));
    portal.assets.push([name, { type: asset.type, size: asset.size, sha256: toHex(new Uint8Array(digest)) }]);
  }
  return portal;
}

/** What a portal of the vectors should open as, and what it opens as, both as JSON. */
export async function compare(one) {
  const { audience, manifest, frame, search, pages, assets } = await openAll(one);
  const { title, language, timezone } = manifest;
  const found = { audience, title, language, timezone, frame, search, pages, assets };
  const expected = {
    audience: one.audience, title: one.title, language: one.language, timezone: one.timezone, frame: one.frame,
    search: one.search ?? [], pages: entries(one.pages), assets: entries(one.assets),
  };
  return { found, expected };
}
