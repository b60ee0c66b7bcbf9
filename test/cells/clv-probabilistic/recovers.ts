import type { Recovers } from '../../contract/truth.ts';
import type { RanCell } from '../../support/run-cell.ts';

const fact = (ran: RanCell, name: string) => ran.facts.find((found) => found.name === name)?.value.value as number;

/** What the lab of repeat buying states, and where this cell says it. */
export const recovers: Recovers = {
  r: { value: (ran) => fact(ran, 'param_1') },
  alpha: { value: (ran) => fact(ran, 'param_2') },
  drop_out: { value: (ran) => fact(ran, 'param_3') / (fact(ran, 'param_3') + fact(ran, 'param_4')) },
  spend: { value: (ran) => fact(ran, 'spend_new') },
};
