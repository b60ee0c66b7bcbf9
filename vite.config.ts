import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { devHeadersFor } from './src/cli/headers.mjs';
import { distFolder, projectFolder } from './src/cli/paths.mjs';

const testing = process.env.VITEST !== undefined;
const source = resolve(projectFolder, 'src');
const pages = ['index', 'viewer', 'sandbox'].filter((page) => existsSync(resolve(source, `${page}.html`)));
const nonce = 'dev';

/** The development server keeps the same promises as production: see src/cli/headers.mjs. */
const headers: Plugin = {
  name: 'clientele:headers',
  apply: 'serve',
  config: () => ({ html: { cspNonce: nonce } }),
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      for (const [name, value] of Object.entries(devHeadersFor(request.url ?? '/', nonce))) response.setHeader(name, value);
      next();
    });
  },
};

/** Modules of Node that shared code asks for only when it runs in Node. */
const external = [/^node:/];

/** Workers are told apart by name, so that each gets the header that governs it. */
const workerNames = {
  entryFileNames: 'assets/worker-[name]-[hash].js',
  chunkFileNames: 'assets/worker-chunk-[name]-[hash].js',
  assetFileNames: 'assets/[name]-[hash][extname]',
};

export default defineConfig({
  root: testing ? projectFolder : source,
  // Relative, so that the built folder can be served under any path.
  base: './',
  publicDir: false,
  plugins: testing ? [] : [react(), headers],
  server: { host: '127.0.0.1', fs: { allow: [projectFolder] } },
  worker: { format: 'es', rolldownOptions: { external, output: workerNames } },
  build: {
    outDir: distFolder,
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the page's policy allows scripts and fonts from files of its own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: { external, input: Object.fromEntries(pages.map((page) => [page, resolve(source, `${page}.html`)])) },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/contract/**', 'test/browser/**', 'test/bench/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
