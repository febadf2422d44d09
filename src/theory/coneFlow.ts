import { brent } from './brent.ts';
import { idleClock, logChips } from './coneClock.ts';
import { baseBlowUpTime, baseTimeToGrowth } from './constantSplit.ts';
import { nonNegative, openShare, positive, refusal } from './domain.ts';
import { type Economy, readState } from './economy.ts';

/**
 * Constant share in the tradeoff cone, by regime of u = T/I, I = (1−q)·K. Inside (k₁ ≤ u ≤ k₂) it is flow();
 * below, where inference idles, dK/dt = a·T^(1+c)/k₁; above, where training idles, dK/dt = a·k₂^c·I^(1+c).
 * T/K → 0 at a blow-up, so near it the k₁ side always binds and T ~ (t*−t)^(−2/c), K ~ (t*−t)^(−(2+c)/c)
 * instead of −1/c and −(1+c)/c.
 */
export interface ConeSplit extends Economy {
  readonly K: number;
  readonly T: number;
  /** Training share, above 0 and below 1. */
  readonly q: number;
}

interface Split {
  /** b·K/a */
  readonly k: number;
  readonly K: number;
  readonly T: number;
  readonly c: number;
  readonly q: number;
  readonly a: number;
  readonly b: number;
}

function read(input: ConeSplit): Split {
  const { K0: K, T0: T, c, a, b, k } = readState(input);
  return { k, K, T, c, a, b, q: openShare('q', input.q) };
}

function readK1(input: { readonly k1: number }): number {
  return positive('k1', input.k1);
}

/** The base case's k₁: T is measured in b/a of its own unit per chip. */
const baseEdge = ({ a, b }: Split, k1: number): number => (k1 * a) / b;

/**
 * Chips when training has risen from T to `to`, inference idling throughout:
 * K² = K0² + 2a(to^(2+c) − T^(2+c))/((2+c)·b·q·k₁). Source: derived here (dK/dT = a·T^(1+c)/(b·q·k₁·K)).
 * Domain: K > 0, to ≥ T ≥ 0, c > 0, 0 < q < 1, k₁ > 0, T ≤ k₁(1−q)K on the way; in K's unit.
 */
export function idleInferenceChips(input: ConeSplit & { readonly k1: number; readonly to: number }): number {
  const split = read(input);
  const edge = baseEdge(split, readK1(input));
  const to = nonNegative('to', input.to);
  if (to < split.T) throw refusal('to', to, `a number from T = ${split.T}`);
  const n = 2 + split.c;
  const gained = (2 * (to ** n - split.T ** n)) / (n * split.q * edge);
  return split.K * Math.sqrt(1 + gained / (split.k * split.k));
}

/**
 * Time to blow-up from a state where inference idles, T ≤ k₁(1−q)K, as long as it stays so:
 *   R = (2/(c·q·√B))·T^(−c/2)·2F1(½, e; 1+e; −L/(B·T^(2+c))), e = c/(2(2+c)), B = 2/((2+c)·q·k₁), L = K² −
 *   B·T^(2+c) (a = b = 1), summed as the integral it is (coneClock.ts).
 * Source: derived here. It stays so when T/K falls from here on; coneBlowUpTime() follows every regime.
 * Domain: K, T > 0, c > 0, 0 < q < 1, k₁ > 0; unit 1/a.
 */
export function idleInferenceRemainingTime(input: ConeSplit & { readonly k1: number }): number {
  const split = read(input);
  positive('T', split.T);
  return idleTime(split, baseEdge(split, readK1(input)), Number.POSITIVE_INFINITY) / split.a;
}

/** a = b = 1: time to bring T to `to`. */
function idleTime({ k, T, c, q }: Split, edge: number, to: number): number {
  const n = 2 + c;
  const r = (2 * T ** n) / (n * q * edge * k * k);
  return (T / (q * n * k)) * idleClock(r, n, n * Math.log(to / T));
}

/**
 * The state after time t where training idles, T ≥ k₂(1−q)K: with B = a·k₂^c·(1−q)^(1+c),
 *   K = K0·(1 − c·B·K0^c·t)^(−1/c), T = T0 + (b·q/B)·(K^(1−c) − K0^(1−c))/(1−c) (c = 1: the logarithm).
 * Source: derived here. A transient: K outgrows T, so T/I falls back to k₂ (leavingTheCone() has the k₁
 * side). Domain: K > 0, T ≥ 0, c > 0, 0 < q < 1, k₂ > 0, t ≥ 0 before 1/(c·B·K0^c), unit 1/a.
 */
export function idleTrainingFlow(input: ConeSplit & { readonly k2: number; readonly t: number }): {
  K: number;
  T: number;
} {
  const { K, T, c, q, a, b } = read(input);
  const t = nonNegative('t', input.t);
  const rate = a * positive('k2', input.k2) ** c * (1 - q) ** (1 + c) * K ** c;
  const left = 1 - c * rate * t;
  if (!(left > 0)) throw refusal('t', t, `a number below ${1 / (c * rate)}`);
  const growth = -Math.log(left) / c;
  return { K: K * Math.exp(growth), T: T + (b * q * K * raised(growth, 1 - c)) / rate };
}

