import { brent } from './brent.ts';
import { extended } from './domain.ts';
import { readStart } from './economy.ts';
import { readLabs } from './labs.ts';
import { type NashConstants, nashConstants } from './nash.ts';
import { logTraining, type Region, ratioAt, regionOf, shareAt, timeToGo } from './nashClock.ts';
import { foldOf } from './nashFold.ts';
import { optimalPlan } from './optimalPlan.ts';
import type { LabStart } from './planner.ts';

export interface NashArc {
  /** 'indifferent': train q(z) in the region; with m = 1 the turnpike. */
  readonly control: 'train' | 'indifferent' | 'grow';
  /** Training share at the arc's start and end. */
  readonly q: number;
  readonly qEnd: number;
  readonly start: number;
  readonly end: number;
}

export interface NashPlan {
  readonly from: Required<LabStart>;
  readonly horizon: number;
  /** Chips of each lab at the horizon; Infinity in case 'blowup'. */
  readonly K: number;
  /** 'grow': q = 0 throughout; 'train-grow': two arcs; 'region': approach, indifference, growth. */
  readonly case: 'grow' | 'train-grow' | 'region' | 'blowup';
  readonly arcs: readonly NashArc[];
  /** t*_N, when labs that settle on z* blow up. */
  readonly blowUpTime: number;
  /**
   * The horizon up to which there are finite equilibria that continue the one of short horizons. It is t*_N
   * while K rises without bound towards t*_N. Beyond some m when c > 1 (about 9.7 for c = 1.5, 6.2 for c = 2,
   * 4.6 for c = 3) they fold back instead and end here, later than t*_N, at a finite K: from t*_N to here the
   * blow-up on z* is a second equilibrium, in which everyone trains because everyone does.
   */
  readonly lastHorizon: number;
  /** λ at which the region is entered (nashClock.ts); only in case 'region'. */
  readonly entry?: number;
}

/** A start in base units (a = b = 1) and T̂. */
export interface Approach {
  readonly region: Region;
  readonly constants: NashConstants;
  /** b·K0/a */
  readonly k: number;
  /** T̂0 = m·T0 */
  readonly That: number;
  /** z0 = c·k/T̂0^(1+c) */
  readonly z0: number;
}

export function approachOf(input: LabStart): Approach & { a: number; b: number } {
  const { T0, c, a, b, k } = readStart(input);
  const labs = readLabs(input);
  const constants = nashConstants(labs, c);
  const That = labs.m * T0;
  return { constants, region: regionOf(constants), k, That, z0: (c * k) / That ** (1 + c), a, b };
}

/**
 * The symmetric path-taking equilibrium up to a horizon: every lab maximises its own K(t_f) given T_j(t) of the
 * others. z0 is the start's b·c·K0/(a·T̂0^(1+c)).
 *   grow: t_f ≤ T̂0/(c·k) (z0 ≥ 1), t_f ≤ (ln(1/z0) + 1)/T̂0^c (z0 < 1);
 *   train-grow: z0 ≥ 1, q = 1 until t1 = (t_f − T̂0/(c·k))/(1 + m/c) while z(t1) ≥ 1;
 *   region: q = 1 (z0 > z_e) or 0 (z0 < z_e) until z = z_e, then q(z) while z rises from z_e to 1, then q = 0
 *   for one e-fold of K. z_e from (time to z_e) + T̂_e^(−c)·Γ(z_e) = t_f, solved for λ = −ln((z_e−z*)/…).
 *   blowup: from t*_N on (or from lastHorizon): q = 1 or 0 until z*, then q_N for ever.
 * m = 1 is optimalPlan(). Source: REPORT section 6(c); the fold (lastHorizon) is not in it.
 *
 * @param input K0, T0 of one lab; K0 > 0, T0 ≥ 0, c > 0, a, b > 0, N ≥ 1, 0 ≤ σ ≤ 1, horizon ≥ 0, unit 1/a
 */
