/* Labs as columns of doubles, a group (equal q) after the other, each padded to a multiple of the chunk's unit of 2·LANES labs. */
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 128, UNIT = 2 * LANES };

typedef struct {
  size_t from, end;
  double q;
} Group;

static Economy economy;
static Group groups[3];
static size_t slots;

INLINE size_t chunkEnd(size_t at, size_t end) { return at + CHUNK < end ? at + CHUNK : end; }

INLINE double closeChunk(V even, V odd) {
  const V both = even + odd;
  double sum = 0;
  for (int lane = 0; lane < LANES; lane++) sum += both[lane];
  return sum;
}

INLINE double largest(V x) {
  double value = x[0];
  for (int lane = 1; lane < LANES; lane++) value = x[lane] > value ? x[lane] : value;
  return value;
}

/* Columns of zeros in one block. A power of two apart they would compete for the same cache sets: hence one line more. */
static double *columns(size_t count) {
  static double *block;
  free(block);
  const size_t bytes = count * columnSlots(slots) * 8;
  block = aligned_alloc(64, bytes);
  memset(block, 0, bytes);
  return block;
}

static void placeGroups(size_t labs) {
  const size_t third = labs / 3;
  const size_t counts[3] = {third, third, labs - 2 * third};
  slots = 0;
  for (int g = 0; g < 3; g++) {
    groups[g] = (Group){slots, slots + (counts[g] + UNIT - 1) / UNIT * UNIT, economy.q[g]};
    slots = groups[g].end;
  }
}

/* Fills K, T, Q; places without a lab have K = 0 and a T that no sum sees. */
static void fill(size_t labs, double *K, double *T, double *Q) {
  const size_t third = labs / 3;
  const size_t firsts[4] = {0, third, 2 * third, labs};
  for (int g = 0; g < 3; g++) {
    const size_t count = firsts[g + 1] - firsts[g];
    for (size_t i = groups[g].from; i < groups[g].end; i++) {
      const size_t lab = i - groups[g].from;
      K[i] = lab < count ? startK(firsts[g] + lab, economy.scale) : 0;
      T[i] = lab < count ? startT(firsts[g] + lab, economy.scale) : 0x1p-1000;
      Q[i] = lab < count ? groups[g].q : 0;
    }
  }
}

/* ΣT and the rest of what is observed after every tick, as assembly/measure/account.ts does it. */
static Observation observeColumns(const double *K, const double *T, const double *Q) {
  Observation seen = {0};
  V maxK = splat(0), maxT = splat(0);
  for (int g = 0; g < 3; g++) {
    double sums[4] = {0};
    for (size_t at = groups[g].from; at < groups[g].end;) {
      const size_t stop = chunkEnd(at, groups[g].end);
      V k[2] = {splat(0), splat(0)}, t[2] = {splat(0), splat(0)}, q[2] = {splat(0), splat(0)}, s[2] = {splat(0), splat(0)};
      for (; at < stop; at += UNIT)
        for (int half = 0; half < 2; half++) {
          const V kHere = load(K + at + half * LANES), tHere = load(T + at + half * LANES);
          k[half] += kHere;
          t[half] += tHere;
          q[half] += kHere * load(Q + at + half * LANES);
          s[half] += kHere * kHere;
          maxK = most(maxK, kHere);
          maxT = most(maxT, tHere);
        }
      sums[0] += closeChunk(k[0], k[1]);
      sums[1] += closeChunk(t[0], t[1]);
      sums[2] += closeChunk(q[0], q[1]);
      sums[3] += closeChunk(s[0], s[1]);
    }
    seen.K += sums[0];
    seen.T += sums[1];
    seen.training += sums[2];
    seen.squared += sums[3];
  }
  seen.maxK = largest(maxK);
  seen.maxT = largest(maxT);
  return seen;
}
