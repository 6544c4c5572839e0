// @ts-check
// Answers to what is asked for. The buttons write mails by themselves; this remembers on this device that one was tapped,
// and helps where there is no mail program. What is remembered can be read by nobody who cannot open the portal.

import { dayIn, dayOf } from './day.js';
import { derive, toHex } from './opener.js';
import { answersOf, keepAnswers } from './session.js';

/**
 * @typedef {import('./store.js').Portal} Portal
 * @typedef {[choice: number, day: number]} Answer  which of the buttons, from 0, and on which day
 */

/** How long an answer is remembered, in days. */
const KEPT = 400;

export class Replies {
  #portal;
  #say;
  #keeps;
  /** What was answered, by the tags of what was asked: for as long as the portal is open, should nothing else keep it. @type {Record<string, Answer>} */
  #answers = {};
  /** Those of them that the device did not take. @type {Record<string, Answer>} */
  #unkept = {};
  /** What the choices wrote before something was said in it of an earlier answer. @type {WeakMap<HTMLElement, string>} */
  #plain = new WeakMap();
  /** The answer that is shown of a group. @type {WeakMap<HTMLElement, Answer>} */
  #shown = new WeakMap();

  /**
   * @param {Portal} portal @param {(key: string) => string} say a word in the portal's language
   * @param {() => boolean} keeps whether this device is to remember, for as long as the portal is open
   */
  constructor(portal, say, keeps) {
    this.#portal = portal;
    this.#say = say;
    this.#keeps = keeps;
  }

  /**
   * Makes the buttons of a page ready, and shows what was answered before: the first ask without an answer is unfolded.
   * @param {HTMLElement[]} groups in the order of the page
   */
  async bring(groups) {
    this.#read();
    const answers = await Promise.all(groups.map(async (group) => this.#answers[await this.#tag(group)]));
    // Somebody may have been quicker, and be about to answer anew.
    const quicker = groups.some(isUsed);
    const waiting = groups.filter((group, at) => {
      address(group, this.#today);
      return !isUsed(group) && (!answers[at] || !this.#show(group, answers[at]));
    });
    if (quicker || !waiting.length || waiting.length === groups.length) return;
    const next = waiting[0].closest('details[data-ask]');
    if (next) for (const group of groups) group.closest('details[data-ask]')?.toggleAttribute('open', group === waiting[0]);
  }

  /** Something in a group was clicked on. @param {Element} target */
  async act(target) {
    const group = target.closest('[data-replies]');
    if (!(group instanceof HTMLElement)) return;
    const tool = target.closest('[data-reply-tool]')?.getAttribute('data-reply-tool');
    if (tool === 'change') return this.#change(group);
    if (tool === 'copy') return this.#copy(group);
    const button = target.closest('[data-reply]');
    if (!(button instanceof HTMLElement)) return;
    group.dataset.chosen = String(choices(group).indexOf(button));
    if (button.hasAttribute('href')) await this.#answered(group);
    else this.#write(group, button);
  }

  /** Nobody can be written to by a link: the text is there to be copied. @param {HTMLElement} group @param {HTMLElement} button */
  #write(group, button) {
    for (const one of choices(group)) one.setAttribute('aria-pressed', String(one === button));
    part(group, '.reply-way').hidden = false;
    part(group, '.reply-help').setAttribute('open', '');
    this.#lay(group);
  }

  /** Puts the text of the chosen answer where it can be copied by hand; whoever does that has answered. @param {HTMLElement} group */
  #lay(group) {
    const field = part(group, 'textarea');
    if (!(field instanceof HTMLTextAreaElement)) return field;
    field.value = textOf(choices(group)[Number(group.dataset.chosen)]);
    field.hidden = false;
    field.oncopy = () => this.#answered(group);
    return field;
  }

  /** @param {HTMLElement} group */
  async #copy(group) {
    const field = this.#lay(group);
    try {
      await navigator.clipboard.writeText(field instanceof HTMLTextAreaElement ? field.value : '');
      await this.#answered(group, 'copied');
    } catch {
      part(group, '.reply-said').textContent = this.#say('to_copy');
      field.focus();
      if (field instanceof HTMLTextAreaElement) field.select();
    }
  }

  /** @param {HTMLElement} group @param {string} [more] a word to be said behind it */
  async #answered(group, more) {
    const answer = /** @type {Answer} */ ([Number(group.dataset.chosen), this.#today]);
    const tag = await this.#tag(group);
    this.#read();
    const before = this.#answers[tag];
    const asks = (/** @type {Answer} */ [choice]) => choices(group)[choice]?.dataset.reply === 'ask';
    // A question takes the place of no answer.
    if (!before || asks(before) || !asks(answer)) this.#keep(tag, answer);
    const inside = part(group, '.reply-choices').contains(document.activeElement);
    this.#show(group, answer, more);
    // What had the focus is gone.
    const change = part(group, '[data-reply-tool="change"]');
    if (inside && !change.hidden) change.focus();
  }

  /** The buttons come back; what was answered stands until another one is tapped. @param {HTMLElement} group */
  #change(group) {
    this.#replace(group);
    part(group, '.reply-choices').hidden = false;
    part(group, '.reply-way').hidden = true;
    part(group, '.reply-said').textContent = '';
    mark(group, false);
    choices(group)[0]?.focus();
  }

  /** Whoever gets another answer is told which one it takes the place of. @param {HTMLElement} group */
  #replace(group) {
    const [former, day] = this.#shown.get(group) ?? [-1, 0];
    const all = choices(group);
    if (!all[former]) return;
    all.forEach((choice, at) => {
      const { reply } = choice.dataset;
      const own = reply === 'write';
      if (!own && reply !== 'option') return;
      const answer = clipped(all[former].textContent ?? '');
      const line = this.#say(own ? 'instead' : 'instead_of').replace(/\{(\w+)\}/g, (_, word) => (word === 'day' ? this.#inWords(day) : answer));
      // The same once more takes the place of none.
      const change = (/** @type {string} */ text) => (!own && at === former ? text : added(text, line));
      const plain = this.#plain.get(choice) ?? textIn(choice);
      this.#plain.set(choice, plain);
      if (choice.dataset.text === undefined) choice.setAttribute('href', rewritten(plain, change));
      else choice.dataset.text = change(plain);
    });
  }

