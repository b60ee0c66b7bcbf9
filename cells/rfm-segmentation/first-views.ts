import { type Disclosure, quantity, type Row, type Text, text } from '../../src/cell/index.ts';
import { addDays } from './days.ts';
import { addUp, meanOf, type Sums, shareOf } from './grid.ts';
import { type Context, named, partsOf, type Scene } from './scene.ts';

const GROUPED: Disclosure = { grain: 'group', count: 'customers' };

/** What a manager reads first: sentence, figures and the map of recency by frequency, out of the grid alone. */
export function showFirst(context: Context, scene: Scene): void {
  context.show({ kind: 'headline', id: 'headline', text: headline(scene) });
  if (scene.total.customers === 0) return;
  showTiles(context, scene);
  showHeatmap(context, scene);
  stateFacts(context, scene);
}

function headline(scene: Scene): Text {
  const { total } = scene;
  if (total.customers === 0) return text('headline.empty');
  const { best, risk } = partsOf(scene);
  const bestArgs = best && {
    best: named(best.name),
    bestShare: quantity(shareOf(best.sums.customers, total.customers), 'share'),
    bestRevenueShare: quantity(shareOf(best.sums.revenue, total.revenue), 'share'),
  };
  const riskArgs = risk && {
    n: quantity(risk.customers, 'customers'),
    revenue: quantity(risk.revenue, 'money'),
    revenueShare: quantity(shareOf(risk.revenue, total.revenue), 'share'),
    days: quantity(rounded(meanOf(risk.recency, risk.customers)), 'days'),
  };
  if (bestArgs && best.sums.customers > 0 && riskArgs && risk.customers > 0) return text('headline.both', { ...bestArgs, ...riskArgs });
  if (bestArgs && best.sums.customers > 0) return text('headline.best', bestArgs);
  if (riskArgs && risk.customers > 0) return text('headline.risk', riskArgs);
  return largest(scene);
}

function largest(scene: Scene): Text {
  const segments = [...addUp(scene.grid, (cell) => cell.segment)];
  const [name, sums] = segments.reduce((a, b) => (b[1].revenue > a[1].revenue ? b : a));
  return text('headline.largest', {
    segment: named(name),
    n: quantity(sums.customers, 'customers'),
    share: quantity(shareOf(sums.customers, scene.total.customers), 'share'),
    revenueShare: quantity(shareOf(sums.revenue, scene.total.revenue), 'share'),
  });
}

function showTiles(context: Context, scene: Scene): void {
  const { total, period, profile } = scene;
  const { best, risk } = partsOf(scene);
  const from = quantity(period.after === null ? profile.firstDay : addDays(period.after, 1), 'date');
  const share = (sums: Sums) => quantity(shareOf(sums.revenue, total.revenue), 'share');
  context.show({
    kind: 'tiles',
    id: 'tiles',
    tiles: [
      {
        label: text('tile.customers'),
        value: quantity(total.customers, 'customers'),
        note: text('tile.customers.note', { from, to: quantity(period.until, 'date') }),
      },
      {
        label: text('tile.revenue'),
        value: quantity(total.revenue, 'money'),
        note: text('tile.revenue.note', { orders: quantity(total.orders, 'orders') }),
      },
      ...(best
        ? [
            {
              label: text('tile.best', { segment: named(best.name) }),
              value: quantity(best.sums.customers, 'customers'),
              note: text('tile.best.note', {
                share: quantity(shareOf(best.sums.customers, total.customers), 'share'),
                revenueShare: share(best.sums),
              }),
            },
          ]
        : []),
      ...(risk
        ? [
            {
              label: text('tile.risk'),
              value: quantity(risk.revenue, 'money'),
              note: text('tile.risk.note', { n: quantity(risk.customers, 'customers'), revenueShare: share(risk) }),
            },
          ]
        : []),
      {
        label: text('tile.once'),
        value: quantity(shareOf(total.once, total.customers), 'share'),
        note: text('tile.once.note', { n: quantity(total.once, 'customers') }),
      },
    ],
  });
}

function showHeatmap(context: Context, scene: Scene): void {
  const { scale, total } = scene;
  const data: Row[] = [...addUp(scene.grid, (cell) => cell.r * 100 + cell.f)].map(([key, sums]) => ({
    r: Math.floor(key / 100),
    f: key % 100,
    customers: sums.customers,
    share: shareOf(sums.customers, total.customers),
    monetary: meanOf(sums.monetary, sums.customers),
  }));
  const fullest = data.reduce((a, b) => (Number(b.customers) > Number(a.customers) ? b : a));
  context.show({
    kind: 'chart',
    id: 'heatmap',
    chart: 'heatmap',
    title: text('heatmap.title'),
    subtitle: text(context.params.monetary === 'mean' ? 'heatmap.subtitle.mean' : 'heatmap.subtitle'),
    alt: text('heatmap.alt', {
      r: quantity(fullest.r as number, 'score'),
      f: quantity(fullest.f as number, 'score'),
      n: quantity(fullest.customers as number, 'customers'),
      share: quantity(fullest.share as number | null, 'share'),
    }),
    data,
    columns: [
      { name: 'r', unit: 'score' },
      { name: 'f', unit: 'score' },
      { name: 'customers', unit: 'customers' },
      { name: 'share', unit: 'share', label: text('column.customers_share') },
      { name: 'monetary', unit: 'money', label: text('column.mean_monetary') },
    ],
    args: { r: scale.r, f: scale.f },
    ...GROUPED,
  });
}

function stateFacts(context: Context, scene: Scene): void {
  const { total, period } = scene;
  const { best, risk } = partsOf(scene);
  context.fact('as_of', quantity(period.until, 'date'));
  context.fact('customers', quantity(total.customers, 'customers'));
  context.fact('orders', quantity(total.orders, 'orders'));
  context.fact('revenue', quantity(total.revenue, 'money'));
  context.fact('one_time_share', quantity(shareOf(total.once, total.customers), 'share'));
  context.fact('mean_frequency', quantity(meanOf(total.orders, total.customers), 'number'));
  context.fact('mean_monetary', quantity(meanOf(total.monetary, total.customers), 'money'));
  if (best) {
    context.fact('champions_customers', quantity(best.sums.customers, 'customers'));
    context.fact('champions_share', quantity(shareOf(best.sums.customers, total.customers), 'share'));
    context.fact('champions_revenue_share', quantity(shareOf(best.sums.revenue, total.revenue), 'share'));
  }
  if (risk) {
    context.fact('at_risk_customers', quantity(risk.customers, 'customers'));
    context.fact('at_risk_share', quantity(shareOf(risk.customers, total.customers), 'share'));
    context.fact('at_risk_revenue', quantity(risk.revenue, 'money'));
    context.fact('at_risk_revenue_share', quantity(shareOf(risk.revenue, total.revenue), 'share'));
  }
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value));
