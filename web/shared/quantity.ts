import { format } from 'd3-format';

// How quantities are written, in readouts and under the pointer alike: the same in every locale, so that two readers of one
// link see the same text.

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** −12 as ⁻¹². */
export function superscript(n: number): string {
  return String(n)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => superscripts[Number(digit)]);
}

/** 10ⁿ times a mantissa; a mantissa of 1 is left out. */
export function powerText(mantissa: string, exponent: number): string {
  const power = `10${superscript(exponent)}`;
  return mantissa === '1' ? power : `${mantissa}×${power}`;
}

/** A measured quantity to `digits` significant digits: 1,234 · 0.01235 · 1.235×10⁹ · ∞ · – where there is none. */
export function quantityText(x: number | null | undefined, digits = 4): string {
  if (x === null || x === undefined || Number.isNaN(x)) return '–';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  if (x === 0) return '0';
  const [mantissa, exponentText] = x.toExponential(digits - 1).split('e');
  const exponent = Number(exponentText);
  const text =
    exponent >= 6 || exponent < -3
      ? powerText(mantissa, exponent)
      : format(`,.${Math.max(0, digits - 1 - exponent)}f`)(x);
  return text.replace('-', '−');
}
