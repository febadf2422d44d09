import fc from 'fast-check';

/** Log-uniform numbers in [low, high]. */
export const logUniform = (low: number, high: number): fc.Arbitrary<number> =>
  fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true })
    .map((x) => Math.min(high, Math.max(low, Math.exp(x))));

export const uniform = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

/** A start by c, T0 and x = K0/T0^(1+c), the one shape parameter. */
export const starts = (
  cLow = 0.1,
  cHigh = 5,
  xRange = 1e4,
): fc.Arbitrary<{ K0: number; T0: number; c: number }> =>
  fc
    .record({ c: uniform(cLow, cHigh), x: logUniform(1 / xRange, xRange), T0: logUniform(0.1, 10) })
    .map(({ c, x, T0 }) => ({ c, T0, K0: x * T0 ** (1 + c) }));

/** Every run draws the same cases: a failure is a failure for everyone. */
export const SEED = 20240517;

export const relative = (got: number, expected: number): number => Math.abs(got / expected - 1);

/** A random start and a horizon within a share of its least blow-up time. */
export const problems = (latest = 0.95) =>
  fc.record({
    start: starts(),
    a: logUniform(0.1, 10),
    b: logUniform(0.1, 10),
    part: fc.oneof(uniform(0.001, latest), logUniform(1e-6, latest)),
  });
