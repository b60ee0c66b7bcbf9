import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findChromium } from './chromium.mjs';
import { checkNode, installMissing, PlainError } from './install.mjs';
import { cacheFolder, projectFolder } from './paths.mjs';

/**
 * Everything that has to hold, in the order in which it is cheap to know. Each step gives what it counted.
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Count
 * @type {Record<string, () => Count | Promise<Count>>}
 */
const steps = {
  lint: () => check('@biomejs/biome/bin/biome', ['check', '--diagnostic-level=error']),
  types: () => check('typescript/bin/tsc', ['--noEmit']),
  build: () => check('../src/cli/build.mjs', []),
  unit: () => tests('unit'),
  contract: () => tests('contract'),
  browser: () => browserTests(),
};

/** Runs the steps that `--only a,b` names, or all of them; the last line says how many passed and failed. */
async function main() {
  checkNode();
  const chosen = chosenSteps(process.argv.slice(2));
  await installMissing();
  const total = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };
  for (const name of chosen) {
    console.log(`\n── ${name}`);
    const count = await steps[name]?.();
    total.passed += count?.passed ?? 0;
    total.failed += count?.failed ?? 0;
    total.skipped.push(...(count?.skipped ?? []));
  }
  if (total.skipped.length > 0) console.log(`\nskipped:\n${total.skipped.map((name) => `  ${name}`).join('\n')}`);
  const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function chosenSteps(/** @type {string[]} */ args) {
  const all = Object.keys(steps);
  if (args.length === 0) return all;
  const names = (args[0] === '--only' ? args[1] : args[0]?.startsWith('--only=') ? args[0].slice('--only='.length) : undefined)?.split(',');
  if (!names?.every((name) => all.includes(name))) throw new PlainError(`usage: npm test -- [--only ${all.join(',')}]`);
  return all.filter((name) => names.includes(name));
}

/**
 * One check: it passes or fails as a whole.
 * @param {string} script within node_modules
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function check(script, args) {
  const ok = (await node(script, args)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
}

async function browserTests() {
  const missing = findChromium() ? undefined : installChromium();
  if (missing) {
    console.error(missing);
    return { passed: 0, failed: 1, skipped: [] };
  }
  return tests('browser');
}

/** On Debian, as root, gets Chromium; gives a line that says what to do where it cannot. */
function installChromium() {
  const advice = 'no Chromium or Chrome found: install one, or name its executable in the variable CHROMIUM';
  if (process.env.CHROMIUM || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return advice;
  console.log('installing chromium and fonts-noto-cjk …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'ignore'] }).status === 0;
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  return findChromium() ? undefined : `${advice} (apt-get install chromium did not work)`;
}

/**
 * Runs one of Vitest's projects and counts from its report.
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function tests(project) {
  const report = join(cacheFolder, `test-${project}.json`);
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--passWithNoTests', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const code = await node('vitest/vitest.mjs', args);
  const count = readReport(report);
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

/** @returns {Count} */
function readReport(/** @type {string} */ path) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: [] };
  const count = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };
  for (const file of JSON.parse(readFileSync(path, 'utf8')).testResults) {
    if (file.status === 'failed' && !file.assertionResults.some((/** @type {{ status: string }} */ test) => test.status === 'failed'))
      count.failed++;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed++;
      else if (test.status === 'failed') count.failed++;
      else count.skipped.push(`${relative(projectFolder, file.name)}: ${test.fullName.trim()}`);
    }
  }
  return count;
}

/**
 * @param {string} script within node_modules
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function node(script, args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(projectFolder, 'node_modules', script), ...args], { cwd: projectFolder, stdio: 'inherit' });
    child.on('error', () => done(1));
    child.on('close', (code) => done(code ?? 1));
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
