/* Reads commands, one a line, and answers each with a line:
   create <labs> <h> <c> <sigma> <delta> <scale> <q> <q> <q>   →  ready
   run <ticks>                                                 →  nanoseconds of processor time taken
   observe                                                     →  ΣK ΣT ΣqK ΣK² max K, max T */
#define _POSIX_C_SOURCE 200809L
#include "program.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

int main(void) {
  char line[512];
  while (fgets(line, sizeof line, stdin)) {
    size_t labs;
    long ticks;
    Economy e;
    if (sscanf(line, "create %zu %lf %lf %lf %lf %lf %lf %lf %lf", &labs, &e.h, &e.c, &e.sigma, &e.delta, &e.scale,
               &e.q[0], &e.q[1], &e.q[2]) == 9) {
      create(labs, e);
      puts("ready");
    } else if (sscanf(line, "run %ld", &ticks) == 1) {
      const double start = now();
      for (long i = 0; i < ticks; i++) tick();
      printf("%.0f\n", now() - start);
    } else if (strncmp(line, "observe", 7) == 0) {
      const Observation o = observation();
      printf("%.17g %.17g %.17g %.17g %.17g %.17g\n", o.K, o.T, o.training, o.squared, o.maxK, o.maxT);
    } else {
      fprintf(stderr, "unknown command: %s", line);
      return 1;
    }
    fflush(stdout);
  }
  return 0;
}
