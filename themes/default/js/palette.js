// @ts-check
// The search palette: a field, and under it what is found as one types. Focus stays in the field; which result the arrows
// have chosen, `aria-activedescendant` says. Results are links, which the router and `data-asset` follow like all others.

import { Unreachable } from './store.js';

/**
 * @typedef {import('./search.js').Result} Result
 * @typedef {import('./search.js').Marks} Marks
 * @typedef {import('./search.js').Found} Found
 * @typedef {import('./search.js').Search} Search
 * @typedef {import('./store.js').Portal} Portal
 */

/** How long a search may take before the reader is told that it is under way, in milliseconds. */
const PATIENCE = 150;
/** How many results are shown. */
const LIMIT = 24;

export class Palette {
  #dialog;
  #portal;
  #make;
  /** What finds, and the shards it finds in. @type {{engine: Search, shards: string} | undefined} */
  #search;
  #field;
  #status;
  #hits;
  #words;
  /** @type {HTMLElement[]} */
  #options = [];
  #chosen = -1;
  /** Counts searches, so that an older one never overwrites a newer. */
  #turn = 0;
  #searching = false;
  /** What was asked to be opened before it was found. @type {'here' | 'beside' | ''} */
  #awaited = '';
  #ending = new AbortController();

  /** @param {HTMLDialogElement} dialog @param {Portal} portal @param {typeof import('./search.js').Search} engine */
  constructor(dialog, portal, engine) {
    this.#dialog = dialog;
    this.#portal = portal;
    this.#make = engine;
    this.#field = /** @type {HTMLInputElement} */ (dialog.querySelector('[role="combobox"]'));
    this.#status = /** @type {HTMLElement} */ (dialog.querySelector('[role="status"]'));
    this.#hits = /** @type {HTMLElement} */ (dialog.querySelector('[role="listbox"]'));
    this.#words = dialog.querySelector('template')?.content;
    this.#field.addEventListener('input', () => this.search());
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    this.#hits.addEventListener('pointermove', (event) => this.#point(event));
    // Focus stays in the field.
    this.#hits.addEventListener('mousedown', (event) => event.preventDefault());
    dialog.addEventListener('click', (event) => this.#click(event));
    // Whoever closed it wants to stay here.
    dialog.addEventListener('close', () => (this.#awaited = ''));
    const { signal } = this.#ending;
    // A phone's keyboard covers the foot of the page without making it smaller.
    visualViewport?.addEventListener('resize', () => this.#fit(), { signal });
    addEventListener('online', () => this.#is('trouble') && dialog.open && this.search(), { signal });
    this.#fit();
  }

  get dialog() {
    return this.#dialog;
  }

  /** The palette was opened: what every search needs is fetched, and what is in the field already is looked for. */
  begin() {
    this.#engine().warm().catch(() => {});
    this.search();
  }

  /** Finds what is in the field. @returns {Promise<void>} */
  async search() {
    const turn = ++this.#turn;
    const text = this.#field.value;
    const query = text.trim();
    this.#awaited = '';
    this.#searching = query !== '';
    if (!query) return this.#show('empty', '');
    const waiting = setTimeout(() => turn === this.#turn && this.#say('searching'), PATIENCE);
    try {
      const found = await this.#find(text);
      if (!found || turn !== this.#turn) return;
      this.#searching = false;
      this.#list(found, query);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#searching = false;
      this.#show('trouble', this.#word(error instanceof Unreachable ? 'offline' : 'broken'));
    } finally {
      clearTimeout(waiting);
    }
  }

  /** The portal was locked: nothing that was looked for or found stays. */
  end() {
    this.#turn++;
    this.#ending.abort();
    this.#search = undefined;
    this.#field.value = '';
    this.#show('empty', '');
  }

  /** What finds in the shards that are published now. */
  #engine() {
    const { search } = this.#portal.manifest;
    const shards = JSON.stringify(search);
    if (this.#search?.shards !== shards) this.#search = { shards, engine: new this.#make((number) => this.#portal.search(number), search.length) };
    return this.#search.engine;
  }

  /** @param {string} text @returns {Promise<Found | undefined>} */
  async #find(text) {
    const engine = this.#engine();
    // A new version may have been published in between; its shards do not go with the old ones.
    const again = () => this.#ending.signal.aborted || engine !== this.#engine();
    try {
      const found = await engine.find(text, LIMIT);
      if (!again()) return found;
    } catch (error) {
      if (!again()) throw error;
    }
    if (this.#ending.signal.aborted) return undefined;
    return this.#engine().find(text, LIMIT);
  }

  /** @param {Found} found @param {string} query */
  #list({ total, results }, query) {
    const awaited = this.#awaited;
    const { language } = this.#portal.manifest;
    const values = { query, count: results.length.toLocaleString(language), total: total.toLocaleString(language) };
    if (!results.length) return this.#show('nothing', this.#word('nothing', values));
    const form = new Intl.PluralRules(language).select(total);
    this.#show('found', this.#word(total > results.length ? 'best' : `results.${form}`, values));
    /** @type {Map<string, HTMLElement>} */
    const groups = new Map();
    for (const result of results) {
      const group = groups.get(result.kind) ?? this.#group(result.kind, groups.size);
      groups.set(result.kind, group);
      group.append(option(result));
    }
    this.#hits.replaceChildren(...groups.values());
    this.#hits.scrollTop = 0;
    this.#options = [...this.#hits.querySelectorAll('a')];
    this.#options.forEach((one, place) => (one.id = `_hit-${place}`));
    this.#choose(0);
    if (awaited) this.#open(awaited);
  }

  /** @param {string} kind @param {number} place */
  #group(kind, place) {
    const group = element('div', 'palette-group');
    const name = element('div', 'palette-kind', this.#word(kind));
    group.setAttribute('role', 'group');
    name.id = `_kind-${place}`;
    group.setAttribute('aria-labelledby', name.id);
    name.setAttribute('role', 'presentation');
    group.append(name);
    return group;
  }

  /** Empties the list, and shows what there is instead. @param {'empty' | 'nothing' | 'trouble' | 'found'} state @param {string} text */
  #show(state, text) {
    this.#status.textContent = text;
    this.#hits.replaceChildren();
    this.#options = [];
    this.#choose(-1);
    this.#hits.hidden = state !== 'found';
    this.#field.setAttribute('aria-expanded', String(state === 'found'));
    for (const way of this.#dialog.querySelectorAll('[data-when]')) way.toggleAttribute('hidden', way.getAttribute('data-when') !== state);
    this.#dialog.dataset.state = state;
  }

  /** @param {string} state */
  #is(state) {
    return this.#dialog.dataset.state === state;
  }

  /** @param {number} place */
  #choose(place) {
    if (place < 0 && this.#options.length) return;
    this.#options[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = place;
    const option = this.#options[place];
    option?.setAttribute('aria-selected', 'true');
    if (option) this.#field.setAttribute('aria-activedescendant', option.id);
    else this.#field.removeAttribute('aria-activedescendant');
  }

  /** @param {PointerEvent} event */
  #point({ target, movementX, movementY }) {
    // A list that moves below a pointer at rest chooses nothing.
    if (movementX || movementY) this.#choose(this.#options.findIndex((one) => target instanceof Node && one.contains(target)));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.altKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const beside = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#searching) this.#awaited = beside ? 'beside' : 'here';
      else if (this.#is('trouble')) this.search();
      else this.#open(beside ? 'beside' : 'here');
    } else if (step && !beside && this.#options.length) {
      event.preventDefault();
      const count = this.#options.length;
      this.#choose((this.#chosen + step + count) % count);
      this.#options[this.#chosen].scrollIntoView({ block: 'nearest' });
    }
  }

  /** Follows the chosen result. @param {'here' | 'beside'} where */
  #open(where) {
    const option = this.#options[this.#chosen];
    const address = option?.getAttribute('href') ?? '';
    if (where === 'beside' && address.startsWith('#/')) window.open(address, '_blank', 'noopener');
    else option?.click();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const button = target.closest('[data-palette]');
    if (button?.getAttribute('data-palette') === 'again') {
      this.#field.focus();
      this.search();
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    // Outside of it, on the backdrop; or on a result, which whoever follows links opens after this.
    if (button || target === this.#dialog || (plain && target.closest('[role="option"]'))) this.#dialog.close();
  }

  #fit() {
    this.#dialog.style.setProperty('--seen', `${visualViewport?.height ?? innerHeight}px`);
  }

  /** @param {string} key */
  #say(key) {
    this.#status.textContent = this.#word(key);
  }

  /** @param {string} key @param {Record<string, string>} [values] for `{name}` */
  #word(key, values = {}) {
    const word = (/** @type {string} */ name) => this.#words?.querySelector(`[data-key="${name}"]`)?.textContent;
    const text = word(key) ?? word(key.replace(/\..*/, '.other')) ?? key;
    return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  }
}

/** A result: what it is called, where in it, and what is said there. @param {Result} result */
function option({ href, title, heading, excerpt, asset, titleMarks, headingMarks, excerptMarks }) {
  const link = element('a', 'hit');
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  link.tabIndex = -1;
  link.setAttribute('href', asset || !href.startsWith('#/') ? '#' : href);
  if (asset) link.dataset.asset = asset;
  const add = (/** @type {string} */ name, /** @type {string} */ text, /** @type {Marks} */ marks = []) => {
    if (!text) return;
    const part = element('span', name);
    part.append(...marked(text, marks));
    link.append(part, ' ');
  };
  add('hit-title', title, titleMarks);
  const [, ending = ''] = /\.(\w{1,5})$/.exec(asset) ?? [];
  if (heading) add('hit-place', heading, headingMarks);
  else add('hit-place', ending.toUpperCase());
  // The dots at its end do not stand in a line alone.
  add('hit-text', excerpt.replace(/ …$/, '\u00a0…'), excerptMarks);
  return link;
}

/** A text with its matches marked. @param {string} text @param {Marks} marks */
export function marked(text, marks) {
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (!(from >= end && to > from && to <= text.length)) continue;
    parts.push(text.slice(end, from), element('mark', '', text.slice(from, to)));
    end = to;
  }
  return [...parts, text.slice(end)].filter((part) => part !== '');
}

/** @param {string} name @param {string} className @param {string} [text] */
function element(name, className, text = '') {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
