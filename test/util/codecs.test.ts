import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../src/util/base64url.ts';
import { crc32 } from '../../src/util/crc-32.ts';
import { deflate, inflate } from '../../src/util/deflate.ts';
import { hash64 } from '../../src/util/hash.ts';
import { Lru } from '../../src/util/lru.ts';

const text = (value: string) => new TextEncoder().encode(value);

test('CRC-32 gives the published check values', () => {
  expect(crc32(text('123456789'))).toBe(0xcbf43926);
  expect(crc32(text(''))).toBe(0);
  expect(crc32(text('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
});

test('FNV-1a, 64 bits, gives the published test vectors', () => {
  expect(hash64('')).toBe('cbf29ce484222325');
  expect(hash64('a')).toBe('af63dc4c8601ec8c');
  expect(hash64('foobar')).toBe('85944171f73967e8');
});

test('FNV-1a agrees with big integers', () => {
  const slow = (value: string) =>
    text(value)
      .reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn, 0xcbf29ce484222325n)
      .toString(16)
      .padStart(16, '0');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(hash64(value)).toBe(slow(value));
    }),
  );
});

test('base64url agrees with Node and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
  for (const wrong of ['a', 'a=', 'a+b/', 'ab c', 'é']) expect(fromBase64url(wrong)).toBeNull();
});

test('deflate is read by zlib and reads it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const plain = new Uint8Array(bytes);
      expect(new Uint8Array(inflateRawSync(await deflate(plain)))).toEqual(plain);
      expect(await inflate(new Uint8Array(deflateRawSync(plain)), 2000)).toEqual(plain);
    }),
  );
});

test('inflate stops at its limit and throws on noise', async () => {
  expect(await inflate(new Uint8Array(deflateRawSync(new Uint8Array(1001))), 1000)).toBeNull();
  await expect(inflate(new Uint8Array(createHash('sha256').update('noise').digest()), 1000)).rejects.toThrow();
});

test('the least recently used goes first', () => {
  const lru = new Lru<string, number>(2);
  lru.set('a', 1);
  lru.set('b', 2);
  lru.get('a');
  lru.set('c', 3);
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([1, undefined, 3]);
});
