import type { EconomyView } from '../core/economyView.ts';
import type { Simulation } from '../core/simulation.ts';
import { Benchmark, type OwnStart } from './benchmark.ts';
import { productivityBound } from './ladderBound.ts';

/** Above this ΣV_i would cost more than it tells. */
const MOST_SEPARATE = 1000;

/** Each lab's own start, where labs share nothing and there is more than one. */
function separateStarts({ spec, groups, labs }: EconomyView): OwnStart[] {
  const isShared = spec.groups.some((group) => (group.sigma ?? spec.economy.sigma) > 0);
  if (isShared || labs < 2 || labs > MOST_SEPARATE) return [];
  return groups.flatMap((group, index) => {
    return Array.from(group.K, (K0, lab) => {
      const T0 = group.T[lab];
      return { K0, T0, a: productivityBound(spec.groups[index], spec.economy, T0) };
    });
  });
}

/** The best lab's a per T^c: on a ladder no steeper than c it is the lab with the least T₀. */
function bestProductivity({ spec, groups }: EconomyView): number {
  const best = groups.map((group, index) => {
    const least = group.T.reduce((a, b) => Math.min(a, b));
    return productivityBound(spec.groups[index], spec.economy, least);
  });
  return Math.max(...best);
}

/** One benchmark an economy. Call at t = 0: they start from the stocks of that moment. */
export function benchmarksOf(simulation: Simulation): Benchmark[] {
  return simulation.economies.map((economy) => {
    if (economy.tick > 0 || economy.t > 0)
      throw new Error('benchmarks start at t = 0: this simulation has moved');
    return new Benchmark(
      economy.spec,
      { ...economy.observation(), a: bestProductivity(economy) },
      separateStarts(economy),
    );
  });
}
