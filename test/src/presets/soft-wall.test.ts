import { expect, test } from 'vitest';
import { blowUp, play } from './play.ts';

const { base, 'no wall': open, 'T_max alone': capped, 'dear chips alone': dear } = play('soft-wall');

test('without a wall it blows up at π', () => {
  expect(blowUp(open)).toBeCloseTo(Math.PI, 8);
});

test('either limit alone leaves exponential growth', () => {
  for (const t of [6, 9, 12]) {
    expect(capped.growth(t - 1, t)).toBeCloseTo(2, 9);
    expect(dear.growth(t - 1, t)).toBeCloseTo(1.71, 2);
  }
  // K' = √(F·K·T/2), T' = K/2 grow together at (F/4)^(1/3).
  expect(dear.growth(11, 12)).toBeCloseTo(5 ** (1 / 3), 4);
});

test('both together: √K rises along a line, growth falls', () => {
  // K' = √(F·(1−q)·T_max·K) = √(40·K).
  const slope = (t: number) => Math.sqrt(base.at(t).K) - Math.sqrt(base.at(t - 1).K);
  for (const t of [5, 8, 12]) expect(slope(t)).toBeCloseTo(Math.sqrt(10), 6);
  expect(base.growth(11.95, 12)).toBeCloseTo(0.19, 2);
  for (const t of [4, 6, 8, 10]) expect(base.growth(t + 1, t + 2)).toBeLessThan(base.growth(t - 1, t));
});
