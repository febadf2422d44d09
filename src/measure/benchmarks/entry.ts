import type { PathPoint } from '../../theory/index.ts';
import type { Beginning } from './beginning.ts';

/** What an economy is compared with, over time. */
export interface BenchmarkPath {
  /** t*: Infinity if it does not blow up, NaN where that is not known. */
  readonly blowUpTime: number;
  /** ΣK, ΣT and the chip-weighted q at time t; K is Infinity from the blow-up on, and what is not known is NaN. */
  at(t: number): PathPoint;
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
