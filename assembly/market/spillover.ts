// Spillover σ: T̂_i = T_i + σ·Σ_{j≠i} T_j. What others trained serves too, by open research or distillation.
import { COLUMN_ARRIVED, COLUMN_EFFECTIVE, GROUP_SIGMA } from '../state/layout';
import { columnOf, groupField, paddedBytes } from '../state/memory';
import { servedColumn } from './releases';

/**
 * total: Σ over the economy of what has arrived of every lab's training. late: is that what it was τ ago (COLUMN_ARRIVED),
 * or what serves now? A lab's own training is never late.
 */
export function spill(g: i32, total: f64, late: bool): void {
  const sigma = f64x2.splat(groupField(g, GROUP_SIGMA));
  const all = f64x2.splat(total);
  const T = servedColumn(g);
  const seen = late ? columnOf(COLUMN_ARRIVED, g) : T;
  const out = columnOf(COLUMN_EFFECTIVE, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    const others = f64x2.sub(all, v128.load(seen + at));
    v128.store(out + at, f64x2.add(v128.load(T + at), f64x2.mul(sigma, others)));
    at += 16;
  } while (at < bytes);
}
