import type { Simulation } from '../../src/core/index.ts';
import { parseScenario, preset, presets, type Scenario } from '../../src/scenario/index.ts';

/** Hashes of one economy: at the start, after ten ticks, at its end. */
export interface Checkpoints {
  start: string;
  tick10: string;
  end: string;
}

/** What the presets leave out: every rule and every distribution in one coupled economy, with a variant of its own clock. */
const everything: Scenario = parseScenario({
  name: 'everything',
  seed: 2 ** 40 + 7,
  clock: { h: 0.05, until: 3 },
  economy: { sigma: 0.2, c: 0.9, s: 0.9 },
  groups: [
    {
      name: 'fixed',
      count: 3,
      K0: { distribution: 'list', values: [0.1, 0.2, 0.3] },
      T0: 0.1,
      rule: { type: 'fixed', q: 0.3 },
    },
    {
      name: 'parity',
      count: 5,
      K0: 0.1,
      T0: { distribution: 'uniform', min: 0.1, max: 0.2 },
      rule: { type: 'parity' },
    },
    {
      name: 'turnpike',
      count: 130,
      K0: { distribution: 'lognormal', median: 0.01, spread: 1 },
      T0: 0.01,
      cHat: { distribution: 'uniform', min: 0.5, max: 2 },
      rule: { type: 'turnpike', horizon: 2.5 },
    },
    { name: 'looking', count: 6, a: 1.2, K0: 0.1, T0: 0.1, rule: { type: 'recedingHorizon', horizon: 0.7 } },
    {
      name: 'walking',
      count: 129,
      K0: { distribution: 'pareto', min: 0.01, shape: 2 },
      T0: 0.02,
      rule: { type: 'randomWalk', q: 0.4, volatility: 0.8 },
    },
  ],
  variants: [{ name: 'euler', set: { 'clock.method': 'euler', 'clock.h': 0.01 } }],
});

/** Every mechanism at once. */
const markets: Scenario = parseScenario({
  name: 'markets',
  seed: 11,
  clock: { h: 0.05, until: 2 },
  economy: {
    sigma: 0.3,
    tau: 0.2,
    w: 0.9,
    k1: 0.01,
    k2: 100,
    Tmax: 50,
    delta: 0.1,
    rho: 0.2,
    theta: 1.2,
    elasticity: 3,
    F: 5,
    gF: 0.4,
    phi: 0.5,
    gp: 0.1,
    omega: 0.1,
  },
  groups: [
    { name: 'steady', count: 9, K0: { distribution: 'pareto', min: 0.1, shape: 2 }, s: 0.9, releaseEvery: 4 },
    { name: 'leaping', count: 5, releaseGrowth: 1.2, reinvest: 'hurdle', r: 0.5, rule: { type: 'turnpike' } },
    {
      name: 'frail',
      count: 30,
      K0: { distribution: 'lognormal', median: 0.3, spread: 1 },
      reinvest: 'payout',
      payout: 0.1,
      credit: 0.02,
      entry: 2,
      f: 0.05,
      rule: { type: 'parity' },
    },
  ],
  variants: [{ name: 'quality', set: { 'economy.contest': 'quality' } }],
});

/** Every rule that looks at others or remembers, with noise. */
const society: Scenario = parseScenario({
  name: 'society',
  seed: 12,
  clock: { h: 0.05, until: 2.5 },
  economy: { sigma: 0.1 },
  groups: ['hillClimb', 'imitate', 'race', 'freeRide', 'qLearning'].map((type) => ({
    name: type,
    count: 7,
    K0: { distribution: 'uniform', min: 0.02, max: 0.06 },
    T0: { distribution: 'uniform', min: 0.02, max: 0.06 },
    noise: 0.01,
    rule: { type },
  })),
});

/** Labs that respond to each other, unlike in stocks and beliefs: in a commons and, with and without an end, in contests. */
const responses: Scenario = parseScenario({
  name: 'responses',
  seed: 13,
  clock: { h: 0.05, until: 2 },
  economy: { sigma: 0.4 },
  groups: [
    { name: 'forever', horizon: null },
    { name: 'ahead', horizon: 1 },
    { name: 'to the end', horizon: null, end: 2 },
  ].map(({ name, ...rule }) => ({
    name,
    count: 3,
    K0: { distribution: 'uniform', min: 0.1, max: 0.4 },
    T0: { distribution: 'uniform', min: 0.2, max: 0.5 },
    cHat: { distribution: 'uniform', min: 0.8, max: 1.2 },
    rule: { type: 'bestResponse', ...rule },
  })),
  variants: [
    { name: 'wear', set: { 'economy.delta': 0.1, 'economy.rho': 0.2 } },
    { name: 'sharp', set: { 'economy.theta': 0.7 } },
    { name: 'quality', set: { 'economy.contest': 'quality' } },
    { name: 'demand', set: { 'economy.theta': 1.1, 'economy.elasticity': 4 } },
    { name: 'demand and wear', set: { 'economy.elasticity': 4, 'economy.rho': 0.2 } },
  ],
});

/** Ladders under both methods, for labs that share training, that leave, and that newcomers copy. */
const ladders: Scenario = parseScenario({
  name: 'ladders',
  seed: 13,
  clock: { h: 0.05, until: 2.5 },
  economy: { techniques: ['mcts', 'scaling-policy'], Tperfect: 60, sigma: 0.002 },
  groups: [
    { name: 'search', count: 135, T0: { distribution: 'lognormal', median: 0.7, spread: 0.4 } },
    {
      name: 'sampling',
      count: 5,
      T0: 0.5,
      techniques: ['expensive-verification', 'pruning'],
      techniqueScale: 0.5,
    },
    {
      name: 'frail',
      count: 9,
      T0: { distribution: 'uniform', min: 0.3, max: 2 },
      rule: { type: 'turnpike' },
    },
  ],
  variants: [
    { name: 'alone', set: { 'economy.sigma': 0 } },
    {
      name: 'shaken out',
      set: {
        'groups.frail.credit': 0.05,
        'groups.frail.omega': 0.6,
        'groups.frail.s': 0.6,
        'groups.frail.entry': 3,
      },
    },
    { name: 'euler', set: { 'clock.method': 'euler' } },
  ],
});

/** Every run whose hashes are golden, by name. */
export const goldenRuns: Record<string, Scenario> = Object.fromEntries(
  [...presets.map(({ name }) => preset(name)), everything, markets, society, responses, ladders].map(
    (scenario) => [scenario.name, scenario],
  ),
);

/** Runs a fresh simulation to its end and takes the hashes on the way. */
export function checkpoints(simulation: Simulation): Record<string, Checkpoints> {
  const hashes: Record<string, Checkpoints> = {};
  for (const economy of simulation.economies)
    hashes[economy.name] = { start: economy.hash(), tick10: '', end: '' };
  while (simulation.isRunning) {
    // One tick at a time, so that no economy's tenth is passed unseen.
    simulation.advance(1);
    simulation.drain();
    for (const economy of simulation.economies)
      if (economy.tick === 10 && hashes[economy.name].tick10 === '')
        hashes[economy.name].tick10 = economy.hash();
  }
  for (const economy of simulation.economies) hashes[economy.name].end = economy.hash();
  return hashes;
}
