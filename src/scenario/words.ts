import type { ParameterRow, Range } from './table/row.ts';

/** How messages, help and docs write values and ranges. The same in every locale. */

/** 1,000,000 for a million, 1e30 for what is longer than a safe integer. */
export function numberText(x: number): string {
  if (!Number.isSafeInteger(x) || Math.abs(x) < 10_000) return String(x).replace('e+', 'e');
  return String(x).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Text on one line, at most 60 characters, control characters visible. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 200)];
  const short = characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
  return short.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}

/** What was got, in a few words whatever it is. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `"${shorten(value)}"`;
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value).replace('e+', 'e');
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${numberText(value.length)}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** from 0.05 to 5 · above 0, at most 1,000,000. */
export function rangeText(range: Range): string {
  const { min, max, minOpen, maxOpen } = range;
  if (!minOpen && !maxOpen) return `from ${numberText(min)} to ${numberText(max)}`;
  const low = `${minOpen ? 'above' : 'at least'} ${numberText(min)}`;
  const high = `${maxOpen ? 'below' : 'at most'} ${numberText(max)}`;
  return max === Infinity ? low : `${low}, ${high}`;
}

/** What a parameter may be, in words; `none` is what null means there. */
export function allowedText(
  row: ParameterRow,
  none: string | null = 'none' in row ? row.none : null,
): string {
  const orNull = none === null ? '' : `, or null: ${none}`;
  switch (row.kind) {
    case 'text':
      return row.allowed;
    case 'choice':
      return row.choices.join(' or ');
    case 'names':
      return `a list of ${row.names.map(({ id }) => id).join(', ')}, each at most once${orNull}`;
    case 'integer':
      return `a whole number ${rangeText(row)}${orNull}`;
    case 'number':
      return `a number ${rangeText(row)}${orNull}`;
    case 'distribution':
      return `a number ${rangeText(row)}, or a distribution of such numbers${orNull}`;
  }
}
