import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './paths.mjs';

/** Something that a person can put right; printed as one line, without a stack. */
export class PlainError extends Error {}

/** Throws a `PlainError` where Node is too old. */
export function checkNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) < 20) throw new PlainError(`Node 20 or later is needed, this is ${version}`);
}

/**
 * Whether every package of the lock file is there in its version. npm writes its own list only when an install has
 * finished, so a half-finished one is noticed.
 */
export function isInstalled(/** @type {string} */ folder = projectFolder) {
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const present = packagesOf(join(folder, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    if (present[path]) return present[path].version === version && existsSync(join(folder, path, 'package.json'));
    return Boolean(optional || devOptional || peer);
  });
}

/** Installs what the lock file names, if something is missing. Throws a `PlainError` that says why it could not. */
export async function installMissing({ log = console.log } = {}) {
  if (isInstalled()) return;
  log('installing packages (a minute or two the first time) …');
  const locked = existsSync(join(projectFolder, 'package-lock.json'));
  const args = [locked ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await npm(args);
  if (code !== 0) throw new PlainError(`packages could not be installed (npm ${args[0]}): ${reason(output)}`);
  if (!isInstalled()) throw new PlainError('packages could not be installed completely; delete node_modules and try again');
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> | undefined}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function npm(args) {
  const script = process.env.npm_execpath;
  const [command, rest] = script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
  return new Promise((done) => {
    const child = spawn(command, rest, { cwd: projectFolder, shell: command === 'npm' && process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** The line of npm's output that says most. */
function reason(/** @type {string} */ output) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line !== '' && !/^(code|errno|syscall|path|A complete log|npm warn)\b/i.test(line));
  return lines[0] ?? 'npm said nothing';
}
