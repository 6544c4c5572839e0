// The example as its clients read it, for tests that go through all of its pages.

import { Reader, launch } from './browser.mjs';
import { Workspace } from './portals.mjs';
import { own } from './servers.mjs';

/** A day on which the example has something to say. */
const SUNDAY = '2026-11-22T10:00:00Z';

/** Who reads what: a client's folder, the address of its portal, an audience. */
export const READERS = {
  ferries: { id: 'hask-sound-ferries', address: 'maple-42', audience: 'client' },
  fund: { id: 'hask-sound-ferries', address: 'maple-42', audience: 'sponsor' },
  bicycles: { id: 'hoekema-tweewielers', address: 'wilg-17', audience: 'client' },
  books: { id: 'lind-and-lowe', address: 'rowan-23', audience: 'client' },
};

/** Every kind of page there is, in the portal of the ferries. */
export const KINDS = {
  'home': '#/',
  'the roadmap': '#/roadmap',
  'the to-dos': '#/todos',
  'the decisions': '#/decisions',
  'a decision': '#/decisions/0005-sell-metres',
  'a decision that waits': '#/decisions/0007-large-refunds',
  'the updates': '#/updates',
  'an update': '#/updates/2026-11-20',
  'the documents': '#/documents',
  'a document with tables': '#/docs/reference/fares',
  'a document with code': '#/docs/reference/timetable-file',
  'a document with notes and pictures': '#/docs/explain/how-a-booking-travels',
  'a document with alerts': '#/docs/guides/check-in-at-the-pier',
  'the glossary': '#/glossary',
  'about': '#/about',
  'a page that is not there': '#/nowhere',
};

/** The example, published and served, and a browser to read it in. */
export class Example {
  /** @type {Record<string, string>} */
  #passphrases = {};

  async open() {
    this.workspace = new Workspace();
    for (const [name, { id, audience }] of Object.entries(READERS)) this.#passphrases[name] = this.workspace.admit(id, `Reader of ${name}`, audience);
    this.workspace.build();
    this.server = await own(this.workspace.out);
    this.browser = await launch();
  }

  async close() {
    await this.browser?.close();
    await this.server?.stop();
    this.workspace?.remove();
  }

  /** Somebody at a gate. @param {keyof typeof READERS} name @param {import('playwright-core').BrowserContextOptions} [options] @param {string} [state] the gate's @param {() => void} [first] runs in the page before its own scripts */
  async atTheGate(name, options = {}, state = 'ready', first = () => {}) {
    const context = await this.browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 }, ...options });
    await context.clock.setFixedTime(SUNDAY);
    await context.addInitScript(first);
    const reader = new Reader(context, `${this.server.url}${READERS[name].address}/`);
    await reader.open();
    await reader.page.locator(`.gate[data-state="${state}"]`).waitFor();
    return reader;
  }

  /** Somebody who reads Home. @param {keyof typeof READERS} name @param {import('playwright-core').BrowserContextOptions} [options] @param {() => void} [first] runs in the page before its own scripts */
  async reading(name, options, first) {
    const reader = await this.atTheGate(name, options, 'ready', first);
    await reader.page.locator('#passphrase').fill(this.#passphrases[name]);
    await reader.page.keyboard.press('Enter');
    await reader.page.locator('#_page h1').waitFor();
    return reader;
  }

  /** @param {keyof typeof READERS} name */
  passphrase(name) {
    return this.#passphrases[name];
  }
}

/** Goes to a page by its address, and waits until all of it is there: its pictures, the notes of its words, what can be copied. @param {Reader} reader @param {string} hash */
export const goTo = ({ page }, hash) => page.evaluate(async (hash) => {
  const main = document.querySelector('#_page');
  const until = async (/** @type {() => unknown} */ isSo) => {
    for (const begin = performance.now(); !isSo(); await new Promise((resolve) => setTimeout(resolve, 5))) {
      if (performance.now() - begin > 10_000) throw new Error(`${hash} is not there: ${isSo}`);
    }
  };
  const before = main?.firstElementChild;
  if (hash !== (location.hash || '#/')) {
    location.hash = hash;
    await until(() => main?.firstElementChild && main.firstElementChild !== before);
  }
  // What comes once a page is painted.
  await until(() => !main?.querySelector('.term') || main.querySelector('.term-note'));
  await until(() => [...document.querySelectorAll('#_page .code, #_page .prose h2[id]')].every((one) => one.querySelector('.copy, .anchor')));
  await until(() => [...document.querySelectorAll('#_page img')].every((one) => one instanceof HTMLImageElement && one.src && one.complete));
  // Sizes are looked at in the next frame.
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  scrollTo(0, 0);
}, hash);

/** Goes to all pages that lead on from one another, Home first, and to one that is not there. @param {Reader} reader @param {(hash: string) => Promise<void>} look @returns {Promise<string[]>} where it was */
export async function everyPage(reader, look) {
  const pages = ['#/', '#/nowhere'];
  for (const hash of pages) {
    await goTo(reader, hash);
    const links = await reader.page.locator('a[href^="#/"]').evaluateAll((all) => all.map((one) => `#${(one.getAttribute('href') ?? '').split('#')[1]}`));
    for (const link of links) if (!pages.includes(link)) pages.push(link);
    await look(hash);
  }
  return pages;
}
