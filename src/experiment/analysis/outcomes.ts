import { groupsOf } from '../measures/groups.ts';
import { summaryMeasure } from '../measures/summary.ts';
import { inWords } from '../results/columns.ts';
import type { Experiment } from '../types.ts';
import { numbersOf, type ResultsTable } from './resultsTable.ts';

/** A measure of the summary as it is analysed: a number a row. */
export interface Outcome {
  id: string;
  label: string;
  unit: string;
  meaning: string;
  /** One number a row of the table; NaN where there is none. */
  values: Float64Array;
  /** Positive throughout and over more than three decades: then it is its log₁₀ that is compared and drawn. */
  isLog: boolean;
}

/** What a run cost rather than what came of it. */
const aboutTheRun = new Set(['ticks', 't', 'stepError', 'substeps', 'chipPrice.ticks']);

function spansDecades(values: Float64Array): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > 0 && most / least > 1000;
}

/** The numbers among an experiment's summary measures that differ between rows, in its order. */
export function outcomesOf(table: ResultsTable, experiment: Experiment): Outcome[] {
  const groups = groupsOf(experiment.scenario);
  return experiment.measures.summary.flatMap((name): Outcome[] => {
    const measure = summaryMeasure(name, groups);
    if (!measure || measure.type === 'text' || aboutTheRun.has(name)) return [];
    const values = numbersOf(table, name);
    const first = values.find((value) => !Number.isNaN(value));
    if (first === undefined || values.every((value) => Number.isNaN(value) || value === first)) return [];
    const { id, label, meaning } = measure;
    const unit = inWords(measure.unit, experiment.scenario.units);
    return [{ id, label, unit, meaning, values, isLog: spansDecades(values) }];
  });
}

/** An outcome's values as they are compared. */
export const compared = ({ values, isLog }: Outcome): Float64Array =>
  isLog ? values.map((value) => Math.log10(value)) : values;
