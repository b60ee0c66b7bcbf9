import type { CellResult } from '../cell/index.ts';
import { type Database, storageError } from './database.ts';

/** Results by run key, kept until the space that they may take is used up; the least recently used go first. */
export interface ResultStore {
  get(runKey: string): Promise<CellResult | undefined>;
  put(runKey: string, result: CellResult): Promise<void>;
  clear(): Promise<void>;
}

/** Bytes of JSON that all results together may take. */
export const RESULT_BUDGET = 64 * 2 ** 20;

export function resultStore(db: Database, budget = RESULT_BUDGET, now: () => number = Date.now): ResultStore {
  return {
    async get(runKey) {
      const stored = await db.get('results', runKey);
      if (stored) await db.put('results', { ...stored, usedAt: now() });
      return stored?.result;
    },
    async put(runKey, result) {
      const bytes = JSON.stringify(result).length;
      if (bytes > budget / 4) return;
      try {
        await db.put('results', { runKey, result, bytes, usedAt: now() });
      } catch (cause) {
        throw storageError(cause, bytes);
      }
      await trim(db, budget);
    },
    clear: () => db.clear('results'),
  };
}

/** Walks from the latest used to the oldest and deletes what is beyond the budget. */
async function trim(db: Database, budget: number): Promise<void> {
  const transaction = db.transaction('results', 'readwrite');
  let total = 0;
  for (let at = await transaction.store.index('usedAt').openCursor(null, 'prev'); at; at = await at.continue()) {
    total += at.value.bytes;
    if (total > budget) await at.delete();
  }
  await transaction.done;
}
