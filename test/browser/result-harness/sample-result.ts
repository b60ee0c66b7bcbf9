import {
  type CellResult,
  type ChartView,
  type Column,
  quantity,
  type Row,
  type TableView,
  text,
  type View,
} from '../../../src/cell/index.ts';
import type { Page, PageRequest } from '../../../src/workers/compute-api.ts';

const SEGMENTS = ['champions', 'loyal', 'atRisk', 'lost', 'Mine & <b>own</b>'];
export const TOTAL = 100_000;

/** A made-up customer; some are hostile, some lack values. */
export function customer(i: number): Row {
  return {
    customer: `C${String(i).padStart(6, '0')}`,
    segment: SEGMENTS[i % 5] ?? null,
    recency: i % 11 === 3 ? null : (i * 7919) % 373,
    frequency: 1 + ((i * 31) % 40),
    monetary: Math.round(((i * 104729) % 1_000_000) / 3) / 100,
    share: ((i * 104729) % 1_000_000) / 1e9,
    last: `2011-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
    note:
      i === 1
        ? '=HYPERLINK("https://evil.test")'
        : i === 2
          ? '<img src=x onerror=alert(1)>'
          : i === 4
            ? '客户要求周末送货，并开具发票，联系前请先查看订单'
            : null,
  };
}

const columns: readonly Column[] = [
  { name: 'customer' },
  { name: 'segment', values: 'segment' },
  { name: 'recency', unit: 'days' },
  { name: 'frequency', unit: 'orders' },
  { name: 'monetary', unit: 'money' },
  { name: 'share', unit: 'share' },
  { name: 'last', unit: 'date' },
  { name: 'note' },
];

const scores: TableView = {
  kind: 'table',
  id: 'scores',
  grain: 'customer',
  title: text('table.scores'),
  table: 'scores',
  columns,
  rows: Array.from({ length: 200 }, (_, i) => customer(i)),
  total: TOTAL,
};

let sorted: { by: string; rows: Row[] } | undefined;

/** Stands for the engine: the same rows, read a page at a time, a little late. */
export async function fetchPage(_view: TableView, { offset, limit, sort }: PageRequest): Promise<Page> {
  await new Promise((resolve) => setTimeout(resolve, 15));
  if (!sort) return { total: TOTAL, rows: Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, i) => customer(offset + i)) };
  const key = `${sort.column} ${sort.descending}`;
  if (sorted?.by !== key) {
    const rows = Array.from({ length: TOTAL }, (_, i) => customer(i));
    const sign = sort.descending ? -1 : 1;
    rows.sort((a, b) => {
      const [x, y] = [a[sort.column] ?? null, b[sort.column] ?? null];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return x < y ? -sign : x > y ? sign : 0;
    });
    sorted = { by: key, rows };
  }
  return { total: TOTAL, rows: sorted.rows.slice(offset, offset + limit) };
}

const shares = [
  ['champions', 0.201, 0.532],
  ['loyal', 0.284, 0.267],
  ['atRisk', 0.173, 0.121],
  ['lost', 0.342, 0.08],
] as const;

const bars: ChartView = {
  kind: 'chart',
  id: 'bars',
  chart: 'bars',
  grain: 'group',
  title: text('chart.bars'),
  subtitle: text('chart.bars.sub'),
  alt: text('chart.bars.alt'),
  columns: [
    { name: 'segment', values: 'segment' },
    { name: 'series', values: 'series' },
    { name: 'share', unit: 'share' },
  ],
  data: shares.flatMap(([segment, customers, sales]) => [
    { segment, series: 'customers', share: customers },
    { segment, series: 'sales', share: sales },
  ]),
};

const lines: ChartView = {
  ...bars,
  id: 'lines',
  chart: 'lines',
  title: text('chart.lines'),
  subtitle: text('chart.lines.sub'),
  alt: text('chart.lines.alt'),
  columns: [
    { name: 'cohort', unit: 'date' },
    { name: 'month', unit: 'months' },
    { name: 'share', unit: 'share' },
  ],
  data: ['2010-12-01', '2011-01-01', '2011-02-01'].flatMap((cohort, c) =>
    Array.from({ length: 12 - c }, (_, month) => ({
      cohort,
      month,
      share: month === 0 ? 1 : 0.28 + 0.3 / (month + 1) + 0.03 * c + 0.02 * Math.sin(month * (c + 2)),
    })),
  ),
};

export const views: readonly View[] = [
  {
    kind: 'headline',
    id: 'headline',
    text: text('headline', {
      segment: text('segment.champions'),
      share: quantity(0.201, 'share'),
      revenue: quantity(4_741_000, 'money'),
      total: quantity(8_911_408, 'money'),
      n: quantity(112, 'customers'),
    }),
  },
  {
    kind: 'tiles',
    id: 'tiles',
    tiles: [
      { label: text('tile.customers'), value: quantity(4338, 'customers'), note: text('tile.customers.note') },
      { label: text('tile.sales'), value: quantity(8_911_408, 'money'), note: text('tile.sales.note', { n: quantity(18_532, 'orders') }) },
      { label: text('tile.repeat'), value: quantity(0.6557, 'share', { low: 0.6414, high: 0.6697 }), note: text('tile.repeat.note') },
      { label: text('tile.gap'), value: quantity(61, 'days'), note: text('tile.gap.note') },
    ],
  },
  bars,
  lines,
  {
    ...scores,
    id: 'small',
    title: text('table.small'),
    table: null,
    columns: columns.slice(1, 6),
    rows: shares.map(([segment, , share], i) => ({
      segment,
      recency: 12 * i + 3,
      frequency: 300 - 70 * i,
      monetary: share * 8_911_408,
      share,
    })),
    total: 4,
  },
  scores,
  { ...bars, id: 'broken', chart: 'broken', title: text('chart.broken'), alt: text('chart.alt') },
  {
    kind: 'prose',
    id: 'prose',
    text: text('prose', { segment: text('segment.atRisk'), days: quantity(143, 'days'), share: quantity(0.121, 'share') }),
  },
];

export const checks: CellResult['checks'] = [
  { id: 'ties', severity: 'ok', text: text('check.ties') },
  { id: 'period', severity: 'ok', text: text('check.period') },
  { id: 'returns', severity: 'note', text: text('check.returns', { share: quantity(0.0213, 'share') }) },
  { id: 'cost', severity: 'note', text: text('check.cost'), mend: { kind: 'bind', table: 'orders', column: 'cost' } },
  { id: 'history', severity: 'warning', text: text('check.history', { n: quantity(373, 'count') }) },
  { id: 'month', severity: 'serious', text: text('check.month'), mend: { kind: 'param', param: 'method', value: 'quantile' } },
];

export const provenance: CellResult['provenance'] = {
  cell: 'rfm-segmentation',
  cellVersion: 1,
  appVersion: '0.1.0',
  engine: 'v1.4.3',
  params: { method: 'quantile', bins: 5, asOf: 'auto' },
  resolved: { asOf: '2011-12-10' },
  inputs: [{ table: 'orders', fingerprint: '9f2c4e6a8b0d1f3e5a7c9b', rows: 18532 }],
  statements: [
    {
      sql: `create table run."a" as select customer, date_diff('day', max(time), DATE '2011-12-10') recency, count(*) frequency from orders where status in ('paid', 'sent') group by customer`,
      ms: 84.2,
      rows: 4338,
    },
    { sql: 'select count(*) from run."a"', ms: 1.4, rows: null },
  ],
  startedAt: '2024-10-01T09:12:33.123Z',
  ms: 412,
};
