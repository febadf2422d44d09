import type { Row } from '../../core/row.ts';
import type { Benchmark } from '../../measure/index.ts';
import { groupQuantity } from './groups.ts';
import { quantities } from './quantities.ts';

/** A column of a time series. */
export interface SeriesMeasure {
  id: string;
  label: string;
  unit: string;
  meaning: string;
  /** Does it look at the optimum from the same start? */
  needsBenchmark: boolean;
  /** NaN where there is none. */
  of: (row: Row, benchmark: Benchmark | null) => number;
}

const against = (
  id: string,
  label: string,
  unit: string,
  meaning: string,
  of: (benchmark: Benchmark, row: Row) => number,
): SeriesMeasure => ({
  id,
  label,
  unit,
  meaning,
  needsBenchmark: true,
  of: (row, benchmark) => (benchmark ? of(benchmark, row) : Number.NaN),
});

/** What the optimum from the same start says of a row. */
export const comparisons: readonly SeriesMeasure[] = [
  against(
    'envelope',
    'Optimum V(t)',
    '{chips}',
    'The most chips any control reaches by t; none past the optimum’s own blow-up.',
    (benchmark, { t }) => benchmark.V(t),
  ),
  against(
    'efficiency',
    'Efficiency K/V(t)',
    '',
    'ΣK over the optimum’s V(t); 0 past the optimum’s blow-up.',
    (benchmark, { t, K }) => benchmark.efficiency(t, K),
  ),
  against(
    'delay',
    'Delay',
    '{time}',
    'How much later than the optimum the economy reached its ΣK.',
    (benchmark, { t, K }) => benchmark.delay(t, K),
  ),
];

export const seriesMeasures: readonly SeriesMeasure[] = [
  ...quantities.map(
    ({ of, ...row }): SeriesMeasure => ({ ...row, needsBenchmark: false, of: (observed) => of(observed) }),
  ),
  ...comparisons,
];

export const defaultSeries = ['K', 'T', 'q'] as const;

/** The series measure of this name, or null. groups: names of the groups of each economy. */
export function seriesMeasure(name: string, groups: readonly (readonly string[])[]): SeriesMeasure | null {
  const found = seriesMeasures.find(({ id }) => id === name);
  if (found) return found;
  const group = groupQuantity(name, groups);
  if (!group) return null;
  const { quantity, places } = group;
  return {
    ...quantity,
    id: name,
    needsBenchmark: false,
    of: (row) => {
      const observed = row.groups[places[row.economy]];
      return observed ? quantity.of(observed) : Number.NaN;
    },
  };
}
