// Free ride: train less, the more spills in. q = ĉ/(1+2ĉ) · T/(T + r·σ·Σ_{j≠i} T_j): the turnpike's split, times the share
// that the lab's own training has in what it counts on; r, the reliance, is how much of the spillover it does count on.
// With equal labs and r = 1 it is ĉ/((1+2ĉ)·m), m = 1 + σ(N−1): like the path-taking equilibrium of the commons it
// falls as 1/m, but nobody computes it.
import { GROUP_RULE_PARAMETER, GROUP_SIGMA } from '../state/layout';
import { groupField } from '../state/memory';
import { bytes, C_HAT, group, Q, T, totalT } from './frame';

export function freeRide(): void {
  const counted = groupField(group, GROUP_RULE_PARAMETER) * groupField(group, GROUP_SIGMA);
  const weight = f64x2.splat(counted);
  const total = f64x2.splat(totalT);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  let at: usize = 0;
  do {
    const c = v128.load(C_HAT + at);
    const own = v128.load(T + at);
    // A lab alone has no others, whatever the rounding of the total.
    const others = f64x2.pmax(zero, f64x2.sub(total, own));
    const share = f64x2.div(own, f64x2.add(own, f64x2.mul(weight, others)));
    v128.store(Q + at, f64x2.mul(f64x2.div(c, f64x2.add(one, f64x2.add(c, c))), share));
    at += 16;
  } while (at < bytes);
}
