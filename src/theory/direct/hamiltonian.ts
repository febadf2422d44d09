import { numbers } from './algebra.ts';
import { ratesAt } from './rates.ts';
import type { Outcome } from './stagewiseNewton.ts';
import type { Transcription } from './transcription.ts';

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * How far each cell's control is from what Pontryagin's principle asks for: (cell width)·[max over u of H − H], H =
 * λ_L·d ln K/dt + λ_T·dT/dt with the discrete adjoints, averaged over the cell's two ends. The sum bounds to first
 * order what ln K could gain by any measurable control; on a singular arc it falls with the square of the cells'
 * width, while the loss itself falls with the fourth power.
 */
export function hamiltonianDefects(
  problem: Transcription,
  { controls, path, adjoint }: Outcome,
): Float64Array {
  const defects = new Float64Array(problem.cells);
  for (let k = 0; k < problem.cells; k++) {
    for (const node of [k, k + 1]) {
      const moment = { L: path.L[node]!, T: path.T[node]!, t: problem.mesh[node]! };
      const H = (u: number, tier: number): number => {
        const rates = ratesAt(numbers, problem.problem, moment, u, tier, problem.eta);
        return adjoint.L[node]! * rates.L + adjoint.T[node]! * rates.T;
      };
      const most = highest(H, problem.tiers);
      defects[k]! += (problem.width(k) / 2) * Math.max(0, most - H(controls.u[k]!, controls.tier[k]!));
    }
  }
  return defects;
}

/** The largest value over all tiers; within one, H is linear or concave in u. */
function highest(H: (u: number, tier: number) => number, tiers: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let tier = 0; tier < tiers; tier++) {
    most = Math.max(most, H(tier, tier), H(tier + 1, tier));
    if (tier === 0) continue;
    let low = tier;
    let high = tier + 1;
    for (let i = 0; i < 16; i++) {
      const width = GOLDEN * (high - low);
      const left = H(high - width, tier);
      const right = H(low + width, tier);
      most = Math.max(most, left, right);
      if (left > right) high = low + width;
      else low = high - width;
    }
  }
  return most;
}
