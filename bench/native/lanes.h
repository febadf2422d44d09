/* The core's pow and exp2 on vectors of LANES doubles: the same operations in the same order (assembly/math).
   With LANES = 2 and no contraction the bits are the core's. */
#include <stddef.h>
#include <stdint.h>

typedef double V __attribute__((vector_size(8 * LANES)));
typedef int64_t I __attribute__((vector_size(8 * LANES)));
typedef uint64_t U __attribute__((vector_size(8 * LANES)));

#define INLINE static inline __attribute__((always_inline))

INLINE V splat(double x) { return x - (V){0}; }
INLINE I splatI(int64_t x) { return x + (I){0}; }
INLINE V load(const double *at) { return *(const V *)__builtin_assume_aligned(at, 8 * LANES); }
INLINE void store(double *at, V x) { *(V *)__builtin_assume_aligned(at, 8 * LANES) = x; }
INLINE V pick(I mask, V yes, V no) { return (V)(((I)yes & mask) | ((I)no & ~mask)); }
INLINE V masked(I mask, V x) { return (V)((I)x & mask); }
INLINE V least(V x, V y) { return pick(y < x, y, x); }
INLINE V most(V x, V y) { return pick(x < y, y, x); }
INLINE V absolute(V x) { return (V)((I)x & INT64_MAX); }

static const double ROUND = 6755399441055744.0;
static const int64_t UPPER_26 = (int64_t)0xfffffffff8000000;

INLINE V upper(V x) { return (V)((I)x & UPPER_26); }

/* x = 2^e·m with m in [√½, √2). */
INLINE I stepAtSqrtHalf(V x) { return (I)x + (0x3ff0000000000000 - 0x3fe6a09e667f3bcd); }
INLINE V mantissa(I moved) { return (V)((moved & 0x000fffffffffffff) + 0x3fe6a09e667f3bcd); }
INLINE V exponent(I moved) {
  return (V)((I)((U)moved >> 52) | (I)splat(4503599627370496.0)) - (4503599627370496.0 + 1023);
}

INLINE V log2Mantissa(V m) {
  const V f = m - 1.0;
  const V s = f / (m + 1.0);
  const V z = s * s;
  const V z2 = z * z;
  const V z4 = z2 * z2;
  const V r12 = 0.9617966939259783 + z * 0.5770780163512829;
  const V r34 = 0.41219858473847804 + z * 0.32059863656455583;
  const V r56 = 0.2623294955042081 + z * 0.22102902201712557;
  const V R = z * ((r12 + z2 * r34) + z4 * (r56 + z2 * 0.2125656049295677));
  const V large = f * 1.5;
  const V excess = f * 0.05730495911103659;
  const V small = s * ((large - excess) - R);
  return large - (excess + small);
}

static const double LN2_HIGH = 0.6931471675634384;
static const double LN2_LOW = 1.2996506893889889e-8;

INLINE V exp2Fraction(V r, V high, V rest) {
  const V r2 = r * r;
  const V r3 = r2 * r;
  const V r4 = r2 * r2;
  const V q45 = 0.009618129107605651 + r * 0.0013333558146395401;
  const V q67 = 0.00015403530444308826 + r * 1.5252733854726438e-5;
  const V q89 = 1.321544102125932e-6 + r * 1.0178050960174169e-7;
  const V q10to11 = 7.0728832184749705e-9 + r * 4.4568021423698553e-10;
  const V q4to11 = (q45 + r2 * q67) + r4 * (q89 + r2 * q10to11);
  const V linear = rest * LN2_HIGH + r * LN2_LOW;
  const V cubic = (linear + r3 * 0.05550410866482165) + r4 * q4to11;
  const V low = r2 * 0.24022650695910097 + cubic;
  return 1.0 + (high * LN2_HIGH + low);
}

/* 2^x for 0 ≤ x ≤ 0.3. */
INLINE V exp2Near(V x) {
  const V x2 = x * x;
  const V x4 = x2 * x2;
  const V r01 = 0.6931471805599453 + x * 0.24022650695910008;
  const V r23 = 0.05550410866487692 + x * 0.009618129105736648;
  const V r45 = 0.001333355847015188 + x * 0.00015403499308619387;
  const V r67 = 1.5254484135292912e-5 + x * 1.3158238178600055e-6;
  const V r0to3 = r01 + x2 * r23;
  const V r4to8 = (r45 + x2 * r67) + x4 * 1.117945104338131e-7;
  return 1.0 + x * (r0to3 + x4 * r4to8);
}

/* x^y for normal x. */
INLINE V power(V x, V y) {
  const I moved = stepAtSqrtHalf(x);
  const V e = exponent(moved);
  const V yHigh = upper(y);
  const V exact = yHigh * e;
  const V rest = (y - yHigh) * e + y * log2Mantissa(mantissa(moved));
  const V sum = exact + rest;
  const V t = most(least(sum, splat(1024)), splat(-1022));
  const V rounded = t + ROUND;
  const V n = rounded - ROUND;
  const V r = masked(sum == t, (exact - n) + rest);
  const V high = upper(r);
  return (V)((I)exp2Fraction(r, high, r - high) + ((I)rounded << 52));
}

/* x^y for normal x, by the shorter chain of operations that Euler steps take. */
INLINE V powerQuick(V x, V y) {
  const I moved = stepAtSqrtHalf(x);
  const V m = mantissa(moved);
  const V f = m - 1.0;
  const V s = f / (m + 1.0);
  const V z = s * s;
  const V z2 = z * z;
  const V l01 = 2.885390081777927 + z * 0.9617966939243245;
  const V l23 = 0.5770780172502898 + z * 0.41219840147336834;
  const V l45 = 0.3206164258354945 + z * 0.26144310993303793;
  const V l4to6 = l45 + z2 * 0.2429289962625861;
  const V l = (l01 + z2 * l23) + (z2 * z2) * l4to6;
  const V exact = y * (exponent(moved) + s * l);
  const V t = most(least(exact, splat(1024)), splat(-1022));
  const V rounded = t + ROUND;
  const V r = t - (rounded - ROUND);
  const V r2 = r * r;
  const V r4 = r2 * r2;
  const V e01 = 1.0 + r * 0.6931471805599482;
  const V e23 = 0.240226506959092 + r * 0.05550410866452604;
  const V e45 = 0.009618129107965334 + r * 0.0013333558220015665;
  const V e67 = 0.00015403530001513102 + r * 1.5252662326820912e-5;
  const V e89 = 1.3215654561769677e-6 + r * 1.0207829706979284e-7;
  const V power = (e01 + r2 * e23) + r4 * ((e45 + r2 * e67) + r4 * (e89 + r2 * 7.037507543976796e-9));
  return (V)((I)power + ((I)rounded << 52));
}
