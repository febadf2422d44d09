import type { Simulation } from '../core/simulation.ts';
import { Benchmark } from './benchmark.ts';

/** One benchmark an economy. Call at t = 0: they start from the pooled stocks of that moment. */
export function benchmarksOf(simulation: Simulation): Benchmark[] {
  return simulation.economies.map((economy) => {
    if (economy.tick > 0 || economy.t > 0)
      throw new Error('benchmarks start at t = 0: this simulation has moved');
    return new Benchmark(economy.spec, economy.observation());
  });
}
