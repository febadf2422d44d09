import { brent } from '../theory/index.ts';
import type { BenchmarkPath } from './benchmarks/entry.ts';

/** A root whose ln K misses by more is no root but the edge of what is known of the path. */
const MISS = 1e-6;

/**
 * When a benchmark has K chips: the root of ln K(t) = ln K between its start and its blow-up. 0 where it starts with as
 * many; NaN where it does not get there before `latest`, or where its path is not known there.
 */
export function timeToReach({ at, blowUpTime }: BenchmarkPath, K: number, latest: number): number {
  const excess = (t: number): number => {
    const ratio = at(t).K / K;
    // Infinite, or not known so near to the blow-up: a finite stand-in keeps the sign.
    return Number.isFinite(ratio) ? Math.log(ratio) : 1e3;
  };
  if (excess(0) >= 0) return 0;
  const end = Number.isFinite(blowUpTime) ? Math.min(latest, blowUpTime) : latest;
  if (!(end > 0) || excess(end) < 0) return Number.NaN;
  const root = brent(excess, 0, end);
  const isOnPath = Math.abs(excess(root)) < MISS || (root >= blowUpTime * (1 - 1e-9) && K > 0);
  return isOnPath ? root : Number.NaN;
}
