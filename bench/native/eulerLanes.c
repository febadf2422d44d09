/* The reference Euler economy with the core's own arithmetic (assembly/integrate/euler.ts) on vectors of LANES doubles. */
#include "program.h"
#include "lanes.h"
#include "columns.h"

static double *K, *T, *Q;
static Observation seen;

void create(size_t labs, Economy given) {
  economy = given;
  placeGroups(labs);
  K = columns(3);
  T = K + columnSlots(slots);
  Q = T + columnSlots(slots);
  fill(labs, K, T, Q);
  seen = observeColumns(K, T, Q);
}

void tick(void) {
  const V own = splat(1 - economy.sigma), spill = splat(economy.sigma * seen.T);
  const V h = splat(economy.h), c = splat(economy.c), keptK = splat(1 - economy.h * economy.delta);
  for (size_t at = 0; at < slots; at += UNIT) {
    V nextK[2], nextT[2];
    for (int n = 0; n < 2; n++) {
      const size_t i = at + n * LANES;
      const V k = load(K + i), t = load(T + i), q = load(Q + i);
      const V output = h * (1.0 - q) * powerQuick(own * t + spill, c);
      nextK[n] = k * (keptK + output);
      nextT[n] = t + h * q * k;
    }
    for (int n = 0; n < 2; n++) {
      store(K + at + n * LANES, nextK[n]);
      store(T + at + n * LANES, nextT[n]);
    }
  }
  seen = observeColumns(K, T, Q);
}

Observation observation(void) { return seen; }
