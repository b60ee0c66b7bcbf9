/** Every edit of a notebook: pure functions from a document to a document that share what did not change. */

export * from './operations/cells.ts';
export * from './operations/data.ts';
export { editCell, renameOutput, setCode, setParam, setParams, setText } from './operations/edit-cell.ts';
export * from './operations/settings.ts';
