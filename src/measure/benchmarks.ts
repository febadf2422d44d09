import type { EconomyView } from '../core/economyView.ts';
import type { Simulation } from '../core/simulation.ts';
import { Benchmark, type OwnStart } from './benchmark.ts';

/** Above this ΣV_i would cost more than it tells. */
const MOST_SEPARATE = 1000;

/** Each lab's own start, where labs share nothing and there is more than one. */
function separateStarts({ spec, groups, labs }: EconomyView): OwnStart[] {
  const isShared = spec.groups.some((group) => (group.sigma ?? spec.economy.sigma) > 0);
  if (isShared || labs < 2 || labs > MOST_SEPARATE) return [];
  return groups.flatMap((group, index) => {
    const a = spec.groups[index].a ?? spec.economy.a;
    return Array.from(group.K, (K0, lab) => ({ K0, T0: group.T[lab], a }));
  });
}

/** One benchmark an economy. Call at t = 0: they start from the stocks of that moment. */
export function benchmarksOf(simulation: Simulation): Benchmark[] {
  return simulation.economies.map((economy) => {
    if (economy.tick > 0 || economy.t > 0)
      throw new Error('benchmarks start at t = 0: this simulation has moved');
    return new Benchmark(economy.spec, economy.observation(), separateStarts(economy));
  });
}
