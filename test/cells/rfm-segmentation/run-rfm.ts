import cell from '../../../cells/rfm-segmentation/cell.ts';
import { type RanCell, runCell } from '../../support/run-cell.ts';
import type { Order, Scored } from './reference.ts';

export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Runs the cell on orders as the reference has them. */
export function runRfm(orders: readonly Order[], params: Record<string, unknown> = {}, definitions = {}) {
  return runCell(cell, {
    tables: {
      orders: {
        columns: { customer: 'VARCHAR', time: 'DATE', amount: 'DOUBLE' },
        rows: orders.map(({ customer, day, amount }) => [customer, isoDay(day), amount]),
      },
    },
    params,
    definitions,
  });
}

export type ScoreRow = Scored & { rfm: string; segment: string };

/** The table of scores, by customer. */
export async function scoresOf(ran: RanCell, sql: Parameters<RanCell['query']>[0]): Promise<Map<string, ScoreRow>> {
  const rows = (await ran.query(sql)).rows();
  return new Map(rows.map((row) => [String(row.customer), { ...row, recency: row.recency_days } as unknown as ScoreRow]));
}

export const checkOf = (ran: RanCell, id: string) => ran.checks.find((check) => check.id === id);
export const factOf = (ran: RanCell, name: string) => ran.facts.find((fact) => fact.name === name)?.value.value;
