import { unitOf } from '../../../src/scenario/parameters.ts';
import { quantityText } from '../../shared/quantity.ts';
import { cells, rowAt, type Shown, subject, valuesAt } from './state.ts';
import { cellText } from './words.ts';

/** 'c = 1.26' with its unit. */
function parameterText(of: Shown, path: string, value: number): string {
  const row = rowAt(of, path);
  const unit = unitOf(row, of.scenario.units);
  return `${row.symbol} = ${quantityText(value)}${unit === '' ? '' : ` ${unit}`}`;
}

/** A cell in words: its parameters, and what came of it. */
export function readingOf(of: Shown, cell: number): string {
  const { x, y } = valuesAt(of, cell);
  const parts = [parameterText(of, of.setup.x.path, x)];
  if (of.setup.y && y !== null) parts.push(parameterText(of, of.setup.y.path, y));
  const looks = subject.value;
  return `${parts.join(', ')}: ${looks ? cellText(cells.value[cell] ?? { kind: 'pending' }, looks) : ''}`;
}
