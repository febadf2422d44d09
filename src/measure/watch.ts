import type { EconomyView } from '../core/economyView.ts';
import type { Row } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';
import type { Benchmark } from './benchmark.ts';
import { beginningOf } from './benchmarks/beginning.ts';
import { Drift } from './drift.ts';
import { type Lorenz, lorenz } from './lorenz.ts';
import type { Look } from './measures/measure.ts';
import { measureTable } from './measures/table.ts';
import { PresentValue } from './presentValue.ts';
import { projectedBlowUp } from './projection.ts';
import { OwnOptimum } from './regret.ts';
import { type Returns, returnsOf } from './returns.ts';
import { Trend } from './trend.ts';

/** A run is carried to a billionth of a time unit before its blow-up. */
const LOCATED = 1e-9;
/** Projections are compared whenever K has grown so far, in logs; asking many labs costs as much as a tick. */
const APART = Math.LN2 / 4;
const APART_MANY = Math.LN2;
const MANY = 10_000;

/** What a watch knows of the past, as of one tick: to be taken up again when its simulation returns there. */
export interface WatchMemory {
  readonly row: Row;
  readonly trend: Trend;
  readonly drift: Drift;
  readonly presentValue: PresentValue;
  readonly sampledAt: number;
}

/** Measures of an economy after a tick, as they are recorded: numbers in the order of the tables, NaN for none. */
export interface Measured {
  readonly measures: readonly number[];
  /** Regret of each group. */
  readonly regrets: readonly number[];
}

/**
 * Follows one economy tick by tick, in bounded memory. It reads rows and lab columns and never changes them. Rows must be
 * shown as they come, while the columns are still of the same tick: drain after every tick (`watchAll` does).
 */
export class Watch {
  readonly economy: EconomyView;
  readonly benchmark: Benchmark;
  readonly #own: OwnOptimum;
  #trend = new Trend();
  #drift = new Drift();
  #presentValue: PresentValue;
  readonly #apart: number;
  #sampledAt = Number.NEGATIVE_INFINITY;
  #row: Row;

  /** At t = 0. */
  constructor(economy: EconomyView, benchmark: Benchmark) {
    this.economy = economy;
    this.benchmark = benchmark;
    this.#own = new OwnOptimum(
      economy,
      economy.groups.map((_, group) => beginningOf(economy, group)),
    );
    this.#apart = economy.labs > MANY ? APART_MANY : APART;
    this.#presentValue = new PresentValue(economy.spec);
    this.#row = economy.observation();
  }

  /** The row last seen. */
  get row(): Row {
    return this.#row;
  }

  /** What is remembered, kept apart from what is still to be seen. */
  memory(): WatchMemory {
    const [trend, drift] = [this.#trend.copy(), this.#drift.copy()];
    const presentValue = this.#presentValue.copy();
    return { row: this.#row, trend, drift, presentValue, sampledAt: this.#sampledAt };
  }

  /** Goes back to what was remembered at a tick. */
  recall({ row, trend, drift, presentValue, sampledAt }: WatchMemory): void {
    this.#row = row;
    this.#trend = trend.copy();
    this.#drift = drift.copy();
    this.#presentValue = presentValue.copy();
    this.#sampledAt = sampledAt;
  }

  /** Throws if the economy has moved on since the row was made. */
  see(row: Row): void {
    if (row.t !== this.economy.t)
      throw new Error(
        `row: got one of t = ${row.t}; allowed: the present one, t = ${this.economy.t} (drain after every tick)`,
      );
    this.#row = row;
    if (row.status === 'failed') return;
    this.#trend.see(row.t, row.K);
    this.#presentValue.see(row);
    const logK = Math.log(row.K);
    if (row.t === 0 || logK - this.#sampledAt < this.#apart || this.economy.blowUpTime !== null) return;
    this.#sampledAt = logK;
    this.#drift.add(row.t, this.#projected());
  }

  /** projected: t* as the labs’ present splits imply it, where that is known already. */
  projection(projected: number = this.#projected()): { t: number; error: number } {
    const { blowUpTime } = this.economy;
    if (blowUpTime !== null) return { t: blowUpTime, error: LOCATED };
    return { t: projected, error: this.#drift.error(this.#row.t, projected) };
  }

  #projected(): number {
    if (!this.economy.isGeneral) return projectedBlowUp(this.economy);
    const t = this.#trend.blowUpTime;
    return Number.isNaN(t) ? Number.POSITIVE_INFINITY : t;
  }

  /** projected as for `projection`. */
  look(projected?: number): Look {
    const { economy, benchmark } = this;
    const { groups } = economy;
    const chips = (): Float64Array[] => groups.map(({ K }) => K);
    const once = <T>(make: () => T): (() => T) => {
      let made: { value: T } | undefined;
      return () => {
        made ??= { value: make() };
        return made.value;
      };
    };
    // Inside a tick that was cut short the columns are ahead of what was observed.
    const isBetween = !economy.isInsideTick;
    const noLorenz: Lorenz = { gini: Number.NaN, curve: [] };
    const noReturns: Returns = { chip: Number.NaN, training: Number.NaN };
    const lorenzK = once((): Lorenz => (isBetween ? lorenz(chips(), chips()) : noLorenz));
    const lorenzT = once(
      (): Lorenz =>
        isBetween
          ? lorenz(
              groups.map(({ T }) => T),
              chips(),
            )
          : noLorenz,
    );
    const returns = once((): Returns => (isBetween ? returnsOf(economy) : noReturns));
    const projection = once(() => this.projection(projected));
    return {
      row: this.#row,
      economy,
      benchmark,
      growth: this.#trend.growth,
      presentValue: this.#presentValue.value,
      get projection() {
        return projection();
      },
      get lorenzK() {
        return lorenzK();
      },
      get lorenzT() {
        return lorenzT();
      },
      get returns() {
        return returns();
      },
    };
  }

  /** Regret of a group against its own optimum now; NaN inside a tick that was cut short. */
  regret(group: number): number {
    return this.economy.isInsideTick ? Number.NaN : this.#own.regret(this.economy, group);
  }

  /** Everything that is recorded of the last row. */
  measured(): Measured {
    const look = this.look();
    return {
      measures: measureTable.map((measure) => measure.of(look)),
      regrets: this.economy.groups.map((_, group) => this.regret(group)),
    };
  }
}

/** One an economy, at t = 0. */
export function watchesOf(simulation: Simulation, benchmarks: readonly Benchmark[]): Watch[] {
  return simulation.economies.map((economy, index) => new Watch(economy, benchmarks[index]));
}

/**
 * Runs a simulation to its end tick by tick, each row shown to its economy’s watch before it is handed on.
 * watches: from watchesOf(), at t = 0.
 */
export function watchAll(
  simulation: Simulation,
  watches: readonly Watch[],
  onRow: (row: Row) => void = () => {},
): void {
  const show = (row: Row): void => {
    watches[row.economy].see(row);
    onRow(row);
  };
  simulation.drain(show);
  while (simulation.isRunning) {
    simulation.advance(1);
    simulation.drain(show);
  }
}
