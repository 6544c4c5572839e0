// @ts-check
// What is said to the reader of the open portal, in its language: the words come with its frame.

import { Unreachable } from './store.js';

/** Copies: a node would keep all of the frame when the portal is locked. @type {Map<string | null, string | null>} */
let words = new Map();

/** Takes the words from the portal's frame. @param {DocumentFragment} frame */
export function speak(frame) {
  const all = frame.querySelector('#_words');
  const each = all instanceof HTMLTemplateElement ? all.content.querySelectorAll('[data-key]') : [];
  words = new Map([...each].map((one) => [one.getAttribute('data-key'), one.textContent]));
}

/** A word by its key. @param {string} key */
export const say = (key) => words.get(key) || key;

/** What goes in the place of a page that cannot be shown, and the way on. @param {'unknown' | 'offline' | 'unreadable'} key */
export function message(key) {
  const title = say(`${key}_title`);
  const box = document.createElement('div');
  box.className = 'sheet message';
  const add = (/** @type {string} */ name, /** @type {string} */ text, /** @type {HTMLElement} */ parent = box) => {
    const element = document.createElement(name);
    element.textContent = text;
    return parent.appendChild(element);
  };
  add('h1', title);
  add('p', say(`${key}_text`));
  const link = add('a', say(key === 'unknown' ? 'home' : 'again'), add('p', ''));
  link.setAttribute('href', key === 'unknown' ? '#/' : location.hash);
  if (key !== 'unknown') link.dataset.action = 'again';
  const content = new DocumentFragment();
  content.append(box);
  return { title, content };
}

/** How long it stays in sight that something went well, in milliseconds. */
const READ = 6_000;
let timer = 0;

/** Says something beside the page, or nothing any more. @param {string} text @param {boolean} [passing] whether it goes by itself */
export function notice(text, passing) {
  const box = document.querySelector('#_notice');
  clearTimeout(timer);
  if (box) box.textContent = text;
  if (passing) timer = setTimeout(notice, READ, '');
}

/** Says that a file could not be opened. @param {unknown} error */
export const trouble = (error) => notice(say(error instanceof Unreachable ? 'file_offline' : 'file_text'));
