import type { Controls, Mesh, Path, Transcription } from './transcription.ts';

export interface Meshed {
  readonly mesh: Mesh;
  readonly controls: Controls;
}

export const evenMesh = (horizon: number, cells: number): Mesh =>
  Array.from({ length: cells + 1 }, (_, k) => (horizon * k) / cells);

/**
 * A mesh of `cells` cells along a path: each has an equal share of (time/horizon + e-folds of K and T), so that
 * cells shrink as growth speeds up; with the controls that the old mesh had at the middle of each.
 */
export function regrid(problem: Transcription, controls: Controls, path: Path, cells: number): Meshed {
  const { mesh } = problem;
  const n = problem.cells;
  const horizon = mesh[n]!;
  const folds = Math.abs(path.L[n]! - path.L[0]!) + Math.abs(Math.log(path.T[n]! / path.T[0]!));
  const sums = [0];
  for (let k = 0; k < n; k++) {
    const here = Math.abs(path.L[k + 1]! - path.L[k]!) + Math.abs(Math.log(path.T[k + 1]! / path.T[k]!));
    sums.push(sums[k]! + problem.width(k) / horizon + here / Math.max(folds, 1));
  }
  const times = [0];
  let k = 0;
  for (let j = 1; j < cells; j++) {
    const wanted = (sums[n]! * j) / cells;
    while (sums[k + 1]! < wanted) k++;
    const part = (wanted - sums[k]!) / (sums[k + 1]! - sums[k]!);
    times.push(mesh[k]! + part * problem.width(k));
  }
  times.push(horizon);
  return { mesh: times, controls: sampled(mesh, controls, times) };
}

function sampled(from: Mesh, { u, tier }: Controls, times: Mesh): Controls {
  const cells = times.length - 1;
  const out = { u: new Float64Array(cells), tier: new Int32Array(cells) };
  let k = 0;
  for (let j = 0; j < cells; j++) {
    const middle = (times[j]! + times[j + 1]!) / 2;
    while (from[k + 1]! < middle) k++;
    out.u[j] = u[k]!;
    out.tier[j] = tier[k]!;
  }
  return out;
}

/** Every cell cut in two, with its control on both sides. */
export function halved(mesh: Mesh, { u, tier }: Controls): Meshed {
  const times = mesh.flatMap((t, k) => (k === 0 ? [t] : [(mesh[k - 1]! + t) / 2, t]));
  const twice = <A extends Float64Array | Int32Array>(values: A, out: A): A =>
    out.map((_, j) => values[j >> 1]!) as A;
  return {
    mesh: times,
    controls: {
      u: twice(u, new Float64Array(2 * u.length)),
      tier: twice(tier, new Int32Array(2 * u.length)),
    },
  };
}

/** Neighbours differ by a jump when the controls on both sides of a cell are this far apart. */
const JUMP = 0.02;
/** A cell is cut when its defect is at least this share of the largest one. */
const WORST = 0.2;

/**
 * The mesh with its worst cells cut, by their Hamiltonian defects; undefined where none is wider than `narrowest`. A switch
 * inside a cell shows as one control between those on either side: such a cell is cut where the two sides' controls have the
 * same mean as its own, which next to a switch is where the switch is, up to the square of the cell's width. The
 * loss, of that order too, falls fast from cut to cut. Other cells are cut in the middle.
 */
export function refined(
  mesh: Mesh,
  { u, tier }: Controls,
  defects: Float64Array,
  narrowest: number,
  isKept = false,
): Meshed | undefined {
  const times = [mesh[0]!];
  const us: number[] = [];
  const tiers: number[] = [];
  const worst = WORST * Math.max(...defects);
  for (let k = 0; k < u.length; k++) {
    const width = mesh[k + 1]! - mesh[k]!;
    const isCut = width > narrowest && (isSwitch(u, k) || defects[k]! > worst);
    if (isCut) {
      const [part, left, right] = cutOf(u, k);
      times.push(mesh[k]! + part * width);
      us.push(clampTo(isKept ? u[k]! : left, tier[k]!), clampTo(isKept ? u[k]! : right, tier[k]!));
      tiers.push(tier[k]!, tier[k]!);
    } else {
      us.push(u[k]!);
      tiers.push(tier[k]!);
    }
    times.push(mesh[k + 1]!);
  }
  if (us.length === u.length) return undefined;
  return { mesh: times, controls: { u: Float64Array.from(us), tier: Int32Array.from(tiers) } };
}

const isBorder = (x: number): boolean => x === Math.round(x);
const before = (u: Float64Array, k: number): number => u[Math.max(0, k - 1)]!;
const after = (u: Float64Array, k: number): number => u[Math.min(u.length - 1, k + 1)]!;

function isSwitch(u: Float64Array, k: number): boolean {
  if (isBorder(u[k]!)) return false;
  const [left, right] = [before(u, k), after(u, k)];
  return (isBorder(left) || isBorder(right)) && Math.abs(left - right) > JUMP;
}

/** Where a cell is cut, as a share of it, and the controls of the two parts. */
function cutOf(u: Float64Array, k: number): [part: number, left: number, right: number] {
  const here = u[k]!;
  const [left, right] = [before(u, k), after(u, k)];
  const part = (here - right) / (left - right);
  return isSwitch(u, k) && part > 0.02 && part < 0.98 ? [part, left, right] : [0.5, here, here];
}

const clampTo = (x: number, tier: number): number => Math.min(tier + 1, Math.max(tier, x));
