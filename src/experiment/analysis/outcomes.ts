import { groupQuantity, groupsOf } from '../measures/groups.ts';
import { summaryMeasure } from '../measures/summary.ts';
import { inWords } from '../results/columns.ts';
import type { Experiment } from '../types.ts';
import { numbersOf, type ResultsTable } from './resultsTable.ts';
import { asCompared, spansDecades } from './scale.ts';

/** A measure of the summary as it is analysed: a number a row. */
export interface Outcome {
  id: string;
  label: string;
  unit: string;
  meaning: string;
  /** One number a row of the table; NaN where there is none. */
  values: Float64Array;
  /** Does it span decades, so that it is its log₁₀ that is compared and drawn? */
  isLog: boolean;
}

/** What a run took, and the accounts of its last tick: too short a time to say what came of it. */
const aside = new Set(['ticks', 't', 'stepError', 'substeps', 'revenue', 'bought', 'lost', 'paid', 'cost']);

/** The least and the greatest of what there is in some rows; Infinity and −Infinity if there is nothing. */
function rangeOf(values: Float64Array, rows: readonly number[]): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (const row of rows) {
    // Comparisons with NaN are false: what is not there changes nothing.
    if (values[row] < min) min = values[row];
    if (values[row] > max) max = values[row];
  }
  return { min, max };
}

/** The numbers among an experiment's summary measures that differ between these rows, in its order. */
export function outcomesOf(table: ResultsTable, rows: readonly number[], experiment: Experiment): Outcome[] {
  const groups = groupsOf(experiment.scenario);
  return experiment.measures.summary.flatMap((name): Outcome[] => {
    const measure = summaryMeasure(name, groups);
    if (!measure || measure.type === 'text' || aside.has(name)) return [];
    const values = numbersOf(table, name);
    const { min, max } = rangeOf(values, rows);
    if (!(min < max)) return [];
    const { id, meaning } = measure;
    const group = groupQuantity(name, groups)?.group;
    const label = group === undefined ? measure.label : `${group}: ${measure.label}`;
    const unit = inWords(measure.unit, experiment.scenario.units);
    return [{ id, label, unit, meaning, values, isLog: spansDecades(min, max) }];
  });
}

/** An outcome's values as they are compared. */
export const compared = ({ values, isLog }: Outcome): Float64Array =>
  isLog ? values.map((value) => asCompared(value, isLog)) : values;
