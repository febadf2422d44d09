import { economiesOf } from '../../scenario/economies.ts';
import type { EconomySpec } from '../../scenario/types.ts';
import { Plan } from '../plan.ts';
import type { Experiment } from '../types.ts';
import { type PointRows, pointRows, regimesOf } from './cells.ts';
import { type Facets, facetsOf } from './facets.ts';
import { type Fan, fansOf } from './fans.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';
import { type Classification, classificationsOf } from './regimes.ts';
import { columnOf, numbersOf, type Results, type ResultsTable } from './resultsTable.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';
import { type Statistics, statisticsOf } from './statistics.ts';

/** A run without a result. */
export interface FailedRun {
  run: number;
  economy: string | null;
  stage: string;
  tick: number | null;
  reason: string;
}

/** Runs told apart in one way. */
export interface Classed {
  classification: Classification;
  /** Of every row of the table; −1 for none, and for rows of other economies. */
  regimes: Int8Array;
  /** Runs of each regime. */
  counts: number[];
}

/** What came of one economy in all runs. */
export interface EconomyAnalysis {
  economy: string;
  runs: number;
  /** Runs by status. */
  statuses: Record<string, number>;
  points: PointRows[];
  classed: Classed[];
  outcomes: { outcome: Outcome; statistics: Statistics; sensitivity: Sensitivity }[];
  /** Time series: what the runs of each facet have in common, and its fans. */
  facets: Facets['common'];
  fans: Fan[][];
}

export interface Analysis {
  experiment: Experiment;
  coreHash: string;
  plan: Plan;
  table: ResultsTable;
  /** Runs that are in. */
  runs: number;
  failures: FailedRun[];
  economies: EconomyAnalysis[];
}

function failuresOf(table: ResultsTable): FailedRun[] {
  const [runs, ticks] = [numbersOf(table, 'run'), numbersOf(table, 'tick')];
  const [stages, reasons, economies] = ['stage', 'reason', 'economy'].map((name) => columnOf(table, name));
  const failures: FailedRun[] = [];
  for (let row = 0; row < table.rows; row++)
    if (stages[row] !== null)
      failures.push({
        run: runs[row],
        economy: economies[row] as string | null,
        stage: String(stages[row]),
        tick: Number.isNaN(ticks[row]) ? null : ticks[row],
        reason: String(reasons[row]),
      });
  return failures;
}

function classedBy(
  table: ResultsTable,
  points: readonly PointRows[],
  classification: Classification,
): Classed {
  const all = regimesOf(table, classification);
  const regimes = new Int8Array(table.rows).fill(-1);
  const counts = classification.regimes.map(() => 0);
  for (const { rows } of points)
    for (const row of rows) {
      regimes[row] = all[row];
      if (all[row] >= 0) counts[all[row]]++;
    }
  return { classification, regimes, counts };
}

async function analyseEconomy(results: Results, plan: Plan, spec: EconomySpec): Promise<EconomyAnalysis> {
  const { experiment, runs: table } = results;
  const economy = spec.name;
  const points = pointRows(table, economy);
  const rows = points.flatMap((point) => point.rows);
  const statuses: Record<string, number> = {};
  const column = columnOf(table, 'status');
  for (const row of rows) statuses[String(column[row])] = (statuses[String(column[row])] ?? 0) + 1;
  const facets = facetsOf(table, economy, experiment);
  const fans =
    results.series && experiment.measures.series
      ? await fansOf(
          results.series(),
          economy,
          experiment.measures.series.of,
          facets.common.length,
          facets.facetOf,
        )
      : [];
  return {
    economy,
    runs: rows.length,
    statuses,
    points,
    classed: classificationsOf(experiment, spec).map((classification) =>
      classedBy(table, points, classification),
    ),
    outcomes: outcomesOf(table, rows, experiment).map((outcome) => ({
      outcome,
      statistics: statisticsOf(rows.map((row) => outcome.values[row])),
      sensitivity: sensitivityOf(experiment, table, points, plan.points, outcome),
    })),
    facets: facets.common,
    fans,
  };
}

/** What the results of an experiment say: regimes, outcomes and what drives them, by economy. */
export async function analyse(results: Results): Promise<Analysis> {
  const { experiment, coreHash, runs: table } = results;
  const plan = new Plan(experiment);
  const economies: EconomyAnalysis[] = [];
  for (const spec of economiesOf(experiment.scenario))
    economies.push(await analyseEconomy(results, plan, spec));
  return {
    experiment,
    coreHash,
    plan,
    table,
    runs: new Set(numbersOf(table, 'run')).size,
    failures: failuresOf(table),
    economies,
  };
}
