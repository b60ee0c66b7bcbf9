import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '../../src/engine/connector.ts';
import { connectNode } from '../../src/engine/node-connector.ts';
import { fileOf, readBack } from './helpers.ts';

let connector: Connector;
beforeAll(async () => {
  connector = await connectNode();
});
afterAll(() => connector.close());

const read = (text: string, name?: string) => readBack(connector, fileOf(text, name));

describe('a plain file', () => {
  it('is read with its types', async () => {
    const { rows, types, imported } = await read(
      'id,day,amount,at,ok,who\n1,2024-03-05,12.50,2024-03-05 10:00:01,yes,Ann\n2,2024-03-06,3,2024-03-06T11:30,no,\n',
    );
    expect(types).toEqual({ id: 'INTEGER', day: 'DATE', amount: 'DOUBLE', at: 'TIMESTAMP', ok: 'BOOLEAN', who: 'VARCHAR' });
    expect(rows).toEqual([
      { id: 1, day: '2024-03-05', amount: 12.5, at: '2024-03-05 10:00:01', ok: true, who: 'Ann' },
      { id: 2, day: '2024-03-06', amount: 3, at: '2024-03-06 11:30:00', ok: false, who: null },
    ]);
    expect(imported.rejected).toEqual({ count: 0, rows: 0, values: {}, first: [] });
  });
});
