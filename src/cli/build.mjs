import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressFolder } from './compress.mjs';
import { distFolder, projectFolder } from './paths.mjs';
import { markBuilt, sourcesState } from './sources.mjs';

/** Builds the app into dist/ and compresses it. Throws what Vite throws. */
export async function build({ logLevel = /** @type {'info' | 'warn' | 'silent'} */ ('info') } = {}) {
  const { build: viteBuild } = await import('vite');
  const state = sourcesState();
  rmSync(join(distFolder, '.built-from'), { force: true });
  await viteBuild({ configFile: join(projectFolder, 'vite.config.ts'), logLevel });
  await compressFolder(distFolder);
  markBuilt(state);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    console.error(text.replace(/^\s+at .*\n?/gm, '').trimEnd());
    process.exitCode = 1;
  }
}
