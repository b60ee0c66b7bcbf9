import { lbfgs } from '../lbfgs.ts';
import { type MultiStartMinimum, multiStart } from '../multi-start.ts';
import type { MinimiseOptions, Objective } from '../objective.ts';
import type { Uncertainty } from '../standard-errors.ts';
import { bgNbd, mbgNbd } from './bg-nbd.ts';
import { bgNbdObjective } from './bg-nbd-objective.ts';
import { errorsFromLogs, isFlat } from './log-parameters.ts';
import type { BtydFit, BtydKind, BtydModel, BtydParams, Doubt } from './model.ts';
import { fitNbd, meanRate } from './nbd.ts';
import { paretoNbd } from './pareto-nbd.ts';
import { paretoNbdObjective } from './pareto-nbd-objective.ts';
import type { PurchaseSummary } from './purchase-summary.ts';

export const BTYD_MODELS: Readonly<Record<BtydKind, BtydModel>> = { 'bg-nbd': bgNbd, 'mbg-nbd': mbgNbd, 'pareto-nbd': paretoNbd };

/** Negative log-likelihood per customer, in the logarithms of the parameters; +Infinity where one leaves e^−20 … e^20. */
export function btydObjective(kind: BtydKind, data: PurchaseSummary): Objective {
  const inside = kind === 'pareto-nbd' ? paretoNbdObjective(data) : bgNbdObjective(data, kind === 'mbg-nbd');
  return (theta, gradient) => (theta.every((v) => Math.abs(v) <= 20) ? inside(theta, gradient) : Number.POSITIVE_INFINITY);
}

/**
 * Fits a model by maximum likelihood from several starts and judges whether the data identify it. Never throws for
 * want of a good answer: what is wrong stands in `converged` and `doubts`. Throws a RangeError without customers.
 */
export async function fitBtyd(kind: BtydKind, data: PurchaseSummary, options: MinimiseOptions = {}): Promise<BtydFit> {
  if (data.customers <= 0) throw new RangeError('a model needs customers');
  const objective = btydObjective(kind, data);
  const nobodyLeaves = await fitNbd(data, options);
  const best = await multiStart(lbfgs, objective, starts(kind, data, nobodyLeaves.point), options);
  const params = Array.from(best.point, Math.exp) as unknown as BtydParams;
  const uncertainty = errorsFromLogs(objective, best.point, data.customers);
  const logLik = -best.value * data.customers;
  const logLikWithoutDropOut = -nobodyLeaves.value * data.customers;
  return {
    kind,
    params,
    uncertainty,
    logLik,
    logLikWithoutDropOut,
    aic: 2 * 4 - 2 * logLik,
    converged: best.converged,
    iterations: best.iterations,
    starts: best.starts,
    agreeing: best.agreeing,
    doubts: doubts(best, params, uncertainty, logLik - logLikWithoutDropOut),
    customers: data.customers,
    distinctHistories: data.size,
  };
}

/** Around the rate that the data show, with little and with much drop-out. */
function starts(kind: BtydKind, data: PurchaseSummary, nbd: Float64Array): Float64Array[] {
  const logUnit = -Math.log(meanRate(data));
  const [logR, logAlpha] = nbd as unknown as [number, number];
  const dropOut = (low: [number, number], high: [number, number]): [number, number][] => [low, high];
  const pairs =
    kind === 'pareto-nbd'
      ? dropOut([Math.log(0.5), logUnit], [Math.log(1.5), logUnit + 2])
      : dropOut([Math.log(0.5), Math.log(2)], [Math.log(1), Math.log(8)]);
  const near = (v: number, limit: number) => Math.min(limit, Math.max(-limit, v));
  return pairs.map(([third, fourth]) => Float64Array.of(near(logR, 3), logUnit + near(logAlpha - logUnit, 4), third, fourth));
}

function doubts(best: MultiStartMinimum, params: BtydParams, uncertainty: Uncertainty | null, gain: number): Doubt[] {
  const found: Doubt[] = [];
  if (!best.converged) found.push('not-converged');
  // Half the 99 % point of χ² with two degrees of freedom: less than that, and no drop-out at all explains as much.
  if (gain < 4.605) found.push('no-drop-out');
  if (isFlat(params, uncertainty)) found.push('flat');
  if (best.agreeing < best.starts && best.converged) found.push('starts-disagree');
  return found;
}
