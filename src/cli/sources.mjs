import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { distFolder, projectFolder } from './paths.mjs';

const built = ['src', 'cells', 'datasets', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const stamp = () => join(distFolder, '.built-from');

/** Whether the built app is there and no source was changed, added or removed since. */
export function buildIsCurrent() {
  return existsSync(join(distFolder, 'index.html')) && existsSync(stamp()) && readFileSync(stamp(), 'utf8') === sourcesState();
}

/** Remembers what the app was built from; `state` is taken before the build, so that edits during it count as newer. */
export function markBuilt(/** @type {string} */ state) {
  writeFileSync(stamp(), state);
}

/** Changes whenever a source file is edited, added or removed. */
export function sourcesState() {
  const hash = createHash('sha256');
  for (const path of built.flatMap((name) => files(join(projectFolder, name))).sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(projectFolder, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @returns {string[]} */
function files(/** @type {string} */ path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => (name.startsWith('.') ? [] : files(join(path, name))));
}
