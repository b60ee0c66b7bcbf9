import { type Endpoint, expose, wrap } from 'comlink';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError, Cancelled } from '../../src/util/app-error.ts';
import { installErrorTransfer } from '../../src/workers/error-transfer.ts';

let channel: MessageChannel;
beforeEach(() => {
  channel = new MessageChannel();
  installErrorTransfer();
  // A second time, as where page and worker code share a module.
  installErrorTransfer();
});
afterEach(() => {
  channel.port1.close();
  channel.port2.close();
});

/** What arrives of something that is thrown on the other side. */
async function thrown(value: unknown): Promise<unknown> {
  const api = {
    fail(): number {
      throw value;
    },
  };
  expose(api, channel.port1 as unknown as Endpoint);
  const remote = wrap<typeof api>(channel.port2 as unknown as Endpoint);
  return remote.fail().then(
    () => 'nothing was thrown',
    (reason: unknown) => reason,
  );
}

test('an error keeps its code, fields, message and the text of its cause', async () => {
  const cause = new TypeError('underneath');
  const error = (await thrown(new AppError('sql', 'binder error', { line: 3, sql: 'select "x"' }, { cause }))) as AppError;
  expect(error).toBeInstanceOf(AppError);
  expect([error.code, error.message, error.fields]).toEqual(['sql', 'binder error', { line: 3, sql: 'select "x"' }]);
  expect((error.cause as Error).message).toBe('underneath');
});

test('a cancellation arrives as one', async () => {
  expect(await thrown(new Cancelled())).toBeInstanceOf(Cancelled);
});

test('other errors arrive as Comlink has them', async () => {
  const error = (await thrown(new RangeError('too long'))) as Error;
  expect([error instanceof AppError, error.name, error.message]).toEqual([false, 'RangeError', 'too long']);
});

test('an error may be handed over as a value', async () => {
  const api = { code: (error: AppError) => (error instanceof AppError ? error.code : 'lost') };
  expose(api, channel.port1 as unknown as Endpoint);
  expect(await wrap<typeof api>(channel.port2 as unknown as Endpoint).code(new AppError('engine.lost', 'lost'))).toBe('engine.lost');
});
