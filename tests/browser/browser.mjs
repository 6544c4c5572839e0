// Chromium, and readers in it. A reader complains of every console error and of every request to another host.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** @param {string[]} [more] arguments */
export const launch = (more = []) =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...ARGUMENTS, ...more] });

/** A person with a browser of their own. */
export class Reader {
  /** @type {string[]} */
  complaints = [];

  /** @param {import('playwright-core').BrowserContext} context @param {string} portal its address */
  constructor(context, portal) {
    this.context = context;
    this.portal = portal;
    const host = new URL(portal).host;
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.host !== host) this.complaints.push(`request to ${url}`);
    });
    context.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.complaints.push(`error: ${error.error()}`));
  }

  /** @param {import('playwright-core').Browser} browser @param {string} portal @param {import('playwright-core').BrowserContextOptions} [options] */
  static async visit(browser, portal, options = {}) {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 }, acceptDownloads: true, ...options });
    const reader = new Reader(context, portal);
    await reader.open();
    return reader;
  }

  /** A new tab. @param {string} [place] behind the address */
  async open(place = '') {
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(15_000);
    await this.page.goto(this.portal + place);
    return this.page;
  }

  /** Types into the gate. @param {string} passphrase */
  async type(passphrase) {
    await this.page.getByLabel('Passphrase').fill(passphrase);
    await this.page.keyboard.press('Enter');
  }

  /** Unlocks, and waits for the page. @param {string} passphrase @param {string} [heading] */
  async unlock(passphrase, heading = 'Online booking') {
    await this.type(passphrase);
    await this.sees(heading);
  }

  /** Waits until the page with this title is there. @param {string} heading */
  async sees(heading) {
    await this.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  }

  /** Follows an address, and waits until the page before is gone, which may have the same to show. @param {string} hash */
  async follow(hash) {
    if (await this.page.evaluate((hash) => (location.hash || '#/') === hash, hash)) return;
    const before = await this.page.evaluateHandle(() => document.querySelector('#_page')?.firstElementChild);
    await this.page.evaluate((hash) => (location.hash = hash), hash);
    await this.page.waitForFunction((before) => document.querySelector('#_page')?.firstElementChild !== before, before);
  }

  async isAtTheGate() {
    await this.page.getByLabel('Passphrase').waitFor();
  }

  /** Leaves, without a complaint. @param {RegExp} [except] complaints that belong to the test */
  async leave(except) {
    await this.context.close();
    assert.deepEqual(this.complaints.filter((complaint) => !except?.test(complaint)), []);
  }
}
