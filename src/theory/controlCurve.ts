import { extrapolatedStep, integrate, type Step } from './extrapolation.ts';
import type { Spillover } from './labs.ts';

/**
 * The indifferent curve of the control-taking equilibrium, integrated numerically backwards from its end (a = b
 * = 1). s ≥ 0 is rescaled time before the end, ds = T̂^c·dt. derived here: open-loop game, others' controls given in z, ā and w, with the
 * cross-costates ā = α/λ (of others' chips) and w = β/(λ·T̂^c) (of their training):
 *   z{(1−q)[1+(m−1)ā] + m·q} = 1, dā/ds = −q(ā−w), dw/ds = −w(1−m·q·z) + (1−q)z[σ + ā(1+σ(N−2))],
 *   from (z, ā, w) = (1, 0, σ); it tends to the planner's (1/m, 1, 1), q = c/(1+2c).
 * Kept as y = m·z − 1, ε = 1 − ā, ω = 1 − w, all of which vanish there, so that q = 1 − m·y/((1+y)(m−1)ε) keeps
 * its digits. Γ is the time to go in units of T̂^(−c), L = ln(T̂/T̂_end).
 */
export interface CurvePoint {
  readonly s: number;
  readonly z: number;
  readonly q: number;
  readonly gamma: number;
  readonly logTraining: number;
  /** dΓ/ds */
  readonly gammaSlope: number;
  /** d ln z/ds */
  readonly ratioSlope: number;
}

export interface ControlCurve {
  readonly points: readonly CurvePoint[];
  /** The point at s, between points[index] and the next. */
  at(index: number, s: number): CurvePoint;
}

/**
 * Close to the planner's point q is fast, at a rate 1/((m−1)ε), and an explicit method crawls. Here K is some
 * 1e6 times that at the start of the curve, and the horizon within about 1e-3 of the blow-up.
 */
const NEAREST = 3e-4;
const TOLERANCE = 1e-11;

const KEPT = 16;
const curves = new Map<string, ControlCurve>();

/** The curve of m, σ and c; the last few are kept, as one serves every start and horizon and takes 0.1 s. */
export function controlCurve(labs: Spillover, c: number): ControlCurve {
  const key = `${labs.m} ${labs.sigma} ${c}`;
  const curve = curves.get(key) ?? integrated(labs, c);
  curves.delete(key);
  curves.set(key, curve);
  if (curves.size > KEPT) curves.delete(curves.keys().next().value!);
  return curve;
}

function integrated({ m, sigma }: Spillover, c: number): ControlCurve {
  const nu = m - 1;
  const reach = (m - sigma) / m;
  const share = (y: number, eps: number): number => 1 - (m * y) / ((1 + y) * nu * eps);
  const slope = (_: number, [y, eps, omega, , gamma]: readonly number[]): number[] => {
    const q = share(y!, eps!);
    const weight = 1 + y!;
    return [
      -weight * (1 - q - ((1 + c) * q * weight) / c),
      q * (omega! - eps!),
      (1 - q) * (eps! * reach * weight - omega! - y!) - (1 - omega!) * q * y!,
      (-q * weight) / c,
      1 - gamma! * q * weight,
    ];
  };
  const point = (s: number, state: readonly number[]): CurvePoint => {
    const [y, eps, , logTraining, gamma] = state as [number, number, number, number, number];
    const rates = slope(s, state);
    return {
      s,
      z: (1 + y) / m,
      q: share(y, eps),
      gamma,
      logTraining,
      gammaSlope: rates[4]!,
      ratioSlope: rates[0]! / (1 + y),
    };
  };
  const steps: Step[] = [{ x: 0, y: [nu, 1, 1 - sigma, 0, 1], next: Math.min(0.05, nu) }];
  for (let last = steps[0]!; last.y[1]! > NEAREST; steps.push(last))
    last = extrapolatedStep(slope, last.x, last.y, Math.min(last.next, 0.5), TOLERANCE);
  return {
    points: steps.map(({ x, y }) => point(x, y)),
    at(index, s) {
      const { x, y } = steps[index]!;
      return point(s, s === x ? y : integrate(slope, x, y, s, TOLERANCE));
    },
  };
}
