// The preview, while somebody writes: what one sees of it in a browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES } from './portals.mjs';
import { desk } from './stage.mjs';

const GUIDE = `${FERRIES.id}/docs/guides/change-the-timetable.md`;
const PAGE = '#/docs/guides/change-the-timetable';

const writer = desk();

/** @param {(text: string) => string} change */
const edit = (change) => writer.workspace.edit(GUIDE, change);

test('what is written comes into the page, and the reader stays where they are', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    scrollTo(0, 400);
    const link = [...document.querySelectorAll('#_page a:not(.anchor)')].find((one) => one.getBoundingClientRect().top > 0);
    link.focus({ preventScroll: true });
    globalThis.same = document.body;
  });
  const focused = await page.evaluate(() => document.activeElement.textContent);
  edit((text) => `${text}\nWritten a moment ago.\n`);
  await page.getByText('Written a moment ago.').waitFor();
  const now = await page.evaluate(() => ({ scroll: scrollY, focused: document.activeElement.textContent, same: globalThis.same === document.body }));
  assert.deepEqual(now, { scroll: 400, focused, same: true }, 'nothing was loaded anew');
  await reader.leave();
});

test('what is wrong is shown over the last good page, and goes when it is mended', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  let whole = '';
  edit((text) => ((whole = text), `${text}\nSee [<img src=x onerror=alert(1)>](gone.md).\n`));
  const alert = page.getByRole('alert');
  await alert.getByRole('heading', { name: '2 things are wrong' }).waitFor();
  assert.equal(await alert.locator('code').first().textContent(), `${GUIDE}:${whole.split('\n').length + 1}`);
  assert.equal(await alert.locator('pre').first().textContent(), 'See [<img src=x onerror=alert(1)>](gone.md).');
  assert.equal(await alert.locator('img').count(), 0);
  assert.ok(await page.locator('#_page h1').isVisible());
  edit(() => whole);
  await alert.waitFor({ state: 'detached' });
  await reader.leave();
});

test('a client that is broken from the start says so, and is shown once it is mended', async () => {
  writer.workspace.write('mill', { 'client.yml': 'name: Mill\nproject: Site\naddress: mill-5\n', 'milestones.yml': '- title: [\n' });
  while (!(await fetch(`${writer.server.url}mill-5/`)).ok) await new Promise((resolve) => setTimeout(resolve, 50));
  const reader = await Reader.visit(writer.browser, `${writer.server.url}mill-5/#/roadmap`);
  await reader.page.getByRole('alert').waitFor();
  writer.workspace.write('mill', { 'milestones.yml': '- { id: open, title: Doors open, due: 2027-02-01 }\n' });
  await reader.sees('Roadmap');
  // What stands in for a portal has no icon.
  await reader.leave(/404/);
});

test('whoever comes back to a page in the background, or to a preview that was started again, sees what is new', async () => {
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await writer.restart(() => edit((text) => `${text}\nWritten meanwhile.\n`));
  await page.getByText('Written meanwhile.').waitFor();
  // A portal that nobody has access to yet gets other keys each time: what was remembered of it is gone.
  await reader.leave(/net::|404/);
});

test('a picture that takes the place of another of the same size is seen at once', async () => {
  const square = (/** @type {string} */ colour) => `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="${colour}"/></svg>`;
  writer.workspace.write(FERRIES.id, { 'docs/square.svg': square('#ff0000'), 'docs/square.md': '# Square\n\n![A square](square.svg)\n' });
  const reader = await writer.visit(PAGE);
  const { page } = reader;
  await page.goto(`${writer.server.url}${FERRIES.address}/#/docs/square`);
  const seen = (/** @type {number[]} */ colour) => page.waitForFunction((colour) => {
    const image = document.querySelector('#_page img');
    if (!(image instanceof HTMLImageElement) || !image.complete || !image.naturalWidth) return false;
    const canvas = document.createElement('canvas').getContext('2d');
    canvas?.drawImage(image, 0, 0);
    return String([...canvas?.getImageData(5, 5, 1, 1).data ?? []].slice(0, 3)) === String(colour);
  }, colour);
  await seen([255, 0, 0]);
  writer.workspace.write(FERRIES.id, { 'docs/square.svg': square('#0000ff') });
  await seen([0, 0, 255]);
  await reader.leave();
});

test('a page whose document is gone says so, and is there again where the reader was', async () => {
  const [file, text] = ['docs/brief.md', `# Brief\n\n${'One more line of it.\n\n'.repeat(80)}`];
  writer.workspace.write(FERRIES.id, { [file]: text });
  const reader = await writer.visit('#/docs/brief');
  const { page } = reader;
  await page.waitForTimeout(1500);
  await page.evaluate(() => scrollTo(0, 400));
  await page.waitForFunction(() => scrollY === 400);
  writer.workspace.drop(`${FERRIES.id}/${file}`);
  await page.locator('.message', { hasText: 'There is no page here' }).waitFor();
  writer.workspace.write(FERRIES.id, { [file]: text });
  await reader.sees('Brief');
  await page.waitForFunction(() => scrollY === 400);
  writer.workspace.drop(`${FERRIES.id}/${file}`);
  await page.locator('.message').waitFor();
  await reader.leave();
});

test('an open note, unfolded parts and the keyboard stay where they are', async () => {
  writer.workspace.write(FERRIES.id, { 'docs/stay.md': `# Stay

A backup is kept, and an acceptance test is passed.

<details>
<summary>One</summary>

The first.

</details>

<details>
<summary>Two</summary>

The second.

</details>
` });
  const reader = await writer.visit('#/docs/stay');
  const { page } = reader;
  await page.locator('summary', { hasText: 'Two' }).click();
  const words = page.locator('#_page .term');
  await words.first().click();
  const note = page.locator('[popover]:popover-open');
  await note.waitFor();
  const said = await note.textContent();
  // One more of what can be folded, before the others.
  writer.workspace.edit(`${FERRIES.id}/docs/stay.md`, (text) => text.replace('A backup', '<details>\n<summary>None</summary>\n\nNew.\n\n</details>\n\nA backup'));
  await page.locator('summary', { hasText: 'None' }).waitFor();
  await note.waitFor();
  assert.equal(await note.textContent(), said);
  const open = await page.locator('#_page details').evaluateAll((all) => all.map((one) => one.open));
  assert.deepEqual(open, [false, false, true]);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'backup', 'reading goes on at the word');
  writer.workspace.drop(`${FERRIES.id}/docs/stay.md`);
  await page.locator('.message').waitFor();
  await reader.leave();
});
