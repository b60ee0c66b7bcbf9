import { decode } from '../../engine/arrow.ts';
import { throwIfCancelled } from '../../util/app-error.ts';
import { macrotask } from '../../util/breathe.ts';
import { ident, join, personsSql, sql } from '../../util/sql.ts';
import type { ImportContext } from '../import-file.ts';
import { quoted } from '../raw-table.ts';
import { looksLikeKey } from '../sniff/key-name.ts';
import { mergeStreams } from './merge-streams.ts';
import { attempt, openParquet, release } from './open-parquet.ts';
import { planOf } from './plan-of.ts';
import { repair } from './repair.ts';

/** Rows that are decoded at a time: one of the engine's row groups. */
const BATCH = 122_880;
/** Batches that are inserted at a time: fewer cost more, and more would let a cancel wait. */
const BATCHES = 4;

/**
 * Reads a Parquet file into a table by way of Arrow, so that its types survive; the next batch is decoded while one is
 * inserted. Returns the number of rows. Rejects with `import.parquet` where the file is damaged.
 */
export async function importParquet({ connector, part, file, onProgress, signal }: ImportContext): Promise<number> {
  const parquet = await openParquet(file);
  let inserting: Promise<void> = Promise.resolve();
  try {
    const plan = planOf(parquet);
    const total = Number(parquet.metadata().fileMetadata().numRows());
    const columns = plan.map(({ name, sqlType }) => sql`${ident(name)} ${personsSql(sqlType)}`);
    await connector.exec(sql`create or replace table ${quoted(part)} (${join(columns)})`, signal);
    let rows = 0;
    const stream = await attempt(file, () => parquet.stream({ batchSize: BATCH, concurrency: 1 }));
    const reader = stream.getReader();
    // dictionaries are numbered anew in each batch
    const together = plan.some(({ how }) => how === 'dictionary') ? 1 : BATCHES;
    for (let done = false; !done; ) {
      const batches: Uint8Array[] = [];
      let count = 0;
      while (count < together * BATCH && batches.length < 4 * together && !done) {
        const next = await attempt(file, () => reader.read());
        done = next.done;
        if (!next.value) break;
        count += next.value.numRows as number;
        // this takes the batch out of the reader's memory
        batches.push(repair(next.value.intoIPCStream(), plan));
      }
      await inserting;
      await macrotask();
      throwIfCancelled(signal);
      if (count === 0) continue;
      rows += count;
      inserting = connector.insertArrow(part, mergeStreams(batches), 'append');
      inserting.catch(() => {});
      onProgress({ phase: 'reading', bytes: Math.round((file.size * rows) / Math.max(1, total)), ofBytes: file.size, rows });
    }
    await inserting;
    throwIfCancelled(signal);
    for (const { name, sqlType } of plan) if (sqlType === 'DOUBLE' && looksLikeKey(name)) await narrowWholeNumbers(name);
    return rows;
  } finally {
    await inserting.catch(() => {});
    release(parquet);
  }

  /** Keys with gaps are often kept as fractions (17850.0); as keys they are whole numbers. */
  async function narrowWholeNumbers(name: string): Promise<void> {
    const column = ident(name);
    const broken = await connector.query(
      sql`select 1 as x from ${quoted(part)} where ${column} <> trunc(${column}) or abs(${column}) > 9e15 limit 1`,
      signal,
    );
    if (decode(broken).size === 0) await connector.exec(sql`alter table ${quoted(part)} alter column ${column} type bigint`, signal);
  }
}
