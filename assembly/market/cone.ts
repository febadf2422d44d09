// Tradeoff cone: training beyond k₂·I is of no use, inference beyond T̂/k₁ neither ("Train once, deploy many": the
// tradeoff spans a few orders of magnitude). T̂ ← min(T̂, k₂·I), then I ← min(I, T̂/k₁).
import { COLUMN_EFFECTIVE, COLUMN_INFERENCE, GROUP_K1, GROUP_K2 } from '../state/layout';
import { columnOf, groupField, paddedBytes } from '../state/memory';

export function narrow(g: i32): void {
  const k1 = groupField(g, GROUP_K1);
  const k2 = groupField(g, GROUP_K2);
  if (k1 == 0 && k2 == Infinity) return;
  const That = columnOf(COLUMN_EFFECTIVE, g);
  const I = columnOf(COLUMN_INFERENCE, g);
  const bytes = paddedBytes(g);
  const upper = f64x2.splat(k2);
  const lower = f64x2.splat(k1);
  let at: usize = 0;
  do {
    let t = v128.load(That + at);
    const i = v128.load(I + at);
    // ∞·0 is NaN, and pmin keeps its first argument against NaN: no bound where there is no inference and no k₂.
    if (k2 != Infinity) t = f64x2.pmin(t, f64x2.mul(upper, i));
    v128.store(That + at, t);
    v128.store(I + at, f64x2.pmin(i, f64x2.div(t, lower)));
    at += 16;
  } while (at < bytes);
}
