/**
 * Published fits on the CDNOW sample (2,357 customers), time in weeks, calibration to 1997-09-30, purchases of one day
 * merged. Sources: Fader, Hardie & Lee 2005 and CLVTools' tests (estimates, log-likelihoods), lifetimes' documentation
 * (standard errors, MBG/NBD), BTYDplus (NBD), the BTYD walkthrough (predictions, counts), Fader & Hardie note 025 (spend).
 */
export const CDNOW = {
  customers: 2357,
  bgNbd: {
    params: [0.2425945, 4.4136019, 0.7929199, 2.4258881],
    logLik: -9582.429,
    standardErrors: [0.012557, 0.378221, 0.185719, 0.705345],
  },
  paretoNbd: { params: [0.55315, 10.57633, 0.60625, 11.6715], logLik: -9594.976 },
  mbgNbd: { params: [0.525, 6.183, 0.891, 1.614], logLik: -9582.136 },
  nbd: { params: [0.384766, 12.07201], logLik: -9763.658 },
  gammaGamma: { params: [6.25, 3.7442, 15.44], logLik: -4055.9177, meanSpend: 35.1705 },
  /** x 26, recency 30.857, age 31, the next 52 weeks. */
  customer: {
    x: 26,
    recency: 216 / 7,
    age: 31,
    horizon: 52,
    pareto: { purchases: 25.45647, alive: 0.997874 },
    bg: { purchases: 25.75659, alive: 0.9688523 },
  },
  newIn52Weeks: { pareto: 1.473434, bg: 1.444004 },
  customersByRepeats: [1411, 439, 214, 100, 62, 38, 29, 64],
  next39Weeks: { actual: 1882, pareto: 1665.43, bg: 1653.39 },
} as const;
