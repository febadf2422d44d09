// Payout target: pay out so much per chip and time, as far as revenue goes, and reinvest up to s of the rest.

import { bytes, group, Q, S } from '../rules/frame';
import { GROUP_PAYOUT, GROUP_S } from '../state/layout';
import { groupField } from '../state/memory';
import { grossReturn } from './chipReturn';

export function reinvestAfterPayout(): void {
  const most = f64x2.splat(groupField(group, GROUP_S));
  const target = f64x2.splat(groupField(group, GROUP_PAYOUT));
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  let at: usize = 0;
  do {
    const revenue = f64x2.mul(grossReturn(at), f64x2.sub(one, v128.load(Q + at)));
    // Without revenue the quotient is ∞ or NaN, and pmax keeps its first argument: nothing is reinvested.
    const left = f64x2.pmax(zero, f64x2.sub(one, f64x2.div(target, revenue)));
    v128.store(S + at, f64x2.mul(most, left));
    at += 16;
  } while (at < bytes);
}
