/**
 * HTTP headers of everything that is served, in production and by the development server alike. The browser enforces
 * the promise that data stays: pages and workers may connect to their own origin only.
 */

const page = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Arquero and Arrow compile expressions, hence `unsafe-eval`; a worker has no document and no way out but `connect-src`. */
const worker = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'", "worker-src 'self'", "connect-src 'self'"].join(
  '; ',
);

const permissions = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** Whether a path is the script of a worker: its own header governs it, the page's does not. */
export function isWorkerScript(/** @type {string} */ path) {
  return /\/assets\/worker-[^/]*\.js$/.test(path) || /duckdb-browser-[a-z]+\.worker[^/]*\.js$/.test(path);
}

/**
 * Headers for a path of the site, as `/assets/index-x1y2z3.js`.
 * @param {string} path without query
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
  return {
    'Content-Security-Policy': isWorkerScript(path) ? worker : page,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': permissions,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/**
 * The same while developing, with what hot reloading needs on top: a nonce for the inline preamble and its socket.
 * @param {string} url with query
 * @param {string} nonce
 */
export function devHeadersFor(url, nonce) {
  const [path = '/', query = ''] = url.split('?');
  const isWorker = /(^|&)(worker_file|worker)(&|=|$)/.test(query) || isWorkerScript(path);
  const policy = (isWorker ? worker : page)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", "connect-src 'self' ws:");
  return { ...headersFor('/'), 'Content-Security-Policy': policy };
}
