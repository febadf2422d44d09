import { measureTable } from '../../../src/measure/measures/table.ts';
import type { Units } from '../../../src/scenario/types.ts';
import type { EconomySummary } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';

/** One number of each of two runs. */
export interface Compared {
  label: string;
  symbol: string;
  /** What it counts in, if anything: where the runs count in different units, there is no difference to tell. */
  unit: keyof Units | 'labs' | 'per time' | null;
  read(now: EconomySummary): number | null;
}

const ofRun: readonly Compared[] = [
  { label: 'time', symbol: 't', unit: 'time', read: ({ t }) => t },
  { label: 'all chips', symbol: 'K', unit: 'chips', read: ({ K }) => K },
  { label: 'all training', symbol: 'T', unit: 'training', read: ({ T }) => T },
  { label: 'training share', symbol: 'q', unit: null, read: ({ q }) => q },
  { label: 'optimum by now', symbol: 'V', unit: 'chips', read: ({ V }) => V },
  { label: 'efficiency', symbol: 'K/V', unit: null, read: ({ efficiency }) => efficiency },
  { label: 'delay behind the optimum', symbol: 'Δt', unit: 'time', read: ({ delay }) => delay },
  {
    label: 'blow-up, located or projected',
    symbol: 't*',
    unit: 'time',
    read: ({ blowUpTime, projectedBlowUp }) => blowUpTime ?? projectedBlowUp,
  },
];

/** Measures that are among those of the run already. */
const told = ['efficiency', 'delay', 'projectedBlowUp', 'trainingShare'];

/** Every number that is told of both runs, live: of their base economies. */
export const compared: readonly Compared[] = [
  ...ofRun,
  ...measureTable.flatMap(({ id, label, symbol, unit }, index): Compared[] =>
    told.includes(id)
      ? []
      : [{ label, symbol, unit: unit === '' ? null : unit, read: ({ measures }) => measures[index] }],
  ),
];

/** A unit in a scenario's own words. */
export function unitWords(unit: Compared['unit'], units: Units): string {
  if (unit === null) return '';
  if (unit === 'labs') return 'labs';
  return unit === 'per time' ? `1/(${units.time})` : units[unit];
}

/** B less A, and B over A; a dash where one is not known, or both are infinite. */
export function differenceText(a: number | null, b: number | null): string {
  if (a === null || b === null || Number.isNaN(b - a)) return '–';
  if (a === b) return '0';
  const difference = b - a;
  const text = quantityText(difference);
  return difference > 0 ? `+${text}` : text;
}

export const ratioText = (a: number | null, b: number | null): string =>
  quantityText(a === null || b === null || a === 0 || !Number.isFinite(a) ? null : b / a, 3);
