// Static parity: q = ĉ/(1+ĉ), the split of one fixed budget ("Optimally allocating compute between inference and training").
import { bytes, C_HAT, Q } from './frame';

export function parity(): void {
  const one = f64x2.splat(1);
  let at: usize = 0;
  do {
    const c = v128.load(C_HAT + at);
    v128.store(Q + at, f64x2.div(c, f64x2.add(one, c)));
    at += 16;
  } while (at < bytes);
}
