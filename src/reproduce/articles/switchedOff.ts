import type { Comparison } from '../row.ts';
import type { Runs } from '../runs.ts';

/** What a switch is compared with when it is off: Figure 1 itself, which blows up at π. */
export const switchedOff = (runs: Runs): Comparison => ({
  what: 'off: t*',
  unit: 'time units',
  ours: runs.alone('figure-1').blowUpTime,
  reference: Math.PI,
});
