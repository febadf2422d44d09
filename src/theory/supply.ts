import { fields, finite, nonNegative, positive, refusal, share } from './domain.ts';

/**
 * Chips from a fab of capacity F: p = e^(−g_p·t)·max(1, (spend/F)^(1/(1+φ))), chips bought = spend/p. φ = 0 is
 * pure rationing (F chips whatever is spent), φ = ∞ an unlimited fab. Turnpike's market.
 */
export interface Supply {
  /** Supply exponent φ; 0 or more, Infinity too. */
  readonly phi: number;
}

function readPhi(input: Supply): number {
  const { phi } = fields(input);
  if (phi !== Number.POSITIVE_INFINITY) nonNegative('phi', phi);
  return phi;
}

/**
 * The price of a chip in units of the reference price. Source: Turnpike's market.
 * Domain: spend ≥ 0 (per year), F > 0 (chips per year, Infinity too), φ ≥ 0, g_p finite (1/yr), t ≥ 0 (yr).
 */
export function chipPrice(
  input: Supply & {
    readonly spend: number;
    readonly F: number;
    readonly gp?: number;
    readonly t?: number;
  },
): number {
  const phi = readPhi(input);
  const { spend, F, gp = 0, t = 0 } = input;
  nonNegative('spend', spend);
  if (F !== Number.POSITIVE_INFINITY) positive('F', F);
  const trend = Math.exp(-finite('gp', gp) * nonNegative('t', t));
  return trend * Math.max(1, (spend / F) ** (1 / (1 + phi)));
}

/**
 * Pure rationing (φ = 0) while spending exceeds F at every moment, δ = 0: dK/dt = F·e^(g_F·t) whatever labs
 * earn, so K = K0 + F(e^(g_F·t) − 1)/g_F (K0 + F·t for g_F = 0) and, at constant share q, T = T0 + b·q·∫K dt.
 * Source: Turnpike's market with p = spend/F.
 * Domain: K0 > 0, T0 ≥ 0, F > 0 (chips per year), g_F ≥ 0 (1/yr), 0 ≤ q ≤ 1, b > 0, t ≥ 0 (yr).
 */
export function rationedFlow(input: {
  readonly K0: number;
  readonly T0: number;
  readonly F: number;
  readonly gF: number;
  readonly q: number;
  readonly b?: number;
  readonly t: number;
}): { K: number; T: number } {
  const { K0, T0, F, gF, q, b = 1, t } = fields(input);
  positive('K0', K0);
  nonNegative('T0', T0);
  positive('F', F);
  const x = nonNegative('gF', gF) * nonNegative('t', t);
  share('q', q);
  positive('b', b);
  const K = K0 + F * t * meanGrowth(x);
  return { K, T: T0 + b * q * t * (K0 + F * t * meanOfMean(x)) };
}

/** (e^x − 1)/x */
const meanGrowth = (x: number): number => (x === 0 ? 1 : Math.expm1(x) / x);

/** (e^x − 1 − x)/x², by its series where the difference would lose digits. */
function meanOfMean(x: number): number {
  if (x > 1) return (Math.expm1(x) - x) / (x * x);
  let sum = 0;
  let term = 0.5;
  for (let n = 3; term > 1e-18; n++) {
    sum += term;
    term *= x / n;
  }
  return sum;
}

/** An economy short of chips, and perhaps of demand: spending ∝ Y^κ with Y ∝ K·T^c. */
export interface Shortage extends Supply {
  readonly c: number;
  /** κ = 1 − 1/ε; 1 when left out. */
  readonly kappa?: number;
}

function readShortage(input: Shortage): { phi: number; c: number; kappa: number } {
  const phi = readPhi(input);
  const { c, kappa = 1 } = input;
  positive('c', c);
  if (!(positive('kappa', kappa) <= 1)) throw refusal('kappa', kappa, 'a number above 0, up to 1');
  return { phi, c, kappa };
}

/**
 * The supply exponent from which on a fab cannot stop a blow-up: κφ(1+c) = 1 + φ, that is φ = 1/(κ(1+c) − 1),
 * 1/c for κ = 1; Infinity where demand alone prevents it. Source: balanced growth of dK/dt ∝
 * (K·T^c)^(κφ/(1+φ)), dT/dt ∝ K. Domain: c > 0, 0 < κ ≤ 1; dimensionless.
 */
export function supplyThreshold(input: Pick<Shortage, 'c' | 'kappa'>): number {
  const { c, kappa } = readShortage({ ...fields(input), phi: 0 });
  const d = kappa === 1 ? c : kappa * (1 + c) - 1;
  return d > 0 ? 1 / d : Number.POSITIVE_INFINITY;
}

function blowsUp(phi: number, c: number, kappa: number): boolean {
  const threshold = supplyThreshold({ c, kappa });
  return threshold < Number.POSITIVE_INFINITY && phi >= threshold;
}

/**
 * Long-run growth rate of K (and T) behind a fab growing at g_F with chips getting cheaper at g_p:
 *   g = (g_F + (1+φ)·g_p)/(1 + φ − κφ(1+c)),
 * g_F/(1 − φc) for κ = 1 and g_p = 0. Infinity from supplyThreshold() on (no exponential path: a blow-up, or
 * at the threshold itself growth at a rate that rises without end); 0 when nothing grows from outside, see
 * shortagePower().
 * Source: dK/dt = e^(g_p·t)·spend^(φ/(1+φ))·F^(1/(1+φ)) on K, T ~ e^(g·t).
 * Domain: φ ≥ 0, c > 0, 0 < κ ≤ 1, g_F, g_p ≥ 0 (1/yr).
 */
export function shortageGrowth(input: Shortage & { readonly gF: number; readonly gp?: number }): number {
  const { phi, c, kappa } = readShortage(input);
  const { gF, gp = 0 } = input;
  nonNegative('gF', gF);
  nonNegative('gp', gp);
  if (blowsUp(phi, c, kappa)) return Number.POSITIVE_INFINITY;
  if (phi === Number.POSITIVE_INFINITY) return gp / (1 - kappa * (1 + c));
  return (gF + (1 + phi) * gp) / (1 + phi - kappa * phi * (1 + c));
}

/**
 * Behind a fab that does not grow (g_F = g_p = 0) chips grow as a power of time, K ~ t^n, T ~ t^(n+1) with
 *   n = (1 + φ + κφc)/(1 + φ − κφ(1+c)):
 * 1 for pure rationing, (1+cκ)/(1 − κ(1+c)) for an unlimited fab (φ = ∞) in a glut. Infinity from
 * supplyThreshold() on. Source: as shortageGrowth(), on powers of t. Domain: φ ≥ 0, c > 0, 0 < κ ≤ 1.
 */
export function shortagePower(input: Shortage): number {
  const { phi, c, kappa } = readShortage(input);
  if (blowsUp(phi, c, kappa)) return Number.POSITIVE_INFINITY;
  if (phi === Number.POSITIVE_INFINITY) return (1 + c * kappa) / (1 - kappa * (1 + c));
  return (1 + phi + kappa * phi * c) / (1 + phi - kappa * phi * (1 + c));
}
