/* The core's sixth-order tick of the paper economy with spillover (assembly/integrate/prepare.ts, re6.ts), on vectors of
   LANES doubles: the same four passes, the same polynomials, the same sums. One substep a tick. */
#include "program.h"
#include "lanes.h"
#include "columns.h"
#include <math.h>

static const double LOG2_E = 1.4426950408889634;
static const double WEIGHTS[3] = {1.0 / 24, -16.0 / 15, 81.0 / 40};
static const double ERRORS[3] = {1.0 / 24 + 1.0 / 3, -16.0 / 15 - 4.0 / 3, 81.0 / 40};

enum { TERMS = 11 };
/* Middle of the range of u in (1 + u)^c. */
static const double CENTRE = 0.06;

/* X and D: growth of T and of log2 K since the tick's start, in the sequences with 1, 2 and 3 substeps. */
static double *K, *T, *Q, *S, *inverses, *rates, *trainings, *X1, *X2, *X3, *D1, *D2, *D3;
static double series[TERMS], seriesOf;
static Observation seen;
double fastest, discrepancy;

void create(size_t labs, Economy given) {
  economy = given;
  placeGroups(labs);
  double **const all[] = {&K, &T, &Q, &S, &inverses, &rates, &trainings, &X1, &X2, &X3, &D1, &D2, &D3};
  const size_t count = sizeof all / sizeof *all;
  double *const block = columns(count);
  for (size_t i = 0; i < count; i++) *all[i] = block + i * columnSlots(slots);
  fill(labs, K, T, Q);
  for (size_t i = 0; i < slots; i++) S[i] = 1;
  seen = observeColumns(K, T, Q);
}

/* Every lab decides: fixed splits, and full reinvestment. */
static void decide(void) {
  for (int g = 0; g < 3; g++)
    for (size_t at = groups[g].from; at < groups[g].end; at += LANES) {
      const I present = load(K + at) > 0.0;
      store(Q + at, masked(present, splat(groups[g].q)));
      store(S + at, splat(1));
    }
}

/* Two vectors a turn, and nothing stored before both are there: the loads of one need not wait for the other's stores. */
INLINE void storeBoth(double *at, const V x[2]) {
  store(at, x[0]);
  store(at + LANES, x[1]);
}

static void expandPower(void) {
  if (seriesOf == economy.c) return;
  double coefficient = pow(1 + CENTRE, economy.c);
  for (int k = 0; k < TERMS; k++) {
    series[k] = coefficient;
    coefficient *= (economy.c - k) / ((k + 1) * (1 + CENTRE));
  }
  seriesOf = economy.c;
}

/* (1 + u)^c for u in [0, 0.12]. */
INLINE V powerOfGrowth(V u) {
  const V v = u - CENTRE;
  const V v2 = v * v;
  const V v4 = v2 * v2;
  const V s01 = series[0] + v * series[1];
  const V s23 = series[2] + v * series[3];
  const V s45 = series[4] + v * series[5];
  const V s67 = series[6] + v * series[7];
  const V s89 = series[8] + v * series[9];
  return (s01 + v2 * s23) + v4 * ((s45 + v2 * s67) + v4 * (s89 + v2 * series[10]));
}

/* (T̂/T̂₀)^c where the lab itself has trained x. */
INLINE V grown(V x, V own, V spill, V inverse) { return powerOfGrowth((own * x + spill) * inverse); }

static void prepare(void) {
  expandPower();
  double speed = 0;
  for (int g = 0; g < 3; g++)
    for (size_t at = groups[g].from; at < groups[g].end;) {
      const size_t stop = chunkEnd(at, groups[g].end);
      V even = splat(0), odd = splat(0);
      for (; at < stop; at += UNIT) {
        even += load(Q + at) * load(K + at);
        odd += load(Q + at + LANES) * load(K + at + LANES);
      }
      speed += closeChunk(even, odd);
    }
  const V own = splat(1 - economy.sigma), spill = splat(economy.sigma * seen.T);
  const V spillSpeed = splat(economy.sigma * speed), c = splat(economy.c);
  V top = splat(0);
  for (size_t at = 0; at < slots; at += UNIT) {
    V inverse[2], rate[2], training[2];
    for (int n = 0; n < 2; n++) {
      const size_t i = at + n * LANES;
      const V That = own * load(T + i) + spill;
      inverse[n] = 1.0 / That;
      const V growth = load(S + i) * (1.0 - load(Q + i)) * power(That, c);
      rate[n] = growth * LOG2_E;
      training[n] = load(Q + i) * load(K + i);
      top = most(top, most(growth, (own * training[n] + spillSpeed) * inverse[n]));
    }
    storeBoth(inverses + at, inverse);
    storeBoth(rates + at, rate);
    storeBoth(trainings + at, training);
  }
  fastest = largest(top);
}

/* Sums of X after a pass. */
typedef struct {
  double one, two, three;
} Totals;

