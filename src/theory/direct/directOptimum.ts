import { fields, positive, refusal } from '../domain.ts';
import { numbers } from './algebra.ts';
import { hamiltonianDefects } from './hamiltonian.ts';
import { evenMesh, halved, type Meshed, refined, regrid } from './mesh.ts';
import { type Planned, type PlannerProblem, readProblem } from './problem.ts';
import { ratesAt } from './rates.ts';
import { BlowsUp, maximise, type Outcome } from './stagewiseNewton.ts';
import { type Controls, type Mesh, type Path, Transcription } from './transcription.ts';

export interface DirectOptions {
  /** Cells of the mesh before its worst ones are cut and all are halved: 8 to 1000, 64 when left out. */
  readonly cells?: number;
  /** How often the worst cells are cut, where no kink asks for more: 0 to 100, 12 when left out. */
  readonly rounds?: number;
}

/** A computed optimum: a control, what it leads to, and how far that may be from the best. Of one lab. */
export interface DirectOptimum {
  /** Times of the mesh, 0 to the horizon. */
  readonly t: Float64Array;
  /** Chips and training at these times. */
  readonly K: Float64Array;
  readonly T: Float64Array;
  /** Training share from each of these times on; at the horizon the last one. */
  readonly q: Float64Array;
  /** Chips at the horizon: what this control reaches, so never above the optimum but by `integration`. */
  readonly KAtHorizon: number;
  /**
   * |Change of ln K(t_f)| from the mesh of half as many cells; with kinks the most, also from their last three
   * roundings. Too small where T_max is held against ρ (4e-5 seen).
   */
  readonly error: number;
  /** |Change of ln K(t_f)| when the same control is integrated with half the steps. */
  readonly integration: number;
  /** What one more Newton step promises to add to ln K(t_f). */
  readonly promise: number;
  /** Norm of the projected gradient, Σ|∂ln K(t_f)/∂u|·(room of u): what this mesh could gain to first order. */
  readonly residual: number;
  /**
   * Defect of Pontryagin's condition, ∫(max_u H − H) dt: to first order what ln K(t_f) could gain by any measurable
   * control. Where a path rests on a kink of G or on T_max, this and `residual` count the slope beside the kink,
   * and are far larger than any gain.
   */
  readonly defect: number;
  /** Newton steps, all meshes together; cells of the last mesh. */
  readonly iterations: number;
  readonly cells: number;
  /** How it was got, in words. */
  readonly method: string;
}

const COARSE = 24;
/** Steps of the reported path for each of the optimiser's. */
const FINER = 8;
/**
 * Kinks in T (of G, and T_max) are rounded over e^±η. A path that stops training on a kink is found by letting η fall
 * in steps small enough for Newton's model to follow; ln K of the exact problem then differs in proportion to η.
 */
const ROUNDINGS = [0.3, 0.1, 0.03, 0.01, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 3e-6, 1e-6, 3e-7, 1e-7];
/** From here on the worst cells are cut too. */
const FINE = 0.01;
/** Newton steps on one mesh. */
const MOST_ITERATIONS = 80;
/** The same where kinks make many meshes. */
const MOST_WITH_KINKS = 50;
/** Cutting ends at this many times the cells asked for, or when Pontryagin's condition holds this well. */
const MOST_CUTS = 4;
const ENOUGH = 3e-9;
/** Roundings of kinks whose results must agree with the last. */
const COMPARED = 3;
/** Cells are not cut below this share of the horizon. */
const NARROWEST = 1e-8;

/**
 * The planner's best path to a horizon where no closed form exists: direct transcription. The control is constant within
 * cells, the stocks (ln K, T) are carried by Runge–Kutta steps, and ln K(t_f) is maximised over all controls at once
 * (stagewiseNewton.ts); the mesh is laid along the path, its worst cells are cut by their Hamiltonian defects, and at
 * the end all are halved, which gives the error estimate. A local maximum from several starts: the problem is not concave
 * in general.
 *
 * @param input the mechanisms (PlannerProblem), and horizon > 0, finite
 * @returns null where some control blows up (or K leaves the range of numbers) before the horizon
 */
export function directOptimum(
  input: PlannerProblem & { readonly horizon: number },
  options: DirectOptions = {},
): DirectOptimum | null {
  const problem = readProblem(input);
  const horizon = positive('horizon', input.horizon);
  const { cells = 64, rounds = 12 } = fields(options, 'options');
  whole('cells', cells, 8, 1000);
  whole('rounds', rounds, 0, 100);
  try {
    return solve(problem, horizon, cells, rounds);
  } catch (fault) {
    if (fault instanceof BlowsUp) return null;
    throw fault;
  }
}

function whole(name: string, got: number, least: number, most: number): void {
  if (!(Number.isSafeInteger(got) && got >= least && got <= most))
    throw refusal(name, got, `a whole number from ${least} to ${most}`);
}

/** The best of one mesh, and the Newton steps it took so far. */
interface Stage {
  readonly on: Transcription;
  readonly outcome: Outcome;
  readonly iterations: number;
}

