// Two clients with a hostile value in every place where there can be a text. What the program refuses is put right, place
// by place; every other place keeps its value. The same is written with harmless words, to compare with.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { program } from '../portals.mjs';
import { VALUES } from './values.mjs';

/**
 * One place in which a value stands. `instead` is what takes the place of a refused value where not every text is taken.
 * @typedef {{key: string, at: number, instead?: string}} Slot
 */

const DAY = 86_400_000;
/** A day of its own for each item. @param {number} at */
const day = (at) => new Date(Date.UTC(2024, 0, 1) + at * DAY).toISOString().slice(0, 10);
/** The pages of a client with a plan. */
export const PAGES = ['/', '/roadmap', '/todos', '/decisions', '/updates', '/documents', '/about', ...VALUES.map((_, at) => [`/decisions/${String(at).padStart(4, '0')}-x`, `/updates/${day(at)}`, `/docs/d${at}`][at % 3])];
/** What stands in a place that refused its value. */
const REFUSED = 'Nothing';
/** A text of YAML, with every character that might be lost written as a number. @param {string} text */
export const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u00a0\u00ad\u0600-\u0605\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Markdown that says this and nothing else. @param {string} text */
export const literal = (text) => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** A file while it is written: which line holds which place. */
class Sheet {
  text = '';
  line = 1;
  /** @type {Map<number, Slot>} */
  slots = new Map();

  /** @param {string} text @param {Slot} [slot] */
  add(text, slot) {
    for (const line of `${text}\n`.split(/(?<=\n)/)) {
      if (slot) this.slots.set(this.line, slot);
      this.text += line;
      this.line++;
    }
  }
}

