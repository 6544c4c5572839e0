// Writes tests/vectors/js-portals.json and js-hostile.json: `node tests/js/write-vectors.mjs`.
// Shapes: tests/vectors/README.md. The Rust side opens what is written here.

import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Sealer, b64, boxOf, frame, framed, hex, hkdf, PART, seal, sha256 } from './sealer.mjs';

const bytes = (size, seed) => Buffer.concat(Array.from({ length: Math.ceil(size / 32) }, (_, i) => sha256(`${seed} ${i}`))).subarray(0, size);

const ITERATIONS = 600_000;
const PASSPHRASE = 'amber-teapot-lantern-gravel-otter';
const noise = bytes(300, 'picture');

function spec(changes = {}) {
  return {
    wk: bytes(32, 'workspace'),
    portal: bytes(16, 'portal'),
    epochId: bytes(16, 'epoch'),
    salt: bytes(16, 'salt'),
    epoch: 1,
    iterations: ITERATIONS,
    people: [{ normal: PASSPHRASE, audience: 'client' }],
    audiences: { client: audience() },
    ...changes,
  };
}

function audience(changes = {}) {
  return {
    title: 'New web shop',
    language: 'en-GB',
    timezone: 'Europe/Brussels',
    frame: '<div class="portal"><main id="page" tabindex="-1"></main></div>',
    pages: { '/': { title: 'Home', text: '<h1>New web shop</h1>' }, '/docs/setup': { title: 'Setup', text: `<h1>Setup</h1>${'<p>Again and again.</p>'.repeat(60)}` } },
    assets: { 'files/plan.pdf': { type: 'application/pdf', bytes: noise } },
    ...changes,
  };
}

// ---- Portals that open

function portal(name, passphrase, of, id = 'client') {
  const { title, language, timezone, frame: html, search, pages, assets } = of.audiences[id];
  return {
    name,
    passphrase,
    files: inBase64(new Sealer(of).files()),
    audience: id,
    title,
    language,
    timezone,
    frame: html,
    ...(search && { search }),
    pages,
    assets: Object.fromEntries(Object.entries(assets).map(([file, { type, bytes: all }]) => [file, { type, size: all.length, sha256: hex(sha256(all)) }])),
  };
}

/** Files as the vectors hold them; one that already is a list of pieces stays so. */
const inBase64 = (files) => Object.fromEntries(Object.entries(files).map(([path, file]) => [path, Array.isArray(file) ? file : b64(file)]));

const names = JSON.parse('{"__proto__": 1, "constructor": 2, "files/ünï côdé #1 %41?.txt": 3, "a/b/c/d.json": 4}');

const portals = [
  portal('one audience, one page compressed, one not', PASSPHRASE, spec()),
  portal('typed on a phone: capital letter, spaces, another hyphen', ' Amber teapot\u2013lantern  gravel OTTER\u00a0', spec()),
  portal('two audiences share what is the same; the second is opened', PASSPHRASE, spec({
    people: [{ normal: 'somebody else entirely, not five words', audience: 'client' }, { normal: PASSPHRASE, audience: 'sponsor-2' }],
    audiences: { client: audience(), 'sponsor-2': audience({ title: 'Voor de geldschieter', language: 'nl', search: ['[1]', '{"second":"shard"}'] }) },
  }), 'sponsor-2'),
  portal('iterations are being raised: the second entry fits', PASSPHRASE, spec({
    kdf: [600_001, ITERATIONS].map((iterations) => ({ name: 'PBKDF2-HMAC-SHA-256', iterations, salt: b64(bytes(16, 'salt')) })),
  })),
  portal('nothing in it; the highest epoch', PASSPHRASE, spec({ epoch: 2 ** 32 - 1, audiences: { client: audience({ title: '', frame: '', pages: {}, assets: {}, search: [] }) } })),
  portal('names that are also properties of objects, and names with everything else in them', PASSPHRASE, spec({
    audiences: {
      client: audience({
        pages: { '/docs/größe': { title: 'Größe 📏', text: '<p>é</p>' }, '/docs/50% off? #1': { title: '', text: '' } },
        assets: Object.fromEntries(Object.entries(names).map(([name, n]) => [name, { type: 'text/plain', bytes: Buffer.from(`file ${n}`) }])),
      }),
    },
  })),
  portal('files around the size of a part', PASSPHRASE, spec({
    audiences: {
      client: audience({
        pages: {},
        assets: {
          'empty.txt': { type: 'text/plain', bytes: Buffer.alloc(0) },
          'full.bin': { type: 'application/octet-stream', bytes: Buffer.alloc(PART, 'full ') },
          'more.bin': { type: 'application/octet-stream', bytes: Buffer.alloc(PART + 1, 'more ') },
          'three.bin': { type: 'application/zip', bytes: Buffer.alloc(2 * PART + 7) },
        },
      }),
    },
  })),
];