function solve(problem: Planned, horizon: number, cells: number, rounds: number): DirectOptimum {
  const isKinked = problem.logTmax < Number.POSITIVE_INFINITY || problem.quality.kinks.length > 0;
  const iterations = isKinked ? MOST_WITH_KINKS : MOST_ITERATIONS;
  const widest = isKinked ? ROUNDINGS[0]! : 0;
  const next = (from: Stage, { mesh, controls }: Meshed, eta: number, tolerance: number): Stage => {
    const on = new Transcription(problem, mesh, eta);
    const outcome = maximise(on, controls, { tolerance, iterations });
    return { on, outcome, iterations: from.iterations + outcome.iterations };
  };
  let stage = coarse(problem, horizon, widest);
  // The second mesh is laid along a path that is already about right.
  for (const tolerance of [1e-7, 1e-8]) {
    const { on, outcome } = stage;
    stage = next(stage, regrid(on, outcome.controls, outcome.path, cells), widest, tolerance);
  }
  const tried = [{ stage, end: exactEnd(stage) }];
  for (const eta of isKinked ? ROUNDINGS.slice(1) : new Array<number>(rounds).fill(0)) {
    const { on, outcome } = stage;
    const cut = eta > FINE ? undefined : cutMesh(stage, cells, isKinked);
    if (cut === undefined && !isKinked) break;
    stage = next(stage, cut ?? { mesh: on.mesh, controls: outcome.controls }, eta, 1e-9);
    tried.push({ stage, end: exactEnd(stage) });
  }
  // The last one, unless Newton's steps ran out where a kink is very sharp.
  const best = tried.reduce((one, other) => (other.end >= one.end ? other : one));
  const { on, outcome } = best.stage;
  const fine = next(
    { ...best.stage, iterations: stage.iterations },
    halved(on.mesh, outcome.controls),
    on.eta,
    1e-10,
  );
  const last = exactEnd(fine) >= best.end ? fine : { ...best.stage, iterations: fine.iterations };
  const compared = isKinked ? tried.slice(-COMPARED) : tried.slice(-1);
  const end = exactEnd(last);
  const error = Math.max(...compared.map((other) => Math.abs(end - other.end)));
  return report(last, error);
}

/** The mesh with its worst cells cut; undefined where that is no longer worth it. */
function cutMesh({ on, outcome }: Stage, cells: number, isKinked: boolean): Meshed | undefined {
  const { controls, path } = outcome;
  const defects = hamiltonianDefects(on, outcome).map(
    (defect, k) => defect + on.roughness(controls, path, k),
  );
  if (on.cells >= MOST_CUTS * cells || (!isKinked && sum(defects) < ENOUGH)) return undefined;
  // Beside a kink the mean of a cell's control must stay what it is, or T misses the kink by more than its rounding.
  return refined(on.mesh, controls, defects, NARROWEST * on.mesh[on.cells]!, isKinked);
}

const sum = (values: Float64Array): number => values.reduce((total, one) => total + one, 0);

/** From several starts on a coarse mesh, one in each tier and one that only serves; the best of them. */
function coarse(problem: Planned, horizon: number, eta: number): Stage {
  const mesh = evenMesh(horizon, COARSE);
  const { tiers } = new Transcription(problem, mesh);
  const starts = [
    ...Array.from({ length: tiers }, (_, tier) => ({ u: tier + 0.5, tier })),
    { u: tiers, tier: tiers - 1 },
  ];
  const stages = starts.map(({ u, tier }) => {
    const on = new Transcription(problem, mesh, eta);
    const controls = { u: new Float64Array(COARSE).fill(u), tier: new Int32Array(COARSE).fill(tier) };
    const outcome = maximise(on, controls, { tolerance: 1e-6 });
    return { on, outcome, iterations: outcome.iterations };
  });
  const end = ({ outcome }: Stage): number => outcome.path.L[COARSE]!;
  const best = stages.reduce((one, other) => (end(other) > end(one) ? other : one));
  return { ...best, iterations: stages.reduce((total, { iterations }) => total + iterations, 0) };
}

/** A stage's control followed without rounded kinks, by `finer` times as many steps. */
function exactPath({ on, outcome }: Stage, finer: number): Path {
  const exact = new Transcription(on.problem, on.mesh);
  exact.settle(outcome.controls, exact.follow(outcome.controls));
  return exact.follow(outcome.controls, finer);
}

const exactEnd = (stage: Stage, finer = FINER): number => exactPath(stage, finer).L[stage.on.cells]!;

function report(stage: Stage, error: number): DirectOptimum {
  const { on, outcome, iterations } = stage;
  const path = exactPath(stage, FINER);
  const end = path.L[on.cells]!;
  return {
    t: Float64Array.from(on.mesh),
    K: path.L.map(Math.exp),
    T: path.T,
    q: sharesOf(on.problem, on.mesh, outcome.controls, path),
    KAtHorizon: Math.exp(end),
    error,
    integration: Math.abs(end - exactEnd(stage, FINER / 2)),
    promise: outcome.promise,
    residual: outcome.residual,
    defect: sum(hamiltonianDefects(on, outcome)),
    iterations,
    cells: on.cells,
    method: `direct transcription: control constant in each of ${on.cells} cells, Runge–Kutta steps, exact discrete adjoints, projected Newton`,
  };
}

function sharesOf(problem: Planned, mesh: Mesh, { u, tier }: Controls, { L, T }: Path): Float64Array {
  return L.map((log, node) => {
    const cell = Math.min(node, u.length - 1);
    const moment = { L: log, T: T[node]!, t: mesh[node]! };
    const { training } = ratesAt(numbers, problem, moment, u[cell]!, tier[cell]!, 0);
    // Rounding of K − (chips that serve).
    return Math.min(1, Math.max(0, training * Math.exp(-log)));
  });
}
