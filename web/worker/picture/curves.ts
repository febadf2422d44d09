import type { Pooled } from '../../../src/measure/index.ts';
import { blowUpTime, envelope, flow } from '../../../src/theory/index.ts';

// Closed-form curves over time, as (t, log10 K) pairs. Made once for a scenario and a time axis.

const EVEN = 240;
/** Halvings of the remaining time towards a blow-up. */
const HALVINGS = 40;

/** Times from 0 to `end`, crowding towards a blow-up that comes before. */
export function timesTo(end: number, blowUp: number): number[] {
  const last = Math.min(end, blowUp);
  const times: number[] = [];
  for (let i = 0; i <= EVEN; i++) times.push((last * i) / EVEN);
  if (blowUp > end) return times;
  times.pop();
  for (let i = 1; i <= HALVINGS; i++) times.push(blowUp - (blowUp / EVEN) * 2 ** -i);
  return times;
}

function curve(end: number, blowUp: number, K: (t: number) => number): Float32Array {
  const pairs = timesTo(end, blowUp).flatMap((t) => [t, Math.log10(K(t))]);
  return Float32Array.from(pairs);
}

/** V(t): the most chips any control can have at t. */
export function envelopeCurve(pooled: Pooled, end: number, blowUp: number): Float32Array {
  return curve(end, blowUp, (t) => envelope(pooled, t));
}

/** K(t) if everybody together trained with the static-parity share c/(1+c). */
export function parityCurve(pooled: Pooled, end: number): Float32Array {
  const split = { ...pooled, q: pooled.c / (1 + pooled.c) };
  return curve(end, blowUpTime(split), (t) => flow({ ...split, t }).K);
}
