// What nearly every file of browser tests begins with: a workspace, published and served, or shown while somebody writes, and a
// browser to read it in.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Reader, launch } from './browser.mjs';
import { FERRIES, Workspace } from './portals.mjs';
import { own, preview } from './servers.mjs';

/** @typedef {{workspace: Workspace, server: import('./servers.mjs').Server, browser: import('playwright-core').Browser}} Stage */

/**
 * Sets the stage before the first test of a file, and clears it after the last, also where setting it failed halfway.
 * @param {(workspace: Workspace) => void} prepare changes the example before it is built, and lets people in
 * @param {(stage: Stage) => unknown} ready gets what the tests need, once it is served
 * @param {{serve?: (folder: string) => Promise<import('./servers.mjs').Server>, flags?: string[]}} [how] by which host, with which flags of Chromium
 */
export function stage(prepare, ready, { serve = own, flags = [] } = {}) {
  /** @type {Partial<Stage>} */
  const made = {};
  before(async () => {
    made.workspace = new Workspace();
    prepare(made.workspace);
    made.workspace.build();
    made.server = await serve(made.workspace.out);
    made.browser = await launch(flags);
    await ready(/** @type {Stage} */ (made));
  });
  after(async () => {
    await made.browser?.close();
    await made.server?.stop();
    made.workspace?.remove();
  });
}

/** Where somebody writes, and looks at the preview. */
class Desk {
  /** @type {Workspace} */
  workspace;
  /** @type {import('./servers.mjs').Server} */
  server;
  /** @type {import('playwright-core').Browser} */
  browser;

  /** A reader of a page of the ferries' portal. @param {string} place behind its address @param {import('playwright-core').BrowserContextOptions} [options] */
  async visit(place, options) {
    const reader = await Reader.visit(this.browser, `${this.server.url}${FERRIES.address}/${place}`, options);
    await reader.page.locator('#_page h1').waitFor();
    return reader;
  }

  /** Ends the preview, and begins it again where it was. @template T @param {() => T} [meanwhile] */
  async restart(meanwhile) {
    const { port } = new URL(this.server.url);
    await this.server.stop();
    const done = await meanwhile?.();
    this.server = await preview(this.workspace, port);
    assert.equal(new URL(this.server.url).port, port);
    return done;
  }
}

/** Sets the stage for whoever writes. @param {(workspace: Workspace) => void} [prepare] changes the example before it is shown */
export function desk(prepare) {
  const made = new Desk();
  before(async () => {
    made.workspace = new Workspace();
    prepare?.(made.workspace);
    made.server = await preview(made.workspace);
    made.browser = await launch();
  });
  after(async () => {
    await made.browser?.close();
    await made.server?.stop();
    made.workspace?.remove();
  });
  return made;
}
