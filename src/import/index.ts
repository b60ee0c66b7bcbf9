/** Files in: what a file holds (`preview`), how it is read (`importFile`), what could not be read (`rejectedRows`). */

export { columnSample } from './column-sample.ts';
export { dropSource } from './drop-source.ts';
export { fingerprint } from './fingerprint.ts';
export { importFile } from './import-file.ts';
export type * from './options.ts';
export { preview } from './preview.ts';
export { rejectedRows } from './rejected.ts';
export { retype } from './retype.ts';
