import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Real, real } from './reference.ts';
import { loadMath, type MathExports } from './wasm.ts';

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

// Sums of up to a hundred terms of like size, each rounded a few times; 1.4e-15 is the worst seen.
const TOLERANCE = 1e-14;

const table = readFileSync(new URL('hypergeometric.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' ').map(Number));

describe('F(β, X) = 2F1(1, β; 1+β; 1−X)', () => {
  it('agrees with mpmath from X = 1e-300 to 1e300 and for β from 1e-9 to 1 − 1e-9', () => {
    expect(table.length).toBe(345);
    for (const [beta, X, value] of table) {
      expect(Math.abs(math.F(beta, X) / value - 1), `F(${beta}, ${X})`).toBeLessThan(TOLERANCE);
    }
  });

  it('is arctan(√(X−1))/√(X−1) for β = ½', () => {
    for (let X = 1.01; X < 1e6; X *= 1.25) {
      const root = real(X).minus(1).sqrt();
      const value = Real.atan(root).div(root).toNumber();
      expect(Math.abs(math.F(0.5, X) / value - 1), `X = ${X}`).toBeLessThan(TOLERANCE);
    }
  });

  it('passes without a step from one series to the next', () => {
    for (const beta of [0.05, 0.3, 0.5, 0.7, 0.95]) {
      for (const X of [0.5, 1.5, 3]) {
        const below = math.F(beta, X * (1 - 2 ** -52));
        const above = math.F(beta, X * (1 + 2 ** -52));
        expect(Math.abs(below / above - 1), `F(${beta}, ${X}±)`).toBeLessThan(TOLERANCE);
      }
    }
  });

  it('is ∞ at X = 0, 1 at X = 1, 0 at ∞, and NaN outside its domain', () => {
    expect(math.F(0.4, 0)).toBe(Infinity);
    expect(math.F(0.4, 1)).toBe(1);
    expect(math.F(0.4, Infinity)).toBe(0);
    for (const [beta, X] of [
      [0, 1],
      [1, 1],
      [-0.5, 2],
      [NaN, 2],
      [0.5, -1],
      [0.5, NaN],
    ]) {
      expect(math.F(beta, X)).toBeNaN();
    }
  });
});
