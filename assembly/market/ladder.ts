// Technique ladder: log G(T̂) piecewise linear in log T̂, a rung a technique ("Trading off compute in training and inference").
// A lab's rungs follow one another from its own T₀, steepest first, each over its span; the first slope holds below T₀
// too, with G(T₀) = T₀^c₁, and beyond the last rung G no longer grows. So, with e_k the end of rung k,
//   log G = c₁·min(log T̂, e₁) + Σ_{k>1} c_k·max(0, min(log T̂, e_k) − e_{k−1}):
// up to the end of its first rung a ladder is T̂^c₁, to the bit.
import { expand } from '../integrate/powerSeries';
import { exp2, exp2v } from '../math/exp2';
import { log2, log2v } from '../math/log2';
import { powvNormal } from '../math/powNormal';
import {
  COLUMN_T,
  GROUP_LADDER,
  GROUP_LADDER_COLUMNS,
  GROUP_RUNGS,
  RUNG_FIELDS,
  RUNG_LIMIT,
  RUNG_SLOPE,
  RUNG_SPAN,
  SERIES_TERMS,
} from '../state/layout';
import { columnOf, groupInteger, lists, memories, paddedBytes, setGroupField } from '../state/memory';

/** log2 of an order of magnitude. */
const LOG2_10: f64 = 3.321928094887362;

/** log2 of the factor by which T̂ may fall short of a rung's end and still count as there; what it costs is its square. */
const THERE: f64 = 1e-6;

/** Columns of a ladder behind the ends of its rungs: see `presentSlopes`, `waysToEnd`, `presentSeries` and `firstEnds`. */
const SCRATCH: i32 = 4;

/** Number of rungs; 0: the group's quality is T̂^c. */
// @ts-expect-error: decorator
@inline
export function rungsOf(g: i32): i32 {
  return groupInteger(g, GROUP_RUNGS);
}

/** Gives a group's ladder its place in the memories region; returns the bytes it takes. */
export function ladderNeeded(g: i32, offset: usize): usize {
  const rungs = rungsOf(g);
  if (rungs == 0) return 0;
  setGroupField(g, GROUP_LADDER_COLUMNS, <f64>offset);
  return paddedBytes(g) * <usize>(rungs + SCRATCH) + ((<usize>((rungs + 1) * SERIES_TERMS)) << 3);
}

function ladderColumn(g: i32, column: i32): usize {
  return memories + <usize>groupInteger(g, GROUP_LADDER_COLUMNS) + paddedBytes(g) * <usize>column;
}

/** log2 of the training at which each lab's rung ends: state, for it depends on T₀. */
export function rungEnds(g: i32, rung: i32): usize {
  return ladderColumn(g, rung);
}

/** d log G/d log T̂ of each lab where it stands: scratch of the integrator. */
export function presentSlopes(g: i32): usize {
  return ladderColumn(g, rungsOf(g));
}

/** log2 of the factor by which each lab's T̂ must grow to reach the end of its rung; +∞ beyond the last. */
export function waysToEnd(g: i32): usize {
  return ladderColumn(g, rungsOf(g) + 1);
}

/** Address of the power series (integrate/powerSeries.ts) of each lab's present slope. */
export function presentSeries(g: i32): usize {
  return ladderColumn(g, rungsOf(g) + 2);
}

/** The training at which each lab's first rung ends. */
function firstEnds(g: i32): usize {
  return ladderColumn(g, rungsOf(g) + 3);
}

/** The power series of a rung's slope. */
function seriesOfRung(g: i32, rung: i32): usize {
  return ladderColumn(g, rungsOf(g) + SCRATCH) + ((<usize>(rung * SERIES_TERMS)) << 3);
}

function rungField(g: i32, rung: i32, field: i32): f64 {
  const at = groupInteger(g, GROUP_LADDER) + rung * RUNG_FIELDS + field;
  return load<f64>(lists + ((<usize>at) << 3));
}

/** Slope of a rung; 0 beyond the last. */
export function rungSlope(g: i32, rung: i32): f64 {
  return rung < rungsOf(g) ? rungField(g, rung, RUNG_SLOPE) : 0;
}

/** Anchors the ladder of every lab at its T₀. */
export function anchor(g: i32): void {
  const rungs = rungsOf(g);
  if (rungs == 0) return;
  for (let r = 0; r <= rungs; r++) expand(rungSlope(g, r), seriesOfRung(g, r));
  const T = columnOf(COLUMN_T, g);
  const bytes = paddedBytes(g);
  for (let at: usize = 0; at < bytes; at += 8) {
    let end = log2(load<f64>(T + at));
    for (let r = 0; r < rungs; r++) {
      const limit = log2(rungField(g, r, RUNG_LIMIT));
      end = min(end + rungField(g, r, RUNG_SPAN) * LOG2_10, max(end, limit));
      store<f64>(rungEnds(g, r) + at, end);
      if (r == 0) store<f64>(firstEnds(g) + at, exp2(end));
    }
  }
}

