import { readStart } from './economy.ts';
import { readLabs } from './labs.ts';
import type { LabStart } from './planner.ts';

/** A start of identical labs in base units (a = b = 1), and the ways from it to a ratio z = c·K/T̂^(1+c). */
export interface StartingPoint {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly m: number;
  /** b·K0/a */
  readonly k: number;
  /** T̂0 = m·T0 */
  readonly That: number;
  readonly z0: number;
  /** Time until z: training only while z0 is above it, growing only while below. */
  timeTo(z: number): number;
  /** ln T̂ on arrival at z. */
  logTrainingAt(z: number): number;
}

export function approachOf(input: LabStart): StartingPoint {
  const { T0, c, a, b, k } = readStart(input);
  const { m } = readLabs(input);
  const That = m * T0;
  const z0 = (c * k) / That ** (1 + c);
  return {
    a,
    b,
    c,
    m,
    k,
    That,
    z0,
    timeTo(z) {
      if (z0 > z) return Math.max(0, ((c * k) / z) ** (1 / (1 + c)) - That) / (m * k);
      return Math.log(z / z0) / That ** c;
    },
    logTrainingAt: (z) => (z0 > z ? Math.log((c * k) / z) / (1 + c) : Math.log(That)),
  };
}
