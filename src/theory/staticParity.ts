import { fields, finite, nonNegative, positive } from './domain.ts';

/** S3's exchange: β OOMs more training compute save α OOMs of inference compute at equal performance. */
export interface Exchange {
  /** OOMs of inference saved; above 0. */
  readonly alpha: number;
  /** OOMs of training paid; above 0. */
  readonly beta: number;
}

/** One period's compute, both in the same unit (FLOP, or chips). */
export interface Mix {
  readonly training: number;
  readonly inference: number;
}

function readExchange(input: Exchange): Exchange {
  const { alpha, beta } = fields(input);
  return { alpha: positive('alpha', alpha), beta: positive('beta', beta) };
}

/**
 * The training share that makes one period's total compute least at given performance: α/(α+β).
 * Source: S3 "Optimally Allocating Compute Between Inference and Training": d/dt(10^(βt)·T + 10^(−αt)·I) = 0
 * at t = 0 gives α·I = β·T. Domain: alpha, beta > 0.
 */
export function parityShare(input: Exchange): number {
  const { alpha, beta } = readExchange(input);
  return alpha / (alpha + beta);
}

/** parityShare() for S1's f = I·T^c, where c = α/β: c/(1+c), so T:I = c. Domain: c > 0. */
export function parityShareFor(c: number): number {
  positive('c', c);
  return c / (1 + c);
}

/**
 * The mix of equal performance after `ooms` orders of magnitude more training: (T·10^x, I·10^(−x·α/β)).
 * Source: S3, its performance frontier. Its examples at x = 0.1, α = 2, β = 1: 150 + 150 → 283.48 in total,
 * 200 + 100 → 314.88. Domain: training, inference ≥ 0, ooms finite.
 */
export function tradeForTraining(input: Exchange & Mix & { readonly ooms: number }): Mix & { total: number } {
  const { alpha, beta } = readExchange(input);
  const x = finite('ooms', input.ooms);
  const training = nonNegative('training', input.training) * 10 ** x;
  const inference = nonNegative('inference', input.inference) * 10 ** ((-x * alpha) / beta);
  return { training, inference, total: training + inference };
}

/**
 * The cheapest mix of the same performance, and how many OOMs more training it has: x =
 * β/(α+β)·log10(α·I/(β·T)).
 * Source: S3's condition α·I = β·T solved along the frontier of tradeForTraining(). Domain: training,
 * inference > 0.
 */
export function cheapestMix(input: Exchange & Mix): Mix & { total: number; ooms: number } {
  const { alpha, beta } = readExchange(input);
  const training = positive('training', input.training);
  const inference = positive('inference', input.inference);
  const ooms = (beta / (alpha + beta)) * Math.log10((alpha * inference) / (beta * training));
  return { ...tradeForTraining({ alpha, beta, training, inference, ooms }), ooms };
}
