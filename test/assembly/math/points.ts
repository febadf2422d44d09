import { beyond, fromBits } from './reference.ts';

/** Uniform in [0, 1) from a fixed start (mulberry32): the same points in every run. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A positive double with every exponent equally likely, subnormals included. */
export function anyPositive(random: () => number): number {
  const high = BigInt(Math.floor(random() * 0x7ff00000));
  return fromBits((high << 32n) | BigInt(Math.floor(random() * 4294967296))) || Number.MIN_VALUE;
}

/** Every kind of argument: all binades, subnormals, near 1 on both sides, near √2 times a power of two. */
export function logArguments(seed: number): number[] {
  const random = sequence(seed);
  const points: number[] = [];
  for (let i = 0; i < 800; i++) {
    points.push(anyPositive(random), random() * 2 ** -1022, 0.7 + 0.8 * random());
    points.push(1 + (random() - 0.5) * 2 ** (-50 * random()));
  }
  for (let e = -1022; e <= 1023; e += 15) {
    for (const step of [-1, 0, 1]) points.push(beyond(Math.SQRT1_2 * 2 ** e, step));
  }
  for (const step of [-3, -2, -1, 1, 2, 3]) points.push(beyond(1, step));
  return points;
}
