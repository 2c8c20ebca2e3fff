// Counts of values by the leading bits of the double: bins of relative width 2^-10, for values from
// 1 up to 4096. What lies outside is counted in one bin more, and refused in the end.
#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "workload.h"

enum {
  PRECISION = 10,
  SHIFT = 52 - PRECISION,
  BINS = 12 << PRECISION,
  FIRST_KEY = 1023 << PRECISION,
  KEYS_AT_ONCE = 256,
};

typedef struct {
  uint32_t counts[COLUMNS][BINS + 1];
} histograms;

static inline void count_values(uint32_t *counts, const double *values, int n) {
  for (int start = 0; start < n; start += KEYS_AT_ONCE) {
    const int length = n - start < KEYS_AT_ONCE ? n - start : KEYS_AT_ONCE;
    uint32_t keys[KEYS_AT_ONCE];
    for (int i = 0; i < length; i++) {
      uint64_t bits;
      memcpy(&bits, values + start + i, sizeof bits);
      const uint32_t key = (uint32_t)(bits >> SHIFT) - FIRST_KEY;
      keys[i] = key < BINS ? key : BINS;
    }
    for (int i = 0; i < length; i++) counts[keys[i]]++;
  }
}

static inline void merge_histograms(histograms *into, const histograms *from) {
  for (int column = 0; column < COLUMNS; column++)
    for (int bin = 0; bin <= BINS; bin++) into->counts[column][bin] += from->counts[column][bin];
}

static inline double lower_edge(int bin) {
  const uint64_t bits = (uint64_t)(bin + FIRST_KEY) << SHIFT;
  double edge;
  memcpy(&edge, &bits, sizeof edge);
  return edge;
}

// Straight lines within bins. Ends the program when a value lay outside.
static inline void find_quantiles(const histograms *all, uint64_t trials,
                                  double quantiles[COLUMNS][LEVELS]) {
  for (int column = 0; column < COLUMNS; column++) {
    const uint32_t *counts = all->counts[column];
    if (counts[BINS] > 0) {
      fprintf(stderr, "column %d: %u values outside 1 to 4096\n", column, counts[BINS]);
      exit(1);
    }
    double below = 0;
    int level = 0;
    for (int bin = 0; bin < BINS && level < LEVELS; bin++) {
      const double here = counts[bin];
      while (level < LEVELS && here > 0 && below + here >= probabilities[level] * (double)trials) {
        const double share = (probabilities[level] * (double)trials - below) / here;
        const double low = lower_edge(bin), high = lower_edge(bin + 1);
        quantiles[column][level++] = low + (high - low) * share;
      }
      below += here;
    }
  }
}
