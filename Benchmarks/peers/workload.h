// What every C program of the race shares: the shape of the workload, its arguments, how results
// are printed and how stages are timed.
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { QUARTERS = 12, COLUMNS = 3 * QUARTERS + 1, TOTAL = 3 * QUARTERS, LEVELS = 5 };

static const double probabilities[LEVELS] = {0.05, 0.25, 0.50, 0.75, 0.95};

// A whole number from low to high; anything else ends the program with status 64.
static inline uint64_t whole_number(const char *text, const char *name, uint64_t low,
                                    uint64_t high) {
  char *end;
  const unsigned long long value = strtoull(text, &end, 10);
  if (*text < '0' || *text > '9' || *end != '\0' || value < low || value > high) {
    fprintf(stderr, "%s is %s, but must be a whole number from %llu to %llu\n", name, text,
            (unsigned long long)low, (unsigned long long)high);
    exit(64);
  }
  return value;
}

// A line a column: name, quarter, five quantiles. The total has no quarter. Status of the program.
static inline int print_quantiles(double quantiles[COLUMNS][LEVELS]) {
  static const char *const names[] = {"fx", "R", "capex"};
  for (int column = 0; column < COLUMNS; column++) {
    if (column == TOTAL)
      printf("total,");
    else
      printf("%s,%d", names[column / QUARTERS], column % QUARTERS + 1);
    for (int level = 0; level < LEVELS; level++) printf(",%.10g", quantiles[column][level]);
    putchar('\n');
  }
  return fflush(stdout) == 0 ? 0 : 74;
}

static inline double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

// Nanoseconds a trial of one stage, on the error stream.
static inline void report_stage(const char *stage, double spent, uint64_t trials) {
  fprintf(stderr, "%s: %.1f ns a trial\n", stage, spent / (double)trials * 1e9);
}
