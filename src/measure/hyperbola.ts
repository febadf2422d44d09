import { brent } from '../theory/index.ts';

/** ln K at a time. */
export interface Level {
  readonly t: number;
  readonly logK: number;
}

/** How far beyond its window an extrapolation may reach, in its lengths. */
const REACH = 1e6;

/**
 * The blow-up time of the hyperbola K = C·(t* − t)^(−n) through three points: the root of
 *   ln((t*−t₁)/(t*−t₂)) / ln((t*−t₀)/(t*−t₁)) = (ln K₂ − ln K₁)/(ln K₁ − ln K₀),
 * whose left side falls from ∞ at t* = t₂ to (t₂−t₁)/(t₁−t₀), an exponential's. Infinity where growth does not speed up.
 * Every economy of the paper's form tends to such a law near its blow-up; before, it is one through its recent growth.
 *
 * @param first, middle, last in order of time, ln K rising
 */
export function hyperbolicBlowUp(first: Level, middle: Level, last: Level): number {
  const d1 = middle.t - first.t;
  const d2 = last.t - middle.t;
  const rise1 = middle.logK - first.logK;
  const rise2 = last.logK - middle.logK;
  if (!(d1 > 0 && d2 > 0 && rise1 > 0 && rise2 > 0)) return Number.POSITIVE_INFINITY;
  const ratio = rise2 / rise1;
  const excess = (logLeft: number): number => {
    const left = Math.exp(logLeft);
    return Math.log1p(d2 / left) / Math.log1p(d1 / (left + d2)) - ratio;
  };
  const far = Math.log((d1 + d2) * REACH);
  const near = Math.log(d2) - 700;
  if (excess(far) >= 0) return Number.POSITIVE_INFINITY;
  return excess(near) <= 0 ? last.t : last.t + Math.exp(brent(excess, near, far));
}
