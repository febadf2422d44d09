// One lab's draw from one of a group's distributions. Draws are keyed by (seed, index in group, group id, purpose), so
// neither other labs, other groups nor the order of work can move them.
import { exp } from '../math/exp';
import { log } from '../math/log';
import { normal, uniform } from '../random/draw';
import {
  DISTRIBUTION_CONSTANT,
  DISTRIBUTION_LIST,
  DISTRIBUTION_LOGNORMAL,
  DISTRIBUTION_PARETO,
  DISTRIBUTION_UNIFORM,
  GROUP_ID,
} from '../state/layout';
import { groupField, groupInteger, lists, seedHigh, seedLow } from '../state/memory';

/** field: GROUP_K0, GROUP_T0 or GROUP_C_HAT; its four fields describe the distribution. */
export function drawInitial(group: i32, field: i32, index: i32, purpose: u32): f64 {
  const kind = groupInteger(group, field);
  const first = groupField(group, field + 1);
  const second = groupField(group, field + 2);
  const id = <u32>groupInteger(group, GROUP_ID);
  if (kind == DISTRIBUTION_CONSTANT) return first;
  if (kind == DISTRIBUTION_LIST) {
    return load<f64>(lists + ((<usize>(groupInteger(group, field + 3) + index)) << 3));
  }
  if (kind == DISTRIBUTION_UNIFORM) {
    return first + (second - first) * uniform(seedLow, seedHigh, 0, <u32>index, id, purpose, 0);
  }
  if (kind == DISTRIBUTION_LOGNORMAL) {
    // first: the median; second: the standard deviation of the logarithm.
    return first * exp(second * normal(seedLow, seedHigh, 0, <u32>index, id, purpose, 0));
  }
  if (kind == DISTRIBUTION_PARETO) {
    // first: the minimum; second: the tail exponent. Inverse of P(X > x) = (min/x)^shape.
    return first * exp(-log(uniform(seedLow, seedHigh, 0, <u32>index, id, purpose, 0)) / second);
  }
  return unreachable();
}
