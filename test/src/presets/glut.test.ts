import { expect, test } from 'vitest';
import { blowUp, play } from './play.ts';

const { base, 'ε ∞': elastic, 'ε 3': three, 'ε 2': two, 'ε 1.1': rigid } = play('glut');

test('above ε = (1+c)/c it blows up, the later the less elastic', () => {
  expect(blowUp(elastic)).toBeCloseTo(Math.PI, 8);
  expect(blowUp(three)).toBeCloseTo(9.25, 2);
});

test('at ε = (1+c)/c growth is exponential', () => {
  for (const t of [1, 4, 8, 12]) expect(two.growth(t - 1, t)).toBeCloseTo(0.5, 9);
});

test('below it growth fades, and output outruns demand', () => {
  for (const { growth, economy } of [base, rigid]) {
    expect(economy.status).toBe('finished');
    for (const t of [3, 6, 9]) expect(growth(t + 2, t + 3)).toBeLessThan(growth(t - 1, t));
  }
  // Y = (1 − q)·K·T, 1/2 at the start; its price is R/Y = (Y/Y_ref)^(−1/ε).
  const { K, T } = base.at(12);
  expect(K * T).toBeGreaterThan(2450);
  expect(K * T).toBeLessThan(2550);
  const price = (K * T) ** (-1 / 1.5);
  expect(price).toBeCloseTo(0.005, 3);
  // The revenue of the last tick is output at about that price.
  expect(base.at(12).revenue / (0.05 * 0.5 * K * T)).toBeCloseTo(price, 3);
  expect(K).toBeCloseTo(35, 0);
  expect(rigid.at(12).K).toBeCloseTo(9, 0);
});
