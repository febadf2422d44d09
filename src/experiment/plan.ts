import { mostTicks } from '../scenario/checks.ts';
import { type NumberRow, parameters } from '../scenario/parameters.ts';
import { setterOf } from '../scenario/setter.ts';
import type { Scenario } from '../scenario/types.ts';
import { type Points, pointsOf } from './points.ts';
import type { Experiment, FactorValue, Stop } from './types.ts';

/** One run before it is run. */
export interface PlannedRun {
  /** From 0; replications of one point stand side by side. */
  run: number;
  point: number;
  replication: number;
  seed: number;
  /** Of each factor, in their order. */
  values: readonly FactorValue[];
}

/** Every run of an experiment, by its number: the same wherever and in whatever order runs are made. */
export class Plan {
  readonly experiment: Experiment;
  readonly runs: number;
  readonly points: number;
  readonly #points: Points;
  readonly #set: (values: readonly FactorValue[]) => Scenario;

  /** experiment: validated (`parseExperiment`). */
  constructor(experiment: Experiment) {
    this.experiment = experiment;
    this.#points = pointsOf(experiment);
    this.points = this.#points.count;
    this.runs = this.points * experiment.replications.count;
    this.#set = setter(experiment);
  }

  /** RangeError for a run there is none of. */
  run(run: number): PlannedRun {
    if (!Number.isInteger(run) || run < 0 || run >= this.runs)
      throw new RangeError(`run: got ${run}; allowed: a whole number from 0 to ${this.runs - 1}`);
    const { count, commonRandomNumbers, seed } = this.experiment.replications;
    const point = Math.floor(run / count);
    const replication = run % count;
    return {
      run,
      point,
      replication,
      seed: seed + (commonRandomNumbers ? replication : run),
      values: this.#points.values(point),
    };
  }

  /** The complete scenario of a run; it ends as the stop rule says, but for K. ScenarioError if it is not legal. */
  scenario({ values, seed }: PlannedRun): Scenario {
    return { ...this.#set(values), seed };
  }

  /** Values by factor. */
  parameters({ values }: PlannedRun): Record<string, FactorValue> {
    return Object.fromEntries(this.experiment.factors.map(({ name }, i) => [name, values[i]]));
  }
}

const latestEnd = (parameters.find(({ path }) => path === 'clock.until') as NumberRow).max;

/** The stop rule's end of a run with decision interval h; null where the scenario's own holds. */
export function endOf({ t, ticks, blowUp }: Stop, h: number): number | null {
  if (blowUp) return Math.min(latestEnd, (mostTicks - 1) * h);
  return ticks === null ? t : ticks * h;
}

/** From the values of the factors to a scenario with the stop rule's end, set at once so that no other end is looked at. */
function setter({ scenario, factors, stop }: Experiment): (values: readonly FactorValue[]) => Scenario {
  const paths = factors.map(({ path }) => path);
  if (endOf(stop, 1) === null) return setterOf(scenario, paths);
  const set = setterOf(scenario, [...paths, 'clock.until']);
  const h = paths.indexOf('clock.h');
  return (values) => set([...values, endOf(stop, h < 0 ? scenario.clock.h : Number(values[h]))]);
}
