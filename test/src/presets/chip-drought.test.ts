import { expect, test } from 'vitest';
import { blowUp, play } from './play.ts';

const {
  base,
  'unlimited chips': unlimited,
  'φ 0 (rationing)': rationed,
  'φ 2': ample,
} = play('chip-drought');

test('without a limit it blows up at π', () => {
  expect(blowUp(unlimited)).toBeCloseTo(Math.PI, 8);
});

test('below φ = 1/c growth tends to g_F/(1 − φ·c)', () => {
  expect(base.economy.status).toBe('finished');
  expect(base.growth(19, 20)).toBeCloseTo(0.81, 2);
  expect(rationed.growth(19, 20)).toBeCloseTo(0.4, 2);
  // From above, so that it is a limit: the distance from 0.8 shrinks.
  const distances = [5, 10, 15, 20].map((t) => base.growth(t - 1, t) - 0.8);
  for (let i = 1; i < distances.length; i++) {
    expect(distances[i]).toBeGreaterThan(0);
    expect(distances[i]).toBeLessThan(distances[i - 1] / 1.5);
  }
});

test('above φ = 1/c it is hyperbolic again', () => {
  expect(blowUp(ample)).toBeCloseTo(5.2, 1);
});
