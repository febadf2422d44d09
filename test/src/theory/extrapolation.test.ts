import { describe, expect, test } from 'vitest';
import { extrapolatedStep, integrate } from '../../../src/theory/extrapolation.ts';
import { relative } from './random.ts';

describe('integrate(…)', () => {
  test('solves y′ = y, a rotation and a logistic, forwards and backwards', () => {
    expect(relative(integrate((_, [y]) => [y!], 0, [1], 5)[0]!, Math.exp(5))).toBeLessThan(1e-12);
    const [x, y] = integrate((_, [u, v]) => [-v!, u!], 0, [1, 0], 20) as [number, number];
    expect(Math.abs(x - Math.cos(20))).toBeLessThan(1e-11);
    expect(Math.abs(y - Math.sin(20))).toBeLessThan(1e-11);
    const [back] = integrate((_, [u]) => [u! * (1 - u!)], 3, [1 / (1 + Math.exp(-3))], -2) as [number];
    expect(relative(back, 1 / (1 + Math.exp(2)))).toBeLessThan(1e-12);
  });

  test('keeps to the tolerance asked for, and gets cheaper with it', () => {
    const cost = (tolerance: number): [number, number] => {
      let calls = 0;
      const f = (x: number, [v]: readonly number[]): number[] => {
        calls++;
        return [v! * Math.cos(x)];
      };
      const [y] = integrate(f, 0, [1], 10, tolerance) as [number];
      return [relative(y, Math.exp(Math.sin(10))), calls];
    };
    const [fine, coarse] = [cost(1e-12), cost(1e-5)];
    expect(fine[0]).toBeLessThan(1e-11);
    expect(coarse[0]).toBeLessThan(1e-4);
    expect(coarse[1]).toBeLessThan(fine[1]);
  });

  test('takes no step to where it is, and says so when it cannot get further', () => {
    expect(integrate(() => [1], 2, [7], 2)).toEqual([7]);
    expect(() => extrapolatedStep(() => [Number.NaN], 1, [1], 0.5, 1e-9)).toThrow('does not get past 1');
  });
});
