import { isListed } from '../levels.ts';
import type { Experiment, FactorValue } from '../types.ts';
import { pointRows } from './cells.ts';
import type { FacetOf } from './fans.ts';
import { columnOf, numbersOf, type ResultsTable } from './resultsTable.ts';

/** Runs that are looked at together over time. */
export interface Facets {
  /** What the runs of each have in common: values by factor; empty where they are all runs there are. */
  common: readonly Readonly<Record<string, FactorValue>>[];
  facetOf: FacetOf;
}

const mostFacets = 6;
/** Runs of one facet that are looked at: the first so many. Quantiles of a thousand are good to a percentile or two. */
export const mostFacetRuns = 1000;

/**
 * One facet a point where there are few, else one for each level of the first factor that has few, else one for all.
 */
export function facetsOf(table: ResultsTable, economy: string, experiment: Experiment): Facets {
  const points = pointRows(table, economy);
  const runs = numbersOf(table, 'run');
  const valueAt = (name: string, row: number) => columnOf(table, name)[row] as FactorValue;
  const names = experiment.factors.map(({ name }) => name);
  const few = experiment.factors.find(
    (factor) =>
      isListed(factor) && new Set(points.map(({ rows }) => valueAt(factor.name, rows[0]))).size <= mostFacets,
  );
  const by = points.length <= mostFacets ? names : few ? [few.name] : [];
  const keys: string[] = [];
  const common: Record<string, FactorValue>[] = [];
  const facets = new Map<number, number>();
  const counts: number[] = [];
  for (const { rows } of points) {
    const values = by.map((name) => valueAt(name, rows[0]));
    const key = JSON.stringify(values);
    if (!keys.includes(key)) {
      keys.push(key);
      common.push(Object.fromEntries(by.map((name, i) => [name, values[i]])));
      counts.push(0);
    }
    const facet = keys.indexOf(key);
    for (const row of rows) if (counts[facet]++ < mostFacetRuns) facets.set(runs[row], facet);
  }
  return { common, facetOf: (run) => facets.get(run) ?? null };
}
