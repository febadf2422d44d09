import { fields, nonNegative, positive, refusal } from './domain.ts';
import type { Economy } from './economy.ts';

/**
 * S1's economy with losses: dK/dt = a(1−q)·K·T^c − δ·K, dT/dt = b·q·K − ρ·T. On its turnpike (singular arc)
 * everything is a function of y = a·T^c, the return on a chip; g = (1+c)ρ − δ. All of this file comes from
 * Pontryagin's principle: the switching function φ = b·μ − a·λ·T^c has φ′ = a·λ·T^(c−1)·[T(y+g) − b·c·K] +
 * (…)·φ, so φ = φ′ = 0 gives the arc and φ″ = 0 the share on it. Rates are in the unit of a·T^c (1/yr), times
 * in its inverse.
 */
export interface Depreciation extends Economy {
  /** δ, loss rate of chips; 0 when left out. */
  readonly delta?: number;
  /** ρ, loss rate of training stock; 0 when left out. */
  readonly rho?: number;
}

/** A point of the arc: y = a·T^c > 0 with y + g > 0. */
export interface ArcPoint extends Depreciation {
  readonly y: number;
}

export interface Rates {
  readonly c: number;
  readonly a: number;
  readonly b: number;
  readonly delta: number;
  readonly rho: number;
  /** g = (1+c)ρ − δ */
  readonly g: number;
}

export function readRates(input: Depreciation): Rates {
  const { c, a = 1, b = 1, delta = 0, rho = 0 } = fields(input);
  positive('c', c);
  positive('a', a);
  positive('b', b);
  nonNegative('delta', delta);
  nonNegative('rho', rho);
  return { c, a, b, delta, rho, g: (1 + c) * rho - delta };
}

function readPoint(input: ArcPoint): Rates & { y: number } {
  const rates = readRates(input);
  const y = positive('y', input.y);
  if (!(y + rates.g > 0)) throw refusal('y', y, `a number above delta − (1+c)·rho = ${-rates.g}`);
  return { ...rates, y };
}

/** The arc: b·c·K = T·(y + g), T = (y/a)^(1/c). Chips, in the unit of T/b. */
export function arcChips(input: ArcPoint): number {
  const { y, c, a, b, g } = readPoint(input);
  return ((y / a) ** (1 / c) * (y + g)) / (b * c);
}

/**
 * Share on the arc, q_s = c[y² + 2gy + g(ρ−δ)]/((y+g)((1+2c)y+g)): c/(1+2c) without losses, with δ = (1+c)ρ,
 * and for y → ∞. Between 0 and 1 wherever y > δ−ρ, that is wherever harvestDuration() is finite and a plan
 * may ride the arc (at y = δ−ρ = d the bracket is d(d+g) > 0, denominator less numerator c²ρδ > 0, and both
 * rise with y); below it may not be.
 */
export function arcShare(input: ArcPoint): number {
  const { y, ...rates } = readPoint(input);
  return shareOn(rates, y);
}

export function shareOn({ c, rho, g }: Rates, y: number): number {
  // y² + 2gy + g(ρ−δ) = (y+g)² − cρg, which keeps its digits where y + g is small.
  const m = y + g;
  return (c * (m - (c * rho * g) / m)) / ((1 + 2 * c) * y + g);
}

/** dy/dt on the arc: c·y·[y² + (ρ−2δ)y − gδ]/((1+2c)y + g). */
export function arcPace(input: ArcPoint): number {
  const { y, ...rates } = readPoint(input);
  return paceOn(rates, y);
}

export function paceOn({ c, delta, rho, g }: Rates, y: number): number {
  return (c * y * (y * y + (rho - 2 * delta) * y - g * delta)) / ((1 + 2 * c) * y + g);
}

/** y₊ = [(2δ−ρ) + √(ρ² + 4cδρ)]/2: above it the arc grows to a blow-up, below it it decays. */
export function arcThreshold(input: Depreciation): number {
  return roots(readRates(input)).high;
}

/**
 * The roots y₋ ≤ y₊ of y² + (ρ−2δ)y − gδ; `gap` = y₊ − y₋ = √(ρ² + 4cδρ). The larger in size is the `pivot`:
 * the other comes from the product −gδ, so that it is not a difference of nearly equal numbers.
 */
export function roots({ c, delta, rho, g }: Rates): {
  high: number;
  low: number;
  gap: number;
  pivot: number;
} {
  const gap = Math.hypot(rho, 2 * Math.sqrt(c * delta) * Math.sqrt(rho));
  const sum = 2 * delta - rho;
  const pivot = (sum + (sum >= 0 ? gap : -gap)) / 2;
  const other = pivot === 0 ? 0 : (-g / pivot) * delta;
  return sum >= 0 ? { high: pivot, low: other, gap, pivot } : { high: other, low: pivot, gap, pivot };
}

/**
 * G(y), an antiderivative of dt/dy on the arc, 0 at y = ∞: riding it from y1 to y2 takes G(y2) − G(y1). With
 * r the larger in size of arcPace()'s roots y₊, y₋, r′ the other, and L(z, y) = ln|1 − z/y|/z,
 *   c·G = (1 + 2c + g/r)·L(y₊−y₋, y−y₋) − (g/r)·L(r′, y).
 * These are the partial fractions of dt/dy, regrouped because the plain ones lose all digits as y₊ → y₋, δ →
 * 0 or ρ → 0.
 * Without losses −(1+2c)/(c·y).
 */
export function arcClock(input: ArcPoint): number {
  const { y, ...rates } = readPoint(input);
  return clockOn(rates, y);
}

export function clockOn(rates: Rates, y: number): number {
  const { c, delta, rho, g } = rates;
  if (delta === 0 && rho === 0) return -(1 + 2 * c) / (c * y);
  const { high, low, gap, pivot } = roots(rates);
  const other = pivot === high ? low : high;
  const weight = g / pivot;
  return ((1 + 2 * c + weight) * logOver(gap, y - low) - weight * logOver(other, y)) / c;
}

/** ln|1 − z/y|/z, which is −1/y at z = 0 (and where z/y would underflow). */
function logOver(z: number, y: number): number {
  const x = -z / y;
  if (Math.abs(x) < 1e-290) return -1 / y;
  return (x > -1 ? Math.log1p(x) : Math.log(-1 - x)) / z;
}

/**
 * R(y) = −G(y): time to blow-up on the arc; Infinity at and below y₊. ρ = 0: −ln(1−δ/y)/(cδ) + 2/(y−δ);
 * δ = 0: (1+c)/(c·y) + ln(1+ρ/y)/ρ.
 */
export function arcRemainingTime(input: ArcPoint): number {
  const { y, ...rates } = readPoint(input);
  return y > roots(rates).high ? -clockOn(rates, y) : Number.POSITIVE_INFINITY;
}

/**
 * How long before the horizon to leave the arc at y and grow only: s = −ln(1 − cρ/(y+g))/(cρ) (ρ = 0:
 * 1/(y+g)); Infinity when training decays too fast to pay at any horizon. The chips grow by e^(y/(y+g) − δs)
 * on the way, exactly e whenever ρ = 0. From φ = 0 at the leaving point, integrated back from φ = −a·λ·T^c at
 * the horizon.
 */
export function harvestDuration(input: ArcPoint): number {
  const { y, ...rates } = readPoint(input);
  return harvestFrom(rates, y);
}

export function harvestFrom({ c, rho, g }: Rates, y: number): number {
  const x = (c * rho) / (y + g);
  if (x < 1e-290) return 1 / (y + g);
  return x >= 1 ? Number.POSITIVE_INFINITY : -Math.log1p(-x) / (c * rho);
}
