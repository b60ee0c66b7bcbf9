/** A stream of random numbers, the same for the same seed on every machine. */
export interface Random {
  /** A whole number in [0, 2³²). */
  uint32(): number;
  /** In [0, 1), with 53 random bits. */
  uniform(): number;
  /** A whole number in [0, n), without bias. */
  below(n: number): number;
  /** A stream of its own, told apart by a label: a change in one part of a simulation leaves the others as they were. */
  fork(label: number): Random;
}

/**
 * xoshiro128** seeded by splitmix32: 128 bits of state, period 2¹²⁸ − 1, integer arithmetic only, so that it is the
 * same everywhere. Not for secrets. Source: Blackman & Vigna 2021, 'Scrambled linear pseudorandom number generators'.
 */
export function createRandom(seed: number): Random {
  let mix = seed >>> 0;
  const splitmix = () => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), splitmix()];
  const rotate = (x: number, k: number) => (x << k) | (x >>> (32 - k));
  const uint32 = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  return {
    uint32,
    uniform: () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992,
    below(n) {
      if (!(Number.isInteger(n) && n > 0 && n <= 4294967296)) throw new RangeError(`not a count: ${n}`);
      const limit = 4294967296 - (4294967296 % n);
      for (;;) {
        const draw = uint32();
        if (draw < limit) return draw % n;
      }
    },
    fork: (label) => createRandom((Math.imul(seed ^ 0x5bd1e995, 0x27d4eb2f) ^ Math.imul(label + 1, 0x165667b1)) >>> 0),
  };
}
