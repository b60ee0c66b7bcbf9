import { type Column, tableFromIPC } from '@uwdata/flechette';
import type { Frame, FrameValue } from '../util/frame.ts';
import { columnNumbers } from './arrow-numbers.ts';
import { columnValues } from './arrow-values.ts';

/**
 * Decodes Arrow IPC stream bytes. Lists, structs and maps become JSON text, blobs hexadecimal text; DECIMAL and
 * 128-bit integers become the nearest number. Where two columns have one name, `rows` keeps the first.
 */
export function decode(ipc: Uint8Array): Frame {
  const table = tableFromIPC(ipc, { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true, useMap: true });
  return new ArrowFrame(table.names as string[], table.children as Column<unknown>[], table.numRows);
}

class ArrowFrame implements Frame {
  constructor(
    readonly names: readonly string[],
    readonly columns: readonly Column<unknown>[],
    readonly size: number,
  ) {}

  numbers(name: string): Float64Array {
    return columnNumbers(this.#column(name), name);
  }

  values(name: string): FrameValue[] {
    return columnValues(this.#column(name));
  }

  rows(): Record<string, FrameValue>[] {
    const names = [...new Set(this.names)];
    const values = names.map((name) => this.values(name));
    return Array.from({ length: this.size }, (_, row) => Object.fromEntries(names.map((name, i) => [name, values[i]?.[row] ?? null])));
  }

  #column(name: string): Column<unknown> {
    const column = this.columns[this.names.indexOf(name)];
    if (!column) throw new RangeError(`no such column in the frame: ${name}`);
    return column;
  }
}
