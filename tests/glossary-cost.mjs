// What explaining words where they are used costs: 1,000 documents built without a glossary and with one of 300 terms,
// each with two further forms. By hand, with a release build: `node tests/glossary-cost.mjs`. Ends with an error where
// the glossary costs more than 15 % of the time that the processors work; what a clock says depends on what else runs.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS, TERMS, documents, glossary } from './thousand.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = process.env.VESTIBULE ?? resolve(root, process.env.CARGO_TARGET_DIR ?? 'target', 'release', 'vestibule');
const ROUNDS = 9;
const LIMIT = 1.15;

const folder = mkdtempSync(join(tmpdir(), 'vestibule-glossary-'));

/** @param {string} name @param {string} text */
const write = (name, text) => writeFileSync(join(folder, name), text);
/** @param {...string} more */
const run = (...more) => execFileSync(program, ['-C', folder, ...more], { stdio: 'pipe' });

write('vestibule.yml', 'name: Linden Studio\ncontact: {name: Mira Vos, email: mira@linden.example}\n');
mkdirSync(join(folder, 'acme', 'docs'), { recursive: true });
write('acme/client.yml', 'name: Acme\nproject: Website\naddress: oak-7\n');
documents.forEach((text, number) => write(`acme/docs/d${number}.md`, text));
run('init', '.');
run('access', 'add', 'acme', 'Tom');

let builds = 0;
/** What a build takes, in milliseconds: of all processors together, and by the clock. @param {string} terms the contents of glossary.yml */
function build(terms) {
  write('acme/glossary.yml', terms);
  const out = join(folder, `dist-${builds++}`);
  // The shell tells thousandths of a second; what the system says of children of Node.js are hundredths.
  const timed = 'TIMEFORMAT="%3R %3U %3S"; time "$0" "$@" 2>&1 >/dev/null';
  const said = spawnSync('bash', ['-c', timed, program, '-C', folder, 'build', '--out', out], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  const [clock, user, system] = (said.stderr.trim().split('\n').at(-1) ?? '').split(' ').map((seconds) => 1_000 * Number(seconds));
  if (said.status !== 0 || !(user > 0)) throw new Error(`the build failed: ${said.stdout}${said.stderr}`);
  rmSync(out, { recursive: true });
  return { work: user + system, clock };
}

/** @typedef {ReturnType<typeof build>} Took */
const median = (/** @type {Took[]} */ all, /** @type {keyof Took} */ what) =>
  Math.round(all.map((took) => took[what]).toSorted((a, b) => a - b)[Math.floor(all.length / 2)]);
/** @type {[Took[], Took[]]} */
const [without, explained] = [[], []];
build('');
for (let round = 0; round < ROUNDS; round++) {
  without.push(build(''));
  explained.push(build(glossary));
}
rmSync(folder, { recursive: true });
const ratio = median(explained, 'work') / median(without, 'work');
const size = documents.reduce((sum, text) => sum + text.length, 0) / DOCUMENTS;
console.log(`${DOCUMENTS} documents of ${Math.round(size)} bytes, ${TERMS} terms. Without a glossary ${median(without, 'work')} ms of work ` +
  `(${median(without, 'clock')} ms by the clock), with it ${median(explained, 'work')} ms (${median(explained, 'clock')} ms): ${ratio.toFixed(3)} times as much`);
process.exitCode = ratio <= LIMIT ? 0 : 1;
