import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { distFolder } from '../../src/cli/paths.mjs';
import { serve } from '../../src/cli/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app, with a slash at its end. */
    url: string;
  }
}

/** Serves the built app for as long as the browser tests run; `inject('url')` is where. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(distFolder, 'index.html'))) throw new Error('the app is not built: npm run build');
  const server = await serve({ port: 0, dir: distFolder });
  project.provide('url', server.url);
  return () => server.close();
}
