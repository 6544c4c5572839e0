// @ts-check
// The gate: one field, one button. The page has it ready; this gives it the reader's language and makes it work.

import { phrase, pickLanguage } from './phrases.js';

/** @template {Element} T @param {ParentNode} root @param {string} selector @param {{new (): T}} type @returns {T} */
function part(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`gate.html has no ${selector}`);
  return found;
}

export class Gate {
  #root = part(document, '#gate', HTMLElement);
  #form = part(this.#root, 'form', HTMLFormElement);
  #field = part(this.#form, '[name="password"]', HTMLInputElement);
  #remember = part(this.#form, '[name="remember"]', HTMLInputElement);
  #shown = part(this.#form, '[name="show"]', HTMLInputElement);
  #button = part(this.#form, '[type="submit"]', HTMLButtonElement);
  #message = part(this.#form, '#gate-message', HTMLElement);
  /** Whether a key is being made. */
  busy = false;
  /** What is said now, its key and a date, so that it can be said again in another language. */
  #said = ['', ''];

  /** @param {(passphrase: string, remember: boolean) => void} onSubmit */
  constructor(onSubmit) {
    const agency = document.documentElement.lang;
    this.language = pickLanguage(navigator.languages, agency);
    part(this.#form, '[name="username"]', HTMLInputElement).value = location.hostname;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      // Browsers keep what was typed in the clear for other forms.
      this.#field.type = 'password';
      if (!this.busy) onSubmit(this.#field.value, this.#remember.checked);
    });
    this.#form.addEventListener('change', () => (this.#field.type = this.#shown.checked ? 'text' : 'password'));
    for (const choice of this.#root.querySelectorAll('[data-language]')) {
      choice.addEventListener('click', () => this.#speak(choice.getAttribute('data-language') ?? agency));
    }
    if (this.language !== agency) this.#speak(this.language);
    else this.#mark();
    this.#button.disabled = false;
  }

  /** Waits for a passphrase, in the field. */
  ready() {
    this.#busy(false);
    this.#field.focus();
  }

  /** Shows that the key is being made. */
  working() {
    this.#say('', '');
    this.#busy(true);
  }

  /** Says what went wrong, aloud too, and takes the reader back to the field. @param {string} key @param {string} [date] */
  refuse(key, date = '') {
    this.#say(key, date);
    this.ready();
    if (key === 'wrong') this.#field.select();
  }

  /** Says why this browser cannot open anything, and offers no field. @param {string} key */
  closed(key) {
    this.#say(key, '');
    this.#root.dataset.state = 'closed';
  }

  /** Keeps nothing of what was typed. */
  forget() {
    this.#form.reset();
    this.#field.type = 'password';
  }

  /** Puts the gate back, empty. */
  show() {
    this.forget();
    this.#said = ['', ''];
    document.body.replaceChildren(this.#root);
    document.title = part(this.#root, 'h1', HTMLElement).textContent ?? '';
    this.#speak(this.language);
    this.ready();
  }

  /** @param {boolean} busy */
  #busy(busy) {
    this.busy = busy;
    this.#root.dataset.state = busy ? 'busy' : 'ready';
    this.#field.readOnly = busy;
    this.#button.setAttribute('aria-disabled', String(busy));
    this.#button.textContent = phrase(this.language, busy ? 'opening' : 'open');
    part(this.#form, '#gate-progress', HTMLElement).hidden = !busy;
  }

  /** @param {string} key @param {string} day */
  #say(key, day) {
    this.#said = [key, day];
    this.#root.dataset.said = key;
    const region = navigator.languages.find((tag) => tag.split('-')[0] === this.language) ?? this.language;
    const date = day && new Date(day).toLocaleDateString(region, { dateStyle: 'long', timeZone: 'UTC' });
    this.#message.textContent = key && phrase(this.language, key, { date });
    this.#field.setAttribute('aria-invalid', String(key === 'wrong' || key === 'empty'));
  }

  /** @param {string} language */
  #speak(language) {
    this.language = language;
    for (const element of this.#root.querySelectorAll('[data-word]')) {
      translate(element, phrase(language, element.getAttribute('data-word') ?? ''));
    }
    this.#button.textContent = phrase(language, this.busy ? 'opening' : 'open');
    this.#mark();
    this.#say(this.#said[0], this.#said[1]);
  }

  #mark() {
    for (const choice of this.#root.querySelectorAll('[data-language]')) {
      const mine = choice.getAttribute('data-language') === this.language;
      choice.setAttribute('aria-pressed', String(mine));
      if (mine) document.documentElement.dir = choice.getAttribute('dir') ?? 'ltr';
    }
    document.documentElement.lang = this.language;
  }
}

/** Puts words in place; `{phone}` in them stands for the child of that name, a link, which is kept. @param {Element} element @param {string} text */
function translate(element, text) {
  const kept = new Map([...element.querySelectorAll('[data-slot]')].map((child) => [child.getAttribute('data-slot'), child]));
  const name = element.getAttribute('data-name') ?? '';
  element.replaceChildren(...text.split(/\{(\w+)\}/).map((piece, at) => (at % 2 ? (kept.get(piece) ?? name) : piece)));
}
