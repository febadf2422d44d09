import type { NumberRow } from '../../../src/scenario/parameters.ts';
import { unitOf } from '../../../src/scenario/parameters.ts';
import type { Units } from '../../../src/scenario/types.ts';
import { quantityText } from '../../shared/quantity.ts';
import { textWidth } from '../axes/textWidth.ts';
import { percentText } from '../format/numbers.ts';
import { plainText, unmarked } from '../format/typeset.ts';
import type { Cell } from './cells.ts';

/** What cells, axes and waiting are in words. */

/**
 * What an axis may be called, the fullest first: 'ĉ median, believed exponent, median (labs)', 'ĉ median (labs)', 'ĉ median';
 * 'End of the run (years)', 'End of the run' where the symbol cannot be written without markup.
 */
export function axisTitles(row: NumberRow, units: Units): string[] {
  const unit = plainText(unitOf(row, units));
  const symbol = unmarked(row.symbol);
  const label = row.label.charAt(0).toLowerCase() + row.label.slice(1);
  const ending = unit === '' ? '' : ` (${unit})`;
  if (symbol === null) return [`${row.label}${ending}`, row.label];
  return [`${symbol}, ${label}${ending}`, `${symbol}${ending}`, symbol];
}

/** The fullest title that has room; the last where none has. */
export function fitting(titles: readonly string[], length: number, fontSize: number): string {
  return titles.find((title) => textWidth(title, fontSize) <= length) ?? titles[titles.length - 1];
}

/** What is looked at, as words need it. */
export interface Subject {
  label: string;
  unit: string;
  /** Labels of the regimes; empty for a measure. */
  regimes: readonly string[];
}

export function cellText(cell: Cell, { label, unit, regimes }: Subject): string {
  const units = unit === '' ? '' : ` ${unit}`;
  switch (cell.kind) {
    case 'pending':
      return 'not run yet';
    case 'failed':
      return `failed: ${cell.why}`;
    case 'none':
      return `no ${label}: ${cell.why}`;
    case 'regime': {
      const share = cell.of > 1 ? ` in ${percentText(cell.share)} of ${cell.of} seeds` : '';
      return `${regimes[cell.regime]}${share}`;
    }
    case 'value': {
      const one = `${label} ${quantityText(cell.value)}${units}`;
      if (cell.of === 1) return cell.blown > 0 ? `${one}, the last before its blow-up` : one;
      const part = cell.with < cell.of ? `${cell.with} of ${cell.of} seeds` : `${cell.of} seeds`;
      const blown = cell.blown > 0 ? `; ${cell.blown} blew up` : '';
      return `${one}, the ${cell.isLog ? 'geometric mean' : 'mean'} of ${part}, from ${quantityText(cell.least)} to ${quantityText(cell.most)}${blown}`;
    }
  }
}

/** A time of waiting, roughly: 'about 40 s', 'about 3 min', 'about 2 h 10 min'. */
export function waitText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 1) return 'less than a second';
  if (seconds < 100) return `about ${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return `about ${minutes} min`;
  return `about ${Math.floor(minutes / 60).toLocaleString('en')} h ${minutes % 60} min`;
}

/** Runs a second, as precisely as one can feel. */
export const rateText = (perSecond: number): string =>
  `${quantityText(perSecond, perSecond < 10 ? 2 : 3)} runs a second`;
