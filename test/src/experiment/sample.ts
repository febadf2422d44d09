import type { Experiment, RunRecord } from '../../../src/experiment/types.ts';
import { parseExperiment } from '../../../src/experiment/validate.ts';

/** Eight labs that wander, for 50 ticks: every run differs by its seed. */
export const wanderers = {
  clock: { h: 0.01, until: 0.5 },
  groups: [
    {
      name: 'labs',
      count: 8,
      rule: { type: 'randomWalk', q: 0.4, volatility: 0.5 },
      K0: { distribution: 'lognormal', median: 0.1, spread: 0.5 },
      T0: 0.1,
    },
  ],
};

/** A complete experiment from what a test is about. */
export function experimentOf(given: object): Experiment {
  return parseExperiment({ scenario: wanderers, ...given });
}

/** A record as a runner makes it. */
export const record: RunRecord = {
  run: 17,
  point: 8,
  replication: 1,
  seed: 2,
  parameters: { 'economy.c': 1.25, regel: '„q“ = ½' },
  key: '0123456789abcdef',
  economies: [
    {
      economy: 'base',
      status: 'finished',
      values: { K: 1 / 3, blowUpTime: null, stateHash: 'ffff0000ffff0000' },
      series: Float64Array.of(0, 0, Number.NaN, 50, 0.5, 1e300),
    },
  ],
  failure: null,
};
