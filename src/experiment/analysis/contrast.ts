import { meanOf } from './statistics.ts';

/** What a factor does to an outcome on average: a bar of a tornado. */
export interface Contrast {
  factor: string;
  /** Mean outcome at the factor's low and at its high end, over whatever the others are. */
  low: number;
  high: number;
  /** The ends in words: '≤ 0.2', 'race'. */
  lowEnd: string;
  highEnd: string;
}

const fifth = 0.2;

const text = (x: number): string => String(Number(x.toPrecision(3)));

function ofNumbers(factor: string, at: readonly number[], outcomes: readonly number[]): Contrast {
  const sorted = Float64Array.from(at).sort();
  const last = sorted.length - 1;
  const low = sorted[Math.floor(fifth * last)];
  const high = sorted[Math.ceil((1 - fifth) * last)];
  const meanWhere = (holds: (x: number) => boolean) => meanOf(outcomes.filter((_, i) => holds(at[i])));
  return {
    factor,
    low: meanWhere((x) => x <= low),
    high: meanWhere((x) => x >= high),
    lowEnd: (low === sorted[0] ? '' : '≤ ') + text(low),
    highEnd: (high === sorted[last] ? '' : '≥ ') + text(high),
  };
}

function ofWords(factor: string, at: readonly string[], outcomes: readonly number[]): Contrast {
  const means = [...new Set(at)].map((word) => ({
    word,
    mean: meanOf(outcomes.filter((_, i) => at[i] === word)),
  }));
  const sorted = means.filter(({ mean }) => Number.isFinite(mean)).sort((a, b) => a.mean - b.mean);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  return { factor, low: least.mean, high: most.mean, lowEnd: least.word, highEnd: most.word };
}

/**
 * The mean outcome in the lowest and in the highest fifth of a factor's values (of numbers; ties all count), or of the
 * words with the least and the greatest mean. Null where fewer than two values occur. at, outcomes: one a point.
 */
export function contrastOf(
  factor: string,
  at: readonly unknown[],
  outcomes: readonly number[],
): Contrast | null {
  const known = outcomes.map((_, i) => i).filter((i) => Number.isFinite(outcomes[i]) && at[i] !== null);
  if (new Set(known.map((i) => at[i])).size < 2) return null;
  const kept = known.map((i) => outcomes[i]);
  const values = known.map((i) => at[i]);
  return values.every((value) => typeof value === 'number')
    ? ofNumbers(factor, values, kept)
    : ofWords(factor, values.map(String), kept);
}