  /** Says what was answered; whether that settles what was asked: a question does not. @param {HTMLElement} group @param {Answer} answer @param {string} [more] */
  #show(group, [choice, day], more) {
    const button = choices(group)[choice];
    if (!button) return false;
    const settled = button.dataset.reply !== 'ask';
    if (settled) this.#shown.set(group, [choice, day]);
    group.dataset.chosen = String(choice);
    part(group, '.reply-choices').hidden = settled;
    part(group, '.reply-way').hidden = false;
    part(group, '[data-reply-tool="change"]').hidden = !settled;
    // What was written in words of one's own is not known here.
    const words = this.#say(settled && button.dataset.reply !== 'write' ? 'answered' : 'asked').split(/(\{\w+\})/);
    const said = words.map((word) => (word === '{answer}' ? button.textContent : word === '{day}' ? this.#inWords(day) : word)).join('');
    const strong = document.createElement('b');
    strong.textContent = said;
    const after = [settled ? this.#say('recorded') : '', more ? this.#say(more) : ''].filter(Boolean).map((text) => ` ${text}`);
    part(group, '.reply-said').replaceChildren(strong, ...after);
    mark(group, settled);
    return settled;
  }

  get #today() {
    return dayIn(this.#portal.manifest.timezone, Date.now());
  }

  /** A day without its year, where that is this one. @param {number} day */
  #inWords(day) {
    const { language } = this.#portal.manifest;
    const date = new Date(day * 86_400_000);
    const year = date.getUTCFullYear() === new Date(this.#today * 86_400_000).getUTCFullYear() ? undefined : 'numeric';
    // As in the pages, English without a country puts the day first.
    const names = language === 'en' ? 'en-GB' : language;
    const options = /** @type {const} */ ({ day: 'numeric', month: 'long', year, timeZone: 'UTC' });
    try {
      return joined(new Intl.DateTimeFormat(names, options).format(date));
    } catch {
      return joined(new Intl.DateTimeFormat(undefined, options).format(date));
    }
  }

  /** What stands for an ask in what is kept. It takes the key of the portal to make it: nobody else can tell even whether a guess is right. @param {HTMLElement} group */
  async #tag(group) {
    return toHex(await derive(this.#portal.opened.key, `answer/${group.dataset.replies}`, 8));
  }

  #read() {
    if (this.#keeps()) Object.assign(this.#answers, readAnswers(answersOf(this.#portal.access.portal)), this.#unkept);
  }

  /** @param {string} tag @param {Answer} answer */
  #keep(tag, answer) {
    this.#answers[tag] = answer;
    if (!this.#keeps()) return;
    const { portal } = this.#portal.access;
    const fresh = Object.entries(this.#answers).filter(([, [, day]]) => day > this.#today - KEPT);
    const text = JSON.stringify(Object.fromEntries(fresh));
    keepAnswers(portal, text);
    // There may be no room: what was kept before must not come back.
    if (answersOf(portal) === text) this.#unkept = {};
    else this.#unkept[tag] = answer;
  }
}

/** Day and month never part. @param {string} date */
const joined = (date) => date.replaceAll(' ', '\u00a0');

/** What was kept, as far as it is in order. @param {string} text @returns {Record<string, Answer>} */
export function readAnswers(text) {
  try {
    const whole = (/** @type {unknown} */ value) => Number.isInteger(value);
    const entries = Object.entries(JSON.parse(text)).filter(([tag, answer]) => /^[0-9a-f]{16}$/.test(tag) && Array.isArray(answer) && answer.length === 2 && answer.every(whole));
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

/** The same link with another text in its mail. @param {string} href @param {(text: string) => string} change */
function rewritten(href, change) {
  const [, head, body] = /^(mailto:.*[?&]body=)([^&]*)$/.exec(href) ?? [];
  if (!head) return href;
  return head + encodeURIComponent(change(decodeURIComponent(body))).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The same link with the place that its mail ends with as a whole address. @param {string} href @param {string} place such as `#/todos` @param {string} portal its address */
export const completed = (href, place, portal) => rewritten(href, (text) => withAddress(text, place, portal));

/** A mail's text with one more line, as a paragraph before what it is about. @param {string} text @param {string} line */
export function added(text, line) {
  const end = text.includes('\r') ? '\r\n' : '\n';
  const at = text.lastIndexOf(end + end);
  return at < 0 ? text : text.slice(0, at) + end + end + line + text.slice(at);
}

/** So short that a mail does not become too long for it. @param {string} text */
const clipped = (text) => ([...text].length > 24 ? `${[...text].slice(0, 23).join('').trimEnd()}…` : text);

/** @param {string} text @param {string} place @param {string} portal */
const withAddress = (text, place, portal) => (place && text.endsWith(` ${place}`) ? text.slice(0, -place.length) + portal + place : text);

/** Where this portal is, without what may stand behind it. */
const here = () => location.origin + location.pathname;

/** Gives the mails of a group their addressee of today, and the portal's address. @param {HTMLElement} group @param {number} today */
function address(group, today) {
  const { place = '', awayFrom, awayTo } = group.dataset;
  const away = dayOf(awayFrom) <= today && today <= dayOf(awayTo);
  for (const choice of choices(group)) {
    const { dataset } = choice;
    if (dataset.text) dataset.text = withAddress(dataset.text, place, here());
    const href = (away && dataset.away) || choice.getAttribute('href');
    if (href) choice.setAttribute('href', completed(href, place, here()));
  }
}

/** The link or the text that one of the buttons has. @param {HTMLElement} button */
const textIn = (button) => button.dataset.text ?? button.getAttribute('href') ?? '';

/** What one of the buttons writes. @param {HTMLElement} [button] */
function textOf(button) {
  const [, body = ''] = /[?&]body=([^&]*)$/.exec(button?.getAttribute('href') ?? '') ?? [];
  return button?.dataset.text ?? decodeURIComponent(body).replaceAll('\r\n', '\n');
}

/** Shows beside an ask, folded or not, whether it was answered. @param {HTMLElement} group @param {boolean} settled */
function mark(group, settled) {
  group.classList.toggle('is-said', settled);
  const ask = group.closest('[data-ask]');
  ask?.classList.toggle('is-answered', settled);
  ask?.querySelector('[data-answered]')?.toggleAttribute('hidden', !settled);
}

/** Whether one of its buttons was tapped, or its answer is shown. @param {HTMLElement} group */
const isUsed = (group) => group.dataset.chosen !== undefined;

/** @param {HTMLElement} group @returns {HTMLElement[]} */
const choices = (group) => [...group.querySelectorAll('[data-reply]')].filter((one) => one instanceof HTMLElement);

/** @param {HTMLElement} group @param {string} selector @returns {HTMLElement} */
function part(group, selector) {
  const found = group.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`an answer has no ${selector}`);
  return found;
}
