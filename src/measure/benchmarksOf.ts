import type { EconomyView } from '../core/economyView.ts';
import type { Simulation } from '../core/simulation.ts';
import { Benchmark } from './benchmark.ts';
import { beginningOf } from './benchmarks/beginning.ts';

/** One benchmark an economy. Call at t = 0: they start from the stocks of that moment. */
export function benchmarksOf({ economies }: Pick<Simulation, 'economies'>): Benchmark[] {
  const [base] = economies;
  return economies.map((economy) => new Benchmark(beginningOf(economy, undefined, base)));
}

/** One benchmark a group, as if it were alone in the economy. base: what the economy forks off, if it does. Call at t = 0. */
export function groupBenchmarksOf(economy: EconomyView, base: EconomyView): Benchmark[] {
  return economy.groups.map((_, group) => new Benchmark(beginningOf(economy, group, base)));
}
