// 2^x close to 1 on two doubles at once: for growth inside a substep, which the choice of the substep keeps small. No
// range reduction, so half the work of `exp2vFinite`.

import { ONE, splat } from './lanes';

// (2^x − 1)/x on [0, 0.3]: Chebyshev fit at 200 bits, coefficients then rounded to doubles. They put 2^x off by at most
// 2^-57 of itself.
const R0 = memory.data<f64>([0.6931471805599453]);
const R1 = memory.data<f64>([0.24022650695910008]);
const R2 = memory.data<f64>([0.05550410866487692]);
const R3 = memory.data<f64>([0.009618129105736648]);
const R4 = memory.data<f64>([0.001333355847015188]);
const R5 = memory.data<f64>([0.00015403499308619387]);
const R6 = memory.data<f64>([1.5254484135292912e-5]);
const R7 = memory.data<f64>([1.3158238178600055e-6]);
const R8 = memory.data<f64>([1.117945104338131e-7]);

/** 2^x for 0 ≤ x ≤ 0.3, ≤ 0.7 ulp; beyond that the error grows as x⁹. */
// @ts-expect-error: decorator
@inline
export function exp2vNear(x: v128): v128 {
  const x2 = f64x2.mul(x, x);
  const x4 = f64x2.mul(x2, x2);
  const r01 = f64x2.add(splat(R0), f64x2.mul(x, splat(R1)));
  const r23 = f64x2.add(splat(R2), f64x2.mul(x, splat(R3)));
  const r45 = f64x2.add(splat(R4), f64x2.mul(x, splat(R5)));
  const r67 = f64x2.add(splat(R6), f64x2.mul(x, splat(R7)));
  const r0to3 = f64x2.add(r01, f64x2.mul(x2, r23));
  const r4to8 = f64x2.add(f64x2.add(r45, f64x2.mul(x2, r67)), f64x2.mul(x4, splat(R8)));
  return f64x2.add(splat(ONE), f64x2.mul(x, f64x2.add(r0to3, f64x2.mul(x4, r4to8))));
}
