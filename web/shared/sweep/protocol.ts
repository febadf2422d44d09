import type { Problem } from '../../../src/scenario/errors.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { SweptRuns } from './results.ts';
import type { SweepSetup } from './setup.ts';

/** What the page and the worker that conducts sweeps say to each other. Times are in milliseconds. */

/** A measure that can be looked at. */
export interface SweepMeasure {
  id: string;
  label: string;
  /** In the scenario's words; '' for a pure number. */
  unit: string;
  meaning: string;
  /** What it is listed under. */
  heading: string;
  /** Kept by every sweep, so that one can look at it afterwards; others are kept only where they were asked for. */
  isKept: boolean;
}

/** A way of telling runs apart, for phase diagrams. */
export interface SweepRegimes {
  /** `regime:` and its own id. */
  id: string;
  title: string;
  regimes: readonly { id: string; label: string; criterion: string }[];
}

/** A sweep that was begun. Cells are numbered with y changing fastest; the runs of cell n are n·seeds to n·seeds + seeds − 1. */
export interface SweepPlan {
  xs: readonly number[];
  ys: readonly number[] | null;
  seeds: number;
  runs: number;
  /** What is kept of each run, numbers only. */
  measures: readonly SweepMeasure[];
  economies: readonly { name: string; classifications: readonly SweepRegimes[] }[];
}

export type Checked<T> = { problems: readonly Problem[] } | { found: T };

export interface SweepApi {
  /** Everything that may be measured of a scenario. */
  measures(scenario: Scenario): Promise<{ measures: SweepMeasure[]; classifications: SweepRegimes[] }>;
  /** How many runs a setup means, or why it cannot be; a later call ends what an earlier one is timing. */
  check(setup: SweepSetup, scenario: Scenario): Promise<Checked<{ runs: number }>>;
  /** Times a few runs of the setup that was checked last. Resolves to the time of one on one worker; null where it was cut short. */
  time(patience: number): Promise<number | null>;
  /** Makes a sweep the one that `run` and the rest are about. */
  begin(setup: SweepSetup, scenario: Scenario): Promise<Checked<SweepPlan>>;
  /** Makes the runs that are left. Resolves when all are made or `pause` was called. */
  run(workers: number, tell: (runs: SweptRuns) => void): Promise<void>;
  /** Ends the workers; runs in flight are made again later. */
  pause(): Promise<void>;
  /** The complete scenario of one run: its parameters, its seed. ScenarioError where it is not legal. */
  scenarioOf(run: number): Promise<Scenario>;
  /** The runs so far, as `turnpike sweep` writes them. */
  csv(): Promise<string>;
  /** The experiment file of a setup, for `turnpike sweep`. */
  experiment(setup: SweepSetup, scenario: Scenario): Promise<string>;
}
