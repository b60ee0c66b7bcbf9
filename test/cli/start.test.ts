import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder } from '../../src/cli/paths.mjs';

const dist = mkdtempSync(join(tmpdir(), 'clientele-start-'));
let blocker: Server;
let port: number;

beforeAll(async () => {
  const { sourcesState } = await import('../../src/cli/sources.mjs');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(dist, '.built-from'), sourcesState());
  blocker = createServer();
  port = await new Promise((done) =>
    blocker.listen(0, '127.0.0.1', () => {
      const address = blocker.address();
      done(typeof address === 'object' && address ? address.port : 0);
    }),
  );
});
afterAll(() => {
  blocker.close();
  rmSync(dist, { recursive: true });
});

/** Runs `npm start` until it prints an address or ends. */
function start(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['src/cli/start.mjs', '--no-open', ...args], {
      cwd: projectFolder,
      env: { ...process.env, CLIENTELE_DIST: dist },
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
      if (/http:\S+/.test(output)) child.kill();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => done({ code, output }));
  });
}

test('a free port is printed as an address', async () => {
  expect((await start()).output).toMatch(/Clientele: http:\/\/127\.0\.0\.1:\d+\//);
});

test('a port that was asked for and is taken is one line and a failure', async () => {
  expect(await start('--port', String(port))).toEqual({ code: 1, output: `port in use: ${port}\n` });
});

test.each([
  ['--port=x', 'not a port: x\n'],
  ['--port=70000', 'not a port: 70000\n'],
  ['--nonsense', 'usage: npm start -- [--port N] [--no-open]; not understood: --nonsense\n'],
])('%s is refused in a line', async (arg, output) => {
  expect(await start(arg)).toEqual({ code: 1, output });
});
