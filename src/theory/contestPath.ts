import { brent } from './brent.ts';
import type { Contest } from './contest.ts';
import { follow, type Game, gameOf, trainingShare } from './contestMotion.ts';
import { between, extended, fields, nonNegative, positive, refusal } from './domain.ts';
import type { PathPoint } from './planPath.ts';

/**
 * One of N labs in a contest with κ < 1, its chips growing by v = a·N^(κ−1)·(I·T^c)^κ at the symmetric point,
 * dT/dt = b·q·K. a stands for s·a_i^κ·Y_ref^(1−κ) of revenue R(Y).
 */
export interface ContestState extends Contest {
  /** Chips of one lab; above 0. */
  readonly K: number;
  /** Its training stock; above 0. */
  readonly T: number;
  readonly a?: number;
  readonly b?: number;
}

/** ψ in units of K/T from which on training is all there is, and ψ runs away. */
const RUNAWAY = 1e5;

/** The state after `time`; undefined once ψ runs away. */
function carry(game: Game, from: readonly number[], time: number): readonly number[] | undefined {
  const runsAway = ([logK, logT, psi]: readonly number[]): boolean =>
    psi! > RUNAWAY * game.b * Math.exp(logK! - logT!);
  const { y, stopped } = follow(game, 't', from, time, runsAway);
  return stopped ? undefined : y;
}

/** ψ at the start of the path that ends with ψ = 0. */
function shoot(game: Game, logK: number, logT: number, time: number): number {
  const unit = Math.exp(logK - logT);
  // ψ(t_f), bounded on both sides.
  const f = (logY: number): number => {
    const end = carry(game, [logK, logT, unit * Math.exp(logY)], time);
    return end === undefined ? RUNAWAY : Math.max(-RUNAWAY, Math.min(RUNAWAY, end[2]! / unit));
  };
  const low = -30 + Math.log(Math.min(1, time * unit));
  return unit * Math.exp(brent(f, low, Math.log(RUNAWAY)));
}

export interface ContestPlan {
  readonly from: Omit<ContestState, 'K' | 'T'> & { readonly K0: number; readonly T0: number };
  readonly horizon: number;
  /** Chips of one lab at the horizon. */
  readonly K: number;
  /** Training share at the start. */
  readonly q: number;
  /** States from which the path is integrated on: ln K, ln T, ψ. */
  readonly nodes: readonly { readonly t: number; readonly y: readonly number[] }[];
}

const NODES = 24;
/** Of ψ(0): how far neighbouring shots may be apart before the path is shot again. */
const TRUSTED = 1e-10;

/**
 * The symmetric open-loop equilibrium path of a contest up to a horizon, NUMERICAL: shooting for ψ(0), the price
 * of training in chips, until ψ(t_f) = 0. The path is a saddle's; where rounding of ψ(0) would show, it is shot
 * again from there. That it is an equilibrium is not implied: contestExistence().
 * About 9 digits. Source: derived here: open-loop Tullock game (to 7 digits by shooting and transcription).
 *
 * @param input K0, T0 > 0 of one lab, N ≥ 1, θ ≥ 0, 0 < κ < 1, c > 0, a, b > 0; horizon ≥ 0, finite, before
 * any blow-up (d = κ(1+c) − 1 > 0 has one)
 */
export function contestPlan(
  input: Omit<ContestState, 'K' | 'T'> & {
    readonly K0: number;
    readonly T0: number;
    readonly horizon: number;
  },
): ContestPlan {
  const game = gameOf(fields(input));
  const { horizon, ...from } = input;
  nonNegative('horizon', horizon);
  let y: readonly number[] = [Math.log(positive('K0', input.K0)), Math.log(positive('T0', input.T0)), 0];
  const nodes: { t: number; y: readonly number[] }[] = [];
  let t = 0;
  while (t < horizon) {
    const psi = shoot(game, y[0]!, y[1]!, horizon - t);
    y = [y[0]!, y[1]!, psi];
    // A neighbour a few roundings away shows how far this shot can be trusted.
    let other: readonly number[] = [y[0]!, y[1]!, psi * (1 + 1e-15)];
    let step = (horizon - t) / NODES;
    for (let walked = 0; t < horizon; ) {
      nodes.push({ t, y });
      const dt = horizon - t < 1.5 * step ? horizon - t : step;
      const next = carry(game, y, dt);
      const beside = carry(game, other, dt);
      const apart = next && beside ? Math.abs(beside[2]! - next[2]!) : Number.POSITIVE_INFINITY;
      if (next && beside && apart <= TRUSTED * psi) {
        t = dt === step ? t + dt : horizon;
        [y, other] = [next, beside];
        walked++;
        continue;
      }
      nodes.pop();
      if (walked > 0) break;
      step /= 2;
    }
  }
  if (nodes.length === 0) nodes.push({ t: 0, y });
  const q = trainingShare(game, 't', nodes[0]!.y);
  return { from, horizon, K: Math.exp(y[0]!), q, nodes };
}

/**
 * K, T and q of one lab at time t of a contest plan. Source as contestPlan().
 *
 * @param plan from contestPlan()
 * @param t from 0 to the plan's horizon
 */
export function contestPath(plan: ContestPlan, t: number): PathPoint {
  if (!Array.isArray(fields(plan, 'plan').nodes)) throw refusal('plan', plan, 'a plan of contestPlan');
  between('t', t, 0, plan.horizon);
  const game = gameOf(plan.from);
  const node = plan.nodes.findLast((n) => n.t <= t)!;
  const y = t === node.t ? node.y : follow(game, 't', node.y, t - node.t, () => false).y;
  return { K: Math.exp(y[0]!), T: Math.exp(y[1]!), q: trainingShare(game, 't', y) };
}

/**
 * The share the equilibrium path trains at a state with a time to go: the feedback form of contestPlan(), as a
 * reference for a best-response rule. timeToGo = Infinity is the stable path that leads to the balanced growth
 * of contestTurnpikeShare(): found by bisection in the two ratios that alone matter, K/T^α with α =
 * (1+cκ)/(2−κ), and ψ·T/K. Source and domain as contestPlan(); timeToGo ≥ 0, Infinity too.
 */
export function contestShare(input: ContestState & { readonly timeToGo: number }): number {
  const game = gameOf(fields(input));
  const logK = Math.log(positive('K', input.K));
  const logT = Math.log(positive('T', input.T));
  const time = extended('timeToGo', input.timeToGo);
  if (time === 0) return 0;
  if (time === Number.POSITIVE_INFINITY)
    return trainingShare(game, 's', [logK, logT, stablePrice(game, logK, logT)]);
  return trainingShare(game, 't', [logK, logT, shoot(game, logK, logT, time)]);
}

/** ψ·T/K on the stable path: above it it runs away, below it it falls through 0. */
function stablePrice(game: Game, logK: number, logT: number): number {
  const decided = ([, , price]: readonly number[]): boolean => price! <= 0 || price! > RUNAWAY;
  const tooHigh = (logY: number): boolean =>
    follow(game, 's', [logK, logT, Math.exp(logY)], 400, decided).y[2]! > 0;
  let low = -60;
  let high = Math.log(RUNAWAY);
  for (let i = 0; i < 60 && high - low > 1e-14; i++) {
    const middle = (low + high) / 2;
    if (tooHigh(middle)) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}
