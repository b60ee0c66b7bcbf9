import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Folder → folders of the project that it may import. What is not listed knows them all: ui, cli, workers and the entries. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/util': [],
  'src/stats': ['src/util'],
  'src/cell': ['src/stats', 'src/util'],
  'src/engine': ['src/util'],
  'src/import': ['src/engine', 'src/util', 'src/cell'],
  'src/notebook': ['src/cell', 'src/util'],
  'src/runtime': ['src/notebook', 'src/cell', 'src/util'],
  'src/i18n': ['src/util', 'src/cell', 'src/notebook'],
  'src/charts': ['src/util', 'src/cell', 'src/notebook', 'src/i18n'],
  'src/storage': ['src/util', 'src/cell', 'src/notebook'],
  'src/share': ['src/util', 'src/cell', 'src/notebook'],
  'src/lesson': ['src/util', 'src/cell', 'src/notebook'],
  cells: ['src/cell/index.ts', 'src/stats'],
  datasets: ['src/util', 'src/stats', 'src/cell'],
};

interface Module {
  path: string;
  code: string;
  imports: readonly string[];
}

const modules: Module[] = ['src', 'cells', 'datasets'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => readModule(join(entry.parentPath, entry.name))),
);

function readModule(file: string): Module {
  const code = readFileSync(file, 'utf8');
  const withoutComments = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = withoutComments.matchAll(/(?:\bfrom|\bimport|\bimport\s*\()\s*['"]([.@\w][^'"\s]*)['"]/g);
  const imports = [...found].map(([, specifier = '']) =>
    specifier.startsWith('.') ? relative(root, resolve(dirname(file), specifier.replace(/\?.*$/, ''))) : specifier,
  );
  return { path: relative(root, file), code: withoutComments, imports };
}

const within = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

test('imports point one way between the folders', () => {
  const wrong = modules.flatMap(({ path, imports }) => {
    const folder = Object.keys(allowed).find((place) => within(path, place));
    if (!folder) return [];
    const home = folder === 'cells' ? path.split('/').slice(0, 2).join('/') : folder;
    return imports
      .filter((target) => /^(src|cells|datasets|test)\//.test(target))
      .filter((target) => ![home, ...(allowed[folder] ?? [])].some((place) => within(target, place)))
      .map((target) => `${path} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('what imports a module of the project names its file, extension included', () => {
  const wrong = modules.flatMap(({ path, imports }) =>
    imports
      .filter((target) => /^(src|cells|datasets)\//.test(target) && !/\.\w+$/.test(target))
      .map((target) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('React and what draws with it stay in ui and the entries', () => {
  const wrong = modules
    .filter(({ path }) => !within(path, 'src/ui') && !/^src\/\w+\.tsx$/.test(path))
    .filter(({ imports }) => imports.some((target) => /^(react|react-dom|@mantine|@codemirror|zustand)(\/|$)/.test(target)))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('cells import the kit, the estimators and their own folder, and no package', () => {
  const wrong = modules
    .filter(({ path }) => within(path, 'cells'))
    .flatMap(({ path, imports }) =>
      imports.filter((target) => !/^(src|cells)\//.test(target)).map((target) => `${path} imports ${target}`),
    );
  expect(wrong).toEqual([]);
});

test('only a cell has a default export, and every cell has one', () => {
  const exported = modules.filter(({ code }) => /\bexport\s+default\b|\bas default\b/.test(code)).map(({ path }) => path);
  const cells = modules.map(({ path }) => path).filter((path) => /^cells\/[^/]+\/cell\.ts$/.test(path));
  expect(exported.sort()).toEqual(cells.sort());
});

test('modules are named in kebab-case, components in PascalCase', () => {
  const name = /^([a-z0-9]+([-.][a-z0-9]+)*\.(ts|mjs|tsx)|zh-CN\.ts|[A-Z][A-Za-z0-9]*\.tsx)$/;
  expect(modules.map(({ path }) => path).filter((path) => !name.test(path.split('/').at(-1) ?? ''))).toEqual([]);
});

test('every cell is complete: its parts, its notes in both languages and its test', () => {
  const parts = ['cell.ts', 'run.ts', 'charts.ts', 'text.ts', 'notes.en.md', 'notes.zh.md'];
  const missing = readdirSync(join(root, 'cells'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const present = readdirSync(join(root, 'cells', name));
      const tests = existsSync(join(root, 'test/cells', name)) ? readdirSync(join(root, 'test/cells', name)) : [];
      return [
        ...parts.filter((part) => !present.includes(part)).map((part) => `cells/${name}/${part}`),
        ...(tests.some((file) => file.endsWith('.test.ts')) ? [] : [`test/cells/${name}/*.test.ts`]),
      ];
    });
  expect(missing).toEqual([]);
});

test('SQL is made only by the tag: nothing else constructs Sql', () => {
  const wrong = modules.filter(({ path, code }) => path !== 'src/util/sql.ts' && /\bnew Sql\(/.test(code)).map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('nothing is fetched from another origin', () => {
  const urls = modules.flatMap(({ path, code }) =>
    [...code.matchAll(/\b(?:fetch|importScripts|new Worker|new EventSource|new WebSocket)\(\s*['"`](?:https?:|wss?:)?\/\/[^'"`]*/g)].map(
      ([text]) => `${path}: ${text}`,
    ),
  );
  expect(urls).toEqual([]);
});

/** Modules over 300 lines, each with its reason. */
const LONG: readonly (readonly [RegExp, string])[] = [
  [/^src\/i18n\/[\w-]+-messages\.ts$/, 'a catalogue of messages'],
  [/^src\/runtime\/runtime\.ts$/, 'one reactive engine, whose phases are read together'],
];

test('no module is longer than 300 lines without a reason', () => {
  const long = modules
    .map(({ path }) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length }))
    .filter(({ path, lines }) => lines > 300 && !LONG.some(([pattern]) => pattern.test(path)));
  expect(long).toEqual([]);
});
