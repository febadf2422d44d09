import { type Algebra, numbers } from './algebra.ts';
import { Jet, jets } from './jet.ts';
import type { Planned } from './problem.ts';
import { type Moment, ratesAt, rungeKuttaStep } from './rates.ts';
import { tiersOf } from './serving.ts';

/** Times t_0 < … < t_n; a control is constant within each of the n cells between them. */
export type Mesh = readonly number[];

/** One control per cell: u within its tier, tier ≤ u ≤ tier + 1. */
export interface Controls {
  readonly u: Float64Array;
  readonly tier: Int32Array;
}

/** Stocks at the n+1 times of the mesh. */
export interface Path {
  readonly L: Float64Array;
  readonly T: Float64Array;
}

/** A step covers at most this share of the time in which a stock grows e-fold. */
const STEP = 0.3;
/** (ρ or δ)·(step) up to which Runge–Kutta steps are well inside their region of stability. */
const STABLE = 0.5;
/**
 * Difference in ln K or ln T that twice as many steps may make in a cell. Where paths come to rest on a kink a
 * difference costs as much itself, elsewhere only its square.
 */
const CARELESS = 1e-7;
const CAREFUL = 1e-9;
/** Steps that a kink in time, which no step length makes smooth, is worth. */
const WORTH = 8;
/** A cell that asks for more steps than this, or an L beyond this, is on its way to a blow-up. */
const MOST_STEPS = 4000;
const MOST_LOG = 640;

/** The planner's problem with one control per cell, each crossed by Runge–Kutta steps. */
export class Transcription {
  readonly problem: Planned;
  readonly mesh: Mesh;
  readonly tiers: number;
  /** Half-width over which kinks in T are rounded, in ln T. */
  readonly eta: number;
  readonly #steps: Int32Array;
  readonly #tolerance: number;

  constructor(problem: Planned, mesh: Mesh, eta = 0) {
    this.problem = problem;
    this.mesh = mesh;
    this.tiers = tiersOf(problem);
    this.eta = eta;
    this.#tolerance = eta > 0 && eta < 0.1 ? Math.min(CARELESS, Math.max(CAREFUL, 1e-2 * eta)) : CARELESS;
    this.#steps = Int32Array.from({ length: mesh.length - 1 }, (_, k) => this.#leastSteps(k));
  }

  get cells(): number {
    return this.mesh.length - 1;
  }

  width(cell: number): number {
    return this.mesh[cell + 1]! - this.mesh[cell]!;
  }

  /** Losses alone must not make a step unstable. */
  #leastSteps(cell: number): number {
    const { rho, delta } = this.problem;
    return Math.max(1, Math.ceil((Math.max(rho, delta) * this.width(cell)) / STABLE));
  }

  /** Twice as many steps in every cell; false where that would be too many. */
  double(): boolean {
    if (this.#steps.some((steps) => 2 * steps > MOST_STEPS)) return false;
    for (let k = 0; k < this.cells; k++) this.#steps[k] = 2 * this.#steps[k]!;
    return true;
  }

  /** Stocks at the end of a cell from those at its start. */
  cross<X>(on: Algebra<X>, cell: number, L: X, T: X, u: X, tier: number, refined = 1): { L: X; T: X } {
    const steps = this.#steps[cell]! * refined;
    const dt = this.width(cell) / steps;
    let at: Moment<X> = { L, T, t: this.mesh[cell]! };
    for (let i = 0; i < steps; i++) at = rungeKuttaStep(on, this.problem, at, dt, u, tier, this.eta);
    return at;
  }

  /** The end of a cell with its derivatives in L, T and u. */
  expand(cell: number, L: number, T: number, u: number, tier: number): { L: Jet; T: Jet } {
    return this.cross(jets, cell, new Jet(L, 1), new Jet(T, 0, 1), new Jet(u, 0, 0, 1), tier);
  }

  /** The path of some controls; `refined` times as many steps. L is NaN from where it leaves all bounds. */
  follow({ u, tier }: Controls, refined = 1): Path {
    const n = this.cells;
    const L = new Float64Array(n + 1).fill(Number.NaN);
    const T = new Float64Array(n + 1).fill(Number.NaN);
    L[0] = Math.log(this.problem.K0);
    T[0] = this.problem.T0;
    for (let k = 0; k < n; k++) {
      const end = this.cross(numbers, k, L[k]!, T[k]!, u[k]!, tier[k]!, refined);
      if (!(end.L < MOST_LOG) || !(end.T > 0)) break;
      L[k + 1] = end.L;
      T[k + 1] = end.T;
    }
    return { L, T };
  }

  /**
   * Sets the steps of each cell by the growth along a path; whether that sufficed for it. The steps are fixed
   * while controls are compared, so that the objective is smooth.
   */
  settle({ u, tier }: Controls, path: Path): 'kept' | 'changed' | 'blow-up' {
    let outcome: 'kept' | 'changed' = 'kept';
    for (let k = 0; k < this.cells; k++) {
      const growth = (node: number): number => {
        const moment = { L: path.L[node]!, T: path.T[node]!, t: this.mesh[node]! };
        return Math.abs(ratesAt(numbers, this.problem, moment, u[k]!, tier[k]!, this.eta).L);
      };
      const folds = Math.max(
        Math.max(growth(k), growth(k + 1)) * this.width(k),
        Math.abs(Math.log(path.T[k + 1]! / path.T[k]!)),
      );
      const needed = Math.max(this.#leastSteps(k), Math.ceil(folds / STEP));
      if (!(needed <= MOST_STEPS)) return 'blow-up';
      const steps = this.#steps[k]!;
      if (needed > steps) this.#steps[k] = Math.ceil(1.25 * needed);
      else if (steps < WORTH && this.roughness({ u, tier }, path, k) > this.#tolerance)
        this.#steps[k] = 2 * steps;
      else continue;
      outcome = 'changed';
    }
    return outcome;
  }

  /** Change of ln K or ln T at the end of a cell by twice as many steps. */
  roughness({ u, tier }: Controls, path: Path, k: number): number {
    const { L, T } = this.cross(numbers, k, path.L[k]!, path.T[k]!, u[k]!, tier[k]!, 2);
    return Math.max(Math.abs(L - path.L[k + 1]!), Math.abs(T / path.T[k + 1]! - 1));
  }
}
