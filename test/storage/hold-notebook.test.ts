import { expect, test } from 'vitest';
import { type HoldOptions, holdNotebook } from '../../src/storage/hold-notebook.ts';

/** As much of the Web Locks API as is used here: one exclusive lock a name, with a queue and stealing. */
class Locks {
  readonly #held = new Map<string, { reject: (error: unknown) => void; done: Promise<unknown> }>();

  async request(name: string, options: LockOptions, callback: (lock: Lock | null) => unknown): Promise<unknown> {
    const abort = new Promise<never>((_, reject) =>
      options.signal?.addEventListener('abort', () => reject(new DOMException('too late', 'AbortError'))),
    );
    abort.catch(() => undefined);
    if (options.steal) this.#held.get(name)?.reject(new DOMException('stolen', 'AbortError'));
    else if (options.ifAvailable && this.#held.has(name)) return callback(null);
    else while (this.#held.has(name)) await Promise.race([this.#held.get(name)?.done, abort]);

    let reject: (error: unknown) => void = () => undefined;
    const stolen = new Promise((_, no) => {
      reject = no;
    });
    const run = Promise.race([Promise.resolve(callback({ name, mode: 'exclusive' })), stolen]);
    const mine = { reject, done: run.catch(() => undefined) };
    this.#held.set(name, mine);
    return run.finally(() => {
      if (this.#held.get(name) === mine) this.#held.delete(name);
    });
  }
}

const hold = (locks: Locks, options: HoldOptions = {}) =>
  holdNotebook('n1', { locks: locks as unknown as LockManager, patience: 200, ...options });

test('the first tab owns a notebook, the second reads it, and gets it when the first lets go', async () => {
  const locks = new Locks();
  const first = await hold(locks);
  const second = await hold(locks);
  expect([first.role(), second.role()]).toEqual(['owner', 'reader']);
  first.release();
  await second.takeOver();
  expect(second.role()).toBe('owner');
  second.release();
});

test('another notebook is another matter', async () => {
  const locks = new Locks();
  const first = await hold(locks);
  const other = await holdNotebook('n2', { locks: locks as unknown as LockManager });
  expect([first.role(), other.role()]).toEqual(['owner', 'owner']);
  first.release();
  other.release();
});

test('the tab that loses it saves before the other gets it', async () => {
  const locks = new Locks();
  const log: string[] = [];
  const first = await hold(locks, {
    onLeave: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      log.push('saved');
    },
    onRole: (role) => log.push(`first ${role}`),
  });
  const second = await hold(locks, { onRole: (role) => log.push(`second ${role}`) });
  await second.takeOver();
  expect(second.role()).toBe('owner');
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(first.role()).toBe('reader');
  expect(log[0]).toBe('first owner');
  expect(log.indexOf('saved')).toBeLessThan(log.indexOf('second owner'));
  expect(log).toContain('first reader');

  await first.takeOver();
  expect(first.role()).toBe('owner');
  first.release();
  second.release();
});

test('a tab that does not answer is not waited for', async () => {
  const locks = new Locks();
  const first = await hold(locks, { onLeave: () => new Promise(() => undefined) });
  const second = await hold(locks);
  await second.takeOver();
  expect(second.role()).toBe('owner');
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(first.role()).toBe('reader');
  first.release();
  second.release();
});

test('without locks every tab is an owner', async () => {
  const held = await holdNotebook('n1', { locks: undefined });
  expect(held.role()).toBe('owner');
  await held.takeOver();
  held.release();
});