/** Puts a lab of a group on the ladder of another of its labs; from, to: their offsets. */
export function copyLadder(g: i32, to: usize, from: usize): void {
  const rungs = rungsOf(g);
  for (let r = 0; r < rungs; r++) store<f64>(rungEnds(g, r) + to, load<f64>(rungEnds(g, r) + from));
  if (rungs != 0) store<f64>(firstEnds(g) + to, load<f64>(firstEnds(g) + from));
}

/** Gives another group's labs these labs' ladders, if both are of the same rungs; else each is anchored at its own T₀. */
export function handOn(from: i32, to: i32): void {
  const rungs = rungsOf(from);
  if (rungsOf(to) != rungs) return;
  for (let r = 0; r < rungs; r++) {
    for (let field = 0; field < RUNG_FIELDS; field++) {
      if (rungField(from, r, field) != rungField(to, r, field)) return;
    }
  }
  if (rungs == 0) return;
  for (let r = 0; r < rungs; r++) memory.copy(rungEnds(to, r), rungEnds(from, r), paddedBytes(to));
  memory.copy(firstEnds(to), firstEnds(from), paddedBytes(to));
}

/** How a loop over labs takes their quality, as a type argument, so that it is compiled once for each. */
export type PowerLaw = i32;
export type Rungs = f64;

/** log2 of what the rungs after the first make of G at log2 T̂ = l, for the two labs at an offset. */
// @ts-expect-error: decorator
@inline
function logBeyondFirst(g: i32, at: usize, l: v128): v128 {
  const rungs = rungsOf(g);
  let total = f64x2.splat(0);
  let below = v128.load(rungEnds(g, 0) + at);
  for (let r = 1; r < rungs; r++) {
    const end = v128.load(rungEnds(g, r) + at);
    const climbed = f64x2.pmax(f64x2.splat(0), f64x2.sub(f64x2.pmin(l, end), below));
    total = f64x2.add(total, f64x2.mul(f64x2.splat(rungSlope(g, r)), climbed));
    below = end;
  }
  return total;
}

/** log2 G(T̂) of the two labs at an offset. */
// @ts-expect-error: decorator
@inline
export function logLadder(g: i32, at: usize, That: v128): v128 {
  const l = log2v(That);
  const first = f64x2.mul(f64x2.splat(rungSlope(g, 0)), f64x2.pmin(l, v128.load(rungEnds(g, 0) + at)));
  return f64x2.add(first, logBeyondFirst(g, at, l));
}

/** log2 G(T̂) of lab i alone. */
export function logLadderOf(g: i32, i: i32, That: f64): f64 {
  const both = logLadder(g, (<usize>(i & ~1)) << 3, f64x2.splat(That));
  return (i & 1) == 0 ? f64x2.extract_lane(both, 0) : f64x2.extract_lane(both, 1);
}

/** G(T̂) of the two labs at an offset, for normal T̂; l: log2 T̂. */
// @ts-expect-error: decorator
@inline
export function ladder(g: i32, at: usize, That: v128, l: v128): v128 {
  const first = f64x2.pmin(That, v128.load(firstEnds(g) + at));
  const c = f64x2.splat(rungSlope(g, 0));
  return f64x2.mul(powvNormal(first, c), exp2v(logBeyondFirst(g, at, l)));
}

/** Writes each lab's present slope, its series and its way to the end of its rung, at log2 T̂ = l. */
// @ts-expect-error: decorator
@inline
export function locate(g: i32, at: usize, l: v128): void {
  const rungs = rungsOf(g);
  const never = f64x2.splat(Infinity);
  const there = f64x2.add(l, f64x2.splat(THERE));
  let slope = f64x2.splat(rungSlope(g, 0));
  let series = i64x2.splat(seriesOfRung(g, 0));
  let way = never;
  for (let r = 0; r < rungs; r++) {
    const end = v128.load(rungEnds(g, r) + at);
    const isPast = f64x2.ge(there, end);
    slope = v128.bitselect(f64x2.splat(rungSlope(g, r + 1)), slope, isPast);
    series = v128.bitselect(i64x2.splat(seriesOfRung(g, r + 1)), series, isPast);
    way = f64x2.pmin(way, v128.bitselect(never, f64x2.sub(end, l), isPast));
  }
  v128.store(presentSlopes(g) + at, slope);
  v128.store(waysToEnd(g) + at, way);
  v128.store(presentSeries(g) + at, series);
}