// ---- Portals with one thing wrong

const hostile = [];
const base = inBase64(new Sealer(spec()).files());

/** What is other than in `base`; null for what is not there. */
function changed(files) {
  const gone = Object.keys(base).filter((path) => !(path in files)).map((path) => [path, null]);
  return Object.fromEntries([...Object.entries(files).filter(([path, file]) => file !== base[path]), ...gone]);
}

/** @param {string} refuse @param {string} name @param {object} steps methods of Sealer to replace @param {(files: object, sealer: Sealer) => void} [after] */
function bad(refuse, name, steps = {}, after = () => {}, passphrase = PASSPHRASE, changes = {}) {
  const sealer = Object.assign(new Sealer(spec(changes)), steps);
  const files = sealer.files();
  after(files, sealer);
  hostile.push({ name, passphrase, files: changed(inBase64(files)), refuse });
}

/** access.json with one field changed. */
function badAccess(refuse, name, change) {
  bad(refuse, `access.json: ${name}`, {
    access() {
      const access = Sealer.prototype.access.call(this);
      return change(access) ?? access;
    },
  });
}

/** access.json with a piece of its text changed. */
function badText(refuse, name, from, to) {
  bad(refuse, `access.json: ${name}`, {
    accessText() {
      const text = JSON.stringify(this.access());
      if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
      return text.replace(from, () => to);
    },
  });
}

bad('not-json', 'access.json: cut off', { accessText: () => '{"v":1,"portal":' });
bad('not-json', 'access.json: a list', { accessText: () => '[]' });
bad('not-json', 'access.json: null', { accessText: () => 'null' });
bad('not-json', 'access.json: begins with a byte order mark', { accessText() { return `\ufeff${JSON.stringify(this.access())}`; } });
bad('not-json', 'access.json: not UTF-8', {}, (files) => { files['access.json'] = Buffer.from([...Buffer.from('{"v":1,"x":"'), 0xff, ...Buffer.from('"}')]); });
badAccess('not-json', 'no slots', (all) => { delete all.slots; });
badAccess('not-json', 'slots in an object', (all) => { all.slots = {}; });
badAccess('not-json', 'a slot is a text', (all) => { all.slots[3] = 'slot'; });
badAccess('not-json', 'a slot without a box', (all) => { delete all.slots[3].box; });
bad('version', 'access.json: version 2, another shape', { accessText: () => '{"v":2,"doors":[]}' });
badText('version', 'version written 1.0', '"v":1,', '"v":1.0,');
badAccess('version', 'version as text', (all) => { all.v = '1'; });
badAccess('version', 'no version', (all) => { delete all.v; });
badAccess('portal', 'capital letters', (all) => { all.portal = all.portal.toUpperCase(); });
badAccess('portal', 'one digit short', (all) => { all.portal = all.portal.slice(1); });
badAccess('portal', 'a line break after it', (all) => { all.portal += '\n'; });
for (const epoch of ['1.0', '1e0', '"1"', '0', '-1', '4294967296', 'true', 'null', '[1]', '99999999999999999999']) badText('epoch', `epoch ${epoch}`, '"epoch":1,', `"epoch":${epoch},`);
badAccess('epoch', 'no epoch_id', (all) => { delete all.epoch_id; });
badAccess('kdf', 'no entry', (all) => { all.kdf = []; });
badAccess('kdf', 'three entries', (all) => { all.kdf = [all.kdf[0], all.kdf[0], all.kdf[0]]; });
badAccess('kdf', 'another function', (all) => { all.kdf[0].name = 'PBKDF2-HMAC-SHA-1'; });
badAccess('kdf', 'an object, not a list', (all) => { all.kdf = { 0: all.kdf[0], length: 1 }; });
for (const count of ['599999', '10000001', '600000.0', '6e5', '"600000"', '0']) badText('iterations', `iterations ${count}`, '"iterations":600000', `"iterations":${count}`);
badAccess('iterations', 'too few in the second entry', (all) => { all.kdf.push({ ...all.kdf[0], iterations: 1000 }); });
badAccess('salt', 'fifteen bytes', (all) => { all.kdf[0].salt = b64(bytes(15, 'salt')); });
badAccess('salt', 'none', (all) => { delete all.kdf[0].salt; });
badAccess('base64', 'salt with padding', (all) => { all.kdf[0].salt += '=='; });
badAccess('base64', 'salt with a bit too many', (all) => { all.kdf[0].salt = `${all.kdf[0].salt.slice(0, -1)}${'BCDEFGH'[0]}`; });
badAccess('base64', 'a box in the other alphabet', (all) => { all.slots[0].box = `+${all.slots[0].box.slice(1)}`; });
badAccess('base64', 'a box with a line break', (all) => { all.slots[0].box += '\n'; });
badAccess('base64', 'a box one letter too long', (all) => { all.slots[0].box += 'AA'; });
badAccess('slot-tag', 'capital letters in the last', (all) => { all.slots[7].tag = 'A'.repeat(32); });
badAccess('slot-tag', 'a number', (all) => { all.slots[0].tag = 12; });
badAccess('duplicate-tag', 'two alike', (all) => { all.slots[1].tag = all.slots[0].tag; });
bad('slot-count', 'access.json: 8193 slots', {}, (files, sealer) => {
  const [head, tail] = JSON.stringify({ ...sealer.access(), slots: [] }).split('[]');
  files['access.json'] = [b64(`${head}[`), { slots: 8193 }, b64(`]${tail}`)];
});
badAccess('slot-size', 'a byte short', (all) => { all.slots[5].box = b64(Buffer.alloc(175)); });
badAccess('slot-size', 'empty', (all) => { all.slots[5].box = ''; });
bad('empty-passphrase', 'a passphrase of nothing but what is taken out', {}, undefined, ' \u200b\u3000\t');
bad('wrong-passphrase', 'one word other', {}, undefined, 'amber-teapot-lantern-gravel-badger');
bad('ended', 'access that ran out', {}, undefined, PASSPHRASE, { people: [{ normal: PASSPHRASE, ended: '2026-10-31' }] });

