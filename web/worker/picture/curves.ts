import type { BenchmarkPath, Pooled } from '../../../src/measure/index.ts';
import { envelope } from '../../../src/theory/index.ts';

// Benchmarks over time, as (t, log10 K) pairs. Made once for a scenario and a time axis.

const EVEN = 240;
/** Some benchmarks solve an equation at every point. */
const FEWER = 120;
/** Halvings of the remaining time towards a blow-up. */
const HALVINGS = 40;

/** Times from 0 to `end`, crowding towards a blow-up that comes before. */
export function timesTo(end: number, blowUp: number, even = EVEN): number[] {
  const last = Math.min(end, blowUp);
  const times: number[] = [];
  for (let i = 0; i <= even; i++) times.push((last * i) / even);
  if (blowUp > end) return times;
  times.pop();
  for (let i = 1; i <= HALVINGS; i++) times.push(blowUp - (blowUp / even) * 2 ** -i);
  return times;
}

function curve(end: number, blowUp: number, K: (t: number) => number, even = EVEN): Float32Array {
  const pairs = timesTo(end, blowUp, even).flatMap((t) => [t, Math.log10(K(t))]);
  return Float32Array.from(pairs);
}

/** V(t): the most chips any control can have at t. */
export function envelopeCurve(pooled: Pooled, end: number, blowUp: number): Float32Array {
  return curve(end, blowUp, (t) => envelope(pooled, t));
}

/** ΣK of a benchmark's path; no place where it is not known. */
export function benchmarkCurve({ at, blowUpTime }: BenchmarkPath, end: number): Float32Array {
  const blowUp = Number.isNaN(blowUpTime) ? Number.POSITIVE_INFINITY : blowUpTime;
  return curve(end, blowUp, (t) => at(t).K, FEWER);
}
