// Nothing that is written while a page is on its way to the preview's events is lost, nor what is written while the preview
// or the connection to it is gone.

import assert from 'node:assert/strict';
import { createServer, connect } from 'node:net';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { Listener, OpenPortal } from './listener.mjs';
import { desk } from './stage.mjs';

/** How often an edit is made around the moment in which a page is loaded: often where endurance is. */
const RACES = Number(process.env.VESTIBULE_RACES ?? 10);
const PAGE = '#/docs/page';

let edits = 0;
const writer = desk((workspace) => {
  workspace.settle({ harbour: { 'client.yml': 'name: Harbour\nproject: Site\naddress: harbour-42\n' } });
  edit(workspace);
});

/** Writes something new into the page, and gives it. */
function edit(workspace = writer.workspace) {
  const text = `Edit number ${++edits}.`;
  workspace.write('harbour', { 'docs/page.md': `# Page\n\n${text}\n` });
  return text;
}

/** Waits until the preview serves a page with this text. @param {string} text */
async function served(text) {
  const [listener, portal] = [await Listener.to(writer.server.url, 'harbour-42'), new OpenPortal(writer.server.url, 'harbour-42')];
  await listener.until(async () => (await (await portal.now()).page('/docs/page'))?.html.includes(text));
  listener.leave();
  portal.leave();
}

/** A reader who is about to open the page. @param {string} [url] */
async function newcomer(url = writer.server.url) {
  const context = await writer.browser.newContext();
  const reader = new Reader(context, `${url}harbour-42/`);
  return { reader, context };
}

/** The page shows this, without anybody doing anything. @param {import('playwright-core').Page} page @param {string} text */
const shows = (page, text) => page.locator('#_page p', { hasText: text }).waitFor({ timeout: 10_000 });

test(`none of ${RACES} edits around the moment in which a page is loaded is lost`, async (t) => {
  const began = { before: 0, while: 0, after: 0 };
  /** How long the last page took to load. */
  let usual = 400;
  for (let race = 0; race < RACES; race++) {
    const { reader } = await newcomer();
    // From just before the page is asked for until it has been there for a while.
    const moment = (Math.random() * 2 - 0.2) * usual;
    let open = false;
    const opening = () => {
      const begun = Date.now();
      reader.open(PAGE).then(() => ([open, usual] = [true, Date.now() - begun]));
    };
    if (moment >= 0) opening();
    else setTimeout(opening, -moment);
    await new Promise((resolve) => setTimeout(resolve, Math.max(moment, 0)));
    began[moment < 0 ? 'before' : open ? 'after' : 'while']++;
    const text = edit();
    while (!open) await new Promise((resolve) => setTimeout(resolve, 5));
    await shows(reader.page, text);
    await reader.leave();
  }
  t.diagnostic(`${began.before} before the page was asked for, ${began.while} while it was loaded, ${began.after} after it`);
});

for (const [what, address] of [['asks for the key', '**/_preview/key/**'], ['asks for the manifest', '**/m/*'], ['asks for its box', '**/b/*'], ['listens', '**/_preview/events/*']]) {
  test(`what is written just before a page ${what} is shown`, async () => {
    const { reader, context } = await newcomer();
    let [isFirst, text] = [true, ''];
    await context.route(address, async (route) => {
      if (isFirst) {
        isFirst = false;
        text = edit();
        await served(text);
      }
      await route.continue();
    });
    const page = await reader.open(PAGE);
    await page.locator('#_page p', { hasText: 'Edit number' }).waitFor();
    while (!text) await new Promise((resolve) => setTimeout(resolve, 5));
    await shows(page, text);
    await reader.leave();
  });

  test(`what is written just after a page ${what} is shown`, async () => {
    const { reader, context } = await newcomer();
    let [isFirst, text] = [true, ''];
    await context.route(address, async (route) => {
      if (!isFirst) return route.continue();
      isFirst = false;
      // What listens never ends, so its answer cannot be held back.
      if (what === 'listens') return route.continue().then(() => (text = edit()));
      const answer = await route.fetch();
      text = edit();
      await served(text);
      await route.fulfill({ response: answer });
    });
    const page = await reader.open(PAGE);
    await page.locator('#_page p', { hasText: 'Edit number' }).waitFor();
    while (!text) await new Promise((resolve) => setTimeout(resolve, 5));
    await shows(page, text);
    await reader.leave();
  });
}

test('what is written while the reader goes to another page is shown', async () => {
  const { reader, context } = await newcomer();
  const page = await reader.open('#/');
  await page.locator('#_page h1').waitFor();
  let text = '';
  await context.route('**/b/*', async (route) => {
    if (text) return route.continue();
    const answer = await route.fetch();
    const renewed = page.waitForResponse(/\/m\//);
    text = edit();
    await served(text);
    // The page before has been compared with what is new, and is the same.
    await renewed;
    await page.waitForTimeout(300);
    await route.fulfill({ response: answer });
  });
  await page.evaluate((hash) => (location.hash = hash), PAGE);
  await page.locator('#_page p', { hasText: 'Edit number' }).waitFor();
  assert.notEqual(text, '', 'the page was on its way');
  await shows(page, text);
  await reader.leave();
});

test('a page comes back by itself to a preview that was started again', async () => {
  const { reader } = await newcomer();
  const page = await reader.open(PAGE);
  await shows(page, edit());
  const text = await writer.restart(() => edit());
  await shows(page, text);
  // And hears of what is written from now on.
  await shows(page, edit());
  await reader.leave(/net::|404/);
});

test('a page comes back by itself after its computer slept', async () => {
  const line = await Line.to(Number(new URL(writer.server.url).port));
  const { reader } = await newcomer(line.url);
  const page = await reader.open(PAGE);
  await shows(page, edit());
  line.cut();
  const text = edit();
  await served(text);
  await line.mend();
  await shows(page, text);
  await shows(page, edit());
  await reader.leave(/net::/);
  line.cut();
});

/** A line between a browser and a server, which can be cut. */
class Line {
  /** @type {Set<import('node:net').Socket>} */
  #ends = new Set();

  /** @param {number} target the server's port @param {number} [port] */
  constructor(target, port) {
    this.target = target;
    this.port = port;
  }

  /** @param {number} target the server's port */
  static async to(target) {
    const line = new Line(target);
    await line.mend();
    return line;
  }

  get url() {
    return `http://127.0.0.1:${this.port}/`;
  }

  mend() {
    this.server = createServer((near) => {
      const far = connect(this.target, '127.0.0.1');
      for (const end of [near, far]) {
        this.#ends.add(end);
        end.on('error', () => {}).on('close', () => (near.destroy(), far.destroy(), this.#ends.delete(end)));
      }
      near.pipe(far).pipe(near);
    });
    return new Promise((resolve) => this.server?.listen(this.port, '127.0.0.1', () => {
      this.port = /** @type {import('node:net').AddressInfo} */ (this.server?.address()).port;
      resolve(undefined);
    }));
  }

  /** Ends every conversation, and lets none begin. */
  cut() {
    this.server?.close();
    for (const end of this.#ends) end.resetAndDestroy();
  }
}