for (const [refuse, name, text] of [
  ['slot', 'not JSON', 'nothing to see here'],
  ['slot', 'a list', '["client"]'],
  ['slot', 'no key', '{"audience":"client"}'],
  ['slot', 'a key of 31 bytes', JSON.stringify({ audience: 'client', key: b64(bytes(31, 'short')) })],
  ['slot', 'ended some time', '{"ended":"some time"}'],
  ['base64', 'a key with padding', JSON.stringify({ audience: 'client', key: `${b64(bytes(32, 'k'))}=` })],
  ['name', 'an audience with a capital letter', JSON.stringify({ audience: 'Client', key: b64(bytes(32, 'k')) })],
  ['name', 'an audience without a name', JSON.stringify({ audience: '', key: b64(bytes(32, 'k')) })],
]) bad(refuse, `slot: ${name}`, { slotText: () => text });

bad('seal', 'slot: made for another epoch', {
  slot(person) {
    return Sealer.prototype.slot.call(Object.assign(new Sealer({ ...this.spec, epoch: 2 }), { ak: () => this.ak('client') }), person);
  },
});
bad('seal', 'slot: a siv that does not belong to it', {
  slot({ normal }) {
    const u = this.u(normal);
    const tag = hex(hkdf(u, '', ['vestibule/1/slot-tag'], 16));
    const siv = bytes(32, 'siv');
    const key = hkdf(hkdf(u, '', ['vestibule/1/slot-key'], 32), siv, ['vestibule/1/key'], 32);
    const message = Buffer.from(this.slotText({ audience: 'client' }).padEnd(128));
    return { tag, box: b64(boxOf(siv, key, this.ad('slot', `${ITERATIONS}/${tag}`), message).box) };
  },
});

const manifestFile = (files) => Object.keys(files).find((path) => path.startsWith('m/'));
bad('missing', 'no manifest', {}, (files) => { delete files[manifestFile(files)]; });
bad('seal', 'manifest: one bit turned', {}, (files) => { files[manifestFile(files)][100] ^= 1; });
bad('seal', 'manifest: one bit of the siv turned', {}, (files) => { files[manifestFile(files)][0] ^= 1; });
bad('seal', 'manifest: shorter than any box', {}, (files) => { files[manifestFile(files)] = Buffer.alloc(47); });
bad('seal', 'manifest: of another audience, under this name', {
  ad(kind, name) { return Sealer.prototype.ad.call(this, kind, kind === 'manifest' ? 'sponsor' : name); },
});

