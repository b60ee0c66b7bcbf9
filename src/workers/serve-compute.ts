import mainModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { expose, releaseProxy } from 'comlink';
import type { CellLibrary } from '../cell/index.ts';
import engineWorker from '../engine/engine.worker.ts?worker&url';
import { connectWasm } from '../engine/wasm-connector.ts';
import { holdLifeline } from '../util/lifeline.ts';
import { ComputeService, type Connect } from './compute-service.ts';
import { installErrorTransfer } from './error-transfer.ts';

const absolute = (url: string) => new URL(url, self.location.href).href;

/** Makes this worker the compute worker, with these cells. */
export function serveCompute(library: CellLibrary): void {
  installErrorTransfer();
  expose(computeApi(library));
}

export type WorkerApi = ReturnType<typeof computeApi>;

function computeApi(library: CellLibrary) {
  const connect: Connect = ({ timeoutMs, ...files }, onLost) =>
    connectWasm({
      mainModule: files.mainModule ?? absolute(mainModule),
      worker: files.worker ?? absolute(engineWorker),
      timeoutMs,
      onLost,
    });
  const service = new ComputeService(connect, library, { strict: import.meta.env.DEV });
  return {
    boot: service.boot.bind(service),
    prepare: service.prepare.bind(service),
    restore: service.restore.bind(service),
    forget: service.forget.bind(service),
    cancel: service.cancel.bind(service),
    preview: service.preview.bind(service),
    rejected: service.rejected.bind(service),
    dropSource: service.dropSource.bind(service),
    columnSample: service.columnSample.bind(service),
    effects: service.effects.bind(service),
    values: service.values.bind(service),
    page: service.page.bind(service),
    csv: service.csv.bind(service),
    tables: service.tables.bind(service),
    lifeline: holdLifeline,
    run: (...args: Parameters<ComputeService['run']>) => service.run(...args).finally(() => letGo(args[2])),
    import: (...args: Parameters<ComputeService['import']>) => service.import(...args).finally(() => letGo(args[4])),
  };
}

/** Lets go of a callback's channel once its call is over. */
function letGo(callback: unknown): void {
  (callback as { [releaseProxy]?: () => void })[releaseProxy]?.();
}
