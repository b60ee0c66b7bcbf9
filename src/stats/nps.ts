import { normalZ } from './normal-quantile.ts';

/** Answers to a 0–10 question by class. */
export interface NpsCounts {
  promoters: number;
  passives: number;
  detractors: number;
}

export interface NpsEstimate {
  /** Share of promoters less share of detractors, −1…1. NaN without answers. */
  value: number;
  /** Variance of one answer: p + d − (p − d)². */
  variance: number;
  low: number;
  high: number;
  n: number;
}

/**
 * Net promoter score with an adjusted Wald interval: three answers are added, spread as ¾, 1½, ¾, which keeps the
 * coverage near its level in small samples, where the plain interval is too narrow (and empty if all agree).
 * Sources: Reichheld 2003 (score); Rocks 2016, 'Interval estimation for the Net Promoter Score', Am. Statistician 70.
 */
export function netPromoterScore({ promoters, passives, detractors }: NpsCounts, level = 0.95): NpsEstimate {
  const n = promoters + passives + detractors;
  const of = (p: number, d: number) => ({ value: p - d, variance: p + d - (p - d) ** 2 });
  const { value, variance } = of(promoters / n, detractors / n);
  const adjusted = of((promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3));
  const half = normalZ(level) * Math.sqrt(adjusted.variance / (n + 3));
  return { value, variance, low: Math.max(-1, adjusted.value - half), high: Math.min(1, adjusted.value + half), n };
}
