/* The core's log2, exp2 and pow on vectors of LANES doubles: the same operations in the same order (assembly/math).
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

INLINE V log2Normal(V x) {
  const I moved = stepAtSqrtHalf(x);
  const V m = mantissa(moved);
  const V f = m - 1.0;
  const V s = f / (m + 1.0);
  const V z = s * s;
  const V z2 = z * z;
  const V z4 = z2 * z2;
  const V r12 = 0.9617966939259783 + z * 0.5770780163512829;
  const V r34 = 0.41219858473847804 + z * 0.32059863655456583;
  const V r56 = 0.2623294955042081 + z * 0.22102902201712557;
  const V R = z * ((r12 + z2 * r34) + z4 * (r56 + z2 * 0.2125656049295677));
  const V large = f * 1.5;
  const V excess = f * 0.05730495911103659;
  const V small = s * ((large - excess) - R);
  return exponent(moved) + (large - (excess + small));
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

INLINE V exp2Finite(V x) {
  const V rounded = x + ROUND;
  const V r = x - (rounded - ROUND);
  const V high = upper(r);
  return (V)((I)exp2Fraction(r, high, r - high) + ((I)rounded << 52));
}

INLINE V scaleByPowerOfTwo(V fraction, V rounded) {
  const I up = rounded > ROUND + 1000;
  const I down = rounded < ROUND - 1000;
  const I shifted = ((I)rounded + (down & 200)) - (up & 200);
  const V factor = pick(down, splat(6.223015277861142e-61), pick(up, splat(1.6069380442589903e60), splat(1)));
  return (V)((I)fraction + (shifted << 52)) * factor;
}

INLINE V exp2All(V x) {
  const V limited = most(least(x, splat(1100)), splat(-1100));
  const V rounded = limited + ROUND;
  const V r = limited - (rounded - ROUND);
  const V high = upper(r);
  const V result = scaleByPowerOfTwo(exp2Fraction(r, high, r - high), rounded);
  return pick(x == x, result, splat(__builtin_nan("")));
}

/* log2(x) = high + low. */
INLINE void log2Pair(V x, V *outHigh, V *outLow) {
  const I tiny = x < 2.2250738585072014e-308;
  const I moved = stepAtSqrtHalf(pick(tiny, x * 18014398509481984.0, x));
  const V m = mantissa(moved);
  const V e = exponent(moved) - masked(tiny, splat(54));
  const V f = m - 1.0;
  const V inverse = 1.0 / (m + 1.0);
  const V s = f * inverse;
  const V sHigh = upper(s);
  const V sumHigh = upper(m + 1.0);
  const V sumLow = m - (sumHigh - 1.0);
  const V sLow = inverse * ((f - sHigh * sumHigh) - sHigh * sumLow);
  const V sHigh2 = sHigh * sHigh;
  const V squareLow = sLow * (sHigh + s);
  const V z = sHigh2 + squareLow;
  const V z2 = z * z;
  const V z4 = z2 * z2;
  const V p01 = 0.6 + z * 0.4285714285714705;
  const V p23 = 0.33333333331144605 + z * 0.27272727738138003;
  const V p45 = 0.2307687212208826 + z * 0.20003130635241734;
  const V p67 = 0.17538179472356263 + z * 0.17777942361471766;
  const V series = z2 * ((p01 + z2 * p23) + z4 * (p45 + z2 * p67)) + squareLow;
  const V tHigh = upper((3.0 + sHigh2) + series);
  const V tLow = series - ((tHigh - 3.0) - sHigh2);
  const V product = sHigh * tHigh;
  const V rest = sLow * tHigh + tLow * s;
  const V stHigh = upper(product + rest);
  const V stLow = rest - (stHigh - product);
  const V high = stHigh * 0.9617966860532761;
  const V low = stHigh * 7.872699542894897e-9 + stLow * 0.9617966939259736;
  *outHigh = upper((high + low) + e);
  *outLow = low - ((*outHigh - e) - high);
}

INLINE V power(V x, V y) {
  V logHigh, logLow;
  log2Pair(x, &logHigh, &logLow);
  const V yHigh = upper(y);
  const V exact = yHigh * logHigh;
  const V rest = (y - yHigh) * logHigh + y * logLow;
  const V sum = exact + rest;
  const V t = most(least(sum, splat(1100)), splat(-1100));
  const V tail = masked(sum == t, rest - (sum - exact));
  const V rounded = t + ROUND;
  const V whole = t - (rounded - ROUND);
  const V r = whole + tail;
  const V high = upper(r);
  const V low = (r - high) + (tail - (r - whole));
  const V regular = scaleByPowerOfTwo(exp2Fraction(r, high, low), rounded);
  const V infinite = splat(__builtin_inf());
  const I agree = ~((x > 1.0) ^ (y > 0.0));
  const I isExtreme = (x == infinite) | (absolute(y) == infinite) | (x == 0.0);
  const V result = pick(isExtreme, masked(agree, infinite), regular);
  const I defined = (x >= 0.0) & (y == y);
  return pick((x == 1.0) | (y == 0.0), splat(1), pick(defined, result, splat(__builtin_nan(""))));
}