/** A manifest with something in it changed. */
function badManifest(refuse, name, change) {
  bad(refuse, `manifest: ${name}`, {
    manifest(id) {
      const manifest = Sealer.prototype.manifest.call(this, id);
      return change(manifest) ?? manifest;
    },
  });
}

bad('not-json', 'manifest: half a letter in a title', {
  manifestText(id) { return JSON.stringify(this.manifest(id)).replace('"Setup"', '"Set\\ud800up"'); },
});
badManifest('not-json', 'no pages', (all) => { delete all.pages; });
badManifest('not-json', 'assets in a list', (all) => { all.assets = []; });
badManifest('not-json', 'title missing', (all) => { delete all.title; });
badManifest('not-json', 'a REF of three', (all) => { all.frame.push(''); });
badManifest('not-json', 'a REF with a key of 31 bytes', (all) => { all.frame[1] = b64(bytes(31, 'x')); });
bad('not-json', 'manifest: size 3e2', { manifestText(id) { return JSON.stringify(this.manifest(id)).replace('"size":300', '"size":3e2'); } });
badManifest('base64', 'a key with a bit too many', (all) => { all.pages['/'].ref[1] = `${'A'.repeat(42)}B`; });
badManifest('manifest-version', '2', (all) => { all.v = 2; });
badManifest('manifest-portal', 'another', (all) => { all.portal = '0'.repeat(32); });
badManifest('manifest-epoch', 'the next', (all) => { all.epoch = 2; });
bad('manifest-epoch', 'manifest: epoch 1.0', { manifestText(id) { return JSON.stringify(this.manifest(id)).replace('"epoch":1', '"epoch":1.0'); } });
badManifest('manifest-audience', 'another', (all) => { all.audience = 'sponsor'; });

const rename = (map, from, to) => { map[to] = map[from]; delete map[from]; };
for (const path of ['docs', '', '//', '/docs/', '/docs//a', '/./a', '/docs/../a', '/a\\b', '/a:b', '/a\u0007', '/a\u0085', '/cafe\u0301']) {
  badManifest('name', `page path ${JSON.stringify(path)}`, (all) => rename(all.pages, '/docs/setup', path));
}
for (const name of ['/plan.pdf', '', '../plan.pdf', 'files/', 'C:plan.pdf', 'files/\u007f.pdf']) {
  badManifest('name', `asset name ${JSON.stringify(name)}`, (all) => rename(all.assets, 'files/plan.pdf', name));
}
badManifest('name', 'a box name in capitals', (all) => { all.frame[0] = all.frame[0].toUpperCase(); });
badManifest('name', 'a box name that climbs', (all) => { all.frame[0] = '../../../../../../../elsewhere!!'; });
badManifest('parts', 'a file without parts', (all) => { all.assets['files/plan.pdf'].parts = []; });
badManifest('parts', 'a file said to be bigger than its parts', (all) => { all.assets['files/plan.pdf'].size += 1; });

/** The portal with its page /docs/setup framed, or sealed, in another way. */
const badPage = (refuse, name, make) => bad(refuse, `page: ${name}`, {
  frameOf(payload, kind, path) { return path === '/docs/setup' ? make(Buffer.from(payload)) : framed(payload); },
});

