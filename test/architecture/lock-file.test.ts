import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInstalled } from '../../src/cli/install.mjs';
import { projectFolder } from '../../src/cli/paths.mjs';

interface Entry {
  version?: string;
  resolved?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
const read = (name: string) => JSON.parse(readFileSync(join(projectFolder, name), 'utf8'));
const packages: Record<string, Entry> = read('package-lock.json').packages;

/** Where Node looks for a dependency of the package at `path`. */
function places(path: string, name: string): string[] {
  const parts = path === '' ? [] : path.split('/node_modules/');
  return [
    ...parts.map((_, i) => `${parts.slice(0, parts.length - i).join('/node_modules/')}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
}

test('every dependency has an entry, those of other platforms too, so that `npm ci` works on each', () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !places(path, name).some((place) => packages[place]?.version))
      .map((name) => `${name} of ${path}`),
  );
  expect(missing).toEqual([]);
});

test('it is of this package.json and names no registry', () => {
  const own = read('package.json');
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) expect(packages['']?.[kind]).toEqual(own[kind]);
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('what is installed is what it names', () => {
  expect(isInstalled()).toBe(true);
});
