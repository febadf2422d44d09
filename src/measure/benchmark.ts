import { envelope, minimalBlowUpTime, minimalTime, type Start } from '../theory/index.ts';
import type { Beginning } from './benchmarks/beginning.ts';
import type { BenchmarkEntry, BenchmarkPath } from './benchmarks/entry.ts';
import { pooledStart, whyUnbounded } from './benchmarks/pooled.ts';
import { benchmarkTable } from './benchmarks/table.ts';

/** The economy that V is asked about: one planner who owns every chip and all training. */
export type Pooled = Required<Start>;

/** A benchmark of the table for one economy: its path, or in words why there is none. */
export type Compared = Pick<BenchmarkEntry, 'id' | 'label' | 'how'> &
  (
    | { readonly path: BenchmarkPath; readonly reason: null }
    | { readonly path: null; readonly reason: string }
  );

/**
 * What an economy is measured against. First the pooled optimum from its own start (ΣK₀, ΣT₀), frictionless, with
 * everything reinvested: no mixture of labs with s ≤ 1 and spillover ≤ 1 can be above it; unlike a's count as the best of
 * them. Then everything else in the table of benchmarks.
 */
export class Benchmark {
  readonly beginning: Beginning;
  /** Null where no common optimum bounds the labs; `reason` says why. */
  readonly pooled: Pooled | null;
  readonly reason: string | null;
  /** Blow-up time t* of the optimum; Infinity where it does not apply. */
  readonly blowUpTime: number;
  readonly #found = new Map<BenchmarkEntry, Compared>();

  constructor(beginning: Beginning) {
    this.beginning = beginning;
    this.reason = whyUnbounded(beginning);
    this.pooled = this.reason === null ? pooledStart(beginning) : null;
    this.blowUpTime = this.pooled ? minimalBlowUpTime(this.pooled) : Number.POSITIVE_INFINITY;
  }

  get applies(): boolean {
    return this.pooled !== null;
  }

  /** Every benchmark of the table, in its order. Each is worked out when first asked for. */
  get all(): readonly Compared[] {
    return benchmarkTable.map((entry) => this.#compared(entry));
  }

  #compared(entry: BenchmarkEntry): Compared {
    const known = this.#found.get(entry);
    if (known) return known;
    const { id, label, how } = entry;
    const path = entry.of(this.beginning);
    const compared: Compared =
      typeof path === 'string'
        ? { id, label, how, path: null, reason: path }
        : { id, label, how, path, reason: null };
    this.#found.set(entry, compared);
    return compared;
  }

  /** The path of one benchmark; null where it does not apply. */
  path(id: string): BenchmarkPath | null {
    const entry = benchmarkTable.find((one) => one.id === id);
    if (!entry)
      throw new Error(`benchmark: got "${id}"; allowed: ${benchmarkTable.map((one) => one.id).join(', ')}`);
    return this.#compared(entry).path;
  }

  /** The best that labs which stay apart could do together; with one lab, or where that is not known, V itself. */
  get planner(): BenchmarkPath | null {
    return this.path('planner') ?? this.path('envelope');
  }

  /** V(t): the most chips any control reaches by t. Infinity from the optimum's blow-up on; NaN where it does not apply. */
  V(t: number): number {
    return this.pooled ? envelope(this.pooled, t) : Number.NaN;
  }

  /**
   * The optimum without merging: Σ of each lab's own V_i(t), for labs that share nothing. Infinity from the first of their
   * blow-ups on; NaN where labs share training, or where V does not apply.
   */
  separateV(t: number): number {
    return this.path('separate')?.at(t).K ?? Number.NaN;
  }

  /** Least time in which any control reaches K; 0 for K ≤ K₀; NaN where it does not apply, and for the NaN of a failed run. */
  minimalTime(K: number): number {
    return this.pooled && !Number.isNaN(K) ? minimalTime(this.pooled, K) : Number.NaN;
  }

  /** K/V(t): 1 is the optimum, 0 where V is infinite. */
  efficiency(t: number, K: number): number {
    const V = this.V(t);
    return V === Number.POSITIVE_INFINITY ? 0 : K / V;
  }

  /** How much later than the optimum the economy reached K, in time units. */
  delay(t: number, K: number): number {
    return t - this.minimalTime(K);
  }
}
