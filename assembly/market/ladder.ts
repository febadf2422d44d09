// Quality G(T̂): what a unit of inference is worth. The default is one rung of slope c, G = T̂^c. A technique ladder makes
// log G piecewise linear in log T̂: each technique gives its local slope over its training span ("Trading off compute in
// training and inference"); the first slope holds below the anchor, and beyond the last rung G no longer grows.
import { log2v } from '../math/log2';
import {
  COLUMN_ANCHOR,
  COLUMN_EFFECTIVE,
  COLUMN_QUALITY,
  GROUP_C,
  GROUP_LADDER,
  GROUP_RUNGS,
} from '../state/layout';
import { columnOf, groupField, lists, paddedBytes } from '../state/memory';

/** Fills log2 G(T̂) of a group. */
export function rate(g: i32): void {
  if (groupField(g, GROUP_RUNGS) == 0) powerLaw(g);
  else climb(g);
}

function powerLaw(g: i32): void {
  const c = f64x2.splat(groupField(g, GROUP_C));
  const That = columnOf(COLUMN_EFFECTIVE, g);
  const quality = columnOf(COLUMN_QUALITY, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    v128.store(quality + at, f64x2.mul(c, log2v(v128.load(That + at))));
    at += 16;
  } while (at < bytes);
}

/** Orders of magnitude to base 2. */
const LOG2_10: f64 = 3.321928094887362;

/**
 * log2 G = c₁·log2 T₀ + Σ slope·(what of the rung lies below log2 T̂), counted negative below the anchor T₀. Rungs follow
 * one another from T₀, so with one endless rung this is T̂^c₁.
 */
function climb(g: i32): void {
  const rungs = <i32>groupField(g, GROUP_RUNGS);
  const table = lists + ((<usize>groupField(g, GROUP_LADDER)) << 3);
  const That = columnOf(COLUMN_EFFECTIVE, g);
  const quality = columnOf(COLUMN_QUALITY, g);
  const anchors = columnOf(COLUMN_ANCHOR, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    const l = log2v(v128.load(That + at));
    let below = v128.load(anchors + at);
    let logG = f64x2.mul(f64x2.splat(load<f64>(table, 8)), below);
    for (let r = 0; r < rungs; r++) {
      const rung = table + ((<usize>r) << 4);
      const end = f64x2.add(below, f64x2.splat(load<f64>(rung) * LOG2_10));
      let climbed = f64x2.sub(f64x2.pmin(l, end), below);
      if (r > 0) climbed = f64x2.pmax(f64x2.splat(0), climbed);
      logG = f64x2.add(logG, f64x2.mul(f64x2.splat(load<f64>(rung, 8)), climbed));
      below = end;
    }
    v128.store(quality + at, logG);
    at += 16;
  } while (at < bytes);
}
