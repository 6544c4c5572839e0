// @ts-check
// What a page gets once it is painted: notes, buttons that copy, anchors of headings, regions that scroll, the place in
// the contents; and pages ahead of need. Nothing of it moves what is there already.

import { fetchAhead } from './ahead.js';
import { markPlace } from './contents.js';
import { addAnchors, addCopying } from './copying.js';
import { watchPaper } from './paper.js';
import { hashFor } from './router.js';
import { watchWide } from './regions.js';

/**
 * @typedef {import('./store.js').Portal} Portal
 * @typedef {{fragment: (html: string) => DocumentFragment, fill: (root: ParentNode) => void, signal: AbortSignal}} Means
 *   what turns HTML into nodes and gives pictures their addresses, and when the portal is locked
 */

export class Extras {
  #portal;
  #means;
  /** @type {import('./terms.js').Terms | undefined} */
  #terms;
  /** What ends with the page. @type {(() => void)[]} */
  #leaving = [];
  /** The page that has got it all. @type {Element | null | undefined} */
  #finished;
  /** The notes of the page that is shown, on their way or in place. @type {Promise<void> | undefined} */
  #explained;
  /** The word that was asked for last, while its note is not there yet. @type {Element | undefined} */
  #asked;

  /** @param {Portal} portal @param {Means} means */
  constructor(portal, means) {
    const { signal } = means;
    this.#portal = portal;
    this.#means = means;
    fetchAhead(portal, signal);
    watchPaper(signal);
  }

  /** Gives the page that is shown what it lacks. @param {string} address its own */
  finish(address) {
    const page = document.querySelector('#_page');
    const content = page?.firstElementChild;
    if (!page || !content || content === this.#finished) return;
    this.#finished = content;
    addAnchors(page, address);
    addCopying(page);
    this.#leaving = [watchWide(page), markPlace(page)];
    if (page.querySelector('.term')) this.notes().catch(() => {});
  }

  /** Another page comes. */
  leave() {
    this.#leaving.forEach((end) => end());
    this.#leaving = [];
    this.#finished = this.#explained = undefined;
  }

  end() {
    this.leave();
    this.#asked = undefined;
  }

  /** Puts the notes of the words that the page explains behind it. */
  notes() {
    this.#explained ??= this.#addNotes();
    const mine = this.#explained;
    mine.catch(() => this.#explained === mine && (this.#explained = undefined));
    return mine;
  }

  async #addNotes() {
    const page = document.querySelector('#_page');
    const content = page?.firstElementChild;
    if (!page?.querySelector('.term')) return;
    const { Terms } = await import('./terms.js');
    this.#terms ??= new Terms(this.#portal, this.#means.fragment);
    const notes = await this.#terms.notes(page);
    // Another page may have come meanwhile.
    if (!notes || !content?.isConnected) return;
    page.append(notes);
    if (notes.querySelector('[data-asset]:not(a)')) this.#means.fill(notes);
  }

  /** A word was clicked on before its note is there. @param {Element} word */
  async explain(word) {
    this.#asked = word;
    await this.notes().catch(() => {});
    if (this.#asked !== word) return;
    this.#asked = undefined;
    const id = word.getAttribute('popovertarget') ?? '';
    if (!(word instanceof HTMLElement) || !word.isConnected) return;
    if (document.getElementById(id)) word.click();
    else location.hash = hashFor('/glossary', id.replace('_term-', ''));
  }
}
