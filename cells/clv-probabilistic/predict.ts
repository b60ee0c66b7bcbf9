import { BTYD_MODELS } from '../../src/stats/btyd/fit.ts';
import type { BtydFit } from '../../src/stats/btyd/model.ts';
import type { PurchaseSummary } from '../../src/stats/btyd/purchase-summary.ts';
import { legendre } from '../../src/stats/legendre.ts';
import { DAYS, type TimeUnit } from './units.ts';

/** What the model says of each distinct history over the horizon. */
export interface Predictions {
  alive: Float64Array;
  /** Expected purchases. */
  purchases: Float64Array;
  /** Expected purchases, each discounted to the as-of day. */
  discounted: Float64Array;
  /** Expected months alive, discounted; what a cost per month is paid for. */
  months: Float64Array;
}

export interface HorizonTerms {
  unit: TimeUnit;
  /** In units of the model. */
  horizon: number;
  /** A year's discount, as a share. */
  discount: number;
  /** Whether months alive are wanted: they cost another pass. */
  months: boolean;
}

const POINTS = legendre(6);

/**
 * Predictions of a fitted model. Discounting is continuous at δ = ln(1 + d) a year; with E(t) the expected purchases by
 * t, ∫ e^−δt dE(t) is taken by parts as e^−δH E(H) + δ ∫ e^−δt E(t) dt, and the integral by six-point Gauss–Legendre:
 * E is smooth and nearly straight.
 */
export async function predict(
  fit: Pick<BtydFit, 'kind' | 'params'>,
  data: PurchaseSummary,
  terms: HorizonTerms,
  breathe: () => Promise<void>,
): Promise<Predictions> {
  const model = BTYD_MODELS[fit.kind];
  const { horizon } = terms;
  const delta = (Math.log1p(terms.discount) * DAYS[terms.unit]) / DAYS.year;
  const alive = model.alive(fit.params, data);
  const purchases = model.expected(fit.params, data, horizon);
  const discounted = purchases.map((e) => Math.exp(-delta * horizon) * e);
  const months = new Float64Array(data.size);
  for (let k = 0; k < POINTS.nodes.length; k++) {
    const t = (horizon / 2) * (1 + (POINTS.nodes[k] as number));
    const weight = (horizon / 2) * (POINTS.weights[k] as number) * Math.exp(-delta * t);
    await breathe();
    if (delta > 0) add(discounted, model.expected(fit.params, data, t), delta * weight);
    if (terms.months) add(months, model.surviving(fit.params, data, t), (weight * DAYS[terms.unit]) / DAYS.month);
  }
  return { alive, purchases, discounted, months };
}

function add(sum: Float64Array, more: Float64Array, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (more[i] as number);
}
