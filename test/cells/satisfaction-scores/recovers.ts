import { personsSql } from '../../../src/util/sql.ts';
import type { Recovers } from '../../contract/truth.ts';
import type { RanCell } from '../../support/run-cell.ts';

const fact = (name: string) => (ran: RanCell) => ran.facts.find((found) => found.name === name)?.value.value as number;
const overWaves = (where: string) => async (ran: RanCell) =>
  (
    await ran.query(personsSql(`select (sum(value * answers) / sum(answers))::DOUBLE as value from satisfaction_waves where ${where}`))
  ).numbers('value')[0] as number;
const satisfied = { question: 'How satisfied are you overall? 总体而言，您有多满意？' };

/** What the lab survey states, and where this cell says it. */
export const recovers: Recovers = {
  nps: { value: fact('nps') },
  nps_before: { value: overWaves("wave < DATE '2024-10-01'") },
  nps_after: { value: overWaves("wave >= DATE '2024-10-01'") },
  response_rate: { value: fact('response_rate') },
  top_two_west: {
    params: satisfied,
    value: async (ran) =>
      (await ran.query(personsSql("select value from satisfaction_segments where segment = 'west'"))).numbers('value')[0] as number,
  },
  effort_mean: { params: { question: 'It was easy to get my problem solved. 我的问题很容易得到解决。' }, value: fact('mean_score') },
};
