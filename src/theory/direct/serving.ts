import { type Algebra, lesser, power } from './algebra.ts';
import type { Planned } from './problem.ts';
import { bounded, logQuality } from './quality.ts';

/**
 * What the planner can serve at a moment, and what that buys.
 *
 * The control u is not q but how much of the useful serving is done, in tiers: 0 … 1 the first, 1 … 2 the next.
 * A tier ends where a limit begins to bite: demand at Y_ref, the fab at spend = F_t; the last one ends where
 * more would be useless (no chips left, I = T̂/k₁, or all that the fab makes bought). Chips that do not serve
 * train. A path that stays on a limit for a while, as optima do, then has a constant u, which a control constant
 * within cells holds exactly; in q it would have to follow the limit.
 */
export interface Serving<X> {
  /** Chips of one lab, and those of them that serve. */
  readonly K: X;
  readonly serving: X;
  /** Chips bought by all labs a year. */
  readonly bought: X;
}

/** Number of tiers: u runs from 0 to it. */
export function tiersOf({ kappa, F, phi, s }: Planned): number {
  return 1 + Number(sagging(kappa)) + Number(limited(F, phi) && phi > 0 && s > 0);
}

/** Demand that gives way but still pays for more output; at ε ≤ 1 output beyond Y_ref is useless instead. */
const sagging = (kappa: number): boolean => kappa > 0 && kappa < 1;
const limited = (F: number, phi: number): boolean =>
  F !== Number.POSITIVE_INFINITY && phi !== Number.POSITIVE_INFINITY;

/** A level of I at which demand or the fab begins to bite. */
interface Limit<X> {
  readonly at: X;
  readonly by: 'demand' | 'fab';
}

/** One lab's ln K and T at time t, its control, and the tier u is taken to be in: at a border it says which side. */
export function serve<X>(
  on: Algebra<X>,
  p: Planned,
  { L, T, t }: { readonly L: X; readonly T: X; readonly t: number },
  u: X,
  tier: number,
  eta: number,
): Serving<X> {
  const K = on.exp(L);
  const all = on.scale(K, p.w);
  const z = bounded(on, on.shift(on.log(T), Math.log(p.m)), p.logTmax, eta);
  // Beyond k₂·I training is useless. Serving and training in fast turns with all chips does what a mixture does
  // without the bound, up to I = w·K: the bound that is left.
  const useful = p.k2 === Number.POSITIVE_INFINITY ? z : lesser(on, z, on.shift(L, Math.log(p.k2 * p.w)));
  const unit = on.scale(on.exp(logQuality(on, p.quality, useful, eta)), p.a * p.N);
  const most = p.k1 === 0 ? all : lesser(on, all, on.scale(on.exp(z), 1 / p.k1));
  const funded = p.f === 0 ? undefined : on.scale(K, p.f * p.N);
  const fab = limited(p.F, p.phi) ? p.F * Math.exp(p.gF * t) : Number.POSITIVE_INFINITY;

  const { cap, limits } = limitsOf(on, p, unit, most, funded, fab);
  const level = (index: number): X => {
    const limit = limits[index - 1];
    return limit === undefined ? cap : lesser(on, limit.at, cap);
  };
  const isBeyond = (by: Limit<X>['by']): boolean =>
    limits.some((limit, i) => i < tier && limit.by === by && on.value(limit.at) <= on.value(cap));
  let inference = on.multiply(u, level(1));
  if (tier > 0) {
    const low = level(tier);
    const rise = on.subtract(level(tier + 1), low);
    inference = on.add(low, on.multiply(on.shift(u, -tier), rise));
  }
  const output = on.multiply(unit, inference);
  const revenue = isBeyond('demand') ? on.scale(power(on, output, p.kappa), p.Yref ** (1 - p.kappa)) : output;
  const own = on.scale(revenue, p.s);
  const spend = funded === undefined ? own : on.add(own, funded);
  const isShort = isBeyond('fab') || (funded !== undefined && on.value(funded) >= fab);
  const chips = isShort ? rationed(on, p, spend, fab) : spend;
  return {
    K,
    serving: on.scale(inference, 1 / p.w),
    bought: on.scale(chips, Math.exp(p.gp * t)),
  };
}

/** The limits on one lab's inference in rising order, and what no more of it is useful beyond. */
function limitsOf<X>(
  on: Algebra<X>,
  p: Planned,
  unit: X,
  most: X,
  funded: X | undefined,
  fab: number,
): { cap: X; limits: Limit<X>[] } {
  let cap = most;
  const limits: Limit<X>[] = [];
  const inferenceFor = (output: X): X => on.divide(output, unit);
  if (p.kappa <= 0) cap = lesser(on, cap, inferenceFor(on.constant(p.Yref)));
  if (sagging(p.kappa)) limits.push({ at: inferenceFor(on.constant(p.Yref)), by: 'demand' });
  if (fab !== Number.POSITIVE_INFINITY && p.s > 0) {
    const left = funded === undefined ? on.constant(fab) : on.shift(on.scale(funded, -1), fab);
    const at = inferenceFor(outputFor(on, p, on.scale(left, 1 / p.s)));
    if (p.phi === 0) cap = lesser(on, cap, at);
    else limits.push({ at, by: 'fab' });
  }
  limits.sort((one, other) => on.value(one.at) - on.value(other.at));
  return { cap, limits };
}

/** The output whose revenue is R; 0 for R ≤ 0. */
function outputFor<X>(on: Algebra<X>, { kappa, Yref }: Planned, R: X): X {
  if (on.value(R) <= 0) return on.constant(0);
  if (!sagging(kappa) || on.value(R) <= Yref) return R;
  return on.scale(power(on, R, 1 / kappa), Yref ** (1 - 1 / kappa));
}

/** F_t^(1/(1+φ))·spend^(φ/(1+φ)) */
const rationed = <X>(on: Algebra<X>, { phi }: Planned, spend: X, fab: number): X =>
  phi === 0 ? on.constant(fab) : on.scale(power(on, spend, phi / (1 + phi)), fab ** (1 / (1 + phi)));