/** A workspace with the values, or with harmless words in all places. */
export class Hostile {
  /** @type {Map<string, Slot>} what was refused, by key */
  refused = new Map();
  /** @type {Set<string>} all places that take any text */
  places = new Set();
  /** @type {Set<string>} all places that take few texts */
  narrows = new Set();
  passphrases = {};

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'vestibule-hostile-'));
    this.run('init', '.');
    rmSync(join(this.folder, 'first-client'), { recursive: true, force: true });
  }

  /** @param {...string} words */
  run(...words) {
    return execFileSync(program, ['-C', this.folder, ...words], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** The problems that keep a value out of the portal. */
  errors() {
    let found;
    try {
      found = this.run('check', '--format', 'json');
    } catch (error) {
      if (error.status !== 1) throw error;
      found = error.stdout;
    }
    // A title that is a template's makes no decision, which is no mistake, but leaves the value out all the same.
    return JSON.parse(found).filter(({ severity, code }) => severity === 'error' || code === 'not-a-decision');
  }

  /** Writes everything, and again without what is refused, until nothing is. @param {(hostile: Hostile) => void} write */
  settle(write) {
    for (let round = 0; round < 6; round++) {
      this.sheets = new Map();
      write(this);
      for (const [path, sheet] of this.sheets) this.put(path, sheet.text);
      const errors = this.errors();
      if (errors.length === 0) return;
      const before = this.refused.size;
      for (const error of errors) {
        const slot = this.sheets.get(error.file)?.slots.get(error.line) ?? this.sheets.get(error.file)?.slots.get(0);
        if (slot) this.refused.set(slot.key, slot);
      }
      // A link to what could not be read is put right with that.
      if (this.refused.size === before) throw new Error(errors.map(({ file, line, code, message }) => `${file}:${line} ${code}: ${message}`).join('\n'));
    }
    throw new Error('there is no end of what is refused');
  }

  /** @param {string} path @param {string | Buffer} text */
  put(path, text) {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** @param {string} path */
  sheet(path) {
    const sheet = new Sheet();
    this.sheets.set(path, sheet);
    return sheet;
  }

  /** What stands in a place: its value, or what took the place of a refused one. @param {Slot} slot */
  value(slot) {
    return this.#stands(slot, this.word(slot.at), REFUSED);
  }

  /** The same in a place that takes few texts: the value as a part of what may stand there. @param {Slot & {instead: string}} slot @param {(word: string) => string} as */
  narrow(slot, as) {
    return this.#stands(slot, as(this.word(slot.at)), slot.instead);
  }

  /** @param {Slot} slot @param {string} text @param {string} instead */
  #stands(slot, text, instead) {
    (slot.instead === undefined ? this.places : this.narrows).add(slot.key);
    return this.refused.has(slot.key) ? instead : text;
  }

  /** @param {number} at */
  word(at) {
    return VALUES[at];
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The same places with harmless words, and the same ones put right. */
export class Harmless extends Hostile {
  /** @param {Hostile} like */
  constructor(like) {
    super();
    this.refused = like.refused;
  }

  word(at) {
    return `harmless${at}x`;
  }
}

/** Writes the list `path`: for each value, what `item` says. */
export function list(hostile, path, item) {
  const sheet = hostile.sheet(path);
  VALUES.forEach((_, at) => {
    /** A field with a value. @param {string} before @param {string} [after] @param {string} [name] */
    const field = (before, after = '', name = before) => {
      const slot = { key: `${path} ${name.trim()} ${at}`, at };
      sheet.add(`  ${before}${quoted(hostile.value(slot) + after)}`, slot);
    };
    /** A field that takes few texts. @param {string} name @param {string} instead @param {(word: string) => string} as */
    const narrow = (name, instead, as) => {
      const slot = { key: `${path} ${name} ${at}`, at, instead };
      sheet.add(`  ${name}: ${quoted(hostile.narrow(slot, as))}`, slot);
    };
    sheet.add(`- id: ${item.id}${at}`);
    item.fields(field, (text) => sheet.add(`  ${text}`), at, narrow);
  });
}

/** A client with a plan, people, decisions, updates, documents and files. @param {Hostile} hostile */
export function writePlan(hostile) {
  writeClient(hostile, 'plan', 'oak-1');
  hostile.put('plan/people/face.png', FACE);
  list(hostile, 'plan/people.yml', { id: 'p', fields: (field, plain, at, narrow) => {
    field('name: ');
    field('was: ');
    plain(`side: ${at % 2 ? 'us' : 'client'}`);
    field('role: ');
    field('responsible_for: ');
    field('bio: ');
    reached(narrow);
    // A value is no picture; but a picture may be called so.
    const name = hostile.word(at);
    if (fileName(VALUES[at]) !== VALUES[at] || at % 3 === 0) narrow('photo', 'people/face.png', (word) => word);
    else {
      hostile.put(`plan/people/${name}.png`, FACE);
      narrow('photo', 'people/face.png', (word) => `people/${word}.png`);
    }
    if (at % 5 === 4) dropped(field, plain);
  } });
  list(hostile, 'plan/roadmap.yml', { id: 'r', fields: (field, plain, at) => {
    field('title: ');
    field('was: ');
    plain(`start: ${day(at)}`);
    plain(`end: ${day(at + 1)}`);
    field('summary: ');
    if (at % 5 === 4) dropped(field, plain);
  } });
  list(hostile, 'plan/milestones.yml', { id: 'm', fields: milestone });
  list(hostile, 'plan/tasks.yml', { id: 't', fields: (field, plain, at) => {
    field('title: ');
    field('was: ');
    plain(`owner: p${at}`);
    plain(`due: ${day(at)}`);
    field('why: ');
    if (at % 5 === 2) plain(`done: ${day(at)}`);
    if (at % 5 === 4) dropped(field, plain);
  } });
  VALUES.forEach((_, at) => {
    // Each Markdown file has one value only, as some swallow all that follows; a third of them is enough of each kind.
    [writeDecision, writeUpdate, writeDoc][at % 3](hostile, at);
    hostile.put(`plan/files/f${at}.txt`, 'x');
  });
  const files = hostile.sheet('plan/files.yml');
  VALUES.forEach((_, at) => {
    const place = (name) => ({ key: `plan/files.yml ${name} ${at}`, at });
    files.add(`f${at}.txt:\n  id: f${at}`);
    files.add(`  title: ${quoted(hostile.value(place('title')))}`, place('title'));
    files.add(`  version: ${quoted(hostile.value(place('version')))}`, place('version'));
  });
  writeBait(hostile, 'plan');
}

/** How somebody is reached: a value as a part of what is a mail address, and of what is a telephone number. */
export function reached(narrow) {
  narrow('email', 'jo@linden.example', (word) => `${word}@linden.example`);
  narrow('phone', '+32 9 555 01 42', (word) => `+32 9 555 01 42 ${word}`);
}

function dropped(field, plain) {
  plain('dropped:');
  plain(`  on: ${day(0)}`);
  field('  why: ', '', 'dropped.why');
}

function milestone(field, plain, at) {
  field('title: ');
  field('was: ');
  plain(`phase: r${at}`);
  plain(`due: ${day(at)}`);
  plain('moves:');
  plain(`  - to: ${day(at + 1)}`);
  field('    why: ', '', 'moves.why');
  field('    recovery: ', '', 'moves.recovery');
  plain('approval:');
  plain(`  until: ${day(at + 1)}`);
  plain(`  by: p${at}`);
  field('  via: ', '', 'approval.via');
  field('note: ');
  plain('steps:');
  field('  - ', '', 'steps');
  field('  - title: ', '', 'steps.title');
  plain(`    done: ${day(at)}`);
  plain(`needs: [t${at}]`);
  if (at % 5 === 2) plain(`done: ${day(at + 1)}`);
  if (at % 5 === 4) dropped(field, plain);
}

/** A Markdown file of one value: `field` puts it into the front matter, `text` into the text. */
export function page(hostile, path, at, write) {
  const sheet = hostile.sheet(path);
  const place = (name) => ({ key: `${path} ${name}`, at });
  write({
    plain: (text) => sheet.add(text),
    field: (before, after = '') => sheet.add(`${before}${quoted(hostile.value(place(before.trim())) + after)}`, place(before.trim())),
    whole: (name) => sheet.slots.set(0, place(name)),
    text: (name, before = '', as = (text) => text) => sheet.add(before + as(hostile.value(place(name))), place(name)),
  });
}

function writeDecision(hostile, at) {
  page(hostile, `plan/decisions/${String(at).padStart(4, '0')}-x.md`, at, ({ plain, field, text, whole }) => {
    plain('---');
    plain(`id: d${at}`);
    whole('title:');
    field('title: ');
    field('was: ');
    plain(at % 2 ? 'status: accepted' : 'status: proposed');
    plain(at % 2 ? `date: ${day(at)}` : `needed_by: ${day(at)}`);
    plain(`decision-makers: [p${at}]`);
    plain(`consulted: [p${at}]`);
    plain('effect:');
    plain('  days: 2');
    field('  recovery: ');
    plain('approval:');
    plain(`  until: ${day(at)}`);
    plain(`  by: p${at}`);
    field('  via: ');
    // What is read of the options comes first: some values swallow all that follows.
    plain('---\n\n## Options\n\n- Another');
    text('options', '- ', (value) => `${literal(value)} again`);
    plain('\n## Question\n');
    text('question');
    plain('\n## Chosen\n');
    text('chosen');
  });
}

function writeUpdate(hostile, at) {
  page(hostile, `plan/updates/${day(at)}.md`, at, ({ plain, field, text, whole }) => {
    plain('---\nhealth: at risk');
    field('because: ');
    plain('---\n');
    text('title', '# ', (value) => `${literal(value)} again`);
    plain('');
    text('beginning');
    // A text that swallows all that follows leaves nothing of what is next.
    whole('beginning');
    plain('\n## Done\n\nMuch.\n\n## Next\n\nMore.\n');
    text('end');
  });
}

function writeDoc(hostile, at) {
  page(hostile, `plan/docs/d${at}.md`, at, ({ plain, field, text }) => {
    plain('---');
    field('title: ');
    field('was: ');
    plain(`id: d${at}\norder: ${at}\napproval:\n  until: ${day(at)}`);
    plain(`  by: p${at}`);
    field('  via: ');
    plain('---\n');
    text('literally', '', literal);
    plain('');
    text('text');
  });
}

/** The values that can be the name of a file. */
export const NAMED = VALUES.map((value, at) => ({ at, name: fileName(value) })).filter(({ name }) => name);
/** The pages of a client with words. */
export const WORD_PAGES = ['/', '/decisions', '/documents', '/glossary', '/docs/terms', ...VALUES.flatMap((_, at) => (at % 6 ? [] : [`/decisions/x${at}`]))];

/** What a value is as the name of a file; empty where it can be none. @param {string} value */
function fileName(value) {
  const name = value.replaceAll('/', '\u2215').normalize('NFC');
  return /^[._]|[\0\\:]|[\x01-\x1f\x7f-\x9f]|^\s|\s$/.test(name) || Buffer.byteLength(name) > 200 ? '' : name;
}

/** A client whose project is over, with words, with names of files, and with people whom nobody knows. @param {Hostile} hostile */
export function writeWords(hostile) {
  const client = writeClient(hostile, 'words', 'oak-2');
  client.add(`closed:\n  on: 2024-01-01\n  summary: ${quoted(paragraphs(hostile))}\n  support: ${quoted(paragraphs(hostile))}\n  lessons:`);
  VALUES.forEach((_, at) => {
    const slot = { key: `words/client.yml lessons ${at}`, at };
    client.add(`    - ${quoted(hostile.value(slot))}`, slot);
  });
  const glossary = hostile.sheet('words/glossary.yml');
  const terms = hostile.sheet('words/docs/terms.md');
  VALUES.forEach((_, at) => {
    const place = (name) => ({ key: `words/glossary.yml ${name} ${at}`, at });
    const term = place('term');
    glossary.add(`${quoted(hostile.refused.has(term.key) ? `Nothing ${at}` : hostile.value(term))}:\n  id: g${at}`, term);
    glossary.add(`  aka: ${quoted(`${hostile.value(place('aka'))} ${at}`)}`, place('aka'));
    glossary.add(`  short: ${quoted(hostile.value(place('short')))}`, place('short'));
    glossary.add(`  means: ${quoted(hostile.value(place('means')))}`, place('means'));
    const use = { key: `words/docs/terms.md ${at}`, at };
    const used = hostile.value(use);
    terms.add(`## Use ${at}\n\nSay ${literal(used)} here, ${literal(`${used} ${at}`)} there.\n`, use);
    if (at % 6 === 0) writeForeign(hostile, at);
  });
  for (const { at, name } of NAMED) {
    hostile.put(`words/files/${name}`, 'x');
    if (at % 4 === 0) hostile.put(`words/docs/${name}/${name}.md`, 'x\n');
  }
  writeBait(hostile, 'words');
  hostile.put('words/docs/d2.md', 'x\n');
}

function writeForeign(hostile, at) {
  page(hostile, `words/decisions/x${at}.md`, at, ({ plain, field, text, whole }) => {
    plain('---');
    whole('title:');
    field('title: ');
    for (const name of ['decision-makers: ', 'consulted: ', 'informed: ']) field(name);
    plain(`approval:\n  until: ${day(at)}`);
    field('  by: ');
    field('status: ');
    plain('---\n');
    text('superseded', '* Superseded by: ', literal);
    text('bullet', '* Status: superseded by ');
    plain('\n## Question\n');
    text('question');
  });
}

/** A picture of one pixel. */
export const FACE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Files that would run something if a browser showed them as what they are. */
export const BAIT = {
  'evil.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="canary()"><script>canary()</script><image href="https://evil.example/a.png"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="canary()"/></body></foreignObject></svg>',
  'evil.html': '<script>(opener ?? parent).canary()</script>',
  'evil.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><script>opener.canary()</script></html>',
  'evil.xml': '<?xml-stylesheet href="data:text/xsl,x"?><x xmlns:h="http://www.w3.org/1999/xhtml"><h:script>opener.canary()</h:script></x>',
  'evil.png': '<html><script>opener.canary()</script></html>',
  'evil.txt': '<html><script>opener.canary()</script></html>',
};

function writeBait(hostile, client) {
  for (const [name, text] of Object.entries(BAIT)) hostile.put(`${client}/files/${name}`, text);
}

/** The settings that all clients share, and a client's own. All values stand in each field. */
export function writeClient(hostile, id, address) {
  const settings = hostile.sheet('vestibule.yml');
  settings.add(`name: ${quoted(joined(hostile))}\ncontact:\n  name: ${quoted(joined(hostile))}\n  email: ${quoted(`${mailbox(hostile)}@linden.example`)}`);
  const sheet = hostile.sheet(`${id}/client.yml`);
  for (const name of ['name', 'project', 'working_hours']) sheet.add(`${name}: ${quoted(joined(hostile))}`);
  sheet.add(`address: ${address}\nhealth: at risk\nallow:\n  - { check: removed-html, why: there is a great deal of it }`);
  sheet.add(`because: ${quoted(paragraphs(hostile))}`);
  sheet.add(`comms:\n  channel: ${quoted(joined(hostile))}\n  escalation: ${quoted(paragraphs(hostile))}`);
  return sheet;
}

/** All values of one line that are not too long, as one text. @param {Hostile} hostile */
const joined = (hostile) => VALUES.map((value, at) => (isShort(value) ? hostile.word(at) : '')).filter(Boolean).join(' ');
/** All that may stand in a mail address, as one text. @param {Hostile} hostile */
const mailbox = (hostile) => VALUES.map((value, at) => (isShort(value) && !/[\s\x7f-\x9f<>"?&#%,;@]/.test(value) ? hostile.word(at) : '')).join('');
/** A paragraph for each of those that refer to nothing, as one text. @param {Hostile} hostile */
const paragraphs = (hostile) => VALUES.map((value, at) => (isShort(value) && /^[^ ]/.test(value) && !/src|href|img|\]|:/i.test(value) ? `x ${hostile.word(at)}` : '')).filter(Boolean).join('\n\n');
/** @param {string} value */
const isShort = (value) => !/[\0-\x1f]/.test(value) && value.length <= 100;
