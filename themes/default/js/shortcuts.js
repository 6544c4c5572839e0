// @ts-check
// What opens the search: its button, `/`, and Ctrl-K or ⌘K. The palette itself is a module of its own, and the search
// another; both are fetched when the browser is idle, or when they are first wanted.

/**
 * @typedef {import('./store.js').Portal} Portal
 * @typedef {import('./palette.js').Palette} Palette
 */

/** Fields in which one types; keys are theirs. */
const FIELDS = 'input, textarea, select, [contenteditable]';

export class Shortcuts {
  #portal;
  #ending = new AbortController();
  /** @type {Palette | undefined} */
  #palette;

  /** @param {Portal} portal */
  constructor(portal) {
    this.#portal = portal;
    document.addEventListener('keydown', (event) => this.#key(event), { signal: this.#ending.signal });
  }

  /** Shows the button in a new frame, where there is something to search. */
  offer() {
    for (const button of document.querySelectorAll('[data-action="search"]')) button.toggleAttribute('hidden', !this.#offered);
  }

  /** Fetches the palette ahead of need. */
  async fetch() {
    if (this.#offered) await this.#modules();
  }

  /** Opens the palette. What is typed before all of it is there is found when it is. */
  open() {
    const dialog = document.querySelector('#_palette');
    const field = dialog?.querySelector('input');
    if (!(dialog instanceof HTMLDialogElement) || !field || !this.#offered) return;
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
    this.#begin(dialog);
  }

  /** The portal was locked. */
  end() {
    this.#ending.abort();
    this.#palette?.end();
    this.#palette = undefined;
  }

  get #offered() {
    return this.#portal.manifest.search.length > 0;
  }

  #modules() {
    return Promise.all([import('./palette.js'), import('./search.js')]);
  }

  /** @param {HTMLDialogElement} dialog */
  async #begin(dialog) {
    try {
      const [{ Palette }, { Search }] = await this.#modules();
      if (this.#ending.signal.aborted || !dialog.isConnected) return;
      if (this.#palette?.dialog !== dialog) {
        this.#palette?.end();
        this.#palette = new Palette(dialog, this.#portal, Search);
      }
      this.#palette.begin();
    } catch {
      // Its modules could not be fetched; the next letter tries again.
      const status = dialog.querySelector('[role="status"]');
      const word = dialog.querySelector('template')?.content.querySelector('[data-key="offline"]');
      if (status && word) status.textContent = word.textContent;
      dialog.addEventListener('input', () => this.#begin(dialog), { once: true, signal: this.#ending.signal });
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, code, target } = event;
    if (event.defaultPrevented || event.repeat || event.isComposing || event.altKey || !this.#offered) return;
    const control = event.ctrlKey || event.metaKey;
    // Where the letters are not Latin, the key that has the K on it.
    const isK = key.toLowerCase() === 'k' || (code === 'KeyK' && !/^[a-z]$/i.test(key));
    if (control ? !isK || event.shiftKey : key !== '/') return;
    const field = target instanceof Element && target.closest(FIELDS);
    const dialog = document.querySelector('dialog[open]');
    // In its own field, Ctrl-K takes the text to be written over.
    if (dialog ? dialog.id !== '_palette' || !control : field) return;
    event.preventDefault();
    this.open();
  }
}