/** (e^(x·y) − 1)/y, x at y = 0. */
const raised = (x: number, y: number): number => (y === 0 ? x : Math.expm1(x * y) / y);

/**
 * Where constant q leaves the cone on the k₁ side for good: the last T at which T = k₁(1−q)K on
 *   K = K0 + (a(1−q)/(b·q))·(T^(1+c) − T0^(1+c))/(1+c),
 * and when. For c = K0 = T0 = 1, q = ½, k₁ = ½: T = 7.873 at t = 2.636. Source: derived here. The curve
 * K(T) is convex, so it meets the edge at most twice; from inside the cone the one ahead is the exit.
 *
 * @param input a state inside the cone, T ≥ k₁(1−q)K; K, T > 0, c > 0, 0 < q < 1, k₁ > 0; time unit 1/a
 */
export function leavingTheCone(input: ConeSplit & { readonly k1: number }): {
  T: number;
  K: number;
  time: number;
} {
  const split = read(input);
  const edge = baseEdge(split, readK1(input));
  const T0 = positive('T', split.T);
  if (edge * (1 - split.q) * split.k > T0)
    throw refusal('T', T0, `a number from k1·(1 − q)·K = ${input.k1 * (1 - split.q) * input.K}`);
  const { T, k, time } = exitFrom(split, edge);
  return { T, K: (k * split.a) / split.b, time: time / split.a };
}

/** a = b = 1. */
interface Crossing {
  readonly T: number;
  readonly k: number;
  readonly time: number;
}

/** From a state on the edge, or inside it. */
function exitFrom({ k, T: T0, c, q }: Split, edge: number): Crossing {
  const p = 1 + c;
  // In τ = T/T0 and l = ln τ: slack = τ − A − G·(τ^p − 1), where rounding may put a state on the edge outside.
  const A = Math.min(1, (edge * (1 - q) * k) / T0);
  const G = (edge * (1 - q) ** 2 * T0 ** c) / (p * q);
  const slack = (l: number): number => Math.expm1(l) + (1 - A) - G * Math.expm1(p * l);
  const peak = Math.max(0, Math.log(1 / (p * G)) / c);
  let far = peak + 1;
  while (slack(far) > 0) far = peak + 2 * (far - peak);
  const l = slack(peak) > 0 ? brent(slack, peak, far) : peak;
  const rise = ((1 - q) * T0 ** p * Math.expm1(p * l)) / (p * q * k);
  const time = l === 0 ? 0 : baseTimeToGrowth(k, T0, c, q, Math.log1p(rise));
  return { T: T0 * Math.exp(l), k: k * (1 + rise), time };
}

/**
 * Time to blow-up at constant q with the k₁ side of the cone, k₂ not binding: flow() inside the cone up to
 * leavingTheCone(), then idleInferenceRemainingTime(); from a state where inference idles, first through the
 * cone if training catches up. k₁ = 0 is blowUpTime(). 3.5257 instead of π for leavingTheCone()'s example.
 * Source: derived here. Where training idles first, T > k₂(1−q)K, idleTrainingFlow() is the way in.
 *
 * @param input K, T > 0, c > 0, 0 < q < 1, a, b > 0, k1 ≥ 0; unit 1/a
 */
export function coneBlowUpTime(input: ConeSplit & { readonly k1: number }): number {
  const split = read(input);
  positive('T', split.T);
  const k1 = nonNegative('k1', input.k1);
  const { k, T, c, q, a } = split;
  if (k1 === 0) return baseBlowUpTime(k, T, c, q) / a;
  const edge = baseEdge(split, k1);
  const inside = T >= edge * (1 - q) * k;
  const entry = inside ? { T, time: 0, k } : enteringTheCone(split, edge);
  if (entry === undefined) return idleTime(split, edge, Number.POSITIVE_INFINITY) / a;
  const exit = exitFrom({ ...split, k: entry.k, T: entry.T }, edge);
  const rest = idleTime({ ...split, k: exit.k, T: exit.T }, edge, Number.POSITIVE_INFINITY);
  return (entry.time + exit.time + rest) / a;
}

/** The first point ahead where idle inference ends, T = k₁(1−q)K; undefined if training never catches up. */
function enteringTheCone(split: Split, edge: number): Crossing | undefined {
  const { k, T, c, q } = split;
  const n = 2 + c;
  const r = (2 * T ** n) / (n * q * edge * k * k);
  const A = Math.log((edge * (1 - q) * k) / T);
  // l = ln(T′/T) − ln(k₁(1−q)K′/T), concave in ln T′.
  const gap = (l: number): number => l - A - logChips(n * l, r) / 2;
  // Its top: r·n·e^(nl)/(1 + r(e^(nl) − 1)) = 2.
  const top = r < 1 ? Math.log((2 * (1 - r)) / (c * r)) / n : 0;
  if (!(top > 0 && gap(top) > 0)) return undefined;
  const l = brent(gap, 0, top);
  const at = T * Math.exp(l);
  return { T: at, time: idleTime(split, edge, at), k: k * Math.exp(logChips(n * l, r) / 2) };
}
