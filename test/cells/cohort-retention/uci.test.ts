import { beforeAll, describe, expect, it } from 'vitest';
import cell from '../../../cells/cohort-retention/cell.ts';
import { sql } from '../../../src/util/sql.ts';
import { nodeEngine } from '../../support/engine.ts';
import { runCell } from '../../support/run-cell.ts';
import { uciOrders } from '../../support/uci-orders.ts';
import { validationFile } from '../../support/validation.ts';

const file = validationFile('uci_online_retail_2010-2011.parquet');

describe.skipIf(!file)('cohort retention of the UCI online retail orders', () => {
  let orders: Uint8Array;
  beforeAll(async () => {
    orders = await uciOrders(file as string, await nodeEngine());
  }, 60_000);

  it('has the published cohort of December 2010, with month 12 kept and flagged as incomplete', async () => {
    const ran = await runCell(cell, { tables: { orders } });
    const rows = (
      await ran.query(sql`select period, size, n, value, complete from cohort_cells where cohort = '2010-12' order by period`)
    ).rows();
    const month = (k: number) => rows[k] as Record<string, number | boolean>;
    expect(month(0).size).toBe(885);
    expect([1, 2, 3, 11, 12].map((k) => month(k).n)).toEqual([324, 286, 340, 445, 235]);
    expect(month(1).value).toBeCloseTo(324 / 885, 12);
    expect([11, 12].map((k) => month(k).complete)).toEqual([true, false]);
    expect(rows).toHaveLength(13);
    expect(ran.provenance.inputs[0]).toMatchObject({ table: 'orders', rows: 397_884 });
  });
});
