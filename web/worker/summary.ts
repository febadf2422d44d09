import type { EconomyView } from '../../src/core/economyView.ts';
import type { Benchmark } from '../../src/measure/index.ts';
import type { EconomySummary } from '../shared/protocol.ts';
import type { Run } from './run/run.ts';

const nullIfNone = (x: number): number | null => (Number.isNaN(x) ? null : x);
const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

/** Numbers of one economy as of its last completed tick. Unlike `summariseEconomy` it hashes nothing: it is made many times a second. */
function economySummary(economy: EconomyView, benchmark: Benchmark, projected: number): EconomySummary {
  const { status, tick, t, K, T, q, labs, totals } = economy.observation();
  return {
    name: economy.name,
    status,
    tick,
    t,
    K,
    T,
    q: finite(q),
    V: benchmark.applies ? benchmark.V(t) : null,
    whyNoOptimum: benchmark.reason,
    separateV: nullIfNone(benchmark.separateV(t)),
    efficiency: finite(benchmark.efficiency(t, K)),
    delay: finite(benchmark.delay(t, K)),
    optimumBlowUp: finite(benchmark.blowUpTime),
    blowUpTime: economy.blowUpTime,
    projectedBlowUp: finite(projected),
    labs,
    chipPrice: economy.chipPrice,
    accounts: totals,
  };
}

export function economySummaries(run: Run, projected: readonly number[]): EconomySummary[] {
  return run.simulation.economies.map((economy, index) =>
    economySummary(economy, run.benchmarks[index], projected[index]),
  );
}

/** What went wrong in a run that turned non-finite, in words; null if nothing did. */
export function failureOf({ simulation }: Run): string | null {
  const failed = simulation.economies.find((economy) => economy.status === 'failed');
  if (!failed) return null;
  const at = simulation.firstNonFinite(failed.index);
  const where = at
    ? `: ${at.quantity} of lab ${at.lab + 1} in group "${at.group}" is no longer a finite number`
    : '';
  return `Economy "${failed.name}" failed at tick ${failed.tick}${where}. What came before is kept.`;
}
