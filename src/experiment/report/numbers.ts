import { format } from 'd3-format';

/** How a report writes numbers: the same in every locale. */

const short = format('.4~g');

/** At most four significant digits, powers of ten where it is very large or small; – for none. */
export function numberText(x: number | null | undefined): string {
  if (x === null || x === undefined || Number.isNaN(x)) return '–';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const size = Math.abs(x);
  const text = size !== 0 && (size < 1e-3 || size >= 1e5) ? format('.3~e')(x) : short(x);
  return text.replace('e+', 'e').replaceAll('-', '−');
}

/** With thousands apart. */
export const countText = (n: number): string => format(',')(n);

/** A share in per cent: 3 %, 0.4 %, 100 %; never 0 or 100 for what is not. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (100 * part) / whole;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  if (percent < 100 && percent > 99.9) return '> 99.9 %';
  return `${format('.1~f')(percent)} %`;
}

/** A value of a factor in few words. */
export function valueText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'bigint') return String(value);
  return value === null || value === undefined ? 'none' : String(value);
}
