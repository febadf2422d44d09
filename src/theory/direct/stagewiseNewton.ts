import { numbers } from './algebra.ts';
import type { Jet } from './jet.ts';
import type { Controls, Path, Transcription } from './transcription.ts';

export interface Outcome {
  readonly controls: Controls;
  readonly path: Path;
  /** Adjoints (∂ln K(t_f)/∂ln K, ∂ln K(t_f)/∂T) at the mesh's times. */
  readonly adjoint: Path;
  /** Σ over cells of |gradient|·room: what ln K could still gain to first order by controls constant in cells. */
  readonly residual: number;
  /** What the next Newton step, undamped, is expected to gain in ln K(t_f). */
  readonly promise: number;
  readonly iterations: number;
}

/** The path ran off to a blow-up before the horizon. */
export class BlowsUp extends Error {}

/** A cell's law of motion for the next path: u + α·step + gain·(deviation of L and T), within its tier. */
interface Law {
  readonly step: Float64Array;
  readonly gainL: Float64Array;
  readonly gainT: Float64Array;
  /** Expected gain in ln K of a full step. */
  readonly promise: number;
}

/** A cell's end with its derivatives. */
interface Expansion {
  readonly L: Jet;
  readonly T: Jet;
}

const SHORTEST = 1 / 256;
const CLOSE = 1e-12;

/**
 * Maximises ln K(t_f) over one control a cell by projected Newton steps. Gradients are exact discrete adjoints; the
 * Newton step over all cells is one backward sweep of 2×2 matrices (a Riccati recursion), and each new path is
 * carried forward with its feedback, clamped to the bounds (Y. Tassa, N. Mansard, E. Todorov, "Control-limited
 * differential dynamic programming", ICRA 2014). The cost of an iteration is linear in the number of cells. A
 * proximal term, weight × (cell width) × (change of u)²/2, shrinks to nothing as steps succeed; on singular arcs it keeps
 * neighbouring cells from chattering.
 *
 * Why its own and no package: limited-memory methods with box bounds see n controls without the order in time that
 * makes the Hessian cheap and singular arcs well-posed, and no such package in the registry is kept up.
 */
export function maximise(
  problem: Transcription,
  from: Controls,
  { iterations = 200, tolerance = CLOSE }: { iterations?: number; tolerance?: number } = {},
): Outcome {
  let controls: Controls = { u: from.u.slice(), tier: from.tier.slice() };
  let path = settled(problem, controls);
  let weight = 1e-3;
  let done = 0;
  let expansions: Expansion[] = [];
  for (; ; done++) {
    const { law, adjoint, residual, promise } = sweep(problem, controls, path, weight, expansions);
    const best = path.L[problem.cells]!;
    const outcome = { controls, path, adjoint, residual, promise, iterations: done };
    if (residual < tolerance || promise < tolerance / 100 || done === iterations) return outcome;
    const next = search(problem, controls, path, law);
    if (next === undefined) {
      // Rounding of ln K hides what is left.
      if (weight > 1e8 || law.promise < 4 * Number.EPSILON * Math.max(1, Math.abs(best))) return outcome;
      weight = Math.max(weight * 10, 1e-8);
      continue;
    }
    weight = next.full ? weight / 10 : weight * 2;
    expansions = [];
    controls = next.controls;
    path = next.path;
    if (problem.settle(controls, path) !== 'kept') path = settled(problem, controls);
  }
}

function settled(problem: Transcription, controls: Controls): Path {
  for (let i = 0; i < 40; i++) {
    const path = problem.follow(controls);
    if (Number.isNaN(path.L[problem.cells]!)) {
      // Perhaps only the steps were too long.
      if (problem.double()) continue;
      break;
    }
    const outcome = problem.settle(controls, path);
    if (outcome === 'kept') return path;
    if (outcome === 'blow-up') break;
  }
  throw new BlowsUp('blow-up before the horizon');
}

function search(
  problem: Transcription,
  controls: Controls,
  path: Path,
  law: Law,
): { controls: Controls; path: Path; full: boolean } | undefined {
  const n = problem.cells;
  for (let alpha = 1; alpha >= SHORTEST; alpha /= 2) {
    const u = new Float64Array(n);
    const L = path.L.slice();
    const T = path.T.slice();
    for (let k = 0; k < n; k++) {
      const wanted =
        controls.u[k]! +
        alpha * law.step[k]! +
        law.gainL[k]! * (L[k]! - path.L[k]!) +
        law.gainT[k]! * (T[k]! - path.T[k]!);
      const tier = controls.tier[k]!;
      u[k] = Math.min(tier + 1, Math.max(tier, wanted));
      const end = problem.cross(numbers, k, L[k]!, T[k]!, u[k]!, tier);
      L[k + 1] = end.L;
      T[k + 1] = end.T;
    }
    const gain = L[n]! - path.L[n]!;
    if (gain > 1e-4 * alpha * law.promise && gain > 0)
      return { controls: { u, tier: controls.tier.slice() }, path: { L, T }, full: alpha === 1 };
  }
  return undefined;
}

