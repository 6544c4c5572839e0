// What explaining words where they are used costs: 1,000 documents built without a glossary and with one of 300 terms,
// each with two further forms. By hand, with a release build: `node tests/glossary-cost.mjs`. Ends with an error where
// the glossary costs more than 15 % of the time that the processors work; what a clock says depends on what else runs.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = process.env.VESTIBULE ?? resolve(root, process.env.CARGO_TARGET_DIR ?? 'target', 'release', 'vestibule');
const DOCUMENTS = 1_000;
const TERMS = 300;
const ROUNDS = 9;
const LIMIT = 1.15;

/** The same numbers from 0 to 1 on every run. */
let state = 42;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
/** Of many things some are named far more often than others. @template T @param {T[]} things @param {number} [skew] @returns {T} */
const often = (things, skew = 3) => things[Math.floor(things.length * random() ** skew)];
/** @param {number} count @param {() => string} make */
const list = (count, make) => Array.from({ length: count }, make);
const syllable = () => often([...'ntrslkdmpbgvh']) + often([...'aeiou']) + often(['', 'n', 'r', 's', '', 'l']);
const word = () => list(1 + Math.floor(3 * random()), syllable).join('');

const words = list(3_000, word);
const named = new Set();
while (named.size < TERMS) named.add(list(1 + Math.floor(2.5 * random()), () => `${word()}${syllable()}`).join(' '));
const terms = [...named];
const glossary = terms.map((term) => `${term}:\n  short: "${sentence(12)}"\n  aka: ["${term}en", "${term}'s ${word()}"]\n`).join('');

/** @param {number} length in words @param {number} [named] how often a term is named, per word */
function sentence(length, named = 0) {
  const text = list(length, () => (random() < named ? often(terms, 8) : often(words))).join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** One word in so many is a term: twice as often as in the example that comes with the program. */
const DENSITY = 1 / 25;

/** Two to four kilobytes: sections with paragraphs, a list, a table or code here and there, links and emphasis. */
function document() {
  const paragraph = () => list(4, () => sentence(8 + Math.floor(12 * random()), DENSITY)).join(' ');
  const further = () => often(['', '', `See [${sentence(2)}](d${Math.floor(DOCUMENTS * random())}.md), **${word()}** and \`${word()}\`.\n\n`]);
  const points = () => `${list(3, () => `- ${sentence(9, DENSITY)}`).join('\n')}\n\n`;
  const table = () => `| ${word()} | ${word()} |\n|---|---|\n${list(4, () => `| ${word()} | ${sentence(5, DENSITY)} |\n`).join('')}\n`;
  const code = () => `\`\`\`yaml\n${list(4, () => `${word()}: ${word()}\n`).join('')}\`\`\`\n\n`;
  const part = () => `## ${sentence(4)}\n\n${paragraph()}\n\n${further()}${often([points, points, table, code])()}`;
  return `# ${sentence(3)}\n\n${paragraph()}\n\n${list(3 + Math.floor(4 * random()), part).join('')}`;
}

const folder = mkdtempSync(join(tmpdir(), 'vestibule-glossary-'));
const documents = list(DOCUMENTS, document);

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
