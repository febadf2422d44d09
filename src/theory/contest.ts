import { count, fields, nonNegative, positive, refusal } from './domain.ts';

/**
 * Labs that contest one market: revenue_i = R(Y)·share_i, R ∝ Y^κ with κ = 1 − 1/ε, share_i = Y_i^θ/ΣY_j^θ
 * (on output) or T_i^(cθ)/ΣT_j^(cθ) (on quality). Everything here is for identical labs without spillover,
 * each taking the others' paths of Y (or T) as given.
 */
export interface Market {
  readonly on: 'output' | 'quality';
  /** Number of labs; 1 is the planner's problem, 'output' and 'quality' alike. */
  readonly N: number;
  /** Contest exponent θ; on output 1 is "paid for what you make", ∞ winner takes all. 0 or more. */
  readonly theta: number;
  /** κ = 1 − 1/ε: elasticity of all revenue to all output; above 0, up to 1 (ε = ∞). */
  readonly kappa: number;
}

export interface Contest extends Market {
  /** OOMs of inference saved by one OOM of training; above 0. */
  readonly c: number;
}

export interface Elasticities {
  /** e_I: of own revenue to own inference chips I. */
  readonly inference: number;
  /** e_T: of own revenue to own training stock T. */
  readonly training: number;
  /** c_e = e_T/e_I, the c by which a lab under this contest weighs training. */
  readonly effectiveExponent: number;
}

export function readMarket(input: Market): Market {
  const { on, N, theta, kappa } = fields(input);
  if (on !== 'output' && on !== 'quality') throw refusal('on', on, "'output' or 'quality'");
  count('N', N);
  nonNegative('theta', theta);
  if (!(positive('kappa', kappa) <= 1)) throw refusal('kappa', kappa, 'a number above 0, up to 1');
  return { on, N, theta, kappa };
}

/**
 * κ = 1 − 1/ε of a demand elasticity ε > 1 (Infinity: 1). At ε ≤ 1 more output brings no more revenue, and no
 * formula of this room applies. Source: Turnpike's market, R(Y) = Y_ref·(Y/Y_ref)^(1−1/ε).
 */
export function revenueExponent(epsilon: number): number {
  if (typeof epsilon !== 'number' || !(epsilon > 1))
    throw refusal('epsilon', epsilon, 'a number above 1 (Infinity too)');
  return 1 - 1 / epsilon;
}

/**
 * Private elasticities of revenue at the symmetric point. On output e_I = η = κ/N + θ(N−1)/N, e_T = c·η: θ
 * multiplies both and their ratio stays c. On quality e_I = κ/N, e_T = c(κ + θ(N−1))/N, c_e = c(1 +
 * θ(N−1)/κ). The planner's (N = 1) are κ and c·κ. Source: derived here: open-loop Tullock game, differentiating R(Y)·share_i.
 * Domain: N ≥ 1, θ ≥ 0, 0 < κ ≤ 1, c > 0; dimensionless.
 */
export function contestElasticities(input: Contest): Elasticities {
  const { on, N, theta, kappa } = readMarket(input);
  const c = positive('c', input.c);
  const eta = (kappa + theta * (N - 1)) / N;
  const inference = on === 'output' ? eta : kappa / N;
  const effectiveExponent = on === 'output' ? c : c * (1 + (theta * (N - 1)) / kappa);
  return { inference, training: c * eta, effectiveExponent };
}

/**
 * The training share of a lab that splits one period's compute: c_e/(1+c_e). On output c/(1+c), whatever θ,
 * N and κ. Source: derived here: open-loop Tullock game. Domain as contestElasticities().
 */
export function contestStaticShare(input: Contest): number {
  const { effectiveExponent } = contestElasticities(input);
  return effectiveExponent / (1 + effectiveExponent);
}

