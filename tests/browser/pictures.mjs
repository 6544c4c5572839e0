// Makes the picture of the README, Home first and the gate last, from the example: `node tests/browser/pictures.mjs`. Needs a release build.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Reader, launch } from './browser.mjs';
import { FERRIES, Workspace, root } from './portals.mjs';
import { own } from './servers.mjs';

const workspace = new Workspace();
const passphrase = workspace.admit(FERRIES.id, 'Morag');
workspace.build();
const server = await own(workspace.out);
const browser = await launch();
const portal = `${server.url}${FERRIES.address}/`;

/** A day on which the example has something to say. */
const DAY = '2026-11-21T10:00:00Z';

async function shot(width, height, place, heading) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height }, deviceScaleFactor: 2 });
  await context.clock.setFixedTime(DAY);
  const reader = new Reader(context, portal);
  await reader.open();
  if (place === undefined) await reader.isAtTheGate();
  else {
    await reader.unlock(passphrase);
    await reader.page.goto(portal + place);
    await reader.sees(heading);
    await reader.page.waitForFunction(() => [...document.images].every((image) => image.complete));
  }
  await reader.page.waitForTimeout(500);
  const png = await reader.page.screenshot();
  await reader.leave();
  return `data:image/png;base64,${png.toString('base64')}`;
}

const home = await shot(1080, 720, '#/', 'Online booking');
const phone = await shot(360, 720, '#/docs/explain/how-a-booking-travels', 'How a booking travels');
const gate = await shot(360, 720);
const page = await browser.newPage({ viewport: { width: 1504, height: 620 } });
await page.setContent(`<style>
  body { margin: 0; padding: 40px; display: flex; gap: 32px; align-items: center; background: #e9e6df; }
  img { height: 540px; border-radius: 10px; box-shadow: 0 6px 30px #0003; }
</style><img src="${home}"><img src="${phone}"><img src="${gate}">`);
await page.waitForFunction(() => [...document.images].every((image) => image.complete));
writeFileSync(join(root, 'docs/pictures/portal.png'), await page.screenshot());

await browser.close();
await server.stop();
workspace.remove();
