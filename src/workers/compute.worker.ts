import engineWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mainModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { expose, type ProxyMarked, releaseProxy } from 'comlink';
import { connectWasm } from '../engine/wasm-connector.ts';
import { cellLibrary } from './cells.ts';
import { ComputeService } from './compute-service.ts';
import { installErrorTransfer } from './error-transfer.ts';
import { holdLifeline } from './lifeline.ts';

installErrorTransfer();

const absolute = (url: string) => new URL(url, self.location.href).href;
const service = new ComputeService(
  ({ timeoutMs, ...files }, onLost) =>
    connectWasm({
      mainModule: files.mainModule ?? absolute(mainModule),
      worker: files.worker ?? absolute(engineWorker),
      timeoutMs,
      onLost,
    }),
  cellLibrary,
  { strict: import.meta.env.DEV },
);

/** Lets go of a callback's channel once its call is over. */
function letGo(callback: unknown): void {
  (callback as ProxyMarked & { [releaseProxy]?: () => void })[releaseProxy]?.();
}

const api = {
  boot: service.boot.bind(service),
  prepare: service.prepare.bind(service),
  restore: service.restore.bind(service),
  forget: service.forget.bind(service),
  cancel: service.cancel.bind(service),
  preview: service.preview.bind(service),
  rejected: service.rejected.bind(service),
  dropSource: service.dropSource.bind(service),
  columnSample: service.columnSample.bind(service),
  page: service.page.bind(service),
  csv: service.csv.bind(service),
  tables: service.tables.bind(service),
  lifeline: holdLifeline,
  run: (...args: Parameters<ComputeService['run']>) => service.run(...args).finally(() => letGo(args[2])),
  import: (...args: Parameters<ComputeService['import']>) => service.import(...args).finally(() => letGo(args[4])),
};
export type WorkerApi = typeof api;

expose(api);
