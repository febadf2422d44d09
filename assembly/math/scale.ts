import { ONE, splat } from './lanes';

const FAR_UP = memory.data<f64>([6755399441055744 + 1000]);
const FAR_DOWN = memory.data<f64>([6755399441055744 - 1000]);
const DETOUR = memory.data<u64>([200]);
const TWO_TO_DETOUR = memory.data<f64>([1.6069380442589903e60]);
const TWO_TO_MINUS_DETOUR = memory.data<f64>([6.223015277861142e-61]);

/**
 * fraction · 2^n for a fraction in [√½, √2] and |n| ≤ 1200, where `rounded` = 1.5·2^52 + n. Near the ends of the range
 * the exponent takes a detour of 2^±200 and one rounding multiplication brings it home, to ∞ or a subnormal.
 */
// @ts-expect-error: decorator
@inline
export function scaleByPowerOfTwo(fraction: v128, rounded: v128): v128 {
  const up = f64x2.gt(rounded, splat(FAR_UP));
  const down = f64x2.lt(rounded, splat(FAR_DOWN));
  const raised = i64x2.add(rounded, v128.and(down, splat(DETOUR)));
  const exponent = i64x2.sub(raised, v128.and(up, splat(DETOUR)));
  const back = v128.bitselect(splat(TWO_TO_DETOUR), splat(ONE), up);
  const factor = v128.bitselect(splat(TWO_TO_MINUS_DETOUR), back, down);
  return f64x2.mul(i64x2.add(fraction, i64x2.shl(exponent, 52)), factor);
}
