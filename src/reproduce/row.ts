import type { Runs } from './runs.ts';

/** A number, or the least and the largest it may be. */
export type Expected = number | readonly [low: number, high: number];

/** One number of a row: ours beside the article's, and beside the same number got in another way. */
export interface Comparison {
  readonly what: string;
  readonly unit?: string;
  /** What the article says, typed in. */
  readonly article?: Expected;
  /** What we get, computed. */
  readonly ours: number;
  /** The same computed in another way, or what it must lie between. */
  readonly reference?: Expected;
}

/** How far ours may be from what is expected: relative × its size, plus absolute. */
export interface Tolerance {
  readonly relative?: number;
  readonly absolute?: number;
  readonly reason: string;
}

/**
 * How the article's statement is to be read.
 *   stated    as it stands, and it should come out
 *   informal  true in its own loose sense; the exact statement gives another number
 *   misprint  wrong as printed in the text we have; the corrected statement gives ours
 *   left out  the article names it and leaves it out; the model's answer stands alone
 */
export type Reading = 'stated' | 'informal' | 'misprint' | 'left out';

export type Verdict = 'reproduced' | 'informal' | 'differs' | 'answered' | 'failed';

/** One statement of an article that the model speaks to. */
export interface Row {
  /** Begins with the article's: s1-…. */
  readonly id: string;
  /** Section of the article, or its figure or table. */
  readonly section: string;
  readonly what: string;
  /** What the article says, in a few words. */
  readonly article: string;
  /** Which closed form or which simulation gives ours. */
  readonly how: string;
  /** The equation behind it, in TeX. */
  readonly tex?: string;
  readonly tolerance: Tolerance;
  readonly reading: Reading;
  /** Needed where the reading is informal, a misprint or left out: what is loose, wrong or missing. */
  readonly why?: string;
  compute(runs: Runs): readonly Comparison[];
}

/** A row with what came of it. */
export interface Finding extends Omit<Row, 'compute'> {
  readonly comparisons: readonly Comparison[];
  readonly verdict: Verdict;
}

const isRange = (expected: Expected): expected is readonly [number, number] => Array.isArray(expected);

/** Is x what is expected, within the tolerance? Never for NaN. */
export function agrees(x: number, expected: Expected, { relative = 0, absolute = 0 }: Tolerance): boolean {
  const [low, high] = isRange(expected) ? expected : [expected, expected];
  const slack = (bound: number): number =>
    absolute + (Number.isFinite(bound) ? relative * Math.abs(bound) : 0);
  return x >= low - slack(low) && x <= high + slack(high);
}

/**
 * The verdict follows from the numbers. As stated, ours must agree with the article and with the reference, whichever
 * there are. Where the article is called loose or misprinted, ours must agree with the reference and at least once
 * *dis*agree with the article: a fault found where there is none is a failure like another.
 */
export function judge(row: Omit<Row, 'compute'>, comparisons: readonly Comparison[]): Verdict {
  const { tolerance, reading } = row;
  const fits = ({ ours }: Comparison, expected: Expected | undefined): boolean =>
    expected === undefined || agrees(ours, expected, tolerance);
  const isTested = comparisons.every(
    ({ article, reference }) => reference !== undefined || (reading === 'stated' && article !== undefined),
  );
  if (comparisons.length === 0 || !isTested || !comparisons.every((each) => fits(each, each.reference)))
    return 'failed';
  if (reading === 'left out')
    return comparisons.some(({ article }) => article !== undefined) ? 'failed' : 'answered';
  const isAsSaid = comparisons.every((each) => fits(each, each.article));
  if (reading === 'stated') return isAsSaid ? 'reproduced' : 'failed';
  if (isAsSaid) return 'failed';
  return reading === 'informal' ? 'informal' : 'differs';
}
