import { generator } from '../../../datasets/online-shop/generate.ts';
import { measure, readRows } from './measure.ts';

/** Measures of the firm drawn anew with other seeds: for each, the mean and the standard deviation over the draws. */
export function simulate(draws: number): Record<string, { mean: number; sd: number }> {
  const runs = Array.from({ length: draws }, (_, i) => {
    const text = (file: string) => [...generator.csv(file, { seed: i + 1 })].join('');
    return measure(
      { customers: readRows(text('customers.csv')), orders: readRows(text('orders.csv')), lines: readRows(text('order_lines.csv')) },
      i + 1,
    );
  });
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = runs.map((run) => run[name] as number);
      const mean = values.reduce((a, b) => a + b, 0) / draws;
      return [name, { mean, sd: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (draws - 1)) }];
    }),
  );
}

if (process.argv[1] === import.meta.filename) console.table(simulate(Number(process.argv[2] ?? 40)));
