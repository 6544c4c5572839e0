// @ts-check
// Words of the glossary where they are used: each button in the text opens a note, which is made from the Glossary page.
// The notes stand behind the page, so that they are printed with it, each with the letter that its word has.

/** @typedef {import('./store.js').Portal} Portal */

/** Where the notes come from. */
const GLOSSARY = '/glossary';
/** What is before a term's id in the id of its note. */
const NOTE = '_term-';

/** The term that a button explains. @param {Element} button */
const termOf = (button) => (button.getAttribute('popovertarget') ?? '').slice(NOTE.length);

export class Terms {
  #portal;
  #parse;
  /** @type {{box: string, page: Promise<DocumentFragment>} | undefined} */
  #glossary;

  /** @param {Portal} portal @param {(html: string) => DocumentFragment} parse */
  constructor(portal, parse) {
    this.#portal = portal;
    this.#parse = parse;
  }

  /** The notes for the buttons in `root`, in their order; each button is given its note's letter. @param {ParentNode} root */
  async notes(root) {
    const glossary = await this.#page();
    const pattern = glossary.querySelector('template#_terms');
    const section = pattern instanceof HTMLTemplateElement && pattern.content.firstElementChild?.cloneNode(true);
    const note = section instanceof HTMLElement && section.querySelector('[popover]');
    if (!section || !note) return undefined;
    note.remove();
    /** @type {Map<string, string>} */
    const letters = new Map();
    for (const button of root.querySelectorAll('.term')) {
      const id = termOf(button);
      const made = !letters.has(id) && noteOf(glossary, id, note);
      if (made) letters.set(id, letter(letters.size));
      if (made) section.append(made);
      button.setAttribute('data-note', letters.get(id) ?? '');
    }
    return section;
  }

  /** The Glossary page, fetched once for each version of it. @returns {Promise<DocumentFragment>} */
  #page() {
    const box = this.#portal.manifest.pages.get(GLOSSARY)?.ref[0] ?? '';
    if (this.#glossary?.box === box) return this.#glossary.page;
    const page = this.#portal.page(GLOSSARY).then((found) => this.#parse(found?.html ?? ''));
    this.#glossary = { box, page };
    page.catch(() => (this.#glossary = undefined));
    return page;
  }
}

/** The note of one term. @param {DocumentFragment} glossary @param {string} id @param {Element} pattern */
function noteOf(glossary, id, pattern) {
  const entry = glossary.getElementById(id);
  const name = entry?.querySelector('[data-term="name"]');
  const short = entry?.nextElementSibling?.querySelector('[data-term="short"]');
  if (!name || !short) return undefined;
  const note = /** @type {Element} */ (pattern.cloneNode(true));
  note.id = NOTE + id;
  note.setAttribute('aria-label', name.textContent ?? '');
  note.querySelector('[data-term="name"]')?.replaceChildren(...copies(name));
  note.querySelector('[data-term="short"]')?.replaceWith(...copies(short));
  note.querySelector('[data-term="more"]')?.setAttribute('href', `#${GLOSSARY}#${encodeURIComponent(id)}`);
  return note;
}

/** What is in an element, once more; the ids stay with the first. @param {Element} element */
function copies(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  copy.querySelectorAll('[id]').forEach((one) => one.removeAttribute('id'));
  return copy.childNodes;
}

/** `a` for the first, `z` for the 26th, then `aa`: numbers would be taken for those of footnotes. @param {number} place @returns {string} */
const letter = (place) => (place < 26 ? '' : letter(Math.floor(place / 26) - 1)) + String.fromCharCode(97 + (place % 26));
