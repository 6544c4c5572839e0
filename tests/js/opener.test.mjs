// The browser's opener against the shared vectors. Run: node --test tests/js/*.test.mjs

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase64, normalPassphrase, openBox, openDoor, openManifest, manifestName, openWithKey, openWithRoot, padme, readAccess, toHex, unframe } from '../../themes/default/js/opener.js';
import { seal } from './sealer.mjs';
import { bytesOf, cases, compare, openAll, refusal, sha256, unhex } from './vectors.mjs';

test('sizes of frames', () => {
  for (const { length, padded } of cases('padme.json')) assert.equal(padme(length), padded, `padme(${length})`);
});

test('passphrases as people type them', async () => {
  for (const { input, normal, refuse } of cases('passphrases.json')) {
    if (refuse) assert.equal(await refusal(() => normalPassphrase(input)), refuse, JSON.stringify(input));
    else assert.equal(normalPassphrase(input), normal, JSON.stringify(input));
  }
});

test('keys made from a passphrase', async () => {
  for (const { people = [] } of cases('keys.json')) {
    for (const { passphrase, normal, salt, iterations, u, tag, kek } of people) {
      assert.equal(normalPassphrase(passphrase), normal);
      const words = await crypto.subtle.importKey('raw', new TextEncoder().encode(normal), 'PBKDF2', false, ['deriveBits']);
      const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', iterations, salt: unhex(salt) }, words, 256);
      assert.equal(toHex(new Uint8Array(bits)), u);
      const root = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits']);
      const derive = async (info, size) => {
        const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode(info) };
        return toHex(new Uint8Array(await crypto.subtle.deriveBits(how, root, size * 8)));
      };
      assert.equal(await derive('vestibule/1/slot-tag', 16), tag);
      assert.equal(await derive('vestibule/1/slot-key', 32), kek);
    }
  }
});

test('names of manifests', async () => {
  for (const { audiences = [] } of cases('keys.json')) {
    for (const { ak, manifest_name } of audiences) {
      const key = await crypto.subtle.importKey('raw', unhex(ak), 'HKDF', false, ['deriveBits']);
      assert.equal(await manifestName(key), manifest_name);
    }
  }
});

test('boxes', async () => {
  const utf8 = new TextEncoder();
  for (const { root, key, ad, message, box, name, refuse, root_refuse } of cases('boxes.json')) {
    const withRoot = async () => openWithRoot(await crypto.subtle.importKey('raw', unhex(root), 'HKDF', false, ['deriveKey']), utf8.encode(ad), unhex(box));
    const withKey = async () => openWithKey(await crypto.subtle.importKey('raw', unhex(key), 'AES-GCM', false, ['decrypt']), utf8.encode(ad), unhex(box));
    if (root && (refuse || root_refuse)) assert.equal(await refusal(withRoot), 'seal');
    else if (root) assert.equal(toHex(await withRoot()), message);
    if (key && refuse) assert.equal(await refusal(withKey), 'seal');
    else if (key) assert.equal(toHex(await withKey()), message);
    if (name) assert.equal(sha256(unhex(box)).slice(0, 32), name);
    if (root && !refuse && !root_refuse) assert.equal(seal(unhex(root), ad, unhex(message)).box.toString('hex'), box);
  }
});

test('frames', async (t) => {
  for (const { frame, limit, size, sha256: digest, refuse, name } of cases('frames.json')) {
    await t.test(name ?? refuse ?? `${size} bytes`, async () => {
      const open = () => unframe(bytesOf(frame), limit === 'part' ? 4 * 2 ** 20 : 64 * 2 ** 20);
      if (refuse) return assert.equal(await refusal(open), refuse);
      const payload = await open();
      assert.equal(payload.length, size);
      assert.equal(sha256(payload), digest);
    });
  }
});

for (const file of ['portals.json', 'js-portals.json']) {
  test(`portals that open: ${file}`, async (t) => {
    for (const one of cases(file)) {
      await t.test(one.name, async () => {
        const { found, expected } = await compare(one);
        assert.deepEqual(found, expected);
      });
    }
  });
}

for (const file of ['hostile.json', 'js-hostile.json']) {
  test(`portals that are refused: ${file}`, async (t) => {
    for (const one of cases(file)) await t.test(one.name, async () => assert.equal(await refusal(() => openAll(one)), one.refuse));
  });
}

test('a door opens with the key it keeps for later, and none can be read out', async () => {
  const { files, passphrase } = cases('js-portals.json')[0];
  const access = readAccess(bytesOf(files['access.json']));
  const door = await openDoor(access, passphrase);
  for (const key of [door.key, door.u]) {
    assert.equal(key.extractable, false);
    await assert.rejects(crypto.subtle.exportKey('raw', key));
  }
  assert.equal(door.kdf.iterations, 600_000);
  assert.equal(await refusal(() => openDoor(access, 'something else')), 'wrong-passphrase');
});

test('a box opens only as what it is', async () => {
  const { files, passphrase } = cases('js-portals.json')[0];
  const access = readAccess(bytesOf(files['access.json']));
  const door = await openDoor(access, passphrase);
  const manifest = await openManifest(access, door, bytesOf(files[`m/${await manifestName(door.key)}`]));
  const { ref } = manifest.pages.get('/') ?? {};
  const box = bytesOf(files[`b/${ref[0]}`]);
  assert.match(new TextDecoder().decode(await openBox(access, 'page', '/', ref, box)), /^<h1>/);
  assert.equal(await refusal(() => openBox(access, 'frame', '/', ref, box)), 'seal');
  assert.equal(await refusal(() => openBox({ ...access, epoch: 2 }, 'page', '/', ref, box)), 'seal');
});

test('base64url in one spelling', async () => {
  assert.deepEqual([...fromBase64('AP-_')], [0, 255, 191]);
  assert.deepEqual([...fromBase64('')], []);
  for (const wrong of ['A', 'AB', 'AA=', 'AAB', 'A A', 'AP+_', 'AP/_', 'AA\n', 'é']) assert.equal(await refusal(() => fromBase64(wrong)), 'base64', wrong);
});
