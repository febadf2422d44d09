/* The reference Euler economy as a C programmer writes it for a compiler that may reorder and vectorise everything:
   -O3 -march=native -ffast-math -fopenmp-simd. One loop a tick; ΣT of the tick before feeds the spillover. */
#include "program.h"
#include <math.h>
#include <stdlib.h>

static Economy economy;
static size_t count;
static double *K, *T, *Q;
static Observation seen;

static Observation observe(void) {
  double sumK = 0, sumT = 0, training = 0, squared = 0, maxK = 0, maxT = 0;
#pragma omp simd reduction(+ : sumK, sumT, training, squared) reduction(max : maxK, maxT)
  for (size_t i = 0; i < count; i++) {
    sumK += K[i];
    sumT += T[i];
    training += Q[i] * K[i];
    squared += K[i] * K[i];
    maxK = maxK < K[i] ? K[i] : maxK;
    maxT = maxT < T[i] ? T[i] : maxT;
  }
  return (Observation){sumK, sumT, training, squared, maxK, maxT};
}

void create(size_t labs, Economy given) {
  economy = given;
  count = labs;
  free(K);
  K = aligned_alloc(64, 3 * columnSlots(labs) * 8);
  T = K + columnSlots(labs);
  Q = T + columnSlots(labs);
  const size_t third = labs / 3;
  for (size_t i = 0; i < count; i++) {
    K[i] = startK(i, economy.scale);
    T[i] = startT(i, economy.scale);
    Q[i] = economy.q[third == 0 || i >= 2 * third ? 2 : i / third];
  }
  seen = observe();
}

void tick(void) {
  const double h = economy.h, c = economy.c, delta = economy.delta;
  const double own = 1 - economy.sigma, spill = economy.sigma * seen.T;
  double *const k = K, *const t = T, *const q = Q;
  double sumK = 0, sumT = 0, training = 0, squared = 0, maxK = 0, maxT = 0;
#pragma omp simd aligned(k, t, q : 64) reduction(+ : sumK, sumT, training, squared) reduction(max : maxK, maxT)
  for (size_t i = 0; i < count; i++) {
    const double output = (1 - q[i]) * k[i] * pow(own * t[i] + spill, c);
    const double nextT = t[i] + h * q[i] * k[i];
    const double nextK = k[i] + h * (output - delta * k[i]);
    k[i] = nextK;
    t[i] = nextT;
    sumK += nextK;
    sumT += nextT;
    training += q[i] * nextK;
    squared += nextK * nextK;
    maxK = maxK < nextK ? nextK : maxK;
    maxT = maxT < nextT ? nextT : maxT;
  }
  seen = (Observation){sumK, sumT, training, squared, maxK, maxT};
}

Observation observation(void) { return seen; }
