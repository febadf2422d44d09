import { Simulation } from '../../build/lib/core/index.js';
import { loadCore } from '../../build/lib/core/loadNode.js';
import { parseScenario } from '../../build/lib/scenario/index.js';
import { c, h, K0, sigma, T0, thirds } from '../economy.mjs';

const core = await loadCore();

export const name = 'Turnpike core (WebAssembly, SIMD)';

export function create(N) {
  const list = (first, count, value) => ({
    distribution: 'list',
    values: Array.from({ length: count }, (_, i) => value(first + i)),
  });
  const simulation = new Simulation(
    core,
    parseScenario({
      clock: { h, until: 1 },
      economy: { c, sigma: sigma(N) },
      groups: thirds(N).map(([first, count, q], third) => ({
        name: `third ${third + 1}`,
        count,
        rule: { type: 'fixed', q },
        K0: list(first, count, K0),
        T0: list(first, count, T0),
      })),
    }),
  );
  return {
    run(ticks) {
      for (let done = 0; done < ticks; ) {
        simulation.drain();
        done += simulation.advance(ticks - done);
      }
    },
    /** ΣK, ΣT. */
    totals() {
      const { K, T } = simulation.economies[0].observation();
      return [K, T];
    },
  };
}
