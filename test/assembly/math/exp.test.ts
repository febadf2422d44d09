import { beforeAll, describe, expect, it } from 'vitest';
import { sequence } from './points.ts';
import { beyond, exact, Worst } from './reference.ts';
import { loadMath, type MathExports } from './wasm.ts';

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

describe('exp(x)', () => {
  it('goes to 0, ∞ and NaN where it should', () => {
    expect(math.exp(0)).toBe(1);
    expect(math.exp(-0)).toBe(1);
    expect(math.exp(709.782712893384)).toBeLessThan(Infinity);
    expect(math.exp(709.7827128933841)).toBe(Infinity);
    expect(math.exp(1e308)).toBe(Infinity);
    expect(math.exp(Infinity)).toBe(Infinity);
    expect(math.exp(-745.13)).toBe(Number.MIN_VALUE);
    expect(math.exp(-745.14)).toBe(0);
    expect(math.exp(-1e308)).toBe(0);
    expect(math.exp(-Infinity)).toBe(0);
    expect(math.exp(NaN)).toBeNaN();
  });

  // As for exp2: ½ ulp for the last rounding, ¼ for the one before, the rest is slack.
  it('is within 0.85 ulp over the whole range, around the seams and among subnormals', () => {
    const random = sequence(6);
    const worst = new Worst();
    const see = (x: number) => worst.see(math.exp(x), exact.exp(x), x);
    for (let x = -745; x < 709; x += 2) see(x + 2 * random());
    for (let i = 0; i < 1000; i++) {
      see(random() - 0.5);
      see((random() - 0.5) * 20);
      see(-708 - random() * 37);
      see((random() - 0.5) * 2 ** (-60 * random()));
    }
    for (const n of [-1030, -3, -2, -1, 0, 1, 2, 7, 1000]) {
      for (const step of [-3, -2, -1, 0, 1, 2, 3]) see(beyond((n + 0.5) * Math.LN2, step));
    }
    expect(worst.ulps, worst.at).toBeLessThanOrEqual(0.85);
  });

  it('has the same bits in both lanes', () => {
    const random = sequence(7);
    let different = 0;
    for (let i = 0; i < 10_000; i++) {
      const x = (random() - 0.5) * 1480;
      if (math.lane(math.EXP.value, x, -x, 0, 0) !== math.exp(x)) different++;
      if (math.lane(math.EXP.value, -x, x, 0, 1) !== math.exp(x)) different++;
    }
    expect(different).toBe(0);
  });
});
