/**
 * Equal loss under a scaling law: loss = E + A/N^α + B/D^β for N parameters and D tokens, training compute ∝ N·D, compute
 * of one served token ∝ N. From the compute-optimal model one goes to smaller N and larger D ("overtraining").
 * Source: Hoffmann et al. 2022 ("Chinchilla"), third approach: α = 0.34, β = 0.28; A and B cancel.
 */
const ALPHA = 0.34;
const BETA = 0.28;

/** A/N^α and B/D^β at the compute-optimal model, in units of the first: αA/N^α = βB/D^β there. */
const optimum = { model: 1, data: ALPHA / BETA };
const sum = optimum.model + optimum.data;

/** OOMs of inference saved and of training paid, both relative to the compute-optimal model. */
export interface Overtrained {
  readonly saved: number;
  readonly paid: number;
}

/** The model with N smaller by `saved` OOMs (0 ≤ saved below the end of the curve) at equal loss; paid is Infinity past that end. */
export function overtrained(saved: number): Overtrained {
  const data = sum - optimum.model * 10 ** (ALPHA * saved);
  if (data <= 0) return { saved, paid: Number.POSITIVE_INFINITY };
  return { saved, paid: Math.log10(optimum.data / data) / BETA - saved };
}

/** OOMs of training paid for one more OOM of inference saved, at a point of the curve. */
export function marginalExchange(saved: number): number {
  const model = optimum.model * 10 ** (ALPHA * saved);
  return (ALPHA * model) / (BETA * (sum - model)) - 1;
}

/** The largest saving whatever is paid, OOM. */
export const mostSaved: number = Math.log10(sum / optimum.model) / ALPHA;
