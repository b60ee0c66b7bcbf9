import type { CellDefinition } from '../../src/cell/index.ts';

/** Values that a cell's parameters had in an older version, by that version: `test/cells/<id>/older-params.ts`. */
export type OlderParams = Readonly<Record<number, Readonly<Record<string, unknown>>>>;

export interface FoundCell {
  folder: string;
  cell: CellDefinition;
}

const modules = import.meta.glob<{ default: CellDefinition }>('../../cells/*/cell.ts', { eager: true });

/** Every cell that has a folder. */
export const cells: readonly FoundCell[] = Object.entries(modules).map(([path, module]) => ({
  folder: path.split('/').at(-2) ?? '',
  cell: module.default,
}));

/** The files of a cell's folder. */
export const filesOf = (folder: string): string[] =>
  Object.keys(FILES)
    .filter((path) => path.split('/').at(-2) === folder)
    .map((path) => path.split('/').at(-1) ?? '');

const FILES = import.meta.glob('../../cells/*/*');

const CODE = import.meta.glob<string>('../../cells/*/*.ts', { query: '?raw', import: 'default' });

/** File and text of each module in a cell's folder. */
export const codeOf = (folder: string): Promise<[file: string, text: string][]> =>
  Promise.all(
    Object.entries(CODE)
      .filter(([path]) => path.split('/').at(-2) === folder)
      .map(async ([path, read]): Promise<[string, string]> => [path.split('/').at(-1) ?? '', await read()]),
  );
