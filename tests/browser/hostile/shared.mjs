// What is written once for all clients, with a hostile value in every place, and a client whose own files use all of it.

import { FACE, NAMED, list, literal, page, quoted, reached, writeClient } from './content.mjs';
import { VALUES } from './values.mjs';

/** The documents that all clients can have: a third of the values is enough of each kind. */
const DOCS = VALUES.flatMap((_, at) => (at % 3 === 2 ? [at] : []));
/** The pages of a client with nothing but what is shared. */
export const SHARED_PAGES = ['/', '/todos', '/about', '/documents', '/glossary', '/docs/use', ...DOCS.map((at) => `/docs/d${at}`)];
/** So that nothing that is shared has the name of something that another client has. */
const OURS = ' of all';

/** @param {import('./content.mjs').Hostile} hostile */
export function writeShared(hostile) {
  writeClient(hostile, 'borrower', 'oak-3');
  hostile.put('shared/people/face.png', FACE);
  const pictures = new Map(NAMED.map(({ at, name }) => [at, `people/${name}.png`]));
  for (const path of pictures.values()) hostile.put(`shared/${path}`, FACE);
  list(hostile, 'shared/people.yml', { id: 's', fields: (field, plain, at, narrow) => {
    field('name: ', OURS);
    field('was: ', OURS);
    plain('side: us');
    field('role: ');
    field('responsible_for: ');
    field('bio: ');
    reached(narrow);
    narrow('photo', 'people/face.png', (word) => pictures.get(at) ?? word);
  } });
  const glossary = hostile.sheet('shared/glossary.yml');
  const use = hostile.sheet('borrower/docs/use.md');
  VALUES.forEach((_, at) => {
    const place = (name) => ({ key: `shared/glossary.yml ${name} ${at}`, at });
    const term = place('term');
    const word = (hostile.refused.has(term.key) ? `Nothing ${at}` : hostile.value(term)) + OURS;
    glossary.add(`${quoted(word)}:\n  id: s${at}`, term);
    glossary.add(`  aka: ${quoted(`${hostile.value(place('aka'))} ${at}${OURS}`)}`, place('aka'));
    glossary.add(`  short: ${quoted(hostile.value(place('short')))}`, place('short'));
    glossary.add(`  means: ${quoted(hostile.value(place('means')))}`, place('means'));
    use.add(`Say ${literal(word)} here.\n`, { key: `borrower/docs/use.md ${at}`, at });
  });
  for (const at of DOCS) writeDoc(hostile, at);
  use.add(DOCS.map((at) => `- [Read](../../shared/docs/d${at}.md)`).join('\n'));
  const tasks = VALUES.map((_, at) => `- { title: Task ${at}, owner: s${at}, due: 2026-12-01 }\n`);
  hostile.put('borrower/tasks.yml', tasks.join(''));
}

function writeDoc(hostile, at) {
  page(hostile, `shared/docs/d${at}.md`, at, ({ plain, field, text }) => {
    plain('---');
    field('title: ');
    field('was: ');
    plain(`id: d${at}`);
    plain('---\n');
    text('literally', '', literal);
    plain('');
    text('text');
  });
}
