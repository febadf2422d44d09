import type { EconomyView } from '../core/economyView.ts';
import type { Benchmark, Watch } from '../measure/index.ts';
import type { SeriesMeasure } from './measures/series.ts';
import type { Ending, SummaryMeasure } from './measures/summary.ts';
import type { EconomyRecord, Failure, Outcome } from './types.ts';

/** What an experiment keeps of its runs. */
export interface Kept {
  readonly summary: readonly SummaryMeasure[];
  readonly series: readonly SeriesMeasure[];
}

/** What its measures look at, by economy of the run; empty where none needs it. */
export interface Seers {
  readonly benchmarks: readonly Benchmark[];
  readonly watches: readonly Watch[];
}

/** Rows of a time series, in memory that grows with them. */
class SeriesRows {
  #values: Float64Array;
  #used = 0;

  constructor(columns: number) {
    this.#values = new Float64Array(columns * 64);
  }

  push(value: number): void {
    if (this.#used === this.#values.length) {
      const longer = new Float64Array(this.#values.length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#used++] = value;
  }

  taken(): Float64Array {
    return this.#values.slice(0, this.#used);
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is noted of one run on its way: rows of its time series, then the end of each economy. */
export class Notes {
  /** By economy of the run, once they have ended. */
  readonly economies: EconomyRecord[] = [];
  readonly failures: Failure[] = [];
  readonly #kept: Kept;
  readonly #seers: Seers;
  readonly #first: number;
  readonly #series: readonly SeriesRows[];

  /** count: economies of the run. first: place of the first of them among those that run with it. */
  constructor(kept: Kept, seers: Seers, count: number, first = 0) {
    this.#kept = kept;
    this.#seers = seers;
    this.#first = first;
    const columns = kept.series.length + 2;
    this.#series = Array.from({ length: kept.series.length > 0 ? count : 0 }, () => new SeriesRows(columns));
  }

  /** A row of the time series. */
  keep(economy: EconomyView): void {
    const seen = this.#see(economy);
    const rows = this.#series[seen.row.economy];
    rows.push(seen.row.tick);
    rows.push(seen.row.t);
    for (const measure of this.#kept.series) {
      const value = measure.of(seen);
      rows.push(Number.isFinite(value) ? value : Number.NaN);
    }
  }

  /** What goes wrong in one economy, or in one measure, leaves the others alone. */
  end(economy: EconomyView, isStopped: boolean): void {
    const failure = failureOf(economy);
    if (failure) this.failures.push(failure);
    const ending = this.#see(economy);
    const place = ending.row.economy;
    this.economies[place] = {
      economy: economy.name,
      status: isStopped ? 'stopped' : (economy.status as Outcome),
      values: this.#values(ending),
      series: this.#series[place]?.taken() ?? null,
    };
  }

  /** Its place is that in its own run. */
  #see(economy: EconomyView): Ending {
    const observed = economy.observation();
    const place = economy.index - this.#first;
    return {
      economy,
      row: this.#first === 0 ? observed : { ...observed, economy: place },
      benchmark: this.#seers.benchmarks[place] ?? null,
      look: this.#seers.watches[place]?.look() ?? null,
    };
  }

  #values(ending: Ending): Record<string, number | string | null> {
    const values: Record<string, number | string | null> = {};
    for (const measure of this.#kept.summary) {
      try {
        values[measure.id] = measure.of(ending);
      } catch (error) {
        values[measure.id] = null;
        const reason = `${measure.id}: ${messageOf(error)}`;
        this.failures.push({
          stage: 'measure',
          economy: ending.economy.name,
          tick: ending.row.tick,
          reason,
        });
      }
    }
    return values;
  }
}

/** An economy that turned non-finite: which lab, which quantity, after which tick. */
function failureOf(economy: EconomyView): Failure | null {
  if (economy.status !== 'failed') return null;
  const where = economy.firstNonFinite();
  const what = where ? `${where.quantity} of lab ${where.lab} in group ${where.group}` : 'a quantity';
  const reason = `${what} is not finite after tick ${economy.tick} (t = ${economy.t})`;
  return { stage: 'run', economy: economy.name, tick: economy.tick, reason };
}
