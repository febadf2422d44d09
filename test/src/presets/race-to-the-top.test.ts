import { expect, test } from 'vitest';
import { contestTurnpikeShare } from '../../../src/theory/index.ts';
import { blowUp, play } from './play.ts';

const { base, 'θ 2': sharp, 'one owner': owner } = play('race-to-the-top');

test('on quality labs over-train, the more the sharper the contest', () => {
  const market = { N: 2, kappa: 0.8, c: 1 };
  for (const [economy, on, theta, published] of [
    [base, 'quality', 1, 0.65],
    [sharp, 'quality', 2, 0.7],
    [owner, 'output', 0.8, 0.4],
  ] as const) {
    const expected = contestTurnpikeShare({ ...market, on, theta });
    expect(expected).toBeCloseTo(published, 3);
    expect(Math.abs(economy.at(2).q - expected)).toBeLessThan(1e-3);
  }
  // θ = κ on output is one owner's problem.
  expect(contestTurnpikeShare({ ...market, on: 'output', theta: 0.8 })).toBeCloseTo(
    contestTurnpikeShare({ ...market, on: 'output', N: 1, theta: 1 }),
    12,
  );
});

test('all start from one demand curve: both serve with all chips', () => {
  for (const { rows } of [base, sharp, owner]) expect(rows[1].q).toBe(0);
});

test('the race makes everybody poorer and later', () => {
  expect(base.at(2).K).toBeCloseTo(183, 0);
  expect(sharp.at(2).K).toBeCloseTo(114, 0);
  expect(owner.at(2).K).toBeCloseTo(648, 0);
  expect(blowUp(base)).toBeCloseTo(2.92, 2);
  expect(blowUp(sharp)).toBeCloseTo(3.12, 2);
  expect(blowUp(owner)).toBeCloseTo(2.59, 2);
});
