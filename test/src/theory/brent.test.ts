import { expect, test } from 'vitest';
import { panel } from '../../../src/theory/gaussLegendre.ts';
import { brent } from '../../../src/theory/index.ts';

test('brent finds roots to the last bit or so', () => {
  expect(brent((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
  expect(brent((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 15);
  expect(brent((x) => x ** 9, -1, 2)).toBeCloseTo(0, 10);
  expect(brent((x) => Math.exp(x) - 1e-9, -50, 0)).toBeCloseTo(Math.log(1e-9), 13);
});

test('brent takes a root at either end', () => {
  expect(brent((x) => x, 0, 1)).toBe(0);
  expect(brent((x) => x - 1, 0, 1)).toBe(1);
});

test('brent survives a step', () => {
  expect(brent((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 14);
});

test('brent refuses two values of one sign', () => {
  expect(() => brent((x) => x * x + 1, 0, 1)).toThrow(
    new RangeError('f(high): got 2; allowed: a number of the other sign than f(low) = 1'),
  );
});

test('a Gauss–Legendre panel integrates polynomials of degree 31', () => {
  expect(panel((x) => 32 * x ** 31, 0, 1)).toBeCloseTo(1, 14);
  expect(panel(Math.exp, -1, 2)).toBeCloseTo(Math.exp(2) - Math.exp(-1), 13);
});
