import type { EconomyView } from '../../core/economyView.ts';
import { projectedBlowUp } from '../../measure/index.ts';
import { type Seen, seriesMeasure, seriesMeasures } from './series.ts';

/** An economy at the end of a run. */
export interface Ending extends Seen {
  economy: EconomyView;
}

/** A column of the summary. */
export interface SummaryMeasure {
  id: string;
  label: string;
  unit: string;
  meaning: string;
  type: 'number' | 'integer' | 'text';
  needsBenchmark: boolean;
  needsWatch: boolean;
  /** Null where there is none; every number is finite. */
  of: (ending: Ending) => number | string | null;
}

type Own = Omit<SummaryMeasure, 'type' | 'needsBenchmark' | 'needsWatch' | 'unit' | 'of'> &
  Partial<SummaryMeasure> & { of: (ending: Ending) => number | string | null };

const own = (row: Own): SummaryMeasure => ({
  unit: '',
  type: 'number',
  needsBenchmark: false,
  needsWatch: false,
  ...row,
});

/** What is known of an economy only at the end of its run. */
const endings: readonly SummaryMeasure[] = [
  own({
    id: 'ticks',
    label: 'Ticks',
    type: 'integer',
    meaning: 'Ticks completed.',
    of: ({ row }) => row.tick,
  }),
  own({
    id: 't',
    label: 'Time',
    unit: '{time}',
    meaning: 'Time of the last state; after a blow-up that of the last finite one.',
    of: ({ row }) => row.t,
  }),
  own({
    id: 'blowUpTime',
    label: 'Blow-up time t*',
    unit: '{time}',
    meaning: 'Located t*; none where the run ended before.',
    of: ({ economy }) => economy.blowUpTime,
  }),
  own({
    id: 'projectedBlowUpTime',
    label: 'Projected blow-up',
    unit: '{time}',
    meaning: 't* if every lab kept its present split; none where none would blow up.',
    of: ({ economy }) => projectedBlowUp(economy),
  }),
  own({
    id: 'optimumBlowUpTime',
    label: 'Blow-up of the optimum',
    unit: '{time}',
    meaning: 't* of the optimum from the same start.',
    needsBenchmark: true,
    of: ({ benchmark }) => benchmark?.blowUpTime ?? null,
  }),
  own({
    id: 'separateEnvelope',
    label: 'Optimum without merging ΣV_i(t)',
    unit: '{chips}',
    meaning:
      'Σ of each lab’s own optimum; none past the first of their blow-ups, or where labs share training.',
    needsBenchmark: true,
    of: ({ benchmark, row }) => benchmark?.separateV(row.t) ?? null,
  }),
  own({
    id: 'chipPrice',
    label: 'Price of a chip',
    meaning: 'At the end, in its price at t = 0.',
    of: ({ economy }) => economy.chipPrice,
  }),
  own({
    id: 'stepError',
    label: 'Error of a substep',
    meaning: 'Largest error estimate of ln K and ln T in a substep of the last tick.',
    of: ({ economy }) => economy.stepError,
  }),
  own({
    id: 'substeps',
    label: 'Substeps',
    type: 'integer',
    meaning: 'Substeps of the integrator since t = 0.',
    of: ({ economy }) => economy.substeps,
  }),
  own({
    id: 'stateHash',
    label: 'State hash',
    type: 'text',
    meaning: 'Of tick, time and every lab’s K, T, q and s after the last tick: 16 hex digits.',
    of: ({ economy }) => economy.hash(),
  }),
];

const finite = (value: number | string | null): number | string | null =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;

const known: readonly SummaryMeasure[] = endings.map((row) => ({
  ...row,
  of: (ending) => finite(row.of(ending)),
}));

export const summaryNames: readonly string[] = [...known, ...seriesMeasures].map(({ id }) => id);

export const defaultSummary = ['ticks', 't', 'K', 'T', 'q', 'blowUpTime', 'efficiency', 'delay'] as const;

/** The summary measure of this name, or null. groups: names of the groups of each economy. */
export function summaryMeasure(name: string, groups: readonly (readonly string[])[]): SummaryMeasure | null {
  const found = known.find(({ id }) => id === name);
  if (found) return found;
  const observed = seriesMeasure(name, groups);
  if (!observed) return null;
  const { of, ...row } = observed;
  const type = row.unit === 'labs' && !row.needsWatch ? 'integer' : 'number';
  return { ...row, type, of: (ending) => finite(of(ending)) };
}
