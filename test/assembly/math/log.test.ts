import { beforeAll, describe, expect, it } from 'vitest';
import { anyPositive, logArguments, sequence } from './points.ts';
import { exact, Worst } from './reference.ts';
import { loadMath, type MathExports } from './wasm.ts';

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

describe('log(x)', () => {
  it('is −∞ at 0, ∞ at ∞, 0 at 1, NaN for NaN and below 0', () => {
    expect(math.log(0)).toBe(-Infinity);
    expect(math.log(-0)).toBe(-Infinity);
    expect(math.log(Infinity)).toBe(Infinity);
    expect(math.log(1)).toBe(0);
    expect(math.log(NaN)).toBeNaN();
    expect(math.log(-Number.MIN_VALUE)).toBeNaN();
    expect(math.log(-Infinity)).toBeNaN();
  });

  // ½ ulp for the last rounding, up to ½ for the one before where e·ln 2 cancels half of it, 0.2 for the rest.
  it('is within 1.2 ulp', () => {
    const worst = new Worst();
    for (const x of logArguments(8)) worst.see(math.log(x), exact.log(x), x);
    expect(worst.ulps, worst.at).toBeLessThanOrEqual(1.2);
  });

  it('has the same bits in both lanes', () => {
    const random = sequence(9);
    let different = 0;
    for (let i = 0; i < 10_000; i++) {
      const x = anyPositive(random);
      if (math.lane(math.LOG.value, x, 1 / x, 0, 0) !== math.log(x)) different++;
      if (math.lane(math.LOG.value, 1 / x, x, 0, 1) !== math.log(x)) different++;
    }
    expect(different).toBe(0);
  });
});
