// Answers: what happens when one is tapped, what this device remembers of it, and what is done without a mail program.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './browser.mjs';
import { FERRIES } from './portals.mjs';
import { own } from './servers.mjs';
import { stage } from './stage.mjs';

const FIRST = 'Make your first test booking';
const SECOND = 'Look over the fares';
const TASKS = `${FERRIES.id}/tasks.yml`;
const TODAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/London' }).format().replaceAll(' ', '\u00a0');

let browser, workspace, passphrase, server, address;

stage((workspace) => {
  passphrase = workspace.admit(FERRIES.id, 'Morag');
}, (made) => {
  ({ browser, server, workspace } = made);
  address = `${server.url}${FERRIES.address}/`;
});

/** Somebody for whom no mail program opens; `mails()` says what one would have got. */
async function visit(options = {}, prepare = () => {}) {
  const reader = await Reader.visit(browser, address, options);
  await reader.context.addInitScript(prepare);
  await reader.context.addInitScript(() => {
    globalThis.mails = [];
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a[href^="mailto:"]');
      if (!link) return;
      event.preventDefault();
      globalThis.mails.push(link.href);
    }, true);
  });
  await reader.page.reload();
  await reader.unlock(passphrase);
  return reader;
}

/** The text of the last mail. */
const mailed = async ({ page }) => new URL(await page.evaluate(() => globalThis.mails.at(-1))).searchParams.get('body');
/** What this browser keeps of it. */
const kept = ({ page }) => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.endsWith('/answers')));
/** The first screen's ask of that name. */
const ask = ({ page }, name) => page.locator('details.ask', { has: page.getByRole('heading', { name, exact: true }) });
const said = (group) => group.locator('[role="status"]');

/** Waits for what is said, folded or not. */
async function says(group, text) {
  await said(group).filter({ hasText: text }).waitFor({ state: 'attached' });
  assert.equal(await said(group).textContent(), text);
}

