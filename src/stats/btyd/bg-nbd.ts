import { alivePurchases, aliveSurvival } from './alive-purchases.ts';
import type { BtydModel, BtydParams } from './model.ts';
import type { PurchaseSummary } from './purchase-summary.ts';

/** BG/NBD: drop-out may follow each repeat purchase, so a one-time buyer is alive for certain. Fader, Hardie & Lee 2005. */
export const bgNbd: BtydModel = {
  kind: 'bg-nbd',
  alive: (params, data) => alive(params, data, false),
  expected: (params, data, t) => whileAlive(params, data, t, false, alivePurchases),
  surviving: (params, data, t) => whileAlive(params, data, t, false, aliveSurvival),
  expectedNew: ([r, alpha, a, b], t) => alivePurchases(r, alpha, a, b, t),
};

/** MBG/NBD: drop-out may follow the first purchase too. Batislam, Denizel & Filiztekin 2007. */
export const mbgNbd: BtydModel = {
  kind: 'mbg-nbd',
  alive: (params, data) => alive(params, data, true),
  expected: (params, data, t) => whileAlive(params, data, t, true, alivePurchases),
  surviving: (params, data, t) => whileAlive(params, data, t, true, aliveSurvival),
  expectedNew: ([r, alpha, a, b], t) => (b / (a + b)) * alivePurchases(r, alpha, a, b + 1, t),
};

function alive([r, alpha, a, b]: BtydParams, data: PurchaseSummary, modified: boolean): Float64Array {
  return Float64Array.from({ length: data.size }, (_, i) => {
    const x = data.x[i] as number;
    if (x === 0 && !modified) return 1;
    const c = modified ? b + x : b + x - 1;
    const logOdds = Math.log(a / c) + (r + x) * Math.log((alpha + (data.age[i] as number)) / (alpha + (data.recency[i] as number)));
    return 1 / (1 + Math.exp(logOdds));
  });
}

/** Given that a customer is alive, recency tells nothing more: one value per distinct (x, T). */
function whileAlive(params: BtydParams, data: PurchaseSummary, t: number, modified: boolean, of: typeof alivePurchases): Float64Array {
  const [r, alpha, a, b] = params;
  const chance = alive(params, data, modified);
  let [lastX, lastAge, value] = [-1, -1, 0];
  return chance.map((p, i) => {
    const x = data.x[i] as number;
    const age = data.age[i] as number;
    if (x !== lastX || age !== lastAge) {
      value = of(r + x, alpha + age, a, b + x + (modified ? 1 : 0), t);
      [lastX, lastAge] = [x, age];
    }
    return p * value;
  });
}
