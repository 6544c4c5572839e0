// Portals as a PM would make them: the program itself, on a copy of the example.

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = process.env.VESTIBULE ?? resolve(root, process.env.CARGO_TARGET_DIR ?? 'target', 'release', 'vestibule');

/** A workspace in a folder of its own. */
export class Workspace {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'vestibule-example-'));
    this.out = join(this.folder, 'dist');
    cpSync(join(root, 'content-example'), this.folder, { recursive: true, filter: (path) => !/\.vestibule$|dist$|access\.lock$/.test(path) });
    this.run('init', '.');
  }

  /** Puts clients in the place of the example's. @param {Record<string, Record<string, string>>} clients their files, by path */
  settle(clients) {
    for (const example of ['hask-sound-ferries', 'hoekema-tweewielers', 'lind-and-lowe']) rmSync(join(this.folder, example), { recursive: true });
    for (const [id, files] of Object.entries(clients)) this.write(id, files);
  }

  /** Writes files of a client, which may be a new one. @param {string} client @param {Record<string, string | Buffer>} files by path */
  write(client, files) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, client, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** @param {...string} words @returns {string} standard output */
  run(...words) {
    return execFileSync(program, ['-C', this.folder, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** @param {string} client @param {string} name @param {string} [audience] @returns {string} the passphrase */
  admit(client, name, audience = 'client') {
    return this.run('access', 'add', client, name, '--audience', audience).trim();
  }

  /** New keys for a portal, which some of its people do not get. @param {string} client @param {string[]} without names */
  rekey(client, ...without) {
    this.edit(`${client}/access.lock`, (text) => {
      const [head, ...people] = text.split(/(?=^  - name:)/m);
      const kept = people.filter((one) => !without.some((name) => one.includes(`name: "${name}"`)));
      const renewed = head.replace(/^epoch: (\d+)$/m, (_, epoch) => `epoch: ${+epoch + 1}`).replace(/^epoch_id: .*$/m, () => `epoch_id: ${randomBytes(16).toString('hex')}`);
      return [renewed, ...kept].join('');
    });
  }

  build() {
    this.run('build');
  }

  /** @param {string} path @param {(text: string) => string} change */
  edit(path, change) {
    const file = join(this.folder, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  /** @param {string} path in the output @returns {string[]} */
  files(path) {
    return readdirSync(join(this.out, path));
  }

  /** Takes a file or folder away, such as a client. @param {string} name */
  drop(name) {
    rmSync(join(this.folder, name), { recursive: true });
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The example's English client, and where its portal lies. */
export const FERRIES = { id: 'hask-sound-ferries', address: 'maple-42' };
