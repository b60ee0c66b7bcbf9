import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { checkNode, installMissing, PlainError } from './install.mjs';

const firstPort = 4180;
const lastPort = firstPort + 50;
const usage = 'usage: npm start -- [--port N] [--no-open]';

/** Installs and builds what is missing, serves the app and prints its address. */
async function start() {
  const { port, open } = options();
  checkNode();
  await installMissing();
  // Loaded late: an older Node should reach the line that says so.
  const { buildIsCurrent } = await import('./sources.mjs');
  if (!buildIsCurrent()) await buildApp();
  const { url, port: taken } = await listen(port);
  if (port === undefined && taken !== firstPort) console.log(`port ${firstPort} is taken, using ${taken}`);
  console.log(`Clientele: ${url}  (Ctrl+C ends it)`);
  if (open) openBrowser(url);
}

/** Read by hand: `parseArgs` knows `--no-…` only from Node 20.17 on. */
function options(args = process.argv.slice(2)) {
  let port;
  let open = true;
  while (args.length > 0) {
    const arg = args.shift() ?? '';
    if (arg === '--no-open') open = false;
    else if (arg === '--port') port = portNumber(args.shift() ?? '');
    else if (arg.startsWith('--port=')) port = portNumber(arg.slice('--port='.length));
    else throw new PlainError(`${usage}; not understood: ${arg}`);
  }
  return { port, open };
}

function portNumber(/** @type {string} */ text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw new PlainError(`not a port: ${text}`);
  return port;
}

async function buildApp() {
  console.log('building …');
  const { build } = await import('./build.mjs');
  try {
    await build({ logLevel: 'warn' });
  } catch (error) {
    throw new PlainError(`the app could not be built: ${firstLine(error)} (npm run build says more)`);
  }
}

/** The port asked for, or the first free one. */
async function listen(/** @type {number | undefined} */ port) {
  const { serve } = await import('./serve.mjs');
  for (let candidate = port ?? firstPort; ; candidate++) {
    try {
      return await serve({ port: candidate });
    } catch (error) {
      const code = /** @type {NodeJS.ErrnoException} */ (error).code;
      const taken = code === 'EADDRINUSE' || code === 'EACCES';
      if (taken && port === undefined && candidate < lastPort) continue;
      if (code === 'EADDRINUSE') throw new PlainError(`port in use: ${candidate}`);
      if (code === 'EACCES') throw new PlainError(`port not allowed: ${candidate}`);
      throw error;
    }
  }
}

/** Opens the page where there is a screen; that it could not is no error, the address is printed. */
function openBrowser(/** @type {string} */ url) {
  const { platform, env } = process;
  if (env.CI || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return;
  const [command, args] =
    platform === 'darwin' ? ['open', [url]] : platform === 'win32' ? ['cmd', ['/c', 'start', '""', url]] : ['xdg-open', [url]];
  const child = spawn(/** @type {string} */ (command), /** @type {string[]} */ (args), { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

const firstLine = (/** @type {unknown} */ error) => String(error instanceof Error ? error.message : error).split('\n')[0];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.on('SIGINT', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  try {
    await start();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : `could not start: ${firstLine(error)}`);
    process.exitCode = 1;
  }
}