const packed = (payload) => gzipSync(payload, { level: 9 });
badPage('flags', 'an unknown flag', (payload) => frame(payload, 2));
badPage('flags', 'every flag', (payload) => frame(packed(payload), 255));
badPage('length', 'longer than the frame', (payload) => { const all = frame(payload); all.writeUInt32BE(all.length - 4, 1); return all; });
badPage('length', 'the longest there is', (payload) => { const all = frame(payload); all.writeUInt32BE(2 ** 32 - 1, 1); return all; });
badPage('length', 'a frame of four bytes', () => Buffer.alloc(4));
badPage('length', 'a frame of nothing', () => Buffer.alloc(0));
badPage('frame-size', 'one zero too many', (payload) => Buffer.concat([frame(payload), Buffer.alloc(1)]));
badPage('frame-size', 'not padded', () => Buffer.concat([frame(bytes(100, 'x')).subarray(0, 105)]));
badPage('padding', 'a one among the zeros', () => { const all = frame(bytes(100, 'x')); all[all.length - 1] = 1; return all; });
badPage('gzip', 'not gzip', (payload) => frame(payload, 1));
badPage('gzip', 'nothing', () => frame(Buffer.alloc(0), 1));
badPage('gzip', 'cut off', (payload) => frame(packed(payload).subarray(0, -9), 1));
badPage('gzip', 'without the last byte', (payload) => frame(packed(payload).subarray(0, -1), 1));
badPage('gzip', 'one byte too many', (payload) => frame(Buffer.concat([packed(payload), Buffer.from([0])]), 1));
badPage('gzip', 'two members', (payload) => frame(Buffer.concat([packed(payload), packed(payload)]), 1));
badPage('gzip', 'an empty member before it', (payload) => frame(Buffer.concat([packed(''), packed(payload)]), 1));
badPage('gzip', 'an empty member after it', (payload) => frame(Buffer.concat([packed(payload), packed('')]), 1));
badPage('gzip', 'its own trailer once more after it', (payload) => frame(Buffer.concat([packed(payload), packed(payload).subarray(-8)]), 1));
badPage('gzip', 'a wrong checksum', (payload) => { const all = packed(payload); all[all.length - 8] ^= 1; return frame(all, 1); });
badPage('gzip', 'a wrong length in the trailer', (payload) => { const all = packed(payload); all[all.length - 1] ^= 1; return frame(all, 1); });
badPage('gzip', 'a reserved flag in the header', (payload) => { const all = packed(payload); all[3] = 0x80; return frame(all, 1); });
bad('inflated', 'asset: a part that inflates to more than 4 MiB', {
  frameOf: (payload, kind) => (kind === 'asset' ? frame(packed(Buffer.alloc(4 * 2 ** 20 + 1)), 1) : framed(payload)),
});

/** Boxes that are not what their REF says. */
const pageRef = (sealer) => seal(sealer.fk(), sealer.ad('page', '/docs/setup'), sealer.frameOf(spec().audiences.client.pages['/docs/setup'].text)).name;
bad('missing', 'page: no box', {}, (files, sealer) => { delete files[`b/${pageRef(sealer)}`]; });
bad('box-name', 'page: one bit turned', {}, (files, sealer) => { files[`b/${pageRef(sealer)}`][60] ^= 1; });
bad('box-name', 'page: empty', {}, (files, sealer) => { files[`b/${pageRef(sealer)}`] = Buffer.alloc(0); });
bad('box-name', 'page: the box of another', {}, (files, sealer) => {
  const other = Object.keys(files).find((path) => path.startsWith('b/') && !path.endsWith(pageRef(sealer)));
  files[`b/${pageRef(sealer)}`] = files[other];
});
badManifest('seal', 'two pages exchanged', ({ pages }) => { [pages['/'].ref, pages['/docs/setup'].ref] = [pages['/docs/setup'].ref, pages['/'].ref]; });
badManifest('seal', 'a file of another type', ({ assets }) => { assets['files/plan.pdf'].type = 'text/html'; });
badManifest('seal', 'another key', ({ pages }) => { pages['/'].ref[1] = b64(bytes(32, 'another')); });
bad('seal', 'page: renamed after a bit was turned', {
  box(kind, name, payload) {
    const ref = Sealer.prototype.box.call(this, kind, name, payload);
    if (name !== '/docs/setup') return ref;
    const box = Buffer.from(this.boxes[`b/${ref[0]}`]);
    box[box.length - 1] ^= 1;
    const file = hex(sha256(box).subarray(0, 16));
    this.boxes[`b/${file}`] = box;
    return [file, ref[1]];
  },
});

const folder = new URL('../vectors/', import.meta.url);
function write(file, about, list, more = {}) {
  const head = JSON.stringify({ about, ...more }).slice(0, -1);
  writeFileSync(new URL(file, folder), `${head},\n"cases": [\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`);
}
write('js-portals.json', 'Portals sealed by tests/js/sealer.mjs; every opener opens them', portals);
write('js-hostile.json', 'Portals sealed by tests/js/sealer.mjs with one thing wrong; every opener refuses them so', hostile, { base });
console.log(`${portals.length} portals, ${hostile.length} hostile ones`);
