// Real servers over a folder of published portals, on this computer and on a free port.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { program } from './portals.mjs';

/** @typedef {{url: string, stop: () => Promise<void>}} Server */

/** nginx with the settings it comes with. @param {string} folder @returns {Promise<Server>} */
export const nginx = (folder) => nginxWith(folder, (port) => `server { listen 127.0.0.1:${port}; root ${folder}; }`);

/** nginx as most hosts are set up: HTTP/2 over TLS, and text compressed on its way. Nobody vouches for its certificate. @param {string} folder @returns {Promise<Server>} */
export const host = (folder) => nginxWith(folder, (port, home) => {
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost',
    '-keyout', join(home, 'key.pem'), '-out', join(home, 'certificate.pem'),
  ], { stdio: 'ignore' });
  return `
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
    server {
      listen 127.0.0.1:${port} ssl http2;
      ssl_certificate ${home}/certificate.pem;
      ssl_certificate_key ${home}/key.pem;
      root ${folder};
    }`;
}, 'https');

/** @param {string} folder @param {(port: number, home: string) => string} server @param {'http' | 'https'} [scheme] @returns {Promise<Server>} */
async function nginxWith(folder, server, scheme = 'http') {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'vestibule-nginx-'));
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(home, name));
  writeFileSync(join(home, 'nginx.conf'), `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off;
    pid ${home}/pid;
    error_log ${home}/error.log;
    events {}
    http {
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      access_log off;
      client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/fastcgi;
      uwsgi_temp_path ${home}/uwsgi; scgi_temp_path ${home}/scgi;
      ${server(port, home)}
    }`);
  const child = spawn('/usr/sbin/nginx', ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')], { stdio: 'ignore' });
  return running(child, `${scheme}://127.0.0.1:${port}/`, port, () => rmSync(home, { recursive: true, force: true }));
}

/** `python3 -m http.server`. @param {string} folder @returns {Promise<Server>} */
export async function python(folder) {
  const port = await freePort();
  const child = spawn('python3', ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', folder, String(port)], { stdio: 'ignore' });
  return running(child, `http://127.0.0.1:${port}/`, port, () => {});
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

/**
 * A server of our own, for what no real one does on request.
 * @param {string} folder @param {(path: string) => number | Buffer | undefined} [instead] a status or other bytes for a path
 * @returns {Promise<Server>}
 */
export async function own(folder, instead = () => undefined) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(/\/$/, '/index.html');
    const answer = instead(path);
    if (typeof answer === 'number') return response.writeHead(answer).end();
    try {
      const bytes = answer ?? readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const stop = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve(undefined));
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}

async function running(child, url, port, after) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  for (let tries = 0; ; tries++) {
    const answers = await listens(port);
    if (answers) break;
    if (tries > 100 || child.exitCode !== null) throw new Error(`${child.spawnfile} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop: async () => {
    child.kill('SIGTERM');
    await gone;
    after();
  } };
}

/** @param {number} port @returns {Promise<boolean>} */
const listens = (port) => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1');
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false)).once('connect', () => socket.destroy());
});

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createSocket();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The program's own preview. @param {import('./portals.mjs').Workspace} workspace @param {string} [port] @param {...string} words @returns {Promise<Server>} */
export async function preview(workspace, port = '0', ...words) {
  const child = spawn(program, ['-C', workspace.folder, 'serve', '--port', port, ...words], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, VISUAL: '', EDITOR: '' } });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()));
    child.once('exit', () => reject(new Error('the preview ended')));
  });
  return { url, stop: async () => {
    child.kill('SIGTERM');
    await gone;
  } };
}
