import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/cli/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'clientele-serve-'));
const dir = join(folder, 'dist');
const script = `console.log(1);${' '.repeat(2000)}`;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(dir, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(dir, '.hidden'), 'hidden');
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(dir, 'assets/index-abc.js'), script);
  writeFileSync(join(dir, 'assets/index-abc.js.br'), brotliCompressSync(script));
  writeFileSync(join(dir, 'assets/index-abc.js.gz'), gzipSync(script));
  writeFileSync(join(dir, 'assets/worker-compute.worker-abc.js'), '');
  writeFileSync(join(dir, 'assets/duckdb-browser-eh.worker-abc.js'), '');
  writeFileSync(join(dir, 'assets/duckdb-eh-abc.wasm'), '');
  server = await serve({ dir });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The path goes out as it is written; `fetch` would tidy it first. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: string }>((done, fail) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', fail);
    sent.end();
  });
}

test('a page may connect to its own origin only and is always asked for anew', async () => {
  const { status, headers, body } = await get('/');
  expect(status).toBe(200);
  expect(body).toContain('<title>');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['cache-control']).toBe('no-cache');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain("'unsafe-eval'");
});

test.each(['/assets/worker-compute.worker-abc.js', '/assets/duckdb-browser-eh.worker-abc.js'])(
  'the worker script %s has a policy of its own, with eval and without another origin',
  async (path) => {
    const policy = String((await get(path)).headers['content-security-policy']);
    expect(policy).toContain("'unsafe-eval'");
    expect(policy).toContain("connect-src 'self'");
  },
);

test('hashed files are kept for ever, with the right type', async () => {
  const { headers } = await get('/assets/duckdb-eh-abc.wasm');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-type']).toBe('application/wasm');
});

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['', undefined],
])('of the encodings "%s" the best is sent', async (accepted, encoding) => {
  const { headers } = await get('/assets/index-abc.js', { 'Accept-Encoding': accepted });
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test('an unchanged file is not sent again', async () => {
  const first = await get('/assets/index-abc.js');
  const again = await get('/assets/index-abc.js', { 'If-None-Match': String(first.headers.etag) });
  expect([again.status, again.body]).toEqual([304, '']);
  const packed = await get('/assets/index-abc.js', { 'If-None-Match': String(first.headers.etag), 'Accept-Encoding': 'br' });
  expect(packed.status).toBe(200);
});

test('HEAD gives headers alone, other methods are refused', async () => {
  const head = await get('/assets/index-abc.js', {}, 'HEAD');
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', String(script.length)]);
  expect((await get('/', {}, 'POST')).status).toBe(405);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/%00',
  '/%zz',
  '/.hidden',
  '/assets',
  '//etc/passwd',
  '/index.html/',
])('%s gives nothing away', async (path) => {
  const { status, body } = await get(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toMatch(/secret|hidden|root/);
});

test('a port that is taken is said by its code', async () => {
  await expect(serve({ dir, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
