// What searching costs in a portal of 1,000 documents: how large the index is, how much of it a first query fetches, and
// how long a reader waits for the first result. By hand, with a release build: `node tests/search-cost.mjs`. Ends with an
// error where the index is more than 12 % of the text, where two words fetch more than 200 KB, or where a result comes
// later than 50 ms after the keystroke although its shards are there. With VESTIBULE_WITHOUT, a program that makes no
// index, it also says what making one costs.

import { execFileSync, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser/browser.mjs';
import { documents, random } from './thousand.mjs';
import { fetchAccess, Portal } from '../themes/default/js/store.js';
import { openDoor } from '../themes/default/js/opener.js';
import { Search } from '../themes/default/js/search.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = process.env.VESTIBULE ?? resolve(root, process.env.CARGO_TARGET_DIR ?? 'target', 'release', 'vestibule');
const [SIZE, FETCHED, WAIT] = [0.12, 200_000, 50];
let failed = false;
const hold = (/** @type {boolean} */ holds, /** @type {string} */ what) => {
  console.log(`${holds ? 'holds' : 'FAILS'}: ${what}`);
  failed ||= !holds;
};

const folder = mkdtempSync(join(tmpdir(), 'vestibule-search-'));
const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(folder, name), text);
const run = (/** @type {string[]} */ ...more) => execFileSync(program, ['-C', folder, ...more], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
write('vestibule.yml', 'name: Linden Studio\ncontact: {name: Mira Vos, email: mira@linden.example}\n');
mkdirSync(join(folder, 'acme', 'docs'), { recursive: true });
write('acme/client.yml', 'name: Acme\nproject: Website\naddress: oak-7\n');
documents.forEach((text, number) => write(`acme/docs/d${number}.md`, text));
run('init', '.');
const passphrase = run('access', 'add', 'acme', 'Tom').trim();
run('build');

// ---- How large it is

const published = join(folder, 'dist', 'oak-7');
const read = async (/** @type {string} */ path) => new Uint8Array(readFileSync(join(published, path)));
const access = await fetchAccess(read);
const portal = await Portal.open(read, access, await openDoor(access, passphrase));
const { search: refs } = portal.manifest;
const sizes = refs.map(([box]) => readFileSync(join(published, 'b', box)).length);
const sum = (/** @type {number[]} */ all) => all.reduce((one, other) => one + other, 0);
const text = sum(documents.map((document) => Buffer.byteLength(document)));
const share = sum(sizes) / text;
hold(share <= SIZE, `the index is ${(100 * share).toFixed(1)} % of the text: ${sum(sizes)} of ${text} bytes, in ${sizes.length} shards`);

// ---- How much a first query fetches

/** Words as they stand in the texts, often ones and rare ones. */
const words = documents.flatMap((document) => document.match(/\b[a-z]{4,}\b/g) ?? []);
const word = () => words[Math.floor(words.length * random())];
const queries = Array.from({ length: 60 }, () => `${word()} ${word()}`);
const fetched = [];
for (const query of queries) {
  let bytes = 0;
  const search = new Search((number) => ((bytes += sizes[number - 1]), portal.search(number)), refs.length);
  await search.find(query);
  fetched.push(bytes);
}
fetched.sort((one, other) => one - other);
hold(fetched[fetched.length - 1] <= FETCHED, `two words fetch ${fetched[30]} bytes, at most ${fetched[fetched.length - 1]}`);

// ---- How long a reader waits

const shards = await Promise.all(refs.map((_, at) => portal.search(at + 1)));
const server = createServer(({ url = '' }, answer) => {
  const [, kind, name] = url.split('/');
  const [type, body] = kind === 'js' ? ['text/javascript', readFileSync(join(root, 'themes/default/js', name))] : kind === 'shards' ? ['application/octet-stream', shards[Number(name) - 1]] : ['text/html', '<title>Search</title>'];
  answer.writeHead(200, { 'content-type': type }).end(body);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const browser = await launch();
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`);
const waits = await page.evaluate(async ({ queries, count }) => {
  // @ts-ignore: served above
  const { Search } = await import('/js/search.js');
  const read = async (number) => new Uint8Array(await (await fetch(`/shards/${number}`)).arrayBuffer());
  const search = new Search(read, count);
  const waits = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) {
      const typed = query.slice(0, length);
      await search.find(typed);
      const start = performance.now();
      await search.find(typed);
      waits.push(performance.now() - start);
    }
    const slip = query[1] + query[0] + query.slice(2);
    await search.find(slip);
    const start = performance.now();
    await search.find(slip);
    waits.push(performance.now() - start);
  }
  return waits.sort((one, other) => one - other);
}, { queries: queries.slice(0, 20), count: refs.length });
await browser.close();
server.close();
const at = (/** @type {number} */ part) => waits[Math.floor((waits.length - 1) * part)].toFixed(1);
hold(waits[Math.floor((waits.length - 1) * 0.99)] <= WAIT, `${waits.length} keystrokes: a result after ${at(0.5)} ms, 99 of 100 after ${at(0.99)} ms, the last after ${at(1)} ms`);

// ---- What making it costs

if (process.env.VESTIBULE_WITHOUT) {
  const took = (/** @type {string} */ program) => {
    const timed = 'TIMEFORMAT="%3R %3U %3S"; time "$0" "$@" 2>&1 >/dev/null';
    const said = spawnSync('bash', ['-c', timed, program, '-C', folder, 'build', '--out', join(folder, 'again')], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    rmSync(join(folder, 'again'), { recursive: true });
    const [clock, user, system] = (said.stderr.trim().split('\n').at(-1) ?? '').split(' ').map((seconds) => 1_000 * Number(seconds));
    return { clock, work: user + system };
  };
  const rounds = Array.from({ length: 15 }, () => [took(process.env.VESTIBULE_WITHOUT ?? ''), took(program)]);
  const median = (/** @type {0 | 1} */ which, /** @type {'clock' | 'work'} */ what) => rounds.map((round) => round[which][what]).toSorted((one, other) => one - other)[7];
  console.log(`a build takes ${median(0, 'clock')} ms without an index and ${median(1, 'clock')} ms with it, ${median(0, 'work')} and ${median(1, 'work')} ms of work`);
}
rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
