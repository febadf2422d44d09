import { format } from 'd3-format';
import type { Comparison, Expected, Finding } from './row.ts';

const plain = format('.7~r');
const power = format('.4~e');

/** A number for people: at most 7 significant digits, powers of ten where it is very large or small. */
export function numberText(x: number): string {
  if (Number.isNaN(x)) return '–';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const size = Math.abs(x);
  return x === 0 || (size >= 1e-4 && size < 1e9) ? plain(x) : power(x).replace('e+', 'e');
}

/** What is expected: a number, or the range it may be in; – for nothing. */
export function expectedText(expected: Expected | undefined): string {
  if (expected === undefined) return '–';
  if (typeof expected === 'number') return numberText(expected);
  const [low, high] = expected;
  return high === Number.POSITIVE_INFINITY
    ? `≥ ${numberText(low)}`
    : `${numberText(low)} … ${numberText(high)}`;
}

/** The quantity compared, with its unit where it has one. */
export const quantityText = ({ what, unit }: Comparison): string =>
  unit === undefined ? what : `${what} [${unit}]`;

/** How far ours may be off, and why so far. */
export function toleranceText({
  tolerance: { relative, absolute, reason },
}: Pick<Finding, 'tolerance'>): string {
  const parts = [
    ...(relative === undefined ? [] : [`${numberText(relative)} relative`]),
    ...(absolute === undefined ? [] : [numberText(absolute)]),
  ];
  return parts.length === 0 ? reason : `${parts.join(' + ')}: ${reason}`;
}