/**
 * The training share of the symmetric open-loop equilibrium on its balanced path. With d = κ(1+c) − 1,
 *   [c_e(2−κ) − d]·q² + [d − e_I(1+cκ) − 2c_e(2−κ)]·q + c_e(2−κ) = 0,
 * The published form of the quadratic times d (p − 1 = (2−κ)/d). Which root: the left side is c_e(2−κ) > 0 at q = 0
 * and −e_I(1+cκ) < 0 at q = 1, so exactly one root lies between; it is 2C/(−B + √(B² − 4AC)) whatever the
 * sign of A. (With A > 0 the other root is above 1, with A < 0 below 0.)
 * κ = 1: c/(c + η(1+c)) on output; planner (N = 1): c(2−κ)/(1+2c). On output the share falls with θ, on
 * quality it rises.
 * d > 0 is the approach to a blow-up. Multiplied out the equation has no pole at d = 0 and its root is also
 * the share of the balanced exponential (d = 0) and power-law (d < 0) growth: with K ~ t^n, n = (1+cκ)/(−d),
 * the same conditions hold with p = −n.
 * Domain as contestElasticities(). Whether the path is an equilibrium: contestExistence().
 */
export function contestTurnpikeShare(input: Contest): number {
  const { inference, effectiveExponent } = contestElasticities(input);
  const { kappa, c } = input;
  const d = kappa * (1 + c) - 1;
  const C = effectiveExponent * (2 - kappa);
  const A = C - d;
  const B = d - inference * (1 + c * kappa) - 2 * C;
  return (2 * C) / (-B + Math.sqrt(B * B - 4 * A * C));
}

/** What is known about a symmetric pure equilibrium. */
export interface Existence {
  /**
   * Second derivative of own revenue in own output at the symmetric point, in units of revenue per output²;
   * negative: no small deviation pays.
   */
  readonly secondOrder: number;
  /**
   * 'none': a small deviation pays. 'local': none does, but serving in pulses would (η > 1: N = 2, κ = 0.8, θ = 2
   * loses 9 to 40 % to it, depending on the horizon). 'safe': no deviation was found from nine starts (N = 2,
   * κ = 0.8, η ≤ 1 on output), or the labs do not interact. 'check': test large deviations.
   */
  readonly verdict: 'none' | 'local' | 'safe' | 'check';
}

/**
 * The local second-order condition of a lab's choice of output: η² − η + (N−1)(κ−θ²)/N² < 0 on output, that is
 * κ(1−κ) > θ(N−1)[2κ + θ(N−2) − N]; κ(1−κ) > 0 on quality, where output enters R alone. At κ = 1 both can hold
 * with equality only (revenue linear in output, bang–bang shares), which decides nothing. N ≥ 3 with κ = 1 needs
 * θ < 1.
 * Revenue per output, R·share/Y_i, rises in own output where its elasticity η > 1; there the symmetric point lies below
 * the chord from no output to a larger one, and a lab that serves with all its chips for part of the time and
 * trains with all of them for the rest earns more than one that splits them. So η ≤ 1, θ ≤ (N−κ)/(N−1), is necessary.
 * Source: derived here: open-loop Tullock game. Domain as contestElasticities().
 */
export function contestExistence(input: Market): Existence {
  const { on, N, theta, kappa } = readMarket(input);
  // Multiplied out: as a difference of squares the linear case θ = κ = 1 would round to either sign.
  const concave = kappa * (1 - kappa);
  const convex = on === 'output' ? theta * (N - 1) * (2 * kappa + theta * (N - 2) - N) : 0;
  const secondOrder = (convex - concave) / (N * N);
  if (secondOrder > 0) return { secondOrder, verdict: 'none' };
  const alone = N === 1 || (on === 'output' && theta === 1 && kappa === 1);
  // η > 1, with N·(1 − η) multiplied out.
  if (on === 'output' && N > 1 && theta * (N - 1) > N - kappa) return { secondOrder, verdict: 'local' };
  const surveyed = on === 'output' && N === 2 && kappa >= 0.8 && kappa < 1;
  return { secondOrder, verdict: alone || surveyed ? 'safe' : 'check' };
}
