import { expect, test } from 'vitest';
import { blowUp, play } from './play.ts';

const {
  base,
  continuous,
  'every 0.25': quarter,
  'every 1': whole,
  'T doubled': doubled,
} = play('release-cadence');

test('continuous release blows up at 3; the rarer the releases, the further the others are from it', () => {
  expect(blowUp(continuous)).toBeCloseTo(3, 6);
  expect(quarter.at(3).K).toBeCloseTo(190, -1);
  expect(base.at(3).K).toBeCloseTo(72, 0);
  expect(whole.at(3).K).toBeCloseTo(29, 0);
  expect(doubled.at(3).K).toBeCloseTo(30, 0);
  for (const { economy } of [base, quarter, whole, doubled]) expect(economy.status).toBe('finished');
});

test('growth is constant between releases and steps up at each', () => {
  const rate = (t: number) => base.growth(t, t + 0.05);
  for (const release of [0, 0.5, 1, 1.5, 2, 2.5]) {
    expect(rate(release + 0.45)).toBeCloseTo(rate(release), 8);
    expect(rate(release + 0.5)).toBeGreaterThan(1.1 * rate(release));
  }
});
