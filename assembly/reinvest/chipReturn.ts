// The return on a chip that serves: a·w·G/p − δ, with the G that the lab believes in, T̂^ĉ.
import { exp2v } from '../math/exp2';
import { log2v } from '../math/log2';
import { C_HAT, group, price, T, totalT } from '../rules/frame';
import { GROUP_A, GROUP_DELTA, GROUP_SIGMA, GROUP_W } from '../state/layout';
import { groupField } from '../state/memory';

/** Returns a·w·T̂^ĉ/p of the labs at `at`, per chip and time. */
// @ts-expect-error: decorator
@inline
export function grossReturn(at: usize): v128 {
  const sigma = groupField(group, GROUP_SIGMA);
  const effective = f64x2.add(
    f64x2.mul(f64x2.splat(1 - sigma), v128.load(T + at)),
    f64x2.splat(sigma * totalT),
  );
  const quality = exp2v(f64x2.mul(v128.load(C_HAT + at), log2v(effective)));
  return f64x2.mul(f64x2.splat((groupField(group, GROUP_A) * groupField(group, GROUP_W)) / price), quality);
}

/** Depreciation, to be taken off. */
// @ts-expect-error: decorator
@inline
export function lossRate(): f64 {
  return groupField(group, GROUP_DELTA);
}
