import { splitAtRootHalf } from './bits.ts';

/** ln 2 in 40 bits, so that e times it is exact, and the rest. */
const ln2High = 0.6931471805592082;
const ln2Low = 7.371002565167799e-13;

/** R(z) = 2·(atanh(√z)/√z − 1) on [0, (3 − 2√2)²]; the core's coefficients and its order of adding. */
function R(z: number): number {
  const z2 = z * z;
  const r12 = 0.6666666666666666 + z * 0.40000000000002794;
  const r34 = 0.28571428570023505 + z * 0.22222222524000698;
  const r56 = 0.18181784371040133 + z * 0.1538674862272628;
  const r78 = 0.13257131955355875 + z * 0.13192803377515738;
  return z * (r12 + z2 * r34 + z2 * z2 * (r56 + z2 * r78));
}

/**
 * ln x with the core's own bits, whatever the engine (`Math.log` may differ between them): −∞ at 0, NaN below.
 * x = 2^e·m, f = m − 1, s = f/(2 + f): ln x = e·ln 2 + f − s·(f − R(s²)).
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  const isSubnormal = x < 2 ** -1022;
  const { e, m } = splitAtRootHalf(isSubnormal ? x * 2 ** 54 : x);
  const n = isSubnormal ? e - 54 : e;
  const f = m - 1;
  const s = f / (m + 1);
  const correction = s * (f - R(s * s));
  return n * ln2High + (f - (correction - n * ln2Low));
}
