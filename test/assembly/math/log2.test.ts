import { beforeAll, describe, expect, it } from 'vitest';
import { anyPositive, logArguments, sequence } from './points.ts';
import { bitsOf, exact, Real, real, Worst } from './reference.ts';
import { loadMath, type MathExports } from './wasm.ts';

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

describe('log2(x)', () => {
  it('is exact for every power of two, subnormals included', () => {
    for (let n = -1074; n <= 1023; n++) expect(math.log2(2 ** n)).toBe(n);
  });

  it('is −∞ at 0, ∞ at ∞, NaN for NaN and below 0', () => {
    expect(math.log2(0)).toBe(-Infinity);
    expect(math.log2(-0)).toBe(-Infinity);
    expect(math.log2(Infinity)).toBe(Infinity);
    expect(math.log2(NaN)).toBeNaN();
    expect(math.log2(-1)).toBeNaN();
    expect(math.log2(-Number.MIN_VALUE)).toBeNaN();
    expect(math.log2(-Infinity)).toBeNaN();
    expect(math.log2(1)).toBe(0);
  });

  // Just below log2 = ½ the six roundings before the last one may add up to 0.93 ulp; 1.26 is the worst seen.
  it('is within 1.5 ulp', () => {
    const worst = new Worst();
    for (const x of logArguments(3)) worst.see(math.log2(x), exact.log2(x), x);
    expect(worst.ulps, worst.at).toBeLessThanOrEqual(1.5);
  });

  it('has the same bits in both lanes, and in the variant for normal x', () => {
    const random = sequence(4);
    const { LOG2, LOG2_NORMAL } = math;
    let different = 0;
    for (let i = 0; i < 20_000; i++) {
      const x = Math.max(i % 2 ? anyPositive(random) : 0.5 + random(), 2 ** -1022);
      const other = Math.max(anyPositive(random), 2 ** -1022);
      for (const which of [LOG2.value, LOG2_NORMAL.value]) {
        if (math.lane(which, x, other, 0, 0) !== math.log2(x)) different++;
        if (math.lane(which, other, x, 0, 1) !== math.log2(x)) different++;
      }
    }
    expect(different).toBe(0);
  });
});

describe('log2Pair(x)', () => {
  // Times y it may reach 1074, and 1074·ln 2·2^-63 = 0.73·2^-53 of the result is pow's budget for it.
  it('holds log2 x to 2^-63 of itself, the upper part in 26 bits', () => {
    let worst = new Real(0);
    let tooLong = 0;
    for (const x of logArguments(5).filter((x) => x !== 1)) {
      const high = math.log2PairHigh(x);
      const value = exact.log2(x);
      if (bitsOf(high) & 0x7ffffffn) tooLong++;
      worst = Real.max(
        worst,
        real(high)
          .plus(real(math.log2PairLow(x)))
          .minus(value)
          .div(value)
          .abs(),
      );
    }
    expect(worst.toNumber()).toBeLessThan(2 ** -63);
    expect(tooLong).toBe(0);
  });
});
