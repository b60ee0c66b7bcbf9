import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the built app is; `CLIENTELE_DIST` names another folder, so that two builds do not get in each other's way. */
export const distFolder = resolve(projectFolder, process.env.CLIENTELE_DIST ?? 'dist');

/** Things that may be deleted at any time. */
export const cacheFolder = join(projectFolder, '.cache');
