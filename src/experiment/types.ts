import type { Status } from '../core/row.ts';
import type { Scenario } from '../scenario/types.ts';
import type { FactorDistribution } from './designs/index.ts';

/** What a parameter may be set to; as in `--set`, whole objects too (a rule, a distribution). */
export type FactorValue = unknown;

/** Levels that are crossed with those of every other listed factor: a grid. */
export type Listed =
  | { kind: 'list'; values: readonly FactorValue[] }
  /** `steps` numbers from `from` to `to`, both included, evenly apart or by equal ratios. */
  | { kind: 'range'; from: number; to: number; steps: number; scale: 'linear' | 'log' };

/** Values drawn by the design: one for each of its points. */
export type Sampled =
  | Exclude<FactorDistribution, { kind: 'list' }>
  /** One of the values, all equally likely. */
  | { kind: 'choice'; values: readonly FactorValue[] };

/** One parameter that the experiment varies. */
export type Factor = {
  /** As in `--set`: `economy.c`, `groups.*.rule.q`. */
  path: string;
  /** Its column in the results; the path if it has no name of its own. */
  name: string;
} & (Listed | Sampled);

/** Where in the unit cube the sampled factors are looked at. A grid has listed factors only. */
export type Design =
  | { type: 'grid' }
  | { type: 'random'; n: number; seed: number }
  | { type: 'latinHypercube'; n: number; seed: number }
  | { type: 'sobol'; n: number; skip: number }
  /** For Sobol' indices: n base samples, n·(d + 2) points, with second order n·(2d + 2). */
  | { type: 'saltelli'; n: number; secondOrder: boolean }
  /** For elementary effects: n trajectories of d + 1 points. */
  | { type: 'morris'; n: number; levels: number; seed: number };

/** How often every point is run, and with whose luck. */
export interface Replications {
  count: number;
  /** True: replication r has seed `seed` + r at every point. False: every run has a seed of its own, `seed` + its number. */
  commonRandomNumbers: boolean;
  seed: number;
}

/** What is kept of a run. Names are those of the tables in `measures/`. */
export interface Measures {
  /** At the end of the run: one row an economy. */
  summary: readonly string[];
  /** After every `every` ticks, at the start and at the end. */
  series: { every: number; of: readonly string[] } | null;
}

/** When a run ends, besides a blow-up. At most one of t, ticks and blowUp. */
export interface Stop {
  /** In place of the scenario's `clock.until`. */
  t: number | null;
  /** As many ticks of h. */
  ticks: number | null;
  /** At the end of the first tick with ΣK at least this. */
  K: number | null;
  /** As late as a run may end: only a blow-up, or numbers that overflow, end it before. */
  blowUp: boolean;
}

/** A complete experiment: every default explicit, its scenario written out. */
export interface Experiment {
  experiment: 1;
  name: string;
  title: string;
  scenario: Scenario;
  factors: readonly Factor[];
  design: Design;
  replications: Replications;
  measures: Measures;
  stop: Stop;
}

/** Where a run failed. 'worker': it took the thread that ran it down with it, twice. */
export type Stage = 'scenario' | 'start' | 'run' | 'measure' | 'worker';

/** Why a run has no result. */
export interface Failure {
  stage: Stage;
  /** The economy that failed; null where none had begun. */
  economy: string | null;
  /** Ticks completed; null before the first. */
  tick: number | null;
  reason: string;
}

/** What an economy had become: its status, or 'stopped' by the experiment's stop rule. */
export type Outcome = Exclude<Status, 'running' | 'waiting'> | 'stopped';

/** One economy of one run. */
export interface EconomyRecord {
  economy: string;
  status: Outcome;
  /** The summary measures by name; null where there is none (a blow-up time, say). */
  values: Readonly<Record<string, number | string | null>>;
  /** Time series: rows of tick, t and the series measures, one after another; NaN where there is none. */
  series: Float64Array | null;
}

/** One run: what was set, and what came of it. A failed run is a record like any other. */
export interface RunRecord {
  /** Number of the run in its experiment, from 0. */
  run: number;
  point: number;
  replication: number;
  seed: number;
  /** By factor. */
  parameters: Readonly<Record<string, FactorValue>>;
  /** Identifies (parameters, seed, core): 16 hex digits. */
  key: string;
  economies: readonly EconomyRecord[];
  failure: Failure | null;
}
