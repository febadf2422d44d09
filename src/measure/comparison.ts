import type { EconomyView } from '../core/economyView.ts';
import type { Benchmark } from './benchmark.ts';
import { type BenchmarkSummary, summariseBenchmarks } from './summary.ts';
import { timeToReach } from './timeToReach.ts';
import type { Watch } from './watch.ts';

/** A benchmark beside the economy, or the group, that is compared with it. */
export interface ComparisonRow extends BenchmarkSummary {
  /** K of the economy or group over the benchmark's: 0 once that is infinite; null where it is not known. */
  ratio: number | null;
  /** How much later its K was reached than the benchmark reaches it; negative: earlier. Null where the benchmark does not get there. */
  delay: number | null;
}

/** An economy, or one of its groups as if it were alone, against every benchmark of the table. */
export interface Comparison {
  /** Null: all labs together. */
  group: string | null;
  labs: number;
  t: number;
  K: number;
  T: number;
  q: number | null;
  /** Located or projected t* of the economy, and its error; null for a group, whose end is the economy's. */
  blowUpTime: number | null;
  blowUpError: number | null;
  /** 1 − K/ΣV_i, against what its labs could have had each alone, with what spilled in; null for the economy. */
  regret: number | null;
  rows: ComparisonRow[];
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

function rowsAgainst(benchmark: Benchmark, { t, K }: { t: number; K: number }): ComparisonRow[] {
  return summariseBenchmarks(benchmark, t).map((row) => {
    const path = benchmark.path(row.id);
    if (!path) return { ...row, ratio: null, delay: null };
    const there = path.at(t).K;
    const ratio = there === Number.POSITIVE_INFINITY ? 0 : finite(K / there);
    return { ...row, ratio, delay: finite(t - timeToReach(path, K, benchmark.beginning.spec.clock.until)) };
  });
}

/**
 * All labs of an economy together, then, where there are several, each group as if it were alone.
 *
 * @param watch of the economy, from t = 0
 * @param groups benchmarks of its groups, from groupBenchmarksOf() at t = 0
 */
export function comparison(watch: Watch, groups: readonly Benchmark[]): Comparison[] {
  const economy: EconomyView = watch.economy;
  const now = economy.observation();
  const { t: blowUp, error } = watch.projection();
  const whole: Comparison = {
    group: null,
    labs: now.labs,
    t: now.t,
    K: now.K,
    T: now.T,
    q: finite(now.q),
    blowUpTime: finite(blowUp),
    blowUpError: finite(error),
    regret: null,
    rows: rowsAgainst(watch.benchmark, now),
  };
  if (groups.length < 2) return [whole];
  const parts = now.groups.map(({ K, T, q, labs }, index): Comparison => {
    const { name: group } = economy.groups[index];
    const rows = rowsAgainst(groups[index], { t: now.t, K });
    const regret = finite(watch.regret(index));
    return { group, labs, t: now.t, K, T, q: finite(q), blowUpTime: null, blowUpError: null, regret, rows };
  });
  return [whole, ...parts];
}
