import { format } from 'd3-format';

/** How numbers are written on the page, beside shared/quantity.ts: the same in every locale. */

const minus = (text: string): string => text.replace('-', '−');

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
