import type { CellDefinition, CellLibrary } from '../cell/index.ts';

const modules = import.meta.glob<{ default: CellDefinition }>('../../cells/*/cell.ts', { eager: true });
const cells = Object.values(modules).map((module) => module.default);
const byId = new Map(cells.map((cell) => [cell.id, cell]));

/** Every cell of the `cells` folder, as the bundler finds them. */
export const cellLibrary: CellLibrary = { list: () => cells, get: (id) => byId.get(id) };
