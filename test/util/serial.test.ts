import { expect, test } from 'vitest';
import { Cancelled } from '../../src/util/app-error.ts';
import { Serial } from '../../src/util/serial.ts';

const later = (ms = 1) => new Promise((resolve) => setTimeout(resolve, ms));

test('tasks run one at a time, in order, whatever becomes of the one before', async () => {
  const serial = new Serial();
  const log: string[] = [];
  const task =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} starts`);
      await later();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([serial.run(task('a')), serial.run(task('b', true)), serial.run(task('c'))]);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a task that is cancelled while it waits rejects at once and never starts', async () => {
  const serial = new Serial();
  let started = false;
  let first = false;
  const running = serial.run(async () => {
    await later(50);
    first = true;
  });
  const stop = new AbortController();
  const waiting = serial.run(async () => {
    started = true;
  }, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toBeInstanceOf(Cancelled);
  expect(first).toBe(false);
  await running;
  await serial.run(async () => {});
  expect(started).toBe(false);
});

test('a task that runs is left to heed its signal itself', async () => {
  const stop = new AbortController();
  const running = new Serial().run(async () => {
    stop.abort();
    await later();
    return 'its own answer';
  }, stop.signal);
  expect(await running).toBe('its own answer');
});

test('a task whose signal has fired already is refused', async () => {
  await expect(new Serial().run(async () => 1, AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
});
