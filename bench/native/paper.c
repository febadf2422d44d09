/* The core's sixth-order tick of the paper economy with spillover (assembly/integrate/prepare.ts, re6.ts), on vectors of
   LANES doubles: the same stages, the same polynomials, the same sums. One substep a tick. */
#include "program.h"
#include "lanes.h"
#include "columns.h"

static const double LOG2_E = 1.4426950408889634;

static double *K, *T, *Q, *S, *powers, *inverses, *rates, *growths, *stages, *sumK, *sumT, *errorK, *errorT;
static Observation seen;
double fastest, discrepancy;

void create(size_t labs, Economy given) {
  economy = given;
  placeGroups(labs);
  double **const all[] = {&K,       &T,      &Q,    &S,    &powers, &inverses, &rates,
                          &growths, &stages, &sumK, &sumT, &errorK, &errorT};
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

INLINE V effective(V t, V own, V spill) { return own * t + spill; }

static void prepare(void) {
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
    V p[2], inverse[2], rate[2];
    for (int n = 0; n < 2; n++) {
      const size_t i = at + n * LANES;
      const V That = effective(load(T + i), own, spill);
      p[n] = power(That, c);
      inverse[n] = 1.0 / That;
      const V growth = load(S + i) * (1.0 - load(Q + i));
      const V training = own * (load(Q + i) * load(K + i)) + spillSpeed;
      rate[n] = growth * LOG2_E;
      top = most(top, most(growth * p[n], training * inverse[n]));
    }
    storeBoth(powers + at, p);
    storeBoth(inverses + at, inverse);
    storeBoth(rates + at, rate);
  }
  fastest = largest(top);
}

static double begin(Group g, double delta) {
  const V half = splat(0.5 * delta), train = splat(delta);
  double total = 0;
  for (size_t at = g.from; at < g.end;) {
    const size_t stop = chunkEnd(at, g.end);
    V sum[2] = {splat(0), splat(0)};
    for (; at < stop; at += UNIT) {
      V d[2], t[2];
      for (int n = 0; n < 2; n++) {
        const size_t i = at + n * LANES;
        d[n] = load(rates + i) * load(powers + i) * half;
        t[n] = load(T + i) + train * load(Q + i) * (load(K + i) * exp2Finite(d[n]));
        sum[n] += t[n];
      }
      storeBoth(growths + at, d);
      storeBoth(stages + at, t);
    }
    total += closeChunk(sum[0], sum[1]);
  }
  return total;
}

/* The growth after a kick at the stage's T. */
INLINE V kicked(size_t i, V own, V spill, V c, V length) {
  const V ratio = effective(load(stages + i), own, spill) * load(inverses + i);
  return load(growths + i) + load(rates + i) * (load(powers + i) * exp2Finite(c * log2Normal(ratio))) * length;
}

static double middle(Group g, double delta, double totalT) {
  const V own = splat(1 - economy.sigma), spill = splat(economy.sigma * totalT);
  const V full = splat(delta), c = splat(economy.c);
  double total = 0;
  for (size_t at = g.from; at < g.end;) {
    const size_t stop = chunkEnd(at, g.end);
    V sum[2] = {splat(0), splat(0)};
    for (; at < stop; at += UNIT) {
      V d[2], t[2];
      for (int n = 0; n < 2; n++) {
        const size_t i = at + n * LANES;
        d[n] = kicked(i, own, spill, c, full);
        t[n] = load(stages + i) + full * load(Q + i) * (load(K + i) * exp2Finite(d[n]));
        sum[n] += t[n];
      }
      storeBoth(growths + at, d);
      storeBoth(stages + at, t);
    }
    total += closeChunk(sum[0], sum[1]);
  }
  return total;
}

INLINE void accumulate(double *at, I keep, V value) { store(at, masked(keep, load(at)) + value); }

static void close(Group g, double delta, double totalT, double weight, double error, int isFirst) {
  const V own = splat(1 - economy.sigma), spill = splat(economy.sigma * totalT);
  const V half = splat(0.5 * delta), c = splat(economy.c);
  const I keep = splatI(isFirst ? 0 : -1);
  for (size_t at = g.from; at < g.end; at += UNIT) {
    V d[2], grown[2];
    for (int n = 0; n < 2; n++) {
      const size_t i = at + n * LANES;
      d[n] = kicked(i, own, spill, c, half);
      grown[n] = log2Normal(load(stages + i) / load(T + i));
    }
    for (int n = 0; n < 2; n++) {
      const size_t i = at + n * LANES;
      accumulate(sumK + i, keep, weight * d[n]);
      accumulate(errorK + i, keep, error * d[n]);
      accumulate(sumT + i, keep, weight * grown[n]);
      accumulate(errorT + i, keep, error * grown[n]);
    }
  }
}

static void finish(void) {
  V worst = splat(0);
  for (size_t at = 0; at < slots; at += UNIT)
    for (int n = 0; n < 2; n++) {
      const size_t i = at + n * LANES;
      store(K + i, load(K + i) * exp2All(load(sumK + i)));
      store(T + i, load(T + i) * exp2All(load(sumT + i)));
      worst = most(worst, most(absolute(load(errorK + i)), absolute(load(errorT + i))));
    }
  discrepancy = largest(worst) / LOG2_E;
}

static void sequence(double delta, int n, double weight, double error) {
  double total = 0;
  for (int g = 0; g < 3; g++) total += begin(groups[g], delta);
  for (int step = 1; step < n; step++) {
    double next = 0;
    for (int g = 0; g < 3; g++) next += middle(groups[g], delta, total);
    total = next;
  }
  for (int g = 0; g < 3; g++) close(groups[g], delta, total, weight, error, n == 1);
}

void tick(void) {
  decide();
  prepare();
  sequence(economy.h, 1, 1.0 / 24, 1.0 / 24 + 1.0 / 3);
  sequence(economy.h / 2, 2, -16.0 / 15, -16.0 / 15 - 4.0 / 3);
  sequence(economy.h / 3, 3, 81.0 / 40, 81.0 / 40);
  finish();
  seen = observeColumns(K, T, Q);
}

Observation observation(void) { return seen; }
