// A thousand documents of two to four kilobytes, the same on every run, and words that some of them explain.

export const DOCUMENTS = 1_000;
export const TERMS = 300;

/** The same numbers from 0 to 1 on every run. */
let state = 42;
export const random = () => {
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
/** The contents of glossary.yml. */
export const glossary = terms.map((term) => `${term}:\n  short: "${sentence(12)}"\n  aka: ["${term}en", "${term}'s ${word()}"]\n`).join('');

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

export const documents = list(DOCUMENTS, document);
