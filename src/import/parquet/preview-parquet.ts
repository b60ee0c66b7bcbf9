import { type Table, tableFromIPC } from '@uwdata/flechette';
import { AppError } from '../../util/app-error.ts';
import type { Preview } from '../options.ts';
import { describeValues } from '../roles/describe-values.ts';
import { looksLikeKey } from '../sniff/key-name.ts';
import { isoDay, isoTimestamp } from '../values/civil.ts';
import type { FieldPlan } from './field-plan.ts';
import { attempt, openParquet, release } from './open-parquet.ts';
import { planOf } from './plan-of.ts';
import { jsonText, repair } from './repair.ts';

const SAMPLED = 2_000;
const SHOWN = 50;

/** What a Parquet file holds, from its schema and its first rows. */
export async function previewParquet(file: File): Promise<Preview> {
  const parquet = await openParquet(file);
  try {
    const plan = planOf(parquet);
    if (plan.length === 0) throw new AppError('import.no_columns', `no columns found in file: ${file.name}`, { file: file.name });
    const count = Number(parquet.metadata().fileMetadata().numRows());
    const limit = Math.max(20, Math.min(SAMPLED, Math.floor(400_000 / plan.length)));
    const sample = await attempt(file, () =>
      parquet.read({ limit, batchSize: limit, rowGroups: parquet.metadata().numRowGroups() > 0 ? [0] : [] }),
    );
    const table = tableFromIPC(repair(sample.intoIPCStream(), plan), { useBigInt: true, useDecimalInt: false });
    const texts = plan.map((field, i) => columnTexts(table, i, field));
    const rows = texts[0]?.slice(0, SHOWN).map((_, r) => texts.map((column) => column[r] ?? '')) ?? [];
    const nested = plan.filter(({ how }) => how === 'json').map(({ name }) => name);
    return {
      name: file.name,
      bytes: file.size,
      options: { format: 'parquet' },
      columns: plan.map(({ name, sqlType }, i) =>
        describeValues(name, sqlType === 'DOUBLE' && isWholeKey(name, texts[i]) ? 'BIGINT' : sqlType, texts[i] as (string | null)[]),
      ),
      rows,
      rowsInFile: { count, exact: true },
      notes: [
        ...(count === 0 ? [{ code: 'no_rows' as const, fields: {} }] : []),
        ...(nested.length > 0 ? [{ code: 'nested' as const, fields: { columns: nested.slice(0, 5).join(', ') } }] : []),
      ],
    };
  } finally {
    release(parquet);
  }
}

function columnTexts(table: Table, index: number, { sqlType }: FieldPlan): (string | null)[] {
  const column = table.getChildAt(index);
  return Array.from(column as Iterable<unknown>, (value) => {
    if (value === null || value === undefined) return null;
    if (sqlType === 'DATE') return isoDay(Math.floor(Number(value) / 86_400_000));
    if (sqlType === 'TIMESTAMP') return isoTimestamp(Number(value));
    return jsonText(value);
  });
}

/** A key with gaps that is kept as a fraction, as the import will make it a whole number. */
function isWholeKey(name: string, values: readonly (string | null)[] = []): boolean {
  return looksLikeKey(name) && values.every((value) => value === null || Number.isSafeInteger(Number(value)));
}
