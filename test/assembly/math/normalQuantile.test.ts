import type { Decimal } from 'decimal.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { sequence } from './points.ts';
import { Real, real } from './reference.ts';
import { loadMath, type MathExports } from './wasm.ts';

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

const PI = Real.acos(-1);
const density = (z: Decimal) => Real.exp(z.times(z).div(-2)).div(PI.times(2).sqrt());

/** Φ(z) − ½ by its all-positive series φ(z)·Σ z^(2n+1)/(1·3·…·(2n+1)). */
function central(z: Decimal): Decimal {
  const square = z.times(z);
  let term = z;
  let sum = z;
  for (let n = 1; term.abs().gt(sum.abs().times('1e-58')); n++) {
    term = term.times(square).div(2 * n + 1);
    sum = sum.plus(term);
  }
  return density(z).times(sum);
}

/** Φ(−z) for z ≥ 6 by Laplace's continued fraction φ(z)/(z + 1/(z + 2/(z + …))), deep enough for 30 digits. */
function farTail(z: Decimal): Decimal {
  let fraction = z;
  for (let n = 400; n >= 1; n--) fraction = z.plus(new Real(n).div(fraction));
  return density(z).div(fraction);
}

/**
 * How far z is from the quantile of p, relative to it: one Newton step at 60 digits, so exact to the square of itself:
 * Δz = (p − Φ(z))/φ(z).
 */
function relativeError(p: number, got: number): number {
  const z = real(got);
  const wanted = real(p);
  const excess = got > -6 ? central(z).plus(0.5).minus(wanted) : farTail(z.neg()).minus(wanted);
  return excess.div(density(z)).div(z).abs().toNumber();
}

describe('normalQuantile(p)', () => {
  it('is 0 at ½, ∓∞ at the ends and NaN outside', () => {
    expect(math.normalQuantile(0.5)).toBe(0);
    expect(math.normalQuantile(0)).toBe(-Infinity);
    expect(math.normalQuantile(1)).toBe(Infinity);
    expect(math.normalQuantile(-0.1)).toBeNaN();
    expect(math.normalQuantile(1.1)).toBeNaN();
    expect(math.normalQuantile(NaN)).toBeNaN();
  });

  // Wichura states 1 part in 10^16 for his approximation; evaluated in doubles it loses a few last bits (2^-52 = 2.2e-16).
  it('is within 1e-15 of an independent inversion of Φ', () => {
    const random = sequence(13);
    const points = [0.075, 0.925, 2 ** -53, 1 - 2 ** -53, Number.MIN_VALUE, 1e-300, 0.5 + 2 ** -30];
    for (let i = 0; i < 300; i++) points.push(random(), 0.5 + (random() - 0.5) * 2 ** (-30 * random()));
    for (let i = 0; i < 100; i++) points.push(2 ** (-1000 * random()), 10 ** (-20 * random()));
    for (const p of points) expect(relativeError(p, math.normalQuantile(p)), `p = ${p}`).toBeLessThan(1e-15);
  });

  it('is odd about ½ to the last bit, where 1 − p is exact', () => {
    const random = sequence(14);
    let different = 0;
    for (let i = 0; i < 10_000; i++) {
      const p = (2 * Math.floor(random() * 2 ** 31) + 1) / 2 ** 33;
      if (math.normalQuantile(1 - p) !== -math.normalQuantile(p)) different++;
    }
    expect(different).toBe(0);
  });

  it('never decreases from one possible draw to the next, over 10^7 pairs', () => {
    for (let i = 0; i < 40; i++) {
      const p = (i + 0.382) / 40;
      const count = math.quantileInversions(2 * Math.floor(p * 2 ** 52) + 1, 200_000);
      expect(count, `from ${p}, the first at ${math.firstOffender.value}`).toBe(0);
    }
    // Where one formula hands over to the next (|p − ½| = 0.425), near ½, and at both ends.
    for (const p of [0.075, 0.925, 0.5]) {
      const count = math.quantileInversions(2 * Math.floor(p * 2 ** 52) + 1 - 1_000_000, 1_000_000);
      expect(count, `across ${p}, the first at ${math.firstOffender.value}`).toBe(0);
    }
    expect(math.quantileInversions(1, 200_000)).toBe(0);
    expect(math.quantileInversions(2 ** 53 - 400_001, 200_000)).toBe(0);
  });

  it('does not decrease across e^-25, where the near tail hands over to the far tail', () => {
    const p = Math.exp(-25);
    expect(math.quantileInversions(2 * Math.floor(p * 2 ** 52) + 1 - 100_000, 100_000)).toBe(0);
  });
});
