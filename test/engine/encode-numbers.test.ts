import { describe, expect, it } from 'vitest';
import { decode } from '../../src/engine/arrow.ts';
import { encodeNumbers } from '../../src/engine/encode-numbers.ts';

describe('encodeNumbers', () => {
  it('writes what decode reads, NaN as NULL', () => {
    const frame = decode(encodeNumbers({ a: Float64Array.of(1, 2.5, -1e300), b: Float64Array.of(0, Number.NaN, 7) }));
    expect(frame.size).toBe(3);
    expect(frame.values('a')).toEqual([1, 2.5, -1e300]);
    expect(frame.values('b')).toEqual([0, null, 7]);
  });
});
