// (1 + u)^c for the small u by which T̂ grows inside a substep: the binomial series of c, the group's or a rung's, around the
// middle of u's range. It takes the place of a logarithm and an exponential in every stage.
import { pow } from '../math/pow';
import { GROUP_C, GROUP_SERIES, GROUP_SERIES_OF, GROUP_STRIDE, SERIES_TERMS } from '../state/layout';
import { groupField, groups, setGroupField } from '../state/memory';

/** Middle of the range: u stays in [0, 0.12] while a substep keeps to `LONGEST` (see re6.ts). */
const CENTRE: f64 = 0.06;

/** Writes the group's coefficients, c over k times (1 + centre)^(c − k), if its c is new. */
export function expandPower(g: i32): void {
  const c = groupField(g, GROUP_C);
  if (groupField(g, GROUP_SERIES_OF) == c) return;
  expand(c, seriesOf(g));
  setGroupField(g, GROUP_SERIES_OF, c);
}

/** The same for any c from 0 to 6, to an address: a technique ladder has one for each slope (market/ladder.ts). */
export function expand(c: f64, series: usize): void {
  let coefficient = pow(1 + CENTRE, c);
  for (let k = 0; k < SERIES_TERMS; k++) {
    store<f64>(series + ((<usize>k) << 3), coefficient);
    coefficient *= (c - <f64>k) / ((<f64>k + 1) * (1 + CENTRE));
  }
}

/** Address of the group's coefficients. */
// @ts-expect-error: decorator
@inline
export function seriesOf(g: i32): usize {
  return groups + ((<usize>(g * GROUP_STRIDE + GROUP_SERIES)) << 3);
}

/**
 * (1 + u)^c for u in [0, 0.12] from the coefficients at `series`, those of the second lab at `other`. For every c from
 * 0 to 6 the terms left out are below 2.2e-16 and roundings below 4e-16 of the result, of which a substep's growth sees at
 * most a tenth.
 */
// @ts-expect-error: decorator
@inline
export function powerOfGrowth<Quality>(u: v128, series: usize, other: usize): v128 {
  const v = f64x2.sub(u, f64x2.splat(CENTRE));
  const v2 = f64x2.mul(v, v);
  const v4 = f64x2.mul(v2, v2);
  const s01 = f64x2.add(term<Quality>(series, other, 0), f64x2.mul(v, term<Quality>(series, other, 1)));
  const s23 = f64x2.add(term<Quality>(series, other, 2), f64x2.mul(v, term<Quality>(series, other, 3)));
  const s45 = f64x2.add(term<Quality>(series, other, 4), f64x2.mul(v, term<Quality>(series, other, 5)));
  const s67 = f64x2.add(term<Quality>(series, other, 6), f64x2.mul(v, term<Quality>(series, other, 7)));
  const s89 = f64x2.add(term<Quality>(series, other, 8), f64x2.mul(v, term<Quality>(series, other, 9)));
  const s0to3 = f64x2.add(s01, f64x2.mul(v2, s23));
  const s4to7 = f64x2.add(s45, f64x2.mul(v2, s67));
  const s8to10 = f64x2.add(s89, f64x2.mul(v2, term<Quality>(series, other, 10)));
  return f64x2.add(s0to3, f64x2.mul(v4, f64x2.add(s4to7, f64x2.mul(v4, s8to10))));
}

// @ts-expect-error: decorator
@inline
function term<Quality>(series: usize, other: usize, k: usize): v128 {
  if (isVector<Quality>()) return v128.load(series + (k << 4));
  const both = v128.load64_splat(series + (k << 3));
  return isFloat<Quality>() ? f64x2.replace_lane(both, 1, load<f64>(other + (k << 3))) : both;
}
