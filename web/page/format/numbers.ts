import { format } from 'd3-format';

/** How numbers are written on the page: the same in every locale, so that two readers of one link see the same text. */

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

const minus = (text: string): string => text.replace('-', '−');

/** A measured quantity to `digits` significant digits: 1,234 · 0.01235 · 1.235×10⁹ · ∞ · – where there is none. */
export function quantityText(x: number | null | undefined, digits = 4): string {
  if (x === null || x === undefined || Number.isNaN(x)) return '–';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  if (x === 0) return '0';
  const [mantissa, exponentText] = x.toExponential(digits - 1).split('e');
  const exponent = Number(exponentText);
  if (exponent >= 6 || exponent < -3) return minus(powerText(mantissa, exponent));
  const decimals = Math.max(0, digits - 1 - exponent);
  return minus(format(`,.${decimals}f`)(x));
}

/** A share in per cent. */
export function percentText(x: number | null | undefined): string {
  if (x === null || x === undefined || Number.isNaN(x)) return '–';
  if (x !== 0 && Math.abs(x) < 0.0005) return '< 0.1 %';
  return `${minus(format('.1f')(x * 100))} %`;
}

/** Time with a fixed number of decimals, so that digits do not dance while it runs. */
export function timeText(t: number | null | undefined, until: number): string {
  if (t === null || t === undefined || Number.isNaN(t)) return '–';
  if (!Number.isFinite(t)) return '∞';
  const decimals = Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.max(until, 1e-9)))));
  return minus(t.toFixed(decimals));
}

/** A number as a person would type it: the shortest text that reads back to the same bits. */
export function inputText(x: number): string {
  return String(x).replace('e+', 'e');
}

/** What was typed: a number where it is one, else the text itself, so that the refusal can quote it. */
export function typedValue(text: string): number | string {
  const trimmed = text.trim().replace('−', '-');
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text.trim();
}
