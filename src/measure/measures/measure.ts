import type { EconomyView } from '../../core/economyView.ts';
import type { Row } from '../../core/row.ts';
import type { Benchmark } from '../benchmark.ts';
import type { Lorenz } from '../lorenz.ts';
import type { Returns } from '../returns.ts';

/** What measures read: one economy at the end of a tick. What takes a pass over all labs is worked out when first asked for. */
export interface Look {
  readonly row: Row;
  readonly economy: EconomyView;
  readonly benchmark: Benchmark;
  /** d ln K/dt over the last tick; NaN at t = 0. */
  readonly growth: number;
  /** Located or projected t*, Infinity if none is in sight, and how far off it may be (NaN: unknown). */
  readonly projection: { readonly t: number; readonly error: number };
  /** Of K and of T over labs in business. */
  readonly lorenzK: Lorenz;
  readonly lorenzT: Lorenz;
  readonly returns: Returns;
  /** Of the cash for owners since t = 0. */
  readonly presentValue: number;
}

/** What a number is counted in; units of chips and time are the scenario's. */
export type MeasureUnit = '' | 'time' | 'per time' | 'labs' | 'chips';

/** One row of the table in table.ts, one file of this folder. The page, JSON, CSV and the command line derive from it. */
export interface Measure {
  /** Name in JSON and, unless `column` says otherwise, in CSV. */
  readonly id: string;
  readonly label: string;
  readonly symbol: string;
  readonly unit: MeasureUnit;
  /** In words and symbols, with where it is not defined. */
  readonly formula: string;
  /** The CSV's column, where it has one under another name. */
  readonly column?: string;
  /** Its value; NaN where it is not defined, Infinity where it has no bound. */
  of(look: Look): number;
}
