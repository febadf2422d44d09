import type { PathPoint } from '../../theory/index.ts';
import type { Beginning } from './beginning.ts';

/** How well a path that was computed is known. */
export interface PathAccuracy {
  /** Where it ends. */
  readonly until: number;
  /** Of ln K there: an estimate or, where a closed form knows K there (`isMeasured`), the difference from it. */
  readonly error: number;
  readonly isMeasured: boolean;
  /** Norm of the projected gradient, and defect of Pontryagin's condition, both in ln K. */
  readonly residual: number;
  readonly defect: number;
}

/** What an economy is compared with, over time. */
export interface BenchmarkPath {
  /** t*: Infinity if it does not blow up, NaN where that is not known. */
  readonly blowUpTime: number;
  /** ΣK, ΣT and the chip-weighted q at time t; K is Infinity from the blow-up on, and what is not known is NaN. */
  at(t: number): PathPoint;
  /** Of a computed path; null if it could not be computed. Closed forms have none. */
  accuracy?(): PathAccuracy | null;
}

/** A benchmark: one row of the table in table.ts, one file of this folder. */
export interface BenchmarkEntry {
  readonly id: string;
  readonly label: string;
  /** One sentence: what it is and how it was got. */
  readonly how: string;
  /** Its path for an economy's start; in words, where there is none, why. */
  of(beginning: Beginning): BenchmarkPath | string;
}

export const unknown: PathPoint = { K: Number.NaN, T: Number.NaN, q: Number.NaN };

/** An accuracy in words. */
export function accuracyText({ until, error, isMeasured, residual, defect }: PathAccuracy): string {
  const short = (x: number): string => String(Number(x.toPrecision(2)));
  const known = isMeasured
    ? `differs from the closed form by ${short(error)}`
    : `is right to about ${short(error)}`;
  const end = String(Number(until.toPrecision(6)));
  return `up to t = ${end}, where ln K ${known}; projected gradient ${short(residual)}, defect of Pontryagin’s condition ${short(defect)}`;
}
