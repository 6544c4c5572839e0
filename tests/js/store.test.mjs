// How an open portal meets missing files and new versions, with files from memory in the place of a host.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, importAudience } from '../../themes/default/js/opener.js';
import { Portal, Unreachable, fetchAccess } from '../../themes/default/js/store.js';
import { Sealer, b64, sha256 } from './sealer.mjs';
import { refusal } from './vectors.mjs';

/** A published portal of two pages and a file; `epoch` and `text` make versions of it. */
function sealed({ epoch = 1, text = 'first' } = {}) {
  const audience = {
    title: 'New web shop', language: 'en', timezone: 'Europe/Brussels', frame: '<main></main>',
    pages: { '/': { title: 'Home', text }, '/docs/a': { title: 'A', text: `a ${text}` } },
    assets: { 'plan.pdf': { type: 'application/pdf', bytes: Buffer.from('%PDF') } },
  };
  const salt = sha256('salt').subarray(0, 16);
  const spec = { wk: sha256('key'), portal: salt, epochId: salt, salt, epoch, iterations: 600_000, people: [], audiences: { client: audience } };
  const sealer = new Sealer(spec);
  return { files: sealer.files(), opened: importAudience('client', b64(sealer.ak('client'))) };
}

/** An open portal on a host of which everything can change, and a list of what was asked of it. */
async function opened(version = sealed()) {
  const host = { files: { ...version.files }, asked: [], broken: new Map(), offline: false };
  const read = async (path, cache) => {
    host.asked.push(`${cache} ${path.replace(/\/.*/, '')}`);
    if (host.offline) throw new Unreachable(path);
    const lie = host.broken.get(path);
    host.broken.delete(path);
    if (lie) return lie;
    if (!host.files[path]) throw new Refusal('missing', path);
    return new Uint8Array(host.files[path]);
  };
  const portal = await Portal.open(read, await fetchAccess(read), await version.opened);
  host.asked.length = 0;
  return { portal, host, box: (path) => `b/${portal.manifest.pages.get(path).ref[0]}` };
}

test('pages, frame, files', async () => {
  const { portal } = await opened();
  assert.deepEqual(await portal.page('/docs/a'), { title: 'A', html: 'a first', manifest: portal.manifest });
  assert.deepEqual(await portal.frame(), { html: '<main></main>', box: portal.manifest.frame[0] });
  assert.equal(Buffer.concat(await portal.asset('plan.pdf')).toString(), '%PDF');
  assert.equal(await portal.page('/docs/nowhere'), undefined);
  assert.equal(await portal.page('/constructor'), undefined);
  assert.equal(await refusal(() => portal.asset('nothing.pdf')), 'missing');
});

test('a bad box is fetched again, past every cache, after access.json and the manifest', async () => {
  const { portal, host, box } = await opened();
  host.broken.set(box('/'), new Uint8Array(70));
  assert.equal((await portal.page('/')).html, 'first');
  assert.deepEqual(host.asked, ['default b', 'reload access.json', 'reload m', 'reload b']);
});

test('a box that stays away is refused, after one more try', async () => {
  const { portal, host, box } = await opened();
  delete host.files[box('/')];
  assert.equal(await refusal(() => portal.page('/')), 'missing');
  assert.deepEqual(host.asked, ['default b', 'reload access.json', 'reload m', 'reload b']);
});

test('a new version of the same epoch needs nobody', async () => {
  const { portal, host } = await opened();
  host.files = { ...sealed({ text: 'second' }).files };
  assert.equal((await portal.page('/docs/a')).html, 'a second');
});

test('a new epoch needs somebody who still knows U', async () => {
  const { portal, host } = await opened();
  const next = sealed({ epoch: 2, text: 'second' });
  host.files = { ...next.files };
  assert.equal(await refusal(() => portal.page('/')), 'manifest-epoch');
  portal.rekey = () => next.opened;
  assert.equal((await portal.page('/')).html, 'second');
  assert.equal(portal.access.epoch, 2);
});

test('offline is no refusal, and nothing is read again for it', async () => {
  const { portal, host } = await opened();
  host.offline = true;
  await assert.rejects(portal.page('/'), Unreachable);
  assert.deepEqual(host.asked, ['default b']);
});

test('a page that was read is not fetched again, unless it was published anew', async () => {
  const { portal, host } = await opened();
  assert.equal((await portal.page('/docs/a'))?.html, 'a first');
  assert.equal((await portal.page('/docs/a'))?.html, 'a first');
  assert.deepEqual(host.asked, ['default b']);
  host.offline = true;
  assert.equal((await portal.page('/docs/a'))?.html, 'a first');
  host.offline = false;
  Object.assign(host.files, sealed({ text: 'second' }).files);
  await portal.renew();
  assert.equal((await portal.page('/docs/a'))?.html, 'a second');
});

test('what could not be fetched is asked for again', async () => {
  const { portal, host } = await opened();
  host.offline = true;
  await assert.rejects(portal.page('/docs/a'), Unreachable);
  host.offline = false;
  assert.equal((await portal.page('/docs/a'))?.html, 'a first');
});