/** One backward sweep: adjoints, residual, and the law of the Newton step. Moves cells at a tier's border to the tier they want. */
function sweep(
  problem: Transcription,
  controls: Controls,
  path: Path,
  weight: number,
  expansions: Expansion[],
): { law: Law; adjoint: Path; residual: number; promise: number } {
  const n = problem.cells;
  const law = { step: new Float64Array(n), gainL: new Float64Array(n), gainT: new Float64Array(n) };
  const adjoint = { L: new Float64Array(n + 1), T: new Float64Array(n + 1) };
  adjoint.L[n] = 1;
  // First and second derivatives of what a deviation at the end of the cell is worth, later controls answering.
  let v = { L: 1, T: 0 };
  let S = { LL: 0, LT: 0, TT: 0 };
  let residual = 0;
  let damped = 0;
  let promise = 0;
  for (let k = n - 1; k >= 0; k--) {
    expansions[k] ??= expandInTier(problem, controls, path, k, adjoint);
    const { L, T } = expansions[k]!;
    const slope = adjoint.L[k + 1]! * L.u + adjoint.T[k + 1]! * T.u;
    const u = controls.u[k]!;
    const tier = controls.tier[k]!;
    residual += slope > 0 ? slope * (tier + 1 - u) : slope * (tier - u);
    adjoint.L[k] = adjoint.L[k + 1]! * L.x + adjoint.T[k + 1]! * T.x;
    adjoint.T[k] = adjoint.L[k + 1]! * L.y + adjoint.T[k + 1]! * T.y;

    const second = (
      f: 'xx' | 'xy' | 'xu' | 'yy' | 'yu' | 'uu',
      i: 'x' | 'y' | 'u',
      j: 'x' | 'y' | 'u',
    ): number =>
      v.L * L[f] + v.T * T[f] + L[i] * (S.LL * L[j] + S.LT * T[j]) + T[i] * (S.LT * L[j] + S.TT * T[j]);
    const uu = second('uu', 'u', 'u');
    const ux = second('xu', 'x', 'u');
    const uy = second('yu', 'y', 'u');
    const g = v.L * L.u + v.T * T.u;
    // Where the model is not concave in u it is bent down, so that the step still rises.
    const curvature = -Math.max(Math.abs(uu) + weight * problem.width(k), 1e-300);
    const free = -g / curvature;
    const within = (step: number): number => Math.min(tier + 1 - u, Math.max(tier - u, step));
    const step = within(free);
    const bare = -Math.max(Math.abs(uu), 1e-300);
    promise += gainOf(g, bare, within(-g / bare));
    const clamped = step !== free;
    const gainL = clamped ? 0 : -ux / curvature;
    const gainT = clamped ? 0 : -uy / curvature;
    law.step[k] = step;
    law.gainL[k] = gainL;
    law.gainT[k] = gainT;
    damped += gainOf(g, curvature, step);
    const next = { L: v.L * L.x + v.T * T.x + ux * step, T: v.L * L.y + v.T * T.y + uy * step };
    // Later controls answer by the gain; where the curvature was bent the answer is worth less than the model says.
    S = {
      LL: second('xx', 'x', 'x') + gainL * (2 * ux + uu * gainL),
      LT: second('xy', 'x', 'y') + gainL * uy + gainT * ux + uu * gainL * gainT,
      TT: second('yy', 'y', 'y') + gainT * (2 * uy + uu * gainT),
    };
    if (!clamped) {
      next.L += gainL * (g + uu * step);
      next.T += gainT * (g + uu * step);
    }
    v = next;
  }
  return { law: { ...law, promise: damped }, adjoint, residual, promise };
}

const gainOf = (slope: number, curvature: number, step: number): number =>
  slope * step + (curvature * step * step) / 2;

/** A cell's expansion in the tier that its gradient wants, which is another one only at a border between two. */
function expandInTier(
  problem: Transcription,
  { u, tier }: Controls,
  path: Path,
  k: number,
  adjoint: Path,
): Expansion {
  const expand = (): Expansion => problem.expand(k, path.L[k]!, path.T[k]!, u[k]!, tier[k]!);
  const slopeOf = ({ L, T }: Expansion): number => adjoint.L[k + 1]! * L.u + adjoint.T[k + 1]! * T.u;
  let here = expand();
  // A tier without width: what it holds is its lower border.
  while (here.L.u === 0 && here.T.u === 0 && tier[k]! > 0) {
    u[k] = tier[k]!;
    tier[k]!--;
    here = expand();
  }
  const slope = slopeOf(here);
  const neighbour = slope > 0 && u[k] === tier[k]! + 1 ? 1 : slope < 0 && u[k] === tier[k] ? -1 : 0;
  const other = tier[k]! + neighbour;
  if (neighbour === 0 || other < 0 || other >= problem.tiers) return here;
  const beyond = problem.expand(k, path.L[k]!, path.T[k]!, u[k]!, other);
  if (Math.sign(slopeOf(beyond)) !== neighbour) return here;
  tier[k] = other;
  return beyond;
}
