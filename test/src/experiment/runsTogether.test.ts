import { describe, expect, test } from 'vitest';
import { runnerOf } from './runnerOf.ts';
import { wanderers } from './sample.ts';

/** One Euler tick carries K from 1e20 beyond the range of doubles. */
const overflowing = {
  clock: { h: 1, until: 400, method: 'euler' },
  economy: { c: 5 },
  groups: [
    {
      name: 'labs',
      rule: { type: 'fixed', q: 0.5 },
      K0: { distribution: 'lognormal', median: 1e20, spread: 1 },
    },
  ],
};

describe('runs made together', () => {
  const measures = {
    summary: ['ticks', 't', 'K', 'q', 'maxQ', 'delay', 'total.revenue', 'stateHash', 'substeps', 'stepError'],
  };
  const cBy = (values: readonly unknown[]) => [{ path: 'economy.c', kind: 'list', values }];

  test.each([
    ['that differ by seed and by c', { factors: cBy([0.5, 1, 1.5]), replications: { count: 12 } }],
    [
      'with time series',
      {
        replications: { count: 9 },
        measures: { ...measures, series: { every: 7, of: ['K', 'labs', 'groups.labs.q'] } },
      },
    ],
    [
      'some of them with mechanisms',
      { factors: [{ path: 'economy.delta', kind: 'list', values: [0, 0.1, 0, 0.2, 0] }] },
    ],
    [
      'some of them refused',
      {
        factors: [{ path: 'economy.c', kind: 'normal', mean: 1, spread: 3 }],
        design: { type: 'random', n: 30, seed: 1 },
      },
    ],
    [
      'with variants',
      {
        scenario: { ...wanderers, variants: [{ name: 'slow', set: { 'clock.h': 0.1, 'economy.c': 0.6 } }] },
        replications: { count: 5 },
        measures: { summary: ['ticks', 'stateHash'], series: { every: 2, of: ['K'] } },
      },
    ],
    [
      'with forks, which go by themselves',
      {
        scenario: { ...wanderers, variants: [{ name: 'later', from: 0.25, set: { 'economy.c': 1.5 } }] },
        replications: { count: 5 },
      },
    ],
    ['that end by their chips, which go by themselves', { stop: { K: 1.5 }, replications: { count: 4 } }],
    [
      'that are followed, which go by themselves',
      { measures: { summary: ['growthRate'] }, replications: { count: 3 } },
    ],
    [
      'of different length',
      {
        factors: [{ path: 'clock.until', kind: 'list', values: [0.5, 0.2, 3, 0.02] }],
        replications: { count: 6 },
      },
    ],
    ['that fail', { scenario: overflowing, replications: { count: 3 } }],
  ])('%s have the records of each alone', (_, given) => {
    const runner = runnerOf({ measures, ...given });
    const numbers = Array.from({ length: runner.plan.runs }, (__, i) => i).reverse();
    // Twice: the first of the first is made alone, to see what a run takes.
    runner.runFor(numbers, Number.POSITIVE_INFINITY);
    expect(runner.runFor(numbers, 1e9)).toEqual(numbers.map((number) => runner.run(number)));
  });
});
