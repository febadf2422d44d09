/* What a contestant in C gives to the program in program.c. */
#include <stddef.h>

typedef struct {
  double h, c, sigma, delta, scale;
  double q[3];
} Economy;

/* Sums and largest values: ΣK, ΣT, ΣqK, ΣK², max K, max T. */
typedef struct {
  double K, T, training, squared, maxK, maxT;
} Observation;

/* Stocks of lab i at the start, as in bench/economy.mjs. */
static inline double startK(size_t i, double scale) { return scale * (1 + (double)(i % 97) / 97); }
static inline double startT(size_t i, double scale) { return scale * (1 + (double)(i % 89) / 89); }

/* Doubles from one column to the next: whole cache lines, and one more. */
static inline size_t columnSlots(size_t slots) { return (slots + 7) / 8 * 8 + 8; }

void create(size_t labs, Economy economy);
void tick(void);
Observation observation(void);
