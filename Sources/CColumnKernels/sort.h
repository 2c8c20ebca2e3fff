// A few values in order: see include/column_summary.h.
#pragma once

#include "level.h"

// Compared in one go, however wide vectors are.
enum { TOGETHER = 32 };
_Static_assert(COLUMN_MOST_SORTED % TOGETHER == 0, "room for what is compared");

// Every value's place is how many are less: the same work for any values, so that nothing has to be
// guessed.
KERNEL void column_sort(double *out, const double *values, size_t n) {
  double held[COLUMN_MOST_SORTED];
  uint16_t taken[COLUMN_MOST_SORTED] = {0};
  memcpy(held, values, n * sizeof(double));
  const size_t whole = (n + TOGETHER - 1) / TOGETHER * TOGETHER;
  for (size_t i = n; i < whole; i++) held[i] = INFINITY;
  for (size_t i = 0; i < n; i++) {
    const double x = held[i];
    uint64_t place = 0;
    for (size_t j = 0; j < whole; j++) place += held[j] < x ? 1 : 0;
    out[place + taken[place]++] = x;
  }
}
