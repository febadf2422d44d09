import { expect, test } from 'vitest';
import { blowUp, play } from './play.ts';

test('output: past the turnpike, back to it, and nearly as soon', () => {
  const { base, turnpike } = play('copycats');
  expect(base.rows[1].q).toBeCloseTo(0.8, 12);
  expect(base.at(16).q).toBeCloseTo(0.05, 2);
  expect(Math.min(...base.rows.slice(1).map(({ q }) => q))).toBeGreaterThan(0.045);
  expect(base.at(30).q).toBeCloseTo(1 / 3, 1);
  expect(blowUp(base)).toBeCloseTo(30.6, 1);
  expect(blowUp(turnpike)).toBeCloseTo(30, 8);
});

test('chips: they herd on hardly any training, are ahead at first and late in the end', () => {
  const { base, 'watch chips': chips } = play('copycats');
  for (const { t, q } of chips.rows) if (t >= 16 && t <= 28) expect(q, `t = ${t}`).toBeLessThan(0.05);
  for (const { t, K } of chips.rows)
    if (t > 2 && t < 30 && Math.abs(t - 25) > 0.2) expect(K > base.at(t).K, `t = ${t}`).toBe(t < 25);
  expect(blowUp(chips)).toBeCloseTo(35.6, 1);
});

test.each([1, 2, 3])('is no luck of the seed: %i', (seed) => {
  const { base, 'watch chips': chips } = play('copycats', seed);
  expect(Math.min(...base.rows.slice(1).map(({ q }) => q))).toBeLessThan(0.2);
  expect(Math.abs(base.at(30).q - 1 / 3)).toBeLessThan(0.1);
  expect(blowUp(base)).toBeLessThan(31.5);
  expect(chips.at(20).q).toBeLessThan(0.05);
  // It may still be running at the end of the run, t = 36.
  expect(chips.economy.blowUpTime ?? 36).toBeGreaterThan(34.5);
});
