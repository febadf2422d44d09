import type { FactorValue } from '../types.ts';
import type { Classification } from './regimes.ts';
import { columnOf, numbersOf, type ResultsTable } from './resultsTable.ts';

/** The rows of one economy, by the point of the design that they are replications of. */
export interface PointRows {
  point: number;
  /** Row numbers, in order of replication. */
  rows: number[];
}

/** Points in order, with the rows of one economy. A run that failed before it had economies counts for each. */
export function pointRows(table: ResultsTable, economy: string): PointRows[] {
  const economies = columnOf(table, 'economy');
  const points = numbersOf(table, 'point');
  const byPoint = new Map<number, number[]>();
  for (let row = 0; row < table.rows; row++) {
    if ((economies[row] ?? economy) !== economy) continue;
    const rows = byPoint.get(points[row]);
    if (rows) rows.push(row);
    else byPoint.set(points[row], [row]);
  }
  return [...byPoint].sort(([a], [b]) => a - b).map(([point, rows]) => ({ point, rows }));
}

/** The regime of every row, by number; −1 where there is none. */
export function regimesOf(table: ResultsTable, classification: Classification): Int8Array {
  const statuses = columnOf(table, 'status');
  const numbers = new Map<string, Float64Array>();
  const column = (name: string): Float64Array => {
    const known = numbers.get(name) ?? numbersOf(table, name);
    numbers.set(name, known);
    return known;
  };
  return Int8Array.from(
    { length: table.rows },
    (_, row) =>
      classification.classify({
        status: String(statuses[row]),
        value: (measure) => column(measure)[row],
        parameter: (factor) => columnOf(table, factor)[row] as FactorValue,
      }) ?? -1,
  );
}

/** The most frequent regime of some rows and its share of those that have one; of equals the first. Null if none has. */
export function commonRegime(
  rows: readonly number[],
  regimes: Int8Array,
  kinds: number,
): { regime: number; share: number } | null {
  const counts = new Array<number>(kinds).fill(0);
  for (const row of rows) if (regimes[row] >= 0) counts[regimes[row]]++;
  const most = Math.max(...counts);
  if (most <= 0) return null;
  return { regime: counts.indexOf(most), share: most / counts.reduce((sum, count) => sum + count) };
}
