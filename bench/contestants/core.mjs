// The core, through the public interface: every tick also decides, observes and records a row.
import { Simulation } from '../../build/lib/core/index.js';
import { loadCore } from '../../build/lib/core/loadNode.js';
import { parseScenario } from '../../build/lib/scenario/index.js';
import { K0, T0, thirds } from '../economies.mjs';

const core = await loadCore();

/** A scenario may not have more ticks than ten million. */
const MOST_TICKS = 9e6;

/** A scenario of one of the two economies; `change` may set more of its economy and of its groups. */
export function scenarioOf(economy, N, h, change = {}) {
  const scale = economy.scale(N);
  const list = (first, count, value) => ({
    distribution: 'list',
    values: Array.from({ length: count }, (_, i) => value(first + i, scale)),
  });
  return parseScenario({
    clock: { h, until: MOST_TICKS * h, method: economy.method },
    economy: { c: economy.c, sigma: economy.sigma(N), delta: economy.delta, ...change.economy },
    groups: thirds(N, economy.splits).map(([first, count, q], third) => ({
      name: `third ${third + 1}`,
      count,
      rule: { type: 'fixed', q },
      K0: list(first, count, K0),
      T0: list(first, count, T0),
      ...change.groups,
    })),
  });
}

/** A runner of any scenario with one economy. onRow: takes the recorded rows; without it they are dropped. */
export function simulate(scenario, { onRow, of = core } = {}) {
  const simulation = new Simulation(of, scenario);
  const beginning = simulation.snapshot();
  return {
    time(ticks) {
      const start = performance.now();
      for (let left = ticks; left > 0; ) {
        simulation.drain(onRow);
        left -= simulation.advance(left);
        // A few labs use up the ticks that a scenario may have: they begin again.
        if (left > 0 && !simulation.isRunning) simulation.restore(beginning);
      }
      return performance.now() - start;
    },
    observe() {
      const { K, T, q, KSquared, maxK, maxT } = simulation.economies[0].observation();
      return [K, T, q * K, KSquared, maxK, maxT];
    },
  };
}

export const name = 'Turnpike core (WebAssembly, 128-bit SIMD)';

export const coreFor = (economy) => ({
  name,
  create: (N, h) => simulate(scenarioOf(economy, N, h)),
});