export function nashPlan(input: LabStart & { readonly horizon: number }): NashPlan {
  const { a, b, ...approach } = approachOf(input);
  const horizon = extended('horizon', input.horizon);
  const { K0, T0, c, N, sigma = 0 } = input;
  const from = { K0, T0, c, a, b, N, sigma };
  if (approach.constants.nu === 0) return alone(from, horizon);
  const { region, constants, k, That, z0 } = approach;
  const time = a * horizon;
  const { m } = constants;
  const blowUpTime = blowUp(approach) / a;
  const fold = foldOf(region, z0);
  const lastHorizon = fold === undefined ? blowUpTime : Math.max(blowUpTime, total(approach, fold) / a);
  const done = (name: NashPlan['case'], K: number, arcs: NashArc[], entry?: number): NashPlan => ({
    from,
    horizon,
    K,
    case: name,
    arcs: arcs.filter(({ start, end }) => end > start),
    blowUpTime,
    lastHorizon,
    ...(entry === undefined ? {} : { entry }),
  });
  const arc = (control: NashArc['control'], q: number, start: number, end: number, qEnd = q): NashArc => ({
    control,
    q,
    qEnd,
    start: start / a,
    end: end / a,
  });

  const shortest = z0 >= 1 ? That / (c * k) : (1 - Math.log(z0)) / That ** c;
  if (time <= shortest) return done('grow', K0 * Math.exp(That ** c * time), [arc('grow', 0, 0, time)]);
  if (z0 >= 1) {
    const t1 = (time - That / (c * k)) / (1 + m / c);
    const reached = That + m * k * t1;
    if (reached ** (1 + c) <= c * k) {
      const K = K0 * Math.exp(reached ** c * (time - t1));
      return done('train-grow', K, [arc('train', 1, 0, t1), arc('grow', 0, t1, time)]);
    }
  }
  const entry = entryFor(approach, time, fold);
  if (entry === undefined) {
    const t1 = approachTime(approach, Number.POSITIVE_INFINITY);
    const { share } = constants;
    const arcs = [approachArc(arc, approach, constants.saddle, t1), arc('indifferent', share, t1, a * blowUpTime)];
    return done('blowup', Number.POSITIVE_INFINITY, arcs);
  }
  const t1 = approachTime(approach, entry);
  const logTend = logEntry(approach, entry) - logTraining(region, entry);
  const leave = time - Math.exp(-c * logTend);
  const K = ((K0 / k) * Math.exp(1 + (1 + c) * logTend)) / c;
  const arcs = [
    approachArc(arc, approach, ratioAt(region, entry), t1),
    arc('indifferent', shareAt(region, entry), t1, leave, 0),
    arc('grow', 0, leave, time),
  ];
  return done('region', K, arcs, entry);
}

function approachArc(
  arc: (control: NashArc['control'], q: number, start: number, end: number) => NashArc,
  { z0 }: Approach,
  z: number,
  end: number,
): NashArc {
  return z0 > z ? arc('train', 1, 0, end) : arc('grow', 0, 0, end);
}

/** Time to the region's point λ, base units; λ = Infinity is z*. */
export function approachTime({ region, constants, k, That, z0 }: Approach, lambda: number): number {
  const z = ratioAt(region, lambda);
  const { c, m } = constants;
  if (z0 > z) return Math.max(0, ((c * k) / z) ** (1 / (1 + c)) - That) / (m * k);
  return Math.log(z / z0) / That ** c;
}

/** ln T̂ on entering at λ. */
export function logEntry({ region, constants, k, That, z0 }: Approach, lambda: number): number {
  const z = ratioAt(region, lambda);
  return z0 > z ? Math.log((constants.c * k) / z) / (1 + constants.c) : Math.log(That);
}

const total = (approach: Approach, lambda: number): number =>
  approachTime(approach, lambda) +
  Math.exp(-approach.constants.c * logEntry(approach, lambda)) * timeToGo(approach.region, lambda);

/** λ whose total time is `time`; undefined if there is none on the branch of short horizons. */
function entryFor(approach: Approach, time: number, fold: number | undefined): number | undefined {
  const late = (lambda: number): number => total(approach, lambda) / time - 1;
  if (fold !== undefined) return late(fold) >= 0 ? rootIn(late, 0, fold) : undefined;
  if (time >= blowUp(approach)) return undefined;
  let high = 1;
  // Beyond αλ = 40 the horizon is the blow-up time to the last bit.
  while (late(high) < 0) {
    if (approach.region.alpha * high > 40) return undefined;
    high *= 2;
  }
  return rootIn(late, 0, high);
}

/** At λ = 0 the horizon may be the shortest one to the last bit, on either side. */
function rootIn(f: (x: number) => number, low: number, high: number): number {
  return f(low) >= 0 ? low : brent(f, low, high);
}

/**
 * t*_N, base units: approach to z*, then T̂^(−c) falls at rate m·q_N·z*. Without spillover the least blow-up
 * time.
 */
function blowUp(approach: Approach): number {
  const { m, share, saddle, c } = approach.constants;
  const settled = Number.POSITIVE_INFINITY;
  return approachTime(approach, settled) + Math.exp(-c * logEntry(approach, settled)) / (m * share * saddle);
}

/**
 * The blow-up time of labs that free-ride for ever (horizon Infinity): z0 ≥ z*: (T1 − T̂0)/(m·k) +
 * T1^(−c)/(m·q_N·z*), T1 = (c·k/z*)^(1/(1+c)); z0 < z*: [−ln(z0 : z*) + 1/(m·q_N·z*)]/T̂0^c. minimalBlowUpTime()
 * for m = 1. Source: REPORT section 6(c). Domain as nashPlan(); unit 1/a.
 */
export function nashBlowUpTime(input: LabStart): number {
  const approach = approachOf(input);
  return blowUp(approach) / approach.a;
}

/** Without spillover each lab plays its own optimum. */
function alone(from: Required<LabStart>, horizon: number): NashPlan {
  const { K0, T0, c, a, b } = from;
  const plan = optimalPlan({ K0, T0, c, a, b, horizon });
  const names = { A0: 'grow', B0: 'grow', A1: 'train-grow', A2: 'region', B2: 'region', blowup: 'blowup' } as const;
  const arcs = plan.arcs.map(({ control, q, start, end }) => ({
    control: control === 'turnpike' ? ('indifferent' as const) : control,
    q,
    qEnd: q,
    start,
    end,
  }));
  const { K, blowUpTime } = plan;
  return { from, horizon, K, case: names[plan.case], arcs, blowUpTime, lastHorizon: blowUpTime };
}
