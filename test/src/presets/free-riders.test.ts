import { expect, test } from 'vitest';
import { nashBlowUpTime, nashShare, plannerBlowUpTime } from '../../../src/theory/index.ts';
import { blowUp, play } from './play.ts';

const { base, 'σ 0.25': quarter, planner, 'planner, σ 0.25': plannerQuarter } = play('free-riders');

test('labs settle on q_N, far below the planner’s third, and the less is shared the less so', () => {
  for (const [economy, sigma, published] of [
    [base, 1, 0.079],
    [quarter, 0.25, 0.177],
  ] as const) {
    const expected = nashShare({ N: 10, sigma, c: 1 });
    expect(expected).toBeCloseTo(published, 3);
    for (const t of [2, 3, 4, 5]) expect(Math.abs(economy.at(t).q - expected)).toBeLessThan(1e-9);
  }
  for (const economy of [planner, plannerQuarter]) expect(economy.at(3).q).toBeCloseTo(1 / 3, 9);
});

test('and blow up as late as theory says', () => {
  for (const [best, plan, sigma, late, early] of [
    [base, planner, 1, 5.57, 3.9],
    [quarter, plannerQuarter, 0.25, 7.55, 6.92],
  ] as const) {
    const start = { N: 10, sigma, c: 1, K0: 0.1, T0: 0.01 };
    // The saddle is approached by its average over one tick, which is second order in h = 0.02.
    expect(Math.abs(blowUp(best) - nashBlowUpTime(start))).toBeLessThan(1e-3);
    expect(Math.abs(blowUp(plan) - plannerBlowUpTime(start))).toBeLessThan(1e-3);
    expect(blowUp(best)).toBeCloseTo(late, 2);
    expect(blowUp(plan)).toBeCloseTo(early, 2);
  }
});
