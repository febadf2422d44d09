import { expect, test } from 'vitest';
import { effectiveLabs, play } from './play.ts';

test('labs leave, and fewer still count', () => {
  const { base, 'nobody leaves': patient, newcomers } = play('shake-out');
  for (const { at } of [base, patient, newcomers]) expect(effectiveLabs(at(0))).toBeCloseTo(34, 0);
  expect(base.at(6).labs).toBe(12);
  expect(effectiveLabs(base.at(6))).toBeCloseTo(3, 1);
  expect(patient.at(6).labs).toBe(40);
  expect(effectiveLabs(patient.at(6))).toBeCloseTo(18, 0);
  expect(newcomers.at(6).labs).toBe(30);
  expect(effectiveLabs(newcomers.at(6))).toBeCloseTo(9, 0);
  for (let i = 1; i < base.rows.length; i++)
    expect(base.rows[i].labs).toBeLessThanOrEqual(base.rows[i - 1].labs);
  for (const t of [3, 4, 5, 6, 7])
    expect(effectiveLabs(base.at(t))).toBeLessThan(effectiveLabs(base.at(t - 1)));
});

test.each([0, 2, 3, 4])('is no luck of the seed: %i', (seed) => {
  const { base, 'nobody leaves': patient, newcomers } = play('shake-out', seed);
  const [left, stayed, renewed] = [base, patient, newcomers].map(({ at }) => effectiveLabs(at(7)));
  expect(left).toBeLessThan(effectiveLabs(base.at(0)) / 2);
  expect(left).toBeLessThan(stayed);
  expect(left).toBeLessThan(renewed);
  expect(base.at(7).labs).toBeLessThan(20);
});
