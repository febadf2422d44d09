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

/** Every run whose hashes are golden, by name. */
export const goldenRuns: Record<string, Scenario> = Object.fromEntries(
  [...presets.map(({ name }) => preset(name)), everything].map((scenario) => [scenario.name, scenario]),
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
