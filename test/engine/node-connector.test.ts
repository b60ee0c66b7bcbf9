import { beforeEach, describe, test } from 'vitest';
import { nodeEngine, wipe } from '../support/engine.ts';
import { connectorCases } from './connector-suite.ts';

describe('the connector in Node', () => {
  beforeEach(async () => wipe(await nodeEngine()));
  for (const { name, run } of connectorCases) test(name, async () => run(await nodeEngine()));
});
