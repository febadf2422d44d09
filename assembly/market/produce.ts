// Production: inference I = w·(1−q)·K and output Y = a·I·G(T̂). w ≤ 1 is what memory bandwidth leaves of a chip when it
// serves ("Optimally allocating compute between inference and training").
import { exp2v } from '../math/exp2';
import {
  COLUMN_INFERENCE,
  COLUMN_OUTPUT,
  COLUMN_Q,
  COLUMN_QUALITY,
  COLUMN_STAGE_K,
  GROUP_A,
  GROUP_W,
} from '../state/layout';
import { columnOf, groupField, paddedBytes } from '../state/memory';

export function serve(g: i32): void {
  const w = f64x2.splat(groupField(g, GROUP_W));
  const one = f64x2.splat(1);
  const K = columnOf(COLUMN_STAGE_K, g);
  const Q = columnOf(COLUMN_Q, g);
  const I = columnOf(COLUMN_INFERENCE, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    v128.store(I + at, f64x2.mul(w, f64x2.mul(f64x2.sub(one, v128.load(Q + at)), v128.load(K + at))));
    at += 16;
  } while (at < bytes);
}

export function produce(g: i32): void {
  const a = f64x2.splat(groupField(g, GROUP_A));
  const I = columnOf(COLUMN_INFERENCE, g);
  const quality = columnOf(COLUMN_QUALITY, g);
  const Y = columnOf(COLUMN_OUTPUT, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    v128.store(Y + at, f64x2.mul(f64x2.mul(a, v128.load(I + at)), exp2v(v128.load(quality + at))));
    at += 16;
  } while (at < bytes);
}
