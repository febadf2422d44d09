/**
 * A lab's best response to given paths, by direct optimisation: piecewise-constant shares, Runge–Kutta steps of
 * (ln K, T) inside each piece, the exact adjoint of the continuous problem on the same steps for the gradient,
 * and projected gradient ascent. Nothing of the theory under test is used.
 */
export interface Response {
  /** Piece boundaries, rising. */
  readonly times: readonly number[];
  /** E(t), what spills in from the others. */
  readonly spill: (t: number) => number;
  readonly c: number;
  readonly K0: number;
  readonly T0: number;
}

const PIECES = 60;

/** Pieces of about equal length whose boundaries include the plan's own switches. */
export function boundaries(switches: readonly number[], horizon: number): number[] {
  const fixed = [0, ...switches.filter((t) => t > 0 && t < horizon), horizon].sort((a, b) => a - b);
  const times = [0];
  for (let i = 0; i + 1 < fixed.length; i++) {
    const length = fixed[i + 1]! - fixed[i]!;
    const n = Math.max(2, Math.round((PIECES * length) / horizon));
    for (let j = 1; j <= n; j++) times.push(j === n ? fixed[i + 1]! : fixed[i]! + (length * j) / n);
  }
  return times;
}

export const middles = (times: readonly number[]): number[] =>
  times.slice(1).map((t, i) => (t + times[i]!) / 2);

const SUBSTEPS = 6;

interface Tables {
  readonly h: readonly number[];
  /** E at the start, middle and end of every step. */
  readonly E: readonly (readonly [number, number, number])[];
}

function tables({ times, spill }: Response): Tables {
  const h: number[] = [];
  const E: [number, number, number][] = [];
  for (let i = 0; i + 1 < times.length; i++) {
    const width = (times[i + 1]! - times[i]!) / SUBSTEPS;
    for (let j = 0; j < SUBSTEPS; j++) {
      const t = times[i]! + j * width;
      h.push(width);
      E.push([spill(t), spill(t + width / 2), spill(Math.min(t + width, times.at(-1)!))]);
    }
  }
  return { h, E };
}

function forward({ c, K0, T0 }: Response, { h, E }: Tables, q: readonly number[]): [number[], number[]] {
  const Ls = [Math.log(K0)];
  const Ts = [T0];
  let [L, T] = [Ls[0]!, T0];
  for (let i = 0; i < h.length; i++) {
    const s = q[Math.floor(i / SUBSTEPS)]!;
    const [e0, e1, e2] = E[i]!;
    const d = h[i]!;
    const a1 = (1 - s) * (T + e0) ** c;
    const b1 = s * Math.exp(L);
    const a2 = (1 - s) * (T + (d / 2) * b1 + e1) ** c;
    const b2 = s * Math.exp(L + (d / 2) * a1);
    const a3 = (1 - s) * (T + (d / 2) * b2 + e1) ** c;
    const b3 = s * Math.exp(L + (d / 2) * a2);
    const a4 = (1 - s) * (T + d * b3 + e2) ** c;
    const b4 = s * Math.exp(L + d * a3);
    L += (d / 6) * (a1 + 2 * a2 + 2 * a3 + a4);
    T += (d / 6) * (b1 + 2 * b2 + 2 * b3 + b4);
    Ls.push(L);
    Ts.push(T);
  }
  return [Ls, Ts];
}

/** dJ/dq per piece: ∫ (p_T·K − p_L·(T+E)^c) dt, costates by Heun's rule backwards along the stored path. */
function gradient(
  { c }: Response,
  { h, E }: Tables,
  q: readonly number[],
  Ls: number[],
  Ts: number[],
): number[] {
  const g = q.map(() => 0);
  let [pL, pT] = [1, 0];
  for (let i = h.length - 1; i >= 0; i--) {
    const piece = Math.floor(i / SUBSTEPS);
    const s = q[piece]!;
    const d = h[i]!;
    const at = (j: number, e: number): [number, number, number, number] => {
      const base = Ts[j]! + e;
      return [s * Math.exp(Ls[j]!), (1 - s) * c * base ** (c - 1), Math.exp(Ls[j]!), base ** c];
    };
    const [x1, y1, K1, P1] = at(i + 1, E[i]![2]);
    const [x0, y0, K0, P0] = at(i, E[i]![0]);
    const end = pT * K1 - pL * P1;
    const guessL = pL + d * pT * x1;
    const guessT = pT + d * pL * y1;
    [pL, pT] = [pL + (d / 2) * (pT * x1 + guessT * x0), pT + (d / 2) * (pL * y1 + guessL * y0)];
    g[piece]! += (d / 2) * (end + pT * K0 - pL * P0);
  }
  return g;
}

/** ln K(t_f) under given shares. */
export function value(problem: Response, q: readonly number[]): number {
  return forward(problem, tables(problem), q)[0].at(-1)!;
}

/** The best shares found from `start`, and their ln K(t_f). */
export function improve(
  problem: Response,
  start: readonly number[],
  rounds: number,
): { q: number[]; J: number } {
  const table = tables(problem);
  const widths = problem.times.slice(1).map((t, i) => t - problem.times[i]!);
  let q = [...start];
  let [Ls, Ts] = forward(problem, table, q);
  let J = Ls.at(-1)!;
  let eta = 1;
  for (let round = 0; round < rounds && eta > 1e-12; round++) {
    const g = gradient(problem, table, q, Ls, Ts);
    const tried = q.map((v, i) => Math.min(1, Math.max(0, v + (eta * g[i]!) / widths[i]!)));
    const [nextL, nextT] = forward(problem, table, tried);
    if (nextL.at(-1)! > J) {
      [q, Ls, Ts, J] = [tried, nextL, nextT, nextL.at(-1)!];
      eta *= 1.3;
    } else eta /= 2;
  }
  return { q, J };
}
