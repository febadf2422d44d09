import { expect, test } from 'vitest';
import { blowUp, play } from './play.ts';

const {
  base,
  'a third': third,
  'two thirds': twoThirds,
  'lasting, half': lastingHalf,
  'lasting, a third': lastingThird,
} = play('short-lived-models');

test('where training lasts, a third is better than half', () => {
  expect(blowUp(lastingHalf)).toBeCloseTo(Math.PI, 8);
  expect(blowUp(lastingThird)).toBeCloseTo(3, 6);
});

test('where models go stale, half is better than a third and than two thirds', () => {
  expect(blowUp(base)).toBeCloseTo(38.8, 1);
  expect(blowUp(third)).toBeCloseTo(42.8, 1);
  expect(blowUp(twoThirds)).toBeCloseTo(44.3, 1);
  expect(blowUp(third) / blowUp(base)).toBeCloseTo(1.1, 2);
  expect(blowUp(twoThirds) / blowUp(base)).toBeCloseTo(1.14, 2);
});

test('short-lived they are: T follows q·K/ρ', () => {
  for (const t of [5, 20, 30]) {
    const { K, T } = base.at(t);
    expect(T / ((0.5 * K) / 10)).toBeGreaterThan(0.93);
    expect(T / ((0.5 * K) / 10)).toBeLessThan(1.02);
  }
});
