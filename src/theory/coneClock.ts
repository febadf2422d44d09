import { panel } from './gaussLegendre.ts';

/**
 * Time where inference idles, T < k₁·I, at constant q, a = b = 1. With n = 2+c, B = 2/(n·q·k₁), r = B·T^n/K²
 * and Y = n·ln(T′/T) the first integral K² − B·T^n = const gives
 *   t = (T/(q·n·K))·∫₀^Y e^(y/n)·(1 + r(e^y − 1))^(−1/2) dy,
 * which to Y = ∞ is a 2F1. As in elapsedClock.ts the variable is y for r ≤ 1 and
 * v = ln(1 + r(e^y − 1)) beyond, so that the nearest singularity is π off the axis.
 */
const WIDTH = 3;
/** From here on the integrand is its own asymptote to the last bit. */
const FAR = 45;

export function idleClock(r: number, n: number, to: number): number {
  const byChips = r > 1;
  const shift = byChips ? Math.log(r) : 0;
  const far = FAR + (byChips ? Math.log(r) : Math.log(1 / r));
  const end = Math.min(byChips ? logChips(to, r) : to, far);
  const f = byChips
    ? (v: number) => Math.exp(v / 2 + (1 / n - 1) * yOf(v, r)) / r
    : (y: number) => Math.exp(y / n - logChips(y, r) / 2);
  const count = Math.max(1, Math.ceil(end / WIDTH));
  let sum = 0;
  for (let i = 0; i < count; i++) sum += panel(f, (end * i) / count, (end * (i + 1)) / count);
  const fromY = byChips ? end - shift : end;
  if (to <= fromY || end < far) return sum;
  // Beyond, (1 + r(e^y − 1))^(−1/2) = r^(−1/2)·e^(−y/2).
  const rate = 1 / 2 - 1 / n;
  const tail = to === Number.POSITIVE_INFINITY ? 1 : -Math.expm1(-rate * (to - fromY));
  return sum + (Math.exp(-rate * fromY) * tail) / (rate * Math.sqrt(r));
}

/** v = ln(1 + r(e^y − 1)) = 2·ln(K′/K). */
export function logChips(y: number, r: number): number {
  if (y === Number.POSITIVE_INFINITY) return y;
  return y < 1 ? Math.log1p(r * Math.expm1(y)) : y + Math.log(r + (1 - r) * Math.exp(-y));
}

/** y of v. */
const yOf = (v: number, r: number): number => logChips(v, 1 / r);
