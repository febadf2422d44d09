// Race: train the more, the further the leader's T is ahead. q = q₀ + (1 − q₀)·(1 − (T/T_leader)^γ): the leader itself
// plays q₀, a lab without training plays 1, and in between the share that still serves is (1 − q₀)·(T/T_leader)^γ.
import { exp2v } from '../math/exp2';
import { log2v } from '../math/log2';
import { GROUP_RULE_PARAMETER } from '../state/layout';
import { groupField } from '../state/memory';
import { bytes, group, leaderT, Q, T } from './frame';

export function race(): void {
  const base = f64x2.splat(groupField(group, GROUP_RULE_PARAMETER));
  const gain = f64x2.splat(groupField(group, GROUP_RULE_PARAMETER + 1));
  const leader = f64x2.splat(leaderT);
  const one = f64x2.splat(1);
  const room = f64x2.sub(one, base);
  let at: usize = 0;
  do {
    const gap = f64x2.pmin(one, f64x2.div(v128.load(T + at), leader));
    const behind = f64x2.sub(one, exp2v(f64x2.mul(gain, log2v(gap))));
    v128.store(Q + at, f64x2.add(base, f64x2.mul(room, behind)));
    at += 16;
  } while (at < bytes);
}
