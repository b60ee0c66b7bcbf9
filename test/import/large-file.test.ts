import { expect, it } from 'vitest';
import { fingerprint } from '../../src/import/fingerprint.ts';
import { preview } from '../../src/import/index.ts';
import { readChunks } from '../../src/import/text/chunks.ts';

const LINE = '1234567,2024-03-05,12.50,web\n';
const TWO_GIB = 2 ** 31;

/** A file of more than 2 GiB of which only what is read is ever made: a heading, then one line over and over. */
function hugeFile(): File {
  const heading = 'customer_id,order_date,amount,channel\n';
  const size = TWO_GIB + 5_000_000;
  const block = new TextEncoder().encode(LINE.repeat(1_000));
  return {
    name: 'huge.csv',
    size,
    slice(from: number, to: number) {
      const length = Math.max(0, Math.min(to, size) - from);
      const bytes = new Uint8Array(length);
      const head = new TextEncoder().encode(heading);
      for (let p = 0; p < length; ) {
        const at = from + p;
        const piece = at < head.length ? head.subarray(at) : block.subarray((at - head.length) % block.length);
        const taken = piece.subarray(0, length - p);
        bytes.set(taken, p);
        p += taken.length;
      }
      return new Blob([bytes]);
    },
  } as unknown as File;
}

it('a file over 2 GiB is looked at without being read whole', async () => {
  const found = await preview(hugeFile());
  expect(found.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'customer_id integer',
    'order_date date',
    'amount number',
    'channel text',
  ]);
  const rows = (TWO_GIB + 5_000_000) / LINE.length;
  expect(Math.abs(found.rowsInFile.count - rows) / rows).toBeLessThan(0.001);
  expect(found.rowsInFile.exact).toBe(false);
});

it('a file over 2 GiB is read piece by piece to its end', async () => {
  const file = hugeFile();
  let bytes = 0;
  let lasts = 0;
  let newlines = 0;
  for await (const chunk of readChunks(file, 'utf-8')) {
    bytes += chunk.bytes.length;
    expect(chunk.position).toBe(bytes);
    if (chunk.last) lasts++;
    if (chunk.position > TWO_GIB) newlines += chunk.bytes.filter((byte) => byte === 10).length;
  }
  expect(bytes).toBe(file.size);
  expect(lasts).toBe(1);
  expect(newlines).toBeGreaterThan(100_000);
}, 120_000);

it('a large file has one fingerprint, that any change anywhere changes', async () => {
  const bytes = new Uint8Array((16 << 20) + 3).fill(7);
  const name = await fingerprint(new Blob([bytes]));
  expect(await fingerprint(new Blob([bytes]))).toBe(name);
  bytes[bytes.length - 1] = 8;
  expect(await fingerprint(new Blob([bytes]))).not.toBe(name);
  expect(name).toMatch(/^[0-9a-f]{64}$/);
});
