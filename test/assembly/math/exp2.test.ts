import { beforeAll, describe, expect, it } from 'vitest';
import { sequence } from './points.ts';
import { beyond, exact, Worst } from './reference.ts';
import { loadMath, type MathExports, mathModule } from './wasm.ts';

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

describe('the math module', () => {
  it('imports nothing', () => {
    expect(WebAssembly.Module.imports(mathModule())).toEqual([]);
  });
});

describe('exp2(x)', () => {
  it('is exact for every whole x, subnormal results included', () => {
    for (let n = -1074; n <= 1023; n++) expect(math.exp2(n)).toBe(2 ** n);
  });

  it('goes to 0, ∞ and NaN where it should', () => {
    expect(math.exp2(0)).toBe(1);
    expect(math.exp2(-0)).toBe(1);
    expect(math.exp2(1024)).toBe(Infinity);
    expect(math.exp2(1e308)).toBe(Infinity);
    expect(math.exp2(Infinity)).toBe(Infinity);
    expect(math.exp2(beyond(1024, -1))).toBeLessThan(Infinity);
    expect(math.exp2(-1074.5)).toBe(Number.MIN_VALUE);
    expect(math.exp2(-1075.5)).toBe(0);
    expect(math.exp2(-1e308)).toBe(0);
    expect(math.exp2(-Infinity)).toBe(0);
    expect(math.exp2(NaN)).toBeNaN();
    expect(math.exp2(Number.MIN_VALUE)).toBe(1);
  });

  // ½ ulp for the last rounding, ¼ for the one before it when the result is below 1 in its binade, the rest is slack.
  it('is within 0.85 ulp in every binade, around every kind of seam and among subnormals', () => {
    const random = sequence(1);
    const worst = new Worst();
    const see = (x: number) => worst.see(math.exp2(x), exact.exp2(x), x);
    for (let n = -1073; n < 1024; n += 3) see(n + random());
    for (let i = 0; i < 1000; i++) {
      see(random() - 0.5);
      see((random() - 0.5) * 20);
      see(-1022 - random() * 53);
      see((random() - 0.5) * 2 ** (-60 * random()));
    }
    for (const n of [-1030, -1000, -3, -2, -1, 0, 1, 2, 7, 1000]) {
      for (const step of [-3, -2, -1, 0, 1, 2, 3]) see(beyond(n + 0.5, step));
    }
    expect(worst.ulps, worst.at).toBeLessThanOrEqual(0.85);
  });

  it('has the same bits in both lanes, and in the finite variant up to |x| = 1020', () => {
    const random = sequence(2);
    const { EXP2, EXP2_FINITE } = math;
    let different = 0;
    for (let i = 0; i < 20_000; i++) {
      const x = (random() - 0.5) * (i % 2 ? 2040 : 2);
      const other = (random() - 0.5) * 2040;
      for (const which of [EXP2.value, EXP2_FINITE.value]) {
        if (math.lane(which, x, other, 0, 0) !== math.exp2(x)) different++;
        if (math.lane(which, other, x, 0, 1) !== math.exp2(x)) different++;
      }
    }
    expect(different).toBe(0);
    for (const x of [-1020, 1020]) expect(math.lane(EXP2_FINITE.value, x, x, 0, 0)).toBe(2 ** x);
  });
});

describe('exp2vNear(x)', () => {
  // ½ ulp for the last addition, and what the fraction brings: (2^x − 1) < 0.24 of a few roundings, 2^-57 from the fit.
  it('is within 0.7 ulp on [0, 0.3], and 1 at 0', () => {
    const random = sequence(14);
    const worst = new Worst();
    const near = (x: number) => math.lane(math.EXP2_NEAR.value, x, 0.3 - x, 0, 0);
    for (let i = 0; i < 4000; i++) {
      const x = 0.3 * random() * (i % 2 ? 1 : 2 ** (-40 * random()));
      worst.see(near(x), exact.exp2(x), x);
    }
    expect(worst.ulps, worst.at).toBeLessThanOrEqual(0.7);
    expect(near(0)).toBe(1);
  });
});
