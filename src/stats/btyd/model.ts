import type { Uncertainty } from '../standard-errors.ts';
import type { PurchaseSummary } from './purchase-summary.ts';

/** The models of repeat buying with an unseen drop-out. */
export type BtydKind = 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd';

/** Parameters in their order: r and α of the purchase rate, then a, b (BG, MBG) or s, β (Pareto) of the drop-out. */
export type BtydParams = readonly [number, number, number, number];
export const PARAM_NAMES: Readonly<Record<BtydKind, readonly [string, string, string, string]>> = {
  'bg-nbd': ['r', 'alpha', 'a', 'b'],
  'mbg-nbd': ['r', 'alpha', 'a', 'b'],
  'pareto-nbd': ['r', 'alpha', 's', 'beta'],
};

/** Why a fit should not be believed as it stands; empty where it may be. */
export type Doubt =
  | 'not-converged'
  /** The likelihood hardly rises over a model in which nobody drops out. */
  | 'no-drop-out'
  /** The information matrix is not positive definite, or a standard error is larger than five times its parameter. */
  | 'flat'
  /** The starts ended in different places of nearly equal likelihood. */
  | 'starts-disagree';

export interface BtydFit {
  kind: BtydKind;
  params: BtydParams;
  /** Null where the data do not tell the parameters apart. */
  uncertainty: Uncertainty | null;
  logLik: number;
  /** Of the NBD, in which nobody drops out, on the same data. */
  logLikWithoutDropOut: number;
  aic: number;
  converged: boolean;
  iterations: number;
  starts: number;
  agreeing: number;
  doubts: readonly Doubt[];
  customers: number;
  distinctHistories: number;
}

/** What a fitted model says of each distinct history. */
export interface BtydPredictions {
  /** Probability that the customer is still buying at the end of observation. */
  alive: Float64Array;
  /** Expected purchases in the next t units. */
  purchases: Float64Array;
}

/** A model's formulas, beside its likelihood. */
export interface BtydModel {
  kind: BtydKind;
  alive(params: BtydParams, data: PurchaseSummary): Float64Array;
  /** Expected purchases of each history in the next t units. */
  expected(params: BtydParams, data: PurchaseSummary, t: number): Float64Array;
  /** Probability of each history that the customer is still buying t units on. */
  surviving(params: BtydParams, data: PurchaseSummary, t: number): Float64Array;
  /** Expected repeat purchases of a new customer in the first t units. */
  expectedNew(params: BtydParams, t: number): number;
}
