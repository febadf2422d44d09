import type { Bucket, Recorder } from '../../../src/measure/index.ts';

/** Halvings of the remaining time drawn inside the last tick. */
const HALVINGS = 40;

/** (t, log10 K) of an economy's record, in order of time. */
export function chipsPath(
  { buckets, latest }: Recorder,
  blowUpTime: number | null,
  add: (t: number, logK: number) => void,
): void {
  if (!latest) return;
  let before: Bucket | null = null;
  for (const bucket of buckets) {
    if (bucket.t >= latest.t) break;
    add(bucket.t, Math.log10(bucket.K));
    before = bucket;
  }
  if (blowUpTime !== null && before) untilBlowUp(before, latest, blowUpTime, add);
  add(latest.t, Math.log10(latest.K));
}

/**
 * From the last tick's start to its last finite state. Nothing is recorded between, and a straight line would lie far off: K
 * grows there as a power of the remaining time, so log K is interpolated over its logarithm.
 */
function untilBlowUp(
  from: { t: number; K: number },
  to: { t: number; K: number },
  blowUpTime: number,
  add: (t: number, logK: number) => void,
): void {
  const first = blowUpTime - from.t;
  // The last finite state is nearer to t* than the clock's rounding can tell.
  const final = Math.max(blowUpTime - to.t, first * 2 ** -HALVINGS);
  if (!(first > final)) return;
  const low = Math.log10(from.K);
  const slope = (Math.log10(to.K) - low) / Math.log2(first / final);
  for (let halving = 0.5; first * 2 ** -halving > final; halving += 0.5)
    add(blowUpTime - first * 2 ** -halving, low + slope * halving);
}
