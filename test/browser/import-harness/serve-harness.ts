import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { serve } from '../../../src/cli/serve.mjs';

const names = {
  entryFileNames: 'assets/worker-[name]-[hash].js',
  chunkFileNames: 'assets/worker-chunk-[name]-[hash].js',
  assetFileNames: 'assets/[name]-[hash][extname]',
};

/** Builds the page that holds the import alone, with the app's own engine, and serves it with the headers of production. */
export async function serveImportHarness(): Promise<{ url: string; close: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'clientele-import-'));
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es', rolldownOptions: { output: names } },
    build: {
      outDir: dir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  const server = await serve({ port: 0, dir });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
