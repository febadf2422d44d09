// The optimal plan's control, averaged over one tick. A lab that sampled the optimal feedback once a tick would chatter
// around the turnpike (loss 9e-2 at 20 ticks); one that averages it along its own predicted path rides it (3e-4).
import { exp2v } from '../math/exp2';
import { log2v } from '../math/log2';
import { GROUP_A, GROUP_B, GROUP_DELTA, GROUP_RHO, GROUP_SIGMA, GROUP_W } from '../state/layout';
import { groupField } from '../state/memory';
import { bytes, C_HAT, group, h, K, Q, S, T, totalT } from './frame';
import { lossyPlanAverage } from './lossyPlan';

const LN_2: f64 = 0.6931471805599453;

/**
 * Writes q = (1/h)·∫₀^h of the control that maximises K after `horizon` (+∞: that rides the turnpike for ever).
 * The lab takes T̂/T and s as lasting, so its a is a·s·(T̂/T)^ĉ and y = a·s·T̂^ĉ its growth rate with q = 0.
 *
 * With z = bĉK/(T·y) (z > 1: chips abundant) the plan trains (z > 1) or serves (z < 1) until t_a, rides the turnpike with
 * q = ĉ/(1+2ĉ) until t_s = H − ĉ(t* − H)/(1+ĉ), t* = t_a + (1+2ĉ)/(ĉ·y_a), and serves to the end. Where t_s < t_a there is
 * no turnpike: chips-abundant labs train until t₁ = (ĉH − T/(bK))/(1+ĉ), the others serve throughout.
 */
export function planAverage(horizon: f64): void {
  if (groupField(group, GROUP_DELTA) != 0 || groupField(group, GROUP_RHO) != 0) {
    lossyPlanAverage(horizon);
    return;
  }
  const sigma = groupField(group, GROUP_SIGMA);
  const own = f64x2.splat(1 - sigma);
  const spill = f64x2.splat(sigma * totalT);
  const a = f64x2.splat(groupField(group, GROUP_A) * groupField(group, GROUP_W));
  const b = f64x2.splat(groupField(group, GROUP_B));
  const H = f64x2.splat(horizon);
  const tick = f64x2.splat(h);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const ln2 = f64x2.splat(LN_2);
  let at: usize = 0;
  do {
    const c = v128.load(C_HAT + at);
    const t = v128.load(T + at);
    const chips = f64x2.mul(b, v128.load(K + at));
    const effective = f64x2.add(f64x2.mul(own, t), spill);
    const y = f64x2.mul(f64x2.mul(a, v128.load(S + at)), exp2v(f64x2.mul(c, log2v(effective))));
    const cPlus1 = f64x2.add(c, one);
    const z = f64x2.div(f64x2.mul(c, chips), f64x2.mul(t, y));
    const logZ = log2v(z);
    const above = f64x2.gt(z, one);
    // T_a/T on the chips-abundant side, where T rises to the turnpike; z^(1/(1+ĉ)).
    const rise = exp2v(f64x2.div(logZ, cPlus1));
    const own_t = f64x2.div(t, chips);
    const timeUp = f64x2.mul(own_t, f64x2.sub(rise, one));
    const timeDown = f64x2.div(f64x2.mul(f64x2.neg(logZ), ln2), y);
    const approach = v128.bitselect(timeUp, timeDown, above);
    const yArc = v128.bitselect(f64x2.mul(y, f64x2.div(z, rise)), y, above);

    const twoC = f64x2.add(c, c);
    const arcShare = f64x2.div(c, f64x2.add(one, twoC));
    const blowUp = f64x2.add(approach, f64x2.div(f64x2.add(one, twoC), f64x2.mul(c, yArc)));
    const harvest = f64x2.sub(H, f64x2.div(f64x2.mul(c, f64x2.sub(blowUp, H)), cPlus1));

    const train = v128.and(above, f64x2.pmin(approach, tick));
    const arc = f64x2.pmax(zero, f64x2.sub(f64x2.pmin(harvest, tick), approach));
    const withArc = f64x2.add(train, f64x2.mul(arcShare, arc));
    const t1 = f64x2.div(f64x2.sub(f64x2.mul(c, H), own_t), cPlus1);
    const withoutArc = v128.and(above, f64x2.pmin(f64x2.pmax(zero, t1), tick));
    const time = v128.bitselect(withArc, withoutArc, f64x2.ge(harvest, approach));
    v128.store(Q + at, f64x2.div(time, tick));
    at += 16;
  } while (at < bytes);
}