async function go({ page }, hash, heading) {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

test('an answer that was tapped is said, announced, and remembered over a reload, where the next ask is open', async () => {
  const reader = await visit();
  const { page } = reader;
  const first = ask(reader, FIRST);
  assert.equal(await first.getAttribute('open'), '');
  await page.waitForFunction(() => document.querySelector('[data-reply]')?.getAttribute('href')?.includes('maple-42'));
  await first.getByRole('link', { name: 'It is done' }).click();
  await says(first, `You answered “It is done” on ${TODAY}. We record it.`);
  assert.ok((await mailed(reader)).endsWith(`\r\nIn the portal: ${address}#/todos#task.make-your-first-test-booking`));
  assert.equal(await first.getByRole('link', { name: 'It is done' }).isVisible(), false);
  await first.getByRole('button', { name: 'Change the answer' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Change the answer', 'focus is not lost');
  assert.equal(await first.getAttribute('open'), '', 'it stays open while it is read');

  await page.reload();
  await reader.sees('Online booking');
  await says(first, `You answered “It is done” on ${TODAY}. We record it.`);
  assert.equal(await first.getAttribute('open'), null);
  assert.equal(await ask(reader, SECOND).getAttribute('open'), '');
  await first.getByText('Answered', { exact: true }).waitFor();
  assert.deepEqual((await page.locator('details.ask h3').allTextContents()).slice(0, 2), [FIRST, SECOND], 'the order stays');

  await go(reader, '#/todos', 'To-dos');
  await says(page.locator('.todo', { hasText: FIRST }).first(), `You answered “It is done” on ${TODAY}. We record it.`);
  await reader.leave();
});

test('nothing that is kept can be read, and Lock forgets it', async () => {
  const reader = await visit();
  await ask(reader, FIRST).getByRole('link', { name: 'It is done' }).click();
  await says(ask(reader, FIRST), `You answered “It is done” on ${TODAY}. We record it.`);
  const [[name, text], ...more] = await kept(reader);
  assert.deepEqual(more, []);
  assert.match(name, /^vestibule\/[\w-]+\/answers$/);
  assert.match(text, /^\{"[0-9a-f]{16}":\[0,\d{5}\]\}$/);
  const digest = await reader.page.locator('[data-replies]').first().getAttribute('data-replies');
  assert.ok(!text.includes(digest ?? ''), 'not even what a guess would give');
  await reader.page.getByRole('button', { name: 'Lock this portal' }).click();
  await reader.isAtTheGate();
  assert.deepEqual(await kept(reader), []);
  await reader.unlock(passphrase);
  assert.equal(await said(ask(reader, FIRST)).textContent(), '');
  assert.equal(await ask(reader, FIRST).getByRole('link', { name: 'It is done' }).isVisible(), true);
  await reader.leave();
});

test('by keyboard an answer is changed; the one before stands until then', async () => {
  const reader = await visit();
  const { page } = reader;
  await go(reader, '#/decisions/0007-large-refunds', 'Who confirms a large refund?');
  const group = page.locator('[data-replies]');
  await group.getByRole('group', { name: 'Your answer to “Who confirms a large refund?”' }).waitFor();
  await group.getByRole('link', { name: 'Nobody, up to £250' }).focus();
  await page.keyboard.press('Enter');
  await says(group, `You answered “Nobody, up to £250” on ${TODAY}. We record it.`);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Morag Innes or Euan Rae');
  assert.equal(await said(group).textContent(), '');
  await page.reload();
  await says(group, `You answered “Nobody, up to £250” on ${TODAY}. We record it.`);
  await group.getByRole('button', { name: 'Change the answer' }).click();
  await group.getByRole('link', { name: 'Morag Innes or Euan Rae' }).click();
  await says(group, `You answered “Morag Innes or Euan Rae” on ${TODAY}. We record it.`);
  const second = (await mailed(reader)).split('\r\n');
  assert.deepEqual(second.slice(2, 7), ['We choose: Morag Innes or Euan Rae', '', `This replaces our answer of ${TODAY}: Nobody, up to £250`, '', 'About: Who confirms a large refund?']);
  // A third answer takes the place of the second, and the same one once more of none.
  await group.getByRole('button', { name: 'Change the answer' }).click();
  const link = (name) => group.getByRole('link', { name, exact: true }).getAttribute('href').then((href) => new URL(href).searchParams.get('body'));
  assert.match(await link('Nobody, up to £250'), new RegExp(`\r\n\r\nThis replaces our answer of ${TODAY}: Morag Innes or Euan Rae\r\n\r\nAbout: `));
  assert.equal((await link('Nobody, up to £250')).match(/replaces/g).length, 1);
  assert.doesNotMatch(await link('Morag Innes or Euan Rae'), /Nobody, up to £250/);
  assert.doesNotMatch(await link('Ask us'), /replaces/);
  // A question leaves it as it was.
  await group.getByRole('link', { name: 'Ask us' }).click();
  await says(group, `You wrote to us on ${TODAY}.`);
  await page.reload();
  await says(group, `You answered “Morag Innes or Euan Rae” on ${TODAY}. We record it.`);
  await reader.leave();
});

test('what is made ready late changes nothing for whoever was quicker', async () => {
  const reader = await visit({}, () => {
    globalThis.late = [];
    globalThis.requestIdleCallback = (task) => globalThis.late.push(task);
  });
  const { page } = reader;
  const first = ask(reader, FIRST);
  await first.getByRole('link', { name: 'It is done' }).click();
  await says(first, `You answered “It is done” on ${TODAY}. We record it.`);
  await first.getByRole('button', { name: 'Change the answer' }).click();
  await page.waitForFunction(() => globalThis.late.length > 1);
  await page.evaluate(() => globalThis.late.forEach((task) => task()));
  await page.waitForFunction(() => document.querySelectorAll('[data-reply]')[1]?.getAttribute('href')?.includes('maple-42'));
  assert.equal(await first.getByRole('link', { name: 'It is done' }).isVisible(), true);
  assert.equal(await first.getAttribute('open'), '');
  await reader.leave();
});

test('a question is no answer', async () => {
  const reader = await visit();
  const first = ask(reader, FIRST);
  await first.getByRole('link', { name: 'Ask us' }).click();
  await says(first, `You wrote to us on ${TODAY}.`);
  assert.equal(await first.getByRole('link', { name: 'It is done' }).isVisible(), true);
  await reader.page.reload();
  await says(first, `You wrote to us on ${TODAY}.`);
  assert.equal(await first.getAttribute('open'), '');
  await reader.leave();
});

test('what is asked in another way is asked again; another day is not another question', async (t) => {
  const reader = await visit();
  t.after(() => workspace.build());
  const answered = () => says(ask(reader, FIRST), `You answered “It is done” on ${TODAY}. We record it.`);
  await ask(reader, FIRST).getByRole('link', { name: 'It is done' }).click();
  await answered();
  let before = '';
  workspace.edit(TASKS, (text) => (before = text).replace('due: 2026-11-27', 'due: 2026-11-26'));
  workspace.build();
  await reader.page.reload();
  await reader.page.locator('time[datetime="2026-11-26"]').first().waitFor({ state: 'attached' });
  await answered();
  workspace.edit(TASKS, () => before.replace('It takes ten minutes', 'It takes an hour'));
  workspace.build();
  await reader.page.reload();
  await reader.page.getByText('It takes an hour').waitFor();
  await reader.page.waitForTimeout(1_500);
  assert.equal(await said(ask(reader, FIRST)).textContent(), '');
  assert.equal(await ask(reader, FIRST).getAttribute('open'), '');
  workspace.edit(TASKS, () => before);
  await reader.leave();
});

test('without storage it works until the page is left', async () => {
  const reader = await visit({}, () => {
    const refuse = { get: () => { throw new DOMException('no', 'SecurityError'); } };
    Object.defineProperty(globalThis, 'localStorage', refuse);
  });
  await ask(reader, FIRST).getByRole('link', { name: 'It is done' }).click();
  await says(ask(reader, FIRST), `You answered “It is done” on ${TODAY}. We record it.`);
  await go(reader, '#/todos', 'To-dos');
  await says(reader.page.locator('.todo', { hasText: FIRST }).first(), `You answered “It is done” on ${TODAY}. We record it.`);
  await reader.leave();
});

test('where storage has no more room, the newest answer stands until the page is left', async () => {
  const reader = await visit({}, () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function set(name, text) {
      if (globalThis.full && name.endsWith('/answers')) throw new DOMException('no', 'QuotaExceededError');
      setItem.call(this, name, text);
    };
  });
  const { page } = reader;
  const group = page.locator('[data-replies]');
  const there = () => go(reader, '#/decisions/0007-large-refunds', 'Who confirms a large refund?');
  await there();
  await group.getByRole('link', { name: 'Nobody, up to £250' }).click();
  await says(group, `You answered “Nobody, up to £250” on ${TODAY}. We record it.`);
  await page.evaluate(() => (globalThis.full = true));
  await group.getByRole('button', { name: 'Change the answer' }).click();
  await group.getByRole('link', { name: 'Morag Innes or Euan Rae' }).click();
  await says(group, `You answered “Morag Innes or Euan Rae” on ${TODAY}. We record it.`);
  await go(reader, '#/todos', 'To-dos');
  await there();
  await says(group, `You answered “Morag Innes or Euan Rae” on ${TODAY}. We record it.`);
  await reader.leave();
});

test('of an answer in words of one’s own it is said that it was written, and the next names its day', async (t) => {
  const file = `${FERRIES.id}/decisions/0007-large-refunds.md`;
  let before = '';
  workspace.edit(file, (text) => (before = text) && '---\nstatus: proposed\n---\n# Who confirms a large refund?\n\n## Question\n\nWho?\n');
  t.after(() => {
    workspace.edit(file, () => before);
    workspace.build();
  });
  workspace.build();
  const reader = await visit();
  await go(reader, '#/decisions/0007-large-refunds', 'Who confirms a large refund?');
  const group = reader.page.locator('[data-replies]');
  await group.getByRole('link', { name: 'Write an answer' }).click();
  await says(group, `You wrote to us on ${TODAY}. We record it.`);
  await group.getByRole('button', { name: 'Change the answer' }).click();
  await group.getByRole('link', { name: 'Write an answer' }).click();
  assert.deepEqual((await mailed(reader)).split('\r\n').slice(2, 9), ['Our answer:', '', '', '', `This replaces our answer of ${TODAY}.`, '', 'About: Who confirms a large refund?']);
  await reader.leave();
});

test('without a mail program the text is copied, or marked to be copied by hand', async () => {
  const reader = await visit();
  const { page } = reader;
  await reader.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const first = ask(reader, FIRST);
  await first.getByRole('link', { name: 'It is done' }).click();
  await first.getByText('No mail program?').click();
  await first.getByRole('link', { name: /^\+44/ }).waitFor();
  await first.getByRole('button', { name: 'Copy the text' }).click();
  await says(first, `You answered “It is done” on ${TODAY}. We record it. The text is copied.`);
  const text = (await mailed(reader)).replaceAll('\r\n', '\n');
  assert.ok(text.startsWith('Hello Rosa Alder,\n\nThis is done.\n\nAbout: Make your first test booking\n'));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);

  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await first.getByRole('button', { name: 'Copy the text' }).click();
  await says(first, 'The text could not be copied by itself. It stands below, marked; please copy it.');
  const marked = () => page.evaluate(() => {
    const field = /** @type {HTMLTextAreaElement} */ (document.activeElement);
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  assert.equal(await marked(), text);
  await page.keyboard.press('Control+C');
  await says(first, `You answered “It is done” on ${TODAY}. We record it.`);
  await reader.leave();
});

test('where nobody has a mail address, what is copied is answered', async (t) => {
  let people = '', settings = '';
  workspace.edit('shared/people.yml', (text) => (people = text).replaceAll(/^ +email: .*\n/gm, ''));
  workspace.edit('vestibule.yml', (text) => (settings = text).replaceAll(/^ +email: .*\n/gm, ''));
  t.after(() => {
    workspace.edit('shared/people.yml', () => people);
    workspace.edit('vestibule.yml', () => settings);
    workspace.build();
  });
  workspace.build();
  const reader = await visit();
  await reader.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const first = ask(reader, FIRST);
  await first.getByRole('button', { name: 'It is done' }).click();
  await first.getByRole('link', { name: /^\+44/ }).waitFor();
  assert.match(await first.getByLabel('The text to send').inputValue(), /^Hello Rosa Alder,\n\nThis is done\./);
  assert.deepEqual(await kept(reader), [], 'it is not on its way yet');
  await first.getByRole('button', { name: 'Copy the text' }).click();
  await says(first, `You answered “It is done” on ${TODAY}. We record it. The text is copied.`);
  await reader.leave();
});

test('while who is to be asked is away, the mail goes to who stands in', async (t) => {
  const file = `${FERRIES.id}/people.yml`;
  let people = '';
  workspace.edit(file, (text) => (people = text).replace('{ from: 2026-12-24, to: 2027-01-04 }', '{ from: 2020-01-01, to: 2099-12-31 }'));
  t.after(() => {
    workspace.edit(file, () => people);
    workspace.build();
  });
  workspace.build();
  const reader = await visit();
  await reader.page.locator('[data-reply][href^="mailto:ishbel@aldertern.example?"]').first().waitFor();
  await ask(reader, FIRST).getByRole('link', { name: 'It is done' }).click();
  assert.match(await mailed(reader), /^Hello Ishbel Tern,\r\n/);
  await reader.leave();
});
