// Quality G(T̂): what a unit of inference is worth. T̂^c, or what a technique ladder makes of it.
import { log2v } from '../math/log2';
import { COLUMN_EFFECTIVE, COLUMN_QUALITY, GROUP_C } from '../state/layout';
import { columnOf, groupField, paddedBytes } from '../state/memory';
import { logLadder, rungsOf } from './ladder';

/** Fills log2 G(T̂) of a group. */
export function rate(g: i32): void {
  if (rungsOf(g) == 0) powerLaw(g);
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

function climb(g: i32): void {
  const That = columnOf(COLUMN_EFFECTIVE, g);
  const quality = columnOf(COLUMN_QUALITY, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    v128.store(quality + at, logLadder(g, at, v128.load(That + at)));
    at += 16;
  } while (at < bytes);
}
