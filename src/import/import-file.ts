import type { Connector } from '../engine/connector.ts';
import { throwIfCancelled } from '../util/app-error.ts';
import { fingerprint } from './fingerprint.ts';
import { importText } from './import-text.ts';
import type { Imported, ImportProgress, ReadOptions } from './options.ts';
import { importParquet } from './parquet/import-parquet.ts';
import { drop, partTable, putInPlace, rejectedTable, rowsTable } from './raw-table.ts';
import { RejectedRows } from './rejected.ts';

/**
 * Reads a file into `raw.<source>`, in place of what was there, with what could not be read beside it. Rows arrive in
 * a table of another name, so that a failed or cancelled import leaves nothing behind and an earlier one untouched.
 * Rejects with `Cancelled` or an `AppError`.
 */
export async function importFile(
  connector: Connector,
  source: string,
  file: Blob,
  options: ReadOptions,
  onProgress: (progress: ImportProgress) => void,
  signal?: AbortSignal,
): Promise<Imported> {
  const rejected = new RejectedRows(connector, source);
  // beside the reading, on the browser's own threads
  const hash = fingerprint(file);
  hash.catch(() => {});
  const part = partTable(rowsTable(source));
  try {
    throwIfCancelled(signal);
    await rejected.create();
    const context: ImportContext = { connector, part, file, rejected, onProgress, signal };
    const rows = options.format === 'text' ? await importText(context, options) : await importParquet(context);
    await rejected.flush(true);
    onProgress({ phase: 'finishing', bytes: file.size, ofBytes: file.size, rows });
    const name = await hash;
    const columns = await connector.columns(part);
    throwIfCancelled(signal);
    await putInPlace(connector, rowsTable(source));
    await putInPlace(connector, rejectedTable(source));
    return { rows, columns, fingerprint: name, rejected: rejected.summary() };
  } finally {
    await drop(connector, part).catch(() => {});
    await drop(connector, partTable(rejectedTable(source))).catch(() => {});
  }
}

/** What a reader of one format works with. */
export interface ImportContext {
  connector: Connector;
  /** The table to make and fill. */
  part: ReturnType<typeof partTable>;
  file: Blob;
  rejected: RejectedRows;
  onProgress: (progress: ImportProgress) => void;
  signal: AbortSignal | undefined;
}
