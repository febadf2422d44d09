import type { Recorder } from '../../src/measure/index.ts';
import type { ChartReadings } from '../shared/protocol.ts';
import { chipsPath } from './picture/chipsPath.ts';
import { niceStep } from './picture/nice.ts';
import type { Run } from './run/run.ts';

/** What the drawn lines say at a time, in numbers. */

/** K where its drawn line stands. Null past the record's end. */
export function chipsAt(run: Run, index: number, t: number): number | null {
  let found: number | null = null;
  let before = { t: Number.NaN, logK: 0 };
  chipsPath(run.recorders[index], run.simulation.economies[index].blowUpTime, (at, logK) => {
    if (t >= before.t && t <= at && at > before.t)
      found = 10 ** (before.logK + ((logK - before.logK) * (t - before.t)) / (at - before.t));
    else if (t === at) found = 10 ** logK;
    before = { t: at, logK };
  });
  return found;
}

/** Chip-weighted q of the tick that t lies in. Null where none was decided. */
export function shareAt({ buckets }: Recorder, t: number): number | null {
  const q = buckets.find(({ end }) => t <= end && end > 0)?.q ?? Number.NaN;
  return Number.isFinite(q) ? q : null;
}

/** About this many rows, and never twice as many. */
const ROWS = 24;

/** Round times from 0 to the end of what is known, and that end itself. */
function timesOf(run: Run): number[] {
  const end = Math.max(...run.recorders.map(({ latest }) => latest?.t ?? 0));
  if (!(end > 0)) return [0];
  const step = niceStep((8 * end) / ROWS);
  const count = Math.ceil(end / step - 1e-9);
  return [...Array.from({ length: count }, (_, i) => Number((i * step).toPrecision(12))), end];
}

/** The charts over time as a table: K, V and q of every economy. */
export function chartTableOf(run: Run): ChartReadings {
  const times = timesOf(run);
  return {
    times,
    economies: run.simulation.economies.map(({ name }, index) => {
      const benchmark = run.benchmarks[index];
      return {
        name,
        K: times.map((t) => chipsAt(run, index, t)),
        V: times.map((t) => (benchmark.applies ? benchmark.V(t) : null)),
        q: times.map((t) => shareAt(run.recorders[index], t)),
      };
    }),
  };
}
