// Hurdle rate: reinvest while the return on a chip beats r, smoothly: s·x⁴/(1 + x⁴), x = return/r.

import { bytes, group, S } from '../rules/frame';
import { GROUP_HURDLE, GROUP_S } from '../state/layout';
import { groupField } from '../state/memory';
import { grossReturn, lossRate } from './chipReturn';

export function reinvestByHurdle(): void {
  const most = f64x2.splat(groupField(group, GROUP_S));
  const hurdle = f64x2.splat(groupField(group, GROUP_HURDLE));
  const loss = f64x2.splat(lossRate());
  const one = f64x2.splat(1);
  let at: usize = 0;
  do {
    const net = f64x2.pmax(f64x2.splat(0), f64x2.sub(grossReturn(at), loss));
    const x = f64x2.div(net, hurdle);
    const x2 = f64x2.mul(x, x);
    const x4 = f64x2.mul(x2, x2);
    // 1/(1 + 1/x⁴): right at x = 0 and where x⁴ overflows.
    v128.store(S + at, f64x2.div(most, f64x2.add(one, f64x2.div(one, x4))));
    at += 16;
  } while (at < bytes);
}
