// (1 + u)^c for the small u by which T̂ grows inside a substep: the binomial series of the group's own c around the
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
  let coefficient = pow(1 + CENTRE, c);
  for (let k = 0; k < SERIES_TERMS; k++) {
    setGroupField(g, GROUP_SERIES + k, coefficient);
    coefficient *= (c - <f64>k) / ((<f64>k + 1) * (1 + CENTRE));
  }
  setGroupField(g, GROUP_SERIES_OF, c);
}

/** Address of the group's coefficients. */
// @ts-expect-error: decorator
@inline
export function seriesOf(g: i32): usize {
  return groups + ((<usize>(g * GROUP_STRIDE + GROUP_SERIES)) << 3);
}

/**
 * (1 + u)^c for u in [0, 0.12] from the coefficients at `series`. For every c in [0.05, 5] the terms left out are below
 * 5e-17 and roundings below 4e-16 of the result, of which a substep's growth sees at most a tenth.
 */
// @ts-expect-error: decorator
@inline
export function powerOfGrowth(u: v128, series: usize): v128 {
  const v = f64x2.sub(u, f64x2.splat(CENTRE));
  const v2 = f64x2.mul(v, v);
  const v4 = f64x2.mul(v2, v2);
  const s01 = f64x2.add(term(series, 0), f64x2.mul(v, term(series, 1)));
  const s23 = f64x2.add(term(series, 2), f64x2.mul(v, term(series, 3)));
  const s45 = f64x2.add(term(series, 4), f64x2.mul(v, term(series, 5)));
  const s67 = f64x2.add(term(series, 6), f64x2.mul(v, term(series, 7)));
  const s89 = f64x2.add(term(series, 8), f64x2.mul(v, term(series, 9)));
  const s0to3 = f64x2.add(s01, f64x2.mul(v2, s23));
  const s4to7 = f64x2.add(s45, f64x2.mul(v2, s67));
  const s8to10 = f64x2.add(s89, f64x2.mul(v2, term(series, 10)));
  return f64x2.add(s0to3, f64x2.mul(v4, f64x2.add(s4to7, f64x2.mul(v4, s8to10))));
}

// @ts-expect-error: decorator
@inline
function term(series: usize, k: usize): v128 {
  return v128.load64_splat(series + (k << 3));
}
