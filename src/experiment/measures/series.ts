import type { Row } from '../../core/row.ts';
import { type Benchmark, type Look, type MeasureUnit, measureTable } from '../../measure/index.ts';
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
  /** Does it follow the economy tick by tick? Then every tick costs as much again. */
  needsWatch: boolean;
  /** NaN where there is none. */
  of: (seen: Seen) => number;
}

/** An economy after a tick. */
export interface Seen {
  row: Row;
  /** Null where no measure asked for needs it. */
  benchmark: Benchmark | null;
  look: Look | null;
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
  needsWatch: false,
  of: ({ row, benchmark }) => (benchmark ? of(benchmark, row) : Number.NaN),
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

const units: Record<MeasureUnit, string> = {
  '': '',
  time: '{time}',
  'per time': '1/{time}',
  labs: 'labs',
  chips: '{chips}',
};

/** The rest of the measures that a run is followed by: those that one row does not tell. */
const followed: readonly SeriesMeasure[] = measureTable
  .filter((measure) => ![...quantities, ...comparisons].some(({ id }) => id === measure.id))
  .map((measure) => ({
    id: measure.id,
    label: `${measure.label} ${measure.symbol}`,
    unit: units[measure.unit],
    meaning: `${measure.formula}.`,
    needsBenchmark: true,
    needsWatch: true,
    of: ({ look }) => (look ? measure.of(look) : Number.NaN),
  }));

const observed: readonly SeriesMeasure[] = quantities.map(({ of, ...row }) => ({
  ...row,
  needsBenchmark: false,
  needsWatch: false,
  of: (seen) => of(seen.row),
}));

export const seriesMeasures: readonly SeriesMeasure[] = [...observed, ...comparisons, ...followed];

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
    needsWatch: false,
    of: ({ row }) => {
      const own = row.groups[places[row.economy]];
      return own ? quantity.of(own) : Number.NaN;
    },
  };
}
