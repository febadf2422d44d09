import type { Core } from '../core/core.ts';
import type { EconomyView } from '../core/economyView.ts';
import type { Row } from '../core/row.ts';
import { Simulation } from '../core/simulation.ts';
import { type Benchmark, benchmarksOf, type Watch, watchesOf } from '../measure/index.ts';
import { Identity } from './identity.ts';
import { groupsOf } from './measures/groups.ts';
import { type Seen, type SeriesMeasure, seriesMeasure } from './measures/series.ts';
import { type Ending, type SummaryMeasure, summaryMeasure } from './measures/summary.ts';
import { Plan, type PlannedRun } from './plan.ts';
import { play } from './play.ts';
import type { EconomyRecord, Experiment, Failure, Outcome, RunRecord, Stage } from './types.ts';

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

/** A run that was made, not yet written down. */
interface Made {
  planned: PlannedRun;
  economies: readonly EconomyRecord[];
  failure: Failure | null;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Makes the runs of one experiment, one after another, in one instance of the core. What goes wrong in a run becomes part
 * of its record: where, after which tick and why.
 */
export class Runner {
  readonly plan: Plan;
  readonly identity: Identity;
  readonly #core: Core;
  readonly #summary: readonly SummaryMeasure[];
  readonly #series: readonly SeriesMeasure[];
  readonly #needsBenchmark: boolean;
  readonly #needsWatch: boolean;
  /** The last run's simulation, whose instance the next one takes over. */
  #spent: Simulation | null = null;

  /** experiment: validated. */
  constructor(core: Core, experiment: Experiment) {
    this.plan = new Plan(experiment);
    this.identity = new Identity(experiment, core.hash);
    this.#core = core;
    const groups = groupsOf(experiment.scenario);
    const { summary, series } = experiment.measures;
    this.#summary = summary.map((name) => summaryMeasure(name, groups) as SummaryMeasure);
    this.#series = (series?.of ?? []).map((name) => seriesMeasure(name, groups) as SeriesMeasure);
    const kept = [...this.#summary, ...this.#series];
    this.#needsBenchmark = kept.some((measure) => measure.needsBenchmark);
    this.#needsWatch = kept.some((measure) => measure.needsWatch);
  }

  /** Makes one run. Never throws for what happens in it. */
  run(number: number): RunRecord {
    return this.#record(this.#made(number));
  }

  /**
   * Makes runs, in order, until so many ms are over: one at least. What is only to be written down is left for the end: after
   * a run in the core a processor has to fetch that code anew, and every time that takes about as long as the writing.
   */
  runFor(numbers: readonly number[], ms: number): RunRecord[] {
    const started = performance.now();
    const made: Made[] = [];
    for (const number of numbers) {
      made.push(this.#made(number));
      if (performance.now() - started > ms) break;
    }
    return made.map((one) => this.#record(one));
  }

  #made(number: number): Made {
    const planned = this.plan.run(number);
    const economies: EconomyRecord[] = [];
    return { planned, economies, failure: this.#attempt(planned, economies) };
  }

  #record({ planned, economies, failure }: Made): RunRecord {
    const { run, point, replication, seed } = planned;
    const parameters = this.plan.parameters(planned);
    const key = this.identity.key(planned);
    return { run, point, replication, seed, parameters, key, economies, failure };
  }

  #attempt(planned: PlannedRun, economies: EconomyRecord[]): Failure | null {
    let stage: Stage = 'scenario';
    try {
      const scenario = this.plan.scenario(planned);
      stage = 'start';
      const spent = this.#spent;
      // What is left in an instance when anything goes wrong, a trap in the core, say, is not to be trusted.
      this.#spent = null;
      const simulation = new Simulation(this.#core, scenario, spent);
      stage = 'measure';
      const benchmarks = this.#needsBenchmark ? benchmarksOf(simulation) : [];
      const watches = this.#needsWatch ? watchesOf(simulation, benchmarks) : [];
      stage = 'run';
      const failures = this.#play(simulation, benchmarks, watches, economies);
      this.#spent = simulation;
      return failures[0] ?? null;
    } catch (error) {
      return { stage, economy: null, tick: null, reason: messageOf(error) };
    }
  }

  /** Runs it to its end. What goes wrong in one economy, or in one measure, leaves the others alone. */
  #play(
    simulation: Simulation,
    benchmarks: readonly Benchmark[],
    watches: readonly Watch[],
    economies: EconomyRecord[],
  ): Failure[] {
    const see = (economy: EconomyView): Ending => ({
      economy,
      row: economy.observation(),
      benchmark: benchmarks[economy.index] ?? null,
      look: watches[economy.index]?.look() ?? null,
    });
    const onRow = this.#needsWatch ? (row: Row) => watches[row.economy].see(row) : null;
    const { measures, stop } = this.plan.experiment;
    const series = measures.series
      ? simulation.economies.map(() => new SeriesRows(this.#series.length + 2))
      : [];
    const ends: EconomyRecord[] = [];
    const failures: Failure[] = [];
    play(
      simulation,
      { every: measures.series?.every ?? null, K: stop.K, onRow },
      (economy) => this.#keep(series[economy.index], see(economy)),
      (economy, isStopped) => {
        const status = isStopped ? 'stopped' : (economy.status as Outcome);
        const failure = this.#failureOf(simulation, economy);
        if (failure) failures.push(failure);
        ends[economy.index] = {
          economy: economy.name,
          status,
          values: this.#values(see(economy), failures),
          series: series[economy.index]?.taken() ?? null,
        };
      },
    );
    economies.push(...ends);
    return failures;
  }

  #keep(rows: SeriesRows, seen: Seen): void {
    rows.push(seen.row.tick);
    rows.push(seen.row.t);
    for (const measure of this.#series) {
      const value = measure.of(seen);
      rows.push(Number.isFinite(value) ? value : Number.NaN);
    }
  }

  #values(ending: Ending, failures: Failure[]): Record<string, number | string | null> {
    const values: Record<string, number | string | null> = {};
    for (const measure of this.#summary) {
      try {
        values[measure.id] = measure.of(ending);
      } catch (error) {
        values[measure.id] = null;
        const reason = `${measure.id}: ${messageOf(error)}`;
        failures.push({ stage: 'measure', economy: ending.economy.name, tick: ending.row.tick, reason });
      }
    }
    return values;
  }

  /** An economy that turned non-finite: which lab, which quantity, after which tick. */
  #failureOf(simulation: Simulation, economy: EconomyView): Failure | null {
    if (economy.status !== 'failed') return null;
    const where = simulation.firstNonFinite(economy.index);
    const what = where ? `${where.quantity} of lab ${where.lab} in group ${where.group}` : 'a quantity';
    const reason = `${what} is not finite after tick ${economy.tick} (t = ${economy.t})`;
    return { stage: 'run', economy: economy.name, tick: economy.tick, reason };
  }
}
