import { brent } from './brent.ts';
import { panel } from './gaussLegendre.ts';
import { boundedLog, boundedPace, type Region, ratioAt, SETTLED, shareAt, timeToGo } from './nashClock.ts';

const STEP = 0.25;

/**
 * The λ at which equilibria fold back: where the horizon that belongs to an entry at λ stops rising. undefined
 * where it rises all the way to t*_N, which is so for c ≤ 1 whatever m, and for larger c up to some m. The
 * horizon's derivative (a = b = 1, in units of T̂_e^(−c)) is
 *   Γ′ + z′/z after an arc of growth (z ≥ z0), Γ′ + β(z′/z)(Γ − 1/(m·z)) after one of training,
 * Γ′ = w·(1 − m·q·z·Γ). It is scanned; Γ is summed on the way.
 */
export function foldOf(region: Region, z0: number): number | undefined {
  const rises = (lambda: number, gamma: number): number => slope(region, z0, lambda, gamma);
  // At λ = 0 the slope of a growing approach is zero; its sign is that of its neighbourhood.
  const first = 1e-3;
  if (rises(first, timeToGo(region, first)) < 0) return 0;
  const { alpha } = region;
  const { c } = region.constants;
  const f = (l: number): number => boundedPace(region, l) * Math.exp(alpha * l);
  let sum = 1;
  for (let to = STEP; to <= SETTLED; to += STEP) {
    sum += panel(f, to - STEP, to);
    const gamma = sum * Math.exp(c * boundedLog(region, to) - alpha * to);
    // Where everything has settled the slope is a rounding around zero.
    if (rises(to, gamma) < -1e-13) {
      const exact = (l: number): number => rises(l, timeToGo(region, l));
      return brent(exact, Math.max(first, to - STEP), to);
    }
  }
  return undefined;
}

function slope(region: Region, z0: number, lambda: number, gamma: number): number {
  const { c, m, nu, share } = region.constants;
  const q = shareAt(region, lambda);
  const z = ratioAt(region, lambda);
  const w = (nu * share) / (1 + nu * share * q);
  const falls = nu * share * Math.exp(-lambda) * z;
  const own = w * (1 - m * q * z * gamma);
  return z >= z0 ? own - falls : own - (c / (1 + c)) * falls * (gamma - 1 / (m * z));
}
