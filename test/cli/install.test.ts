import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkNode, isInstalled, PlainError } from '../../src/cli/install.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-install-'));
  lock('package-lock.json', { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } });
});
afterEach(() => rmSync(folder, { recursive: true }));

function lock(path: string, packages: Record<string, unknown>) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify({ packages }));
}
function put(name: string) {
  mkdirSync(join(folder, 'node_modules', name), { recursive: true });
  writeFileSync(join(folder, 'node_modules', name, 'package.json'), '{}');
}

test('a fresh clone is not installed', () => {
  expect(isInstalled(folder)).toBe(false);
});

test('an install that npm did not finish is noticed', () => {
  put('a');
  expect(isInstalled(folder)).toBe(false);
});

test('a finished install is complete, with or without what is optional', () => {
  put('a');
  lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(folder)).toBe(true);
});

test('a package of another version, and one whose folder was deleted, are missing', () => {
  put('a');
  lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
  expect(isInstalled(folder)).toBe(false);
  lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  rmSync(join(folder, 'node_modules/a'), { recursive: true });
  expect(isInstalled(folder)).toBe(false);
});

test('an old Node is told so in a line', () => {
  expect(() => checkNode('18.19.0')).toThrow(new PlainError('Node 20 or later is needed, this is 18.19.0'));
  expect(() => checkNode('20.0.0')).not.toThrow();
});
