// Reads the shared vectors (tests/vectors/README.md) and opens whole portals with the browser's own opener.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Refusal, deriveU, manifestName, openAsset, openBox, openManifest, openSlot, readAccess, normalPassphrase } from '../../themes/default/js/opener.js';

const folder = new URL('../vectors/', import.meta.url);

/** The cases of a file of vectors, their files put over those of the file's `base`, where it has one. */
export function cases(file) {
  const { base, cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  if (!base) return cases;
  const present = (files) => Object.fromEntries(Object.entries(files).filter(([, bytes]) => bytes !== null));
  return cases.map((one) => ({ ...one, files: present({ ...base, ...one.files }) }));
}

export const unhex = (text) => new Uint8Array(Buffer.from(text, 'hex'));
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** "Bytes" of the vectors: b64, or a list of pieces. @returns {Uint8Array} */
export function bytesOf(value) {
  return new Uint8Array(Buffer.concat([value].flat().map((piece) => {
    if (typeof piece === 'string') return Buffer.from(piece, 'base64url');
    if ('zeros' in piece) return Buffer.alloc(piece.zeros);
    const slots = Array.from({ length: piece.slots }, (_, i) => JSON.stringify({ tag: i.toString(16).padStart(32, '0'), box: 'A'.repeat(235) }));
    return Buffer.from(slots.join(','));
  })));
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

const byBytes = ([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b));

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
    portal.assets.push([name, { type: asset.type, size: asset.size, sha256: sha256(Buffer.concat(parts)) }]);
  }
  return portal;
}
