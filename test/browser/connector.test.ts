import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectorCases } from '../engine/connector-suite.ts';
import { type Harness, openHarness } from './harness/open.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
  await harness.page.evaluate(async () => {
    Object.assign(window, { connector: await window.harness.connect() });
  });
});
afterAll(() => harness?.close());

declare global {
  interface Window {
    connector: Awaited<ReturnType<Window['harness']['connect']>>;
  }
}

describe('the connector in Chromium', () => {
  for (const { name, way } of connectorCases.flatMap((each) => ['in one go', 'by pauses'].map((way) => ({ ...each, way })))) {
    test(`${name} (${way})`, async () => {
      const failure = await harness.page.evaluate(
        async ([wanted, how]) => {
          const found = window.harness.connectorCases.find((each) => each.name === wanted);
          try {
            await window.harness.wipe(window.connector);
            await found?.run(how === 'in one go' ? window.connector : window.harness.cancellable(window.connector));
            return found ? null : 'no such case';
          } catch (error) {
            return `${error}`;
          }
        },
        [name, way],
      );
      expect(failure).toBeNull();
    });
  }

  const heavy = {
    'a scan that goes on for ever': 'SELECT count(*) FROM range(100000000000) a',
    'a window over many rows': 'CREATE TABLE run.w AS SELECT range AS a, ntile(5) OVER (ORDER BY hash(range)) AS b FROM range(20000000)',
    'a sort of many rows': 'CREATE TABLE run.s AS SELECT hash(range) AS a FROM range(20000000) ORDER BY 1',
    'a group by with many groups': 'SELECT a, count(*) FROM (SELECT hash(range) AS a FROM range(30000000)) GROUP BY 1 ORDER BY 2 LIMIT 1',
  };
  for (const [what, statement] of Object.entries(heavy)) {
    test(`a cancelled query is rejected at once, and the engine is free soon: ${what}`, async () => {
      const { code, rejectedMs, freeMs } = await harness.page.evaluate(
        async ([text, wait]) => {
          const controller = new AbortController();
          const running = window.connector.query(window.harness.personsSql(text), controller.signal).catch((error) => error);
          await new Promise((resolve) => setTimeout(resolve, wait));
          const start = performance.now();
          controller.abort();
          const error = await running;
          const rejectedMs = performance.now() - start;
          await window.connector.query(window.harness.personsSql('SELECT 1'));
          return { code: window.harness.error(error).code, rejectedMs, freeMs: performance.now() - start };
        },
        [statement, 700] as const,
      );
      console.log(`${what}: rejected after ${rejectedMs.toFixed(1)} ms, engine free after ${freeMs.toFixed(1)} ms`);
      expect(code).toBe('cancelled');
      expect(rejectedMs).toBeLessThan(50);
      expect(freeMs).toBeLessThan(5_000);
    });
  }

  test('cancelling while rows are fetched leaves the engine usable', async () => {
    const result = await harness.page.evaluate(async () => {
      const controller = new AbortController();
      const running = window.connector.query(window.harness.personsSql('SELECT range AS a FROM range(3000000)'), controller.signal);
      setTimeout(() => controller.abort(), 60);
      const error = await running.then(
        () => 'finished',
        (reason) => window.harness.error(reason).code,
      );
      const after = window.harness.decode(await window.connector.query(window.harness.personsSql('SELECT 41 + 1 AS x'))).rows();
      return { error, after };
    });
    expect(result).toEqual({ error: 'cancelled', after: [{ x: 42 }] });
  });

  test('an engine that does not start says so within its time limit', async () => {
    const errors = await harness.page.evaluate(async () => {
      const silent = URL.createObjectURL(new Blob(['']));
      const attempts = [
        window.harness.connect({ worker: new URL('absent.js', location.href).href, timeoutMs: 3_000 }),
        window.harness.connect({ mainModule: new URL('absent.wasm', location.href).href, timeoutMs: 3_000 }),
        window.harness.connect({ mainModule: 'https://example.com/duckdb.wasm', timeoutMs: 3_000 }),
        window.harness.connect({ worker: silent, timeoutMs: 300 }),
      ];
      return Promise.all(attempts.map((attempt) => attempt.then(() => null, window.harness.error)));
    });
    expect(errors.map((error) => error?.code)).toEqual(['engine.boot', 'engine.boot', 'engine.boot', 'engine.boot']);
    expect(errors[2]?.fields.reason).toBe('origin');
  });

  test('an engine that dies is noticed: the call under way rejects', async () => {
    const before = harness.page.workers();
    await harness.page.evaluate(async () => {
      const connector = await window.harness.connect({ onLost: (error) => document.body.append(`${error.fields.reason} `) });
      // Cancellable, so that the engine's worker pauses to be told its end.
      const running = window.harness.cancellable(connector).query(window.harness.personsSql('SELECT count(*) FROM range(100000000000)'));
      running.catch((error) => document.body.append(`${window.harness.error(error).code} `));
    });
    const worker = harness.page.workers().find((each) => !before.includes(each));
    await worker?.evaluate(() => self.close());
    await harness.page.waitForFunction(() => /engine\.lost/.test(document.body.textContent ?? ''), null, { timeout: 10_000 });
    expect(await harness.page.evaluate(() => document.body.textContent?.trim().split(' ').sort())).toEqual(['crashed', 'engine.lost']);
  });

  test('when the engine is given up, calls under way and later ones reject, and the loss is told once', async () => {
    const result = await harness.page.evaluate(async () => {
      const losses: string[] = [];
      const connector = await window.harness.connect({ stuckMs: 0, onLost: (error) => losses.push(String(error.fields.reason)) });
      const controller = new AbortController();
      const sort = window.harness.personsSql('CREATE TABLE run.s AS SELECT hash(range) AS a FROM range(20000000) ORDER BY 1');
      const running = connector.exec(sort, controller.signal).catch(window.harness.error);
      const waiting = connector.query(window.harness.personsSql('SELECT 1')).catch(window.harness.error);
      await new Promise((resolve) => setTimeout(resolve, 300));
      controller.abort();
      const later = async () => connector.query(window.harness.personsSql('SELECT 1')).catch(window.harness.error);
      const found = [await running, await waiting, await later()];
      return { codes: found.map((each) => (each && 'code' in each ? each.code : 'answered')), losses };
    });
    expect(result).toEqual({ codes: ['cancelled', 'engine.lost', 'engine.lost'], losses: ['stuck'] });
  });
});
