import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { headersFor } from './headers.mjs';
import { distFolder } from './paths.mjs';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.parquet': 'application/vnd.apache.parquet',
};

/** Encodings that the build leaves beside a file, best first. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
];

/**
 * Serves the built app on 127.0.0.1. Rejects with the system's error (`code: 'EADDRINUSE'`) where the port is taken.
 * @param {{ port?: number, dir?: string }} [options] port 0, the default, is any free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export function serve({ port = 0, dir = distFolder } = {}) {
  const root = resolve(dir);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, headersFor('/'));
      response.end();
    });
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = address && typeof address === 'object' ? address.port : port;
      done({
        url: `http://127.0.0.1:${taken}/`,
        port: taken,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'method not allowed', { Allow: 'GET, HEAD' });
  }
  const path = sitePath(request.url ?? '/');
  if (path === undefined) return refuse(response, 400, 'bad path');
  const file = join(root, ...path.split('/'));
  const info = file.startsWith(root + sep) ? await fileInfo(file) : undefined;
  if (!info) return refuse(response, 404, 'not found');

  const accepted = acceptedEncodings(request.headers['accept-encoding']);
  let sent = { path: file, info, encoding: '' };
  for (const { name, suffix } of encodings) {
    const packed = accepted.has(name) ? await fileInfo(file + suffix) : undefined;
    if (!packed || packed.mtimeMs < info.mtimeMs) continue;
    sent = { path: file + suffix, info: packed, encoding: name };
    break;
  }

  const etag = `"${info.size.toString(36)}-${Math.floor(info.mtimeMs).toString(36)}${sent.encoding && `-${sent.encoding}`}"`;
  const headers = {
    ...headersFor(path),
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Last-Modified': info.mtime.toUTCString(),
    ETag: etag,
    Vary: 'Accept-Encoding',
  };
  if (isFresh(request, etag, info.mtimeMs)) return void response.writeHead(304, headers).end();
  response.writeHead(200, {
    ...headers,
    'Content-Length': sent.info.size,
    ...(sent.encoding && { 'Content-Encoding': sent.encoding }),
  });
  if (request.method === 'HEAD') return void response.end();
  await new Promise((done) => pipeline(createReadStream(sent.path), response, done));
}

/** The path of a file of the site, or undefined for one that is not well formed; nothing hidden, nothing above. */
function sitePath(/** @type {string} */ url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
  } catch {
    return undefined;
  }
  if (!path.startsWith('/') || /[\0\\:]/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  return path.endsWith('/') ? `${path}index.html` : path;
}

async function fileInfo(/** @type {string} */ path) {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() ? info : undefined;
}

function acceptedEncodings(/** @type {string | string[] | undefined} */ header) {
  const accepted = new Set();
  for (const item of String(header ?? '').split(',')) {
    const [name = '', ...options] = item.split(';').map((part) => part.trim().toLowerCase());
    if (name && !options.some((option) => /^q=0(\.0*)?$/.test(option))) accepted.add(name);
  }
  return accepted;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {string} etag
 * @param {number} mtimeMs
 */
function isFresh(request, etag, mtimeMs) {
  const match = request.headers['if-none-match'];
  if (match) return match === '*' || match.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return Number.isFinite(since) && Math.floor(mtimeMs / 1000) * 1000 <= since;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 * @param {Record<string, string>} [more]
 */
function refuse(response, status, text, more = {}) {
  response.writeHead(status, { ...headersFor('/'), 'Content-Type': 'text/plain; charset=utf-8', ...more });
  response.end(`${text}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url } = await serve({ port: Number(process.argv[2] ?? 0) });
  console.log(url);
}