static void firstPass(Group g, double dt, Totals *totals) {
  const V twelfth = splat(dt / 12), whole = splat(dt), half = splat(dt / 2), third = splat(dt / 3);
  for (size_t at = g.from; at < g.end;) {
    const size_t stop = chunkEnd(at, g.end);
    V sum1[2] = {splat(0), splat(0)}, sum2[2] = {splat(0), splat(0)}, sum3[2] = {splat(0), splat(0)};
    for (; at < stop; at += UNIT) {
      V e1[2], e2[2], e3[2];
      for (int n = 0; n < 2; n++) {
        const V y = exp2Near(load(rates + at + n * LANES) * twelfth);
        const V train = load(trainings + at + n * LANES);
        const V y2 = y * y;
        const V y3 = y2 * y;
        e1[n] = (train * whole) * (y3 * y3);
        e2[n] = (train * half) * y3;
        e3[n] = (train * third) * y2;
        sum1[n] += e1[n];
        sum2[n] += e2[n];
        sum3[n] += e3[n];
      }
      storeBoth(X1 + at, e1);
      storeBoth(X2 + at, e2);
      storeBoth(X3 + at, e3);
    }
    totals->one += closeChunk(sum1[0], sum1[1]);
    totals->two += closeChunk(sum2[0], sum2[1]);
    totals->three += closeChunk(sum3[0], sum3[1]);
  }
}

static void secondPass(Group g, double dt, Totals before, Totals *totals) {
  const V own = splat(1 - economy.sigma);
  const V spill1 = splat(economy.sigma * before.one), spill2 = splat(economy.sigma * before.two);
  const V spill3 = splat(economy.sigma * before.three);
  const V half = splat(dt / 2), third = splat(dt / 3), quarter = splat(dt / 4), sixth = splat(dt / 6);
  for (size_t at = g.from; at < g.end;) {
    const size_t stop = chunkEnd(at, g.end);
    V sum2[2] = {splat(0), splat(0)}, sum3[2] = {splat(0), splat(0)};
    for (; at < stop; at += UNIT)
      for (int n = 0; n < 2; n++) {
        const size_t i = at + n * LANES;
        const V r = load(rates + i), inverse = load(inverses + i), train = load(trainings + i);
        const V x2 = load(X2 + i), x3 = load(X3 + i);
        const V p1 = grown(load(X1 + i), own, spill1, inverse);
        const V p2 = grown(x2, own, spill2, inverse);
        const V p3 = grown(x3, own, spill3, inverse);
        const V d2 = r * quarter + r * half * p2;
        const V d3 = r * sixth + r * third * p3;
        const V e2 = x2 + train * half * exp2Near(d2);
        const V e3 = x3 + train * third * exp2Near(d3);
        store(D1 + i, r * half * (1.0 + p1));
        store(D2 + i, d2);
        store(D3 + i, d3);
        store(X2 + i, e2);
        store(X3 + i, e3);
        sum2[n] += e2;
        sum3[n] += e3;
      }
    totals->two += closeChunk(sum2[0], sum2[1]);
    totals->three += closeChunk(sum3[0], sum3[1]);
  }
}

static void thirdPass(Group g, double dt, Totals before, Totals *totals) {
  const V own = splat(1 - economy.sigma);
  const V spill2 = splat(economy.sigma * before.two), spill3 = splat(economy.sigma * before.three);
  const V third = splat(dt / 3), quarter = splat(dt / 4);
  for (size_t at = g.from; at < g.end;) {
    const size_t stop = chunkEnd(at, g.end);
    V sum3[2] = {splat(0), splat(0)};
    for (; at < stop; at += UNIT)
      for (int n = 0; n < 2; n++) {
        const size_t i = at + n * LANES;
        const V r = load(rates + i), inverse = load(inverses + i), x3 = load(X3 + i);
        const V p2 = grown(load(X2 + i), own, spill2, inverse);
        const V p3 = grown(x3, own, spill3, inverse);
        const V d3 = load(D3 + i) + r * third * p3;
        const V e3 = x3 + load(trainings + i) * third * exp2Near(d3);
        store(D2 + i, load(D2 + i) + r * quarter * p2);
        store(D3 + i, d3);
        store(X3 + i, e3);
        sum3[n] += e3;
      }
    totals->three += closeChunk(sum3[0], sum3[1]);
  }
}

INLINE V weighed(const double weights[3], V one, V two, V three) {
  return (weights[0] * one + weights[1] * two) + weights[2] * three;
}

static void fourthPass(double dt, Totals before) {
  const V own = splat(1 - economy.sigma), spill3 = splat(economy.sigma * before.three), sixth = splat(dt / 6);
  V worstK = splat(0), worstT = splat(0);
  for (size_t i = 0; i < slots; i += LANES) {
    const V x1 = load(X1 + i), x2 = load(X2 + i), x3 = load(X3 + i);
    const V d1 = load(D1 + i), d2 = load(D2 + i);
    const V d3 = load(D3 + i) + load(rates + i) * sixth * grown(x3, own, spill3, load(inverses + i));
    const V t = load(T + i) + weighed(WEIGHTS, x1, x2, x3);
    store(K + i, load(K + i) * exp2Near(weighed(WEIGHTS, d1, d2, d3)));
    store(T + i, t);
    worstK = most(worstK, absolute(weighed(ERRORS, d1, d2, d3)));
    worstT = most(worstT, absolute(weighed(ERRORS, x1, x2, x3)) / t);
  }
  const double ofK = largest(worstK) / LOG2_E, ofT = largest(worstT);
  discrepancy = ofK > ofT ? ofK : ofT;
}

void tick(void) {
  decide();
  prepare();
  Totals first = {0}, second = {0}, third = {0};
  for (int g = 0; g < 3; g++) firstPass(groups[g], economy.h, &first);
  for (int g = 0; g < 3; g++) secondPass(groups[g], economy.h, first, &second);
  for (int g = 0; g < 3; g++) thirdPass(groups[g], economy.h, second, &third);
  fourthPass(economy.h, third);
  seen = observeColumns(K, T, Q);
}

Observation observation(void) { return seen; }
