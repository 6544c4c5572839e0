// The parts of the answers that are plain functions: what was kept, and the mails' last line.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { added, completed, readAnswers } from '../../themes/default/js/replies.js';

test('a mail ends with the whole address of what it is about', () => {
  const body = (text) => `mailto:m%2B1@l.example?subject=A%26B&body=${text}`;
  const place = '#/decisions/0004-(times)';
  const here = 'https://p.example/maple-42/';
  const whole = body("Hi%0D%0A%0D%0AIt's%20%28here%29%3A%20https%3A%2F%2Fp.example%2Fmaple-42%2F%23%2Fdecisions%2F0004-%28times%29".replace("'", '%27'));
  assert.equal(completed(body('Hi%0D%0A%0D%0AIt%27s%20%28here%29%3A%20%23%2Fdecisions%2F0004-%28times%29'), place, here), whole);
  assert.equal(completed(whole, place, here), whole, 'once is enough');
  for (const href of [body('Hi'), 'mailto:a@b?body=x%26y', '#/todos', 'https://p.example/?body=%20%23%2F', 'mailto:a@b']) assert.equal(completed(href, '#/', here), href);
  assert.equal(completed(body('Hi%20%23%2F'), '', here), body('Hi%20%23%2F'));
});

test('what was kept is read as far as it is in order', () => {
  const tag = '0123456789abcdef';
  assert.deepEqual(readAnswers(JSON.stringify({ [tag]: [1, 20_779] })), { [tag]: [1, 20_779] });
  for (const text of ['', 'null', '[]', '{', '{"a":[0,1]}', `{"${tag}":[0]}`, `{"${tag}":["0",1]}`, `{"${tag}":[0,1.5]}`, `{"${tag}":{"0":0,"1":1,"length":2}}`, `{"__proto__":[0,1]}`]) {
    assert.deepEqual(readAnswers(text), {}, text);
  }
});

test('a line more stands before what the mail is about, behind room to write in', () => {
  const line = 'This replaces our answer of 3 March: Half days';
  assert.equal(added('Hi,\r\n\r\nWe choose: X\r\n\r\nAbout: A\r\nProject: B', line), `Hi,\r\n\r\nWe choose: X\r\n\r\n${line}\r\n\r\nAbout: A\r\nProject: B`);
  assert.equal(added('Our answer:\n\n\n\nAbout: A', line), `Our answer:\n\n\n\n${line}\n\nAbout: A`);
  assert.equal(added('No paragraph', line), 'No paragraph');
});
