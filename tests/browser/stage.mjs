// What nearly every file of browser tests begins with: a workspace, published and served, and a browser to read it in.

import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { Workspace } from './portals.mjs';
import { own } from './servers.mjs';

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
