/**
 * How the firm's customers behave. All numbers are whole (shares in thousandths, probabilities in ten-thousandths,
 * money in fen), so that every engine draws the same. A customer lives by calendar months: in each month after the
 * first they may drop out for good, and if they have not, they may buy.
 */

/** Kinds of buyers: what an analysis should find again, though no column says it. */
export const ARCHETYPES = ['loyal', 'regular', 'seeker', 'occasional', 'once'] as const;
export type Archetype = (typeof ARCHETYPES)[number];

export interface Behaviour {
  /** Probability of buying in a month, in ten-thousandths, before the season. */
  buys: number;
  /** Probability of dropping out for good at the start of a month, in ten-thousandths. */
  leaves: number;
  /** Probability of a further order in a month with one, in ten-thousandths; at most three. */
  again: number;
  /** Probability of buying at a discount outside the festivals, in ten-thousandths. */
  discounted: number;
  /** Weights of 1, 2, 3, 4 lines in an order. */
  lines: readonly number[];
  /** How much more often than others a dear product is chosen, in per cent. */
  premium: number;
  /** How much stronger the shopping festivals draw, in per cent. */
  festival: number;
}

export const BEHAVIOUR: Readonly<Record<Archetype, Behaviour>> = {
  loyal: { buys: 6500, leaves: 100, again: 2600, discounted: 1500, lines: [40, 31, 19, 10], premium: 180, festival: 100 },
  regular: { buys: 3200, leaves: 400, again: 1000, discounted: 2000, lines: [57, 28, 11, 4], premium: 110, festival: 100 },
  seeker: { buys: 1900, leaves: 700, again: 800, discounted: 6500, lines: [58, 29, 10, 3], premium: 60, festival: 250 },
  occasional: { buys: 900, leaves: 500, again: 300, discounted: 2000, lines: [68, 24, 6, 2], premium: 100, festival: 120 },
  once: { buys: 0, leaves: 10_000, again: 0, discounted: 2500, lines: [74, 20, 5, 1], premium: 90, festival: 150 },
};

/** Where customers come from: share of all in thousandths, mixture of kinds in thousandths, cost in fen with its spread. */
export const CHANNELS = ['search', 'social', 'livestream', 'referral', 'store'] as const;
export type AcquisitionChannel = (typeof CHANNELS)[number];

export const ACQUISITION: Readonly<Record<AcquisitionChannel, { share: number; kinds: readonly number[]; cost: number; spread: number }>> =
  {
    search: { share: 300, kinds: [60, 270, 150, 260, 260], cost: 3800, spread: 900 },
    social: { share: 250, kinds: [40, 220, 230, 240, 270], cost: 2900, spread: 1100 },
    livestream: { share: 180, kinds: [20, 120, 340, 180, 340], cost: 4500, spread: 1500 },
    referral: { share: 120, kinds: [130, 380, 90, 230, 170], cost: 2000, spread: 0 },
    store: { share: 150, kinds: [80, 330, 80, 300, 210], cost: 1200, spread: 200 },
  };

/** Registered, never bought, in ten-thousandths of all customers. */
export const PROSPECTS = 500;
/** Orders that are sent back whole within a week and within the month, in ten-thousandths. */
export const RETURNS = 600;
/** Orders that were placed, cancelled and placed again within the hour, in ten-thousandths. */
export const CANCELLED = 200;
/** Consent given, refused, never asked, in thousandths. */
export const CONSENT = [700, 180, 120] as const;
/** Orders with a gift set that add gift wrap, in ten-thousandths; gift wrap is never bought otherwise. */
export const WRAPPED = 4000;
/** New customers grow by so much a month. */
export const GROWTH = 1.025;
export const FIRST_YEAR = 2023;
export const MONTHS = 30;
