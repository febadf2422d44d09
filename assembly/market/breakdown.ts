// Breakdown: T̂ ← min(T̂, T_max). Some training is the most that helps ("Train once, deploy many"); after it growth is exponential.
import { COLUMN_EFFECTIVE, GROUP_T_MAX } from '../state/layout';
import { columnOf, groupField, paddedBytes } from '../state/memory';

export function breakDown(g: i32): void {
  const most = groupField(g, GROUP_T_MAX);
  if (most == Infinity) return;
  const cap = f64x2.splat(most);
  const That = columnOf(COLUMN_EFFECTIVE, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    v128.store(That + at, f64x2.pmin(v128.load(That + at), cap));
    at += 16;
  } while (at < bytes);
}
