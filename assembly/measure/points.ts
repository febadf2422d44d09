// Points for drawing: (log10 T, log10 K) as f32, logged here from f64 because f32 ends at 3e38.
import { log2v } from '../math/log2';
import { COLUMN_K, COLUMN_T, ECONOMY_FIRST_GROUP, ECONOMY_GROUPS, GROUP_FIRST } from '../state/layout';
import { columnOf, economyInteger, groupInteger, paddedBytes, points } from '../state/memory';

const LOG10_2: f64 = 0.3010299956639812;

/** Fills the economy's slots of the points buffer. Padding slots get K = −∞, which nothing draws. */
export function packPoints(economy: i32): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  const scale = f64x2.splat(LOG10_2);
  for (let g = first; g < last; g++) {
    const K = columnOf(COLUMN_K, g);
    const T = columnOf(COLUMN_T, g);
    const bytes = paddedBytes(g);
    const out = points + ((<usize>groupInteger(g, GROUP_FIRST)) << 3);
    let at: usize = 0;
    do {
      const x = f32x4.demote_f64x2_zero(f64x2.mul(log2v(v128.load(T + at)), scale));
      const y = f32x4.demote_f64x2_zero(f64x2.mul(log2v(v128.load(K + at)), scale));
      v128.store(out + at, v128.shuffle<f32>(x, y, 0, 4, 1, 5));
      at += 16;
    } while (at < bytes);
  }
}
