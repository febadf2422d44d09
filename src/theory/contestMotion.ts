import { brent } from './brent.ts';
import { type Contest, contestElasticities } from './contest.ts';
import { openShare, positive } from './domain.ts';
import { extrapolatedStep, integrate, type Slope, type Step } from './extrapolation.ts';

export interface Game {
  readonly kappa: number;
  readonly c: number;
  readonly b: number;
  readonly eI: number;
  readonly eT: number;
  /** a·N^(κ−1) */
  readonly A: number;
}

export function gameOf(input: Contest & { readonly a?: number; readonly b?: number }): Game {
  const { inference: eI, training: eT } = contestElasticities(input);
  const { N, kappa, c, a = 1, b = 1 } = input;
  openShare('kappa', kappa);
  return { kappa, c, b: positive('b', b), eI, eT, A: positive('a', a) * N ** (kappa - 1) };
}

/**
 * ln K, ln T and the price of training: ψ = μ/λ over time t, or, over s with ds = (K/T)·dt, ψ·T/K, which stays of
 * one size while K and T blow up.
 */
export type Clock = 't' | 's';

const psiOf = (clock: Clock, [logK, logT, price]: readonly number[]): number =>
  clock === 't' ? price! : price! * Math.exp(logK! - logT!);

/** ψ over a chip's return when all serve, b·ψ/(e_I·v/K) at q = 0, less 1: above 0 some train. */
function urge({ kappa, c, b, eI, A }: Game, clock: Clock, y: readonly number[]): number {
  const served = eI * A * Math.exp((kappa - 1) * y[0]! + c * kappa * y[1]!);
  return (b * psiOf(clock, y)) / served - 1;
}

/** 1 − q where some train: inference up to where a chip's return falls to what training is worth. */
const served = (game: Game, clock: Clock, y: readonly number[]): number =>
  (1 + urge(game, clock, y)) ** (-1 / (1 - game.kappa));

export function trainingShare(game: Game, clock: Clock, y: readonly number[]): number {
  return urge(game, clock, y) > 0 ? 1 - served(game, clock, y) : 0;
}

/**
 * (ln K, ln T, ψ)′ = (v/K, b·q·K/T, −e_T·v/T + ψ(e_I·v/K + b·ψ·q)): the open loop, the others' Y
 * (or T) given, v = A·(I·T^c)^κ. Where all serve, q = 0 whatever ψ, also below 0: that continues the equations
 * beyond the end of a path smoothly.
 */
function motion(game: Game, clock: Clock, trains: boolean): Slope {
  const { kappa, c, b, eI, eT, A } = game;
  return (_, y) => {
    const [logK, logT] = y as [number, number, number];
    const u = trains ? served(game, clock, y) : 1;
    const growth = A * Math.exp((kappa - 1) * logK + c * kappa * logT) * u ** kappa;
    const stock = Math.exp(logK - logT);
    const psi = psiOf(clock, y);
    const training = b * (1 - u) * stock;
    const price = -eT * growth * stock + psi * (eI * growth + b * psi * (1 - u));
    if (clock === 't') return [growth, training, price];
    return [growth / stock, training / stock, price / stock ** 2 + (y[2]! * (training - growth)) / stock];
  };
}

const TOLERANCE = 1e-12;

/**
 * The state after `span` of the clock, or where `stop` first holds at the end of a step. The equations have a
 * kink where training begins or ends; each side is integrated by its own smooth form and the kink located.
 */
export function follow(
  game: Game,
  clock: Clock,
  from: readonly number[],
  span: number,
  stop: (y: readonly number[]) => boolean,
): { y: readonly number[]; stopped: boolean } {
  let trains = urge(game, clock, from) > 0;
  // From one so long that all motion dies within it, every column of the extrapolation would return the start.
  let now: Step = { x: 0, y: [...from], next: clock === 's' ? Math.min(1, span / 4) : span / 4 };
  while (now.x < span) {
    const f = motion(game, clock, trains);
    const left = span - now.x;
    const { x, y } = now;
    const size = now.next >= left ? left : now.next;
    let step = extrapolatedStep(f, x, y, size, TOLERANCE);
    const ended = urge(game, clock, step.y) > 0 !== trains;
    if (ended) {
      const at = (h: number): number[] => (h === 0 ? y : integrate(f, 0, y, h, TOLERANCE));
      const h = brent((dt) => kinkless(urge(game, clock, at(dt)), dt, trains), 0, step.x - x);
      step = { x: x + h, y: at(h), next: step.next };
      trains = !trains;
    }
    now = step.x >= span - 1e-14 * span ? { ...step, x: span } : step;
    if (stop(now.y)) return { y: now.y, stopped: true };
  }
  return { y: now.y, stopped: false };
}

/** At the kink itself, where the step before has ended, the urge may have either sign. */
const kinkless = (value: number, dt: number, trains: boolean): number =>
  dt > 0 ? value : trains ? Math.max(value, Number.MIN_VALUE) : Math.min(value, -Number.MIN_VALUE);
