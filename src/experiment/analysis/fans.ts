import { sortedQuantile } from '../sensitivity/bootstrap.ts';
import { columnOf, numbersOf, type ResultsTable } from './resultsTable.ts';
import { shares } from './statistics.ts';

/** How a measure went over time in many runs: quantiles of those still going at each moment. */
export interface Fan {
  measure: string;
  t: Float64Array;
  /** By share of `shares`, one number a moment; NaN where no run is left. */
  quantiles: Float64Array[];
  /** Runs still going at each moment. */
  runs: Uint32Array;
}

const moments = 121;
/** One economy of one run, row by row. */
interface Path {
  t: number[];
  values: number[][];
}

/** The row that holds at a moment: the last one kept up to it, looked for from an earlier one on; −1 before the first and after the last. */
function rowAt(t: readonly number[], moment: number, from: number): number {
  if (moment < t[0] || moment > t[t.length - 1]) return -1;
  let row = from;
  while (row + 1 < t.length && t[row + 1] <= moment) row++;
  return row;
}

/** Which fan a run belongs to, by number; null: none. */
export type FacetOf = (run: number) => number | null;

/** The paths of one economy, by facet. */
async function pathsOf(
  series: AsyncIterable<ResultsTable>,
  economy: string,
  measures: readonly string[],
  facets: number,
  facetOf: FacetOf,
): Promise<Path[][]> {
  const paths = Array.from({ length: facets }, () => new Map<number, Path>());
  for await (const piece of series) {
    const runs = numbersOf(piece, 'run');
    const economies = columnOf(piece, 'economy');
    const t = numbersOf(piece, 't');
    const columns = measures.map((name) => numbersOf(piece, name));
    for (let row = 0; row < piece.rows; row++) {
      if (economies[row] !== economy) continue;
      const facet = facetOf(runs[row]);
      if (facet === null) continue;
      const of = paths[facet];
      const path = of.get(runs[row]) ?? { t: [], values: measures.map(() => []) };
      of.set(runs[row], path);
      path.t.push(t[row]);
      for (let m = 0; m < measures.length; m++) path.values[m].push(columns[m][row]);
    }
  }
  return paths.map((of) => [...of.values()]);
}

function fanOf(paths: readonly Path[], measure: string, index: number, until: number): Fan {
  const t = Float64Array.from({ length: moments }, (_, k) => (k / (moments - 1)) * until);
  const quantiles = shares.map(() => new Float64Array(moments).fill(Number.NaN));
  const runs = new Uint32Array(moments);
  const at = new Uint32Array(paths.length);
  const alive = new Float64Array(paths.length);
  t.forEach((moment, k) => {
    let count = 0;
    paths.forEach(({ t: kept, values }, p) => {
      const row = rowAt(kept, moment, at[p]);
      if (row < 0) return;
      at[p] = row;
      const value = values[index][row];
      if (!Number.isNaN(value)) alive[count++] = value;
    });
    runs[k] = count;
    if (count === 0) return;
    const sorted = alive.slice(0, count).sort();
    shares.forEach((share, s) => {
      quantiles[s][k] = sortedQuantile(sorted, share);
    });
  });
  return { measure, t, quantiles, runs };
}

/**
 * Quantile fans of every measure, by facet: quantiles over the runs that are still going, at 121 moments up to the end of
 * the longest. At each moment a run has the values of the last tick that was kept: near a blow-up a line to the next one
 * would be far above what lies between.
 */
export async function fansOf(
  series: AsyncIterable<ResultsTable>,
  economy: string,
  measures: readonly string[],
  facets: number,
  facetOf: FacetOf,
): Promise<Fan[][]> {
  const paths = await pathsOf(series, economy, measures, facets, facetOf);
  return paths.map((of) => {
    const until = of.reduce((latest, { t }) => Math.max(latest, t[t.length - 1]), 0);
    return measures.map((measure, index) => fanOf(of, measure, index, until));
  });
}
