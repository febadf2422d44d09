// The core through the library's public interface, in any engine: every tick also decides, observes and records a row.
import { milliseconds } from '../clock.mjs';
import { K0, T0, thirds } from '../economies.mjs';

/** A scenario may not have more ticks than ten million, nor last longer than a million. */
const MOST_TICKS = 9e6;
const LONGEST = 1e6;

/** A scenario of one of the two economies, as written; `change` may set more of its clock, its economy and its groups. */
export function scenarioOf(economy, N, h, change = {}) {
  const { c, delta } = economy;
  const scale = economy.scale(N);
  const list = (first, count, value) => ({
    distribution: 'list',
    values: Array.from({ length: count }, (_, i) => value(first + i, scale)),
  });
  return {
    clock: { h, until: Math.min(MOST_TICKS * h, LONGEST), method: economy.method, ...change.clock },
    economy: { c, sigma: economy.sigma(N), ...(delta !== 0 && { delta }), ...change.economy },
    groups: thirds(N, economy.splits).map(([first, count, q], third) => ({
      name: `third ${third + 1}`,
      count,
      rule: { type: 'fixed', q },
      K0: list(first, count, K0),
      T0: list(first, count, T0),
      ...change.groups,
    })),
  };
}

/**
 * A runner of a scenario with one economy. library: Simulation, parseScenario and a compiled core.
 * onRow: takes the recorded rows; without it they are dropped.
 */
export function simulateWith(library, scenario, onRow) {
  const simulation = new library.Simulation(library.core, library.parseScenario(scenario));
  const beginning = simulation.snapshot();
  return {
    time(ticks) {
      const start = milliseconds();
      for (let left = ticks; left > 0; ) {
        simulation.drain(onRow);
        left -= simulation.advance(left);
        // A few labs use up the ticks that a scenario may have: they begin again.
        if (left > 0 && !simulation.isRunning) simulation.restore(beginning);
      }
      return milliseconds() - start;
    },
    observe() {
      const { K, T, q, KSquared, maxK, maxT } = simulation.economies[0].observation();
      return [K, T, q * K, KSquared, maxK, maxT];
    },
    restart: () => simulation.restore(beginning),
    /** Substeps of the integrator since t = 0. */
    substeps: () => simulation.economies[0].substeps,
  };
}
