import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { distFolder } from '../../src/cli/paths.mjs';

/** Everything that the browser must have before index.html shows the shell: scripts and styles, imports followed, lazy ones not. */
function shellFiles(): string[] {
  const html = readFileSync(join(distFolder, 'index.html'), 'utf8');
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(file, 'utf8');
    for (const [, specifier = ''] of code.matchAll(/\b(?:import|export)\s*(?:[\w$*{}\s,]*?\bfrom\s*)?["'](\.[^"']+\.js)["']/g)) {
      follow(join(dirname(file), specifier));
    }
  };
  for (const [, href = ''] of html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g))
    follow(join(distFolder, href));
  return [...found];
}

test('the shell, before engine, editors and charts, is at most 350 kB compressed', () => {
  const sizes = shellFiles().map((file) => ({ file: relative(distFolder, file), gz: gzipSync(readFileSync(file), { level: 9 }).length }));
  const total = sizes.reduce((sum, { gz }) => sum + gz, 0);
  console.log(`shell: ${(total / 1000).toFixed(1)} kB gz in ${sizes.length} files`);
  expect(sizes.some(({ file }) => file.endsWith('.js'))).toBe(true);
  expect(total, JSON.stringify(sizes.sort((a, b) => b.gz - a.gz))).toBeLessThanOrEqual(350_000);
});

test('pages have no inline script and ask nothing of another origin', () => {
  for (const name of readdirSync(distFolder).filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(join(distFolder, name), 'utf8');
    expect([...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(([, , body = '']) => body.trim() !== '')).toEqual([]);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/\son\w+=/);
  }
});
