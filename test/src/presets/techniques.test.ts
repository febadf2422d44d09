import { expect, test } from 'vitest';
import { benchmarksOf } from '../../../src/measure/index.ts';
import { preset } from '../../../src/scenario/presets/index.ts';
import { relative, simulate } from '../core/harness.ts';
import { blowUp, type Played, play } from './play.ts';

const { base, 'no ladder': endless, 'larger models': larger } = play('techniques');
const q = 0.3333;

/** Chips of the two labs. */
const chips = (played: Played, t: number) => played.at(t).groups.map(({ K }) => K);
const growth = (played: Played, from: number, to: number) =>
  chips(played, to).map((K, i) => Math.log(K / chips(played, from)[i]) / (to - from));

test('up to T = 10, at t = 2.7, both are on the way to a blow-up at 3', () => {
  expect(blowUp(endless)).toBeCloseTo(3, 3);
  for (const t of [1, 2, 2.65]) {
    const alike = chips(endless, t);
    // The one lab's rung ends at 10 exactly, so until then they are the same run, but for where substeps end.
    for (const [i, K] of chips(base, t).entries()) expect(relative(K, alike[i])).toBeLessThan(1e-10);
  }
  const [search, pruning] = base.at(2.7).groups;
  expect(search.T).toBeCloseTo(10, 1);
  expect(pruning.T).toBeCloseTo(10, 1);
});

test('where techniques interfere, growth stays at (1 − q)·10; where they stack, it ends at (1 − q)·10^2.3', () => {
  for (const t of [2.8, 3, 3.2]) expect(growth(base, t, t + 0.05)[1]).toBeCloseTo((1 - q) * 10, 8);
  expect((1 - q) * 10).toBeCloseTo(6.67, 2);
  expect(growth(base, 3.1, 3.3)[0]).toBeCloseTo((1 - q) * 10 ** 2.3, 6);
  expect((1 - q) * 10 ** 2.3).toBeCloseTo(133, 0);
  expect(base.economy.status).toBe('finished');
});

test('with larger models pruning saves 1.16 OOM over 0.58 of training', () => {
  expect(growth(larger, 3, 3.3)[1]).toBeCloseTo((1 - q) * 10 ** 1.16, 6);
  expect(growth(larger, 3.1, 3.3)[0]).toBeCloseTo((1 - q) * 10 ** 2.3, 6);
});

test('V(t) bounds ladders no steeper than c = 1, and is not shown for one of slope 2', () => {
  const [bounded, , steep] = benchmarksOf(simulate(preset('techniques')));
  expect(bounded.applies).toBe(true);
  for (const { t, K } of base.rows.slice(1)) expect(t).toBeGreaterThan(bounded.minimalTime(K) * (1 - 1e-10));
  expect(steep.reason).toBe('a technique ladder is steeper (2) than c = 1, which the optimum has');
});
