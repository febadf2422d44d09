import type { EconomyView } from '../../src/core/economyView.ts';
import { accuracyText, type Benchmark, sharesOf } from '../../src/measure/index.ts';
import type { BenchmarkNow, EconomySummary } from '../shared/protocol.ts';
import type { Reading } from './reading.ts';
import type { Run } from './run/run.ts';

const nullIfNone = (x: number): number | null => (Number.isNaN(x) ? null : x);
const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

/** Numbers of one economy as of its last completed tick. Unlike `summariseEconomy` it hashes nothing: it is made many times a second. */
function economySummary(
  economy: EconomyView,
  benchmark: Benchmark,
  projected: number,
  reading: Reading,
): EconomySummary {
  const row = economy.observation();
  const { status, tick, t, K, T, q, labs, totals } = row;
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
    shares: sharesOf(row),
    chipPrice: economy.chipPrice,
    accounts: totals,
    ...reading,
  };
}

export function economySummaries(
  run: Run,
  projected: readonly number[],
  readings: readonly Reading[],
): EconomySummary[] {
  return run.simulation.economies.map((economy, index) =>
    economySummary(economy, run.benchmarks[index], projected[index], readings[index]),
  );
}

/** What the base economy is compared with, at its present time. hidden: K is not worked out of these. */
export function benchmarksNow(run: Run, hidden: ReadonlySet<string>): BenchmarkNow[] {
  const { t } = run.simulation.economies[0];
  return run.benchmarks[0].all.map(({ id, label, how, reason, path }) => {
    const drawn = hidden.has(id) ? null : path;
    const accuracy = drawn?.accuracy?.() ?? null;
    return {
      id,
      label,
      how,
      reason,
      K: drawn ? nullIfNone(drawn.at(t).K) : null,
      blowUpTime: finite(path?.blowUpTime ?? Number.NaN),
      accuracy: accuracy && accuracyText(accuracy),
    };
  });
}

/** What went wrong in a run that turned non-finite, in words; null if nothing did. */
export function failureOf({ simulation }: Run): string | null {
  const failed = simulation.economies.find((economy) => economy.status === 'failed');
  if (!failed) return null;
  const at = failed.firstNonFinite();
  const where = at
    ? `: ${at.quantity} of lab ${at.lab + 1} in group "${at.group}" is no longer a finite number`
    : '';
  return `Economy "${failed.name}" failed at tick ${failed.tick}${where}. What came before is kept.`;
}
