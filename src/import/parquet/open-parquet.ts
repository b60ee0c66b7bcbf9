import type { ParquetFile } from 'parquet-wasm/esm';
import { AppError } from '../../util/app-error.ts';
import { nameOf } from '../text/chunks.ts';
import { watchPanics } from './panics.ts';

type ParquetModule = typeof import('parquet-wasm/esm');

let loading: Promise<ParquetModule> | undefined;

/** The reader, loaded when the first Parquet file comes; its WebAssembly is served from the app's own origin. */
function load(): Promise<ParquetModule> {
  loading ??= start();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function start(): Promise<ParquetModule> {
  const module = await import('parquet-wasm/esm');
  if (typeof process !== 'undefined' && process.versions?.node) {
    const [{ readFile }, { createRequire }] = await Promise.all([import('node:fs/promises'), import('node:module')]);
    const path = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
    await module.default({ module_or_path: await readFile(path) });
  } else {
    const { default: url } = await import('parquet-wasm/esm/parquet_wasm_bg.wasm?url');
    await module.default({ module_or_path: new URL(url, globalThis.location.href) });
  }
  return module;
}

/** Opens a Parquet file; `import.parquet` where it is damaged or cut short, with the reader's reason in `reason`. */
export async function openParquet(file: Blob): Promise<ParquetFile> {
  const { ParquetFile } = await load();
  return attempt(file, () => ParquetFile.fromFile(file));
}

/** Turns what the reader throws into an error that a person can act on. */
export async function attempt<T>(file: Blob, work: () => Promise<T>): Promise<T> {
  const panics = watchPanics();
  try {
    return await Promise.race([work(), panics.happened]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'import.parquet',
      `parquet file cannot be read: ${nameOf(file)} (${reason})`,
      { file: nameOf(file), reason },
      { cause },
    );
  } finally {
    panics.stop();
  }
}

/** Gives the reader's memory back; after a panic it is lost, as what it was doing never ends. */
export function release(parquet: ParquetFile): void {
  try {
    parquet.free();
  } catch {
    // still borrowed by the read that panicked
  }
}
