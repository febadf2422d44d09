import { type Cap, readCap } from '../cap.ts';
import { type Cone, readCone } from '../cone.ts';
import { extended, fields, finite, nonNegative, positive, refusal, share } from '../domain.ts';
import { type Labs, readLabs } from '../labs.ts';
import { type Ladder, logG } from '../ladder.ts';

/**
 * The planner's problem with every mechanism that is a rate: N identical labs (N = 1: everything pooled), each
 * with K chips and T training, 0 ≤ q ≤ 1,
 *   T̂ = min(m·T, T_max), m = 1 + σ(N−1);  I = w·(1−q)·K, Y = a·min(I, T̂/k₁)·G(min(T̂, k₂·I)),
 *   spend = s·R(N·Y) + f·N·K,  R(Y) = min(Y, Y_ref·(Y/Y_ref)^(1−1/ε)),
 *   N·dK/dt = e^(g_p·t)·min(spend, F_t^(1/(1+φ))·spend^(φ/(1+φ))) − δ·N·K,  F_t = F·e^(g_F·t),
 *   dT/dt = b·q·K − ρ·T.
 * What is left out is off. K0 and T0 are one lab's; Y_ref and F are those of the whole economy.
 */
export interface PlannerProblem extends Partial<Cone>, Partial<Cap>, Partial<Labs> {
  readonly K0: number;
  /** Training at the start; above 0. */
  readonly T0: number;
  /** OOMs of inference saved by one OOM of training, G = T̂^c; not beside a ladder. */
  readonly c?: number;
  /** Techniques instead of one power law: G of ladder.ts, slopes falling. */
  readonly ladder?: Ladder;
  readonly a?: number;
  readonly b?: number;
  /** Share of revenue that buys chips, 0 to 1. */
  readonly s?: number;
  /** What memory bandwidth leaves of a chip that serves; above 0, up to 1. */
  readonly w?: number;
  readonly delta?: number;
  readonly rho?: number;
  /** Elasticity of demand ε; above 0, Infinity for none. */
  readonly epsilon?: number;
  /** Output of the whole economy beyond which it sells for less; needed with ε. */
  readonly Yref?: number;
  /** Chips a year that a fab sells at the price of t = 0; Infinity for no limit. */
  readonly F?: number;
  readonly gF?: number;
  /** Supply exponent; 0 or more, Infinity too. */
  readonly phi?: number;
  /** Rate at which chips get cheaper. */
  readonly gp?: number;
  /** Money for chips from outside, per chip and year. */
  readonly f?: number;
}

/** A checked problem: every mechanism has a value, and G is a broken line in (ln T̂, ln G). */
export interface Planned {
  readonly K0: number;
  readonly T0: number;
  readonly a: number;
  readonly b: number;
  readonly s: number;
  readonly w: number;
  readonly delta: number;
  readonly rho: number;
  readonly k1: number;
  readonly k2: number;
  readonly logTmax: number;
  readonly kappa: number;
  readonly Yref: number;
  readonly F: number;
  readonly gF: number;
  readonly phi: number;
  readonly gp: number;
  readonly f: number;
  readonly N: number;
  readonly m: number;
  readonly quality: Quality;
}

/** ln G = level + slope·ln T̂ up to the first kink, each kink adding its (negative) change to the slope. */
export interface Quality {
  readonly level: number;
  readonly slope: number;
  readonly kinks: readonly { readonly at: number; readonly change: number }[];
}

export function readProblem(input: PlannerProblem): Planned {
  const given = fields(input);
  const { a = 1, b = 1, s = 1, w = 1, delta = 0, rho = 0, gF = 0, phi = 0, gp = 0, f = 0 } = given;
  const none = Number.POSITIVE_INFINITY;
  const { k1, k2 } = readCone({ c: 1, k1: given.k1 ?? 0, k2: given.k2 ?? none });
  const Tmax = readCap({ Tmax: given.Tmax ?? none });
  const { N, m } = readLabs({ N: given.N ?? 1, sigma: given.sigma ?? 0 });
  const F = given.F ?? none;
  if (F !== none) positive('F', F);
  if (!(positive('w', w) <= 1)) throw refusal('w', w, 'a number above 0, up to 1');
  return {
    K0: positive('K0', given.K0),
    T0: positive('T0', given.T0),
    a: positive('a', a),
    b: positive('b', b),
    s: share('s', s),
    w,
    delta: nonNegative('delta', delta),
    rho: nonNegative('rho', rho),
    k1,
    k2,
    logTmax: Math.log(Tmax),
    ...demandOf(given),
    F,
    gF: finite('gF', gF),
    phi: extended('phi', phi),
    gp: finite('gp', gp),
    f: nonNegative('f', f),
    N,
    m,
    quality: qualityOf(given),
  };
}

function demandOf({ epsilon = Number.POSITIVE_INFINITY, Yref }: PlannerProblem) {
  if (typeof epsilon !== 'number' || !(epsilon > 0))
    throw refusal('epsilon', epsilon, 'a number above 0 (Infinity too)');
  if (epsilon === Number.POSITIVE_INFINITY) return { kappa: 1, Yref: Number.POSITIVE_INFINITY };
  return { kappa: 1 - 1 / epsilon, Yref: positive('Yref', Yref as number) };
}

function qualityOf({ c, ladder }: PlannerProblem): Quality {
  if (ladder === undefined) return { level: 0, slope: positive('c', c as number), kinks: [] };
  if (c !== undefined) throw refusal('c', c, 'nothing beside a ladder, which has its own slopes');
  const level = Math.LN10 * (logG(ladder, ladder.anchor) - ladder.slopes[0]! * ladder.anchor);
  const { breakpoints, slopes } = ladder;
  const kinks = breakpoints
    .map((end, i) => ({ at: Math.LN10 * end, change: (slopes[i + 1] ?? 0) - slopes[i]! }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY);
  if (kinks.some(({ change }) => change > 0))
    throw refusal('ladder', `slopes ${slopes.join(', ')}`, 'slopes that fall from rung to rung');
  return { level, slope: slopes[0]!, kinks };
}
