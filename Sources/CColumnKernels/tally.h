// Counts by place: see include/column_summary.h.
#pragma once

#include "level.h"

// Counting a place waits for the same place just before: with point masses, several tables in turn
// are faster, although they have to be added up.
enum { TABLES = 4, MOST_PLACES = 4096, MOST_AT_ONCE = 1 << 16, SAMPLE = 256 };

// Whether more than a tenth of the first places come again among the next few.
INLINE int is_crowded(const uint16_t *places, size_t n) {
  if (n < 4 * SAMPLE) return 0;
  uint16_t again = 0;
  for (size_t ahead = 1; ahead <= TABLES; ahead++) {
    for (size_t i = 0; i < SAMPLE; i++) again += places[i] == places[i + ahead] ? 1 : 0;
  }
  return again > TABLES * SAMPLE / 10;
}

INLINE void tally_in_turn(uint32_t *counts, size_t size, const uint16_t *places, size_t n) {
  uint16_t tables[TABLES][MOST_PLACES];
  for (size_t t = 0; t < TABLES; t++) memset(tables[t], 0, size * sizeof(uint16_t));
  size_t i = 0;
  for (; i + TABLES <= n; i += TABLES) {
    for (size_t t = 0; t < TABLES; t++) tables[t][places[i + t]]++;
  }
  for (; i < n; i++) tables[0][places[i]]++;
  for (size_t k = 0; k < size; k++) {
    counts[k] += (uint32_t)tables[0][k] + tables[1][k] + tables[2][k] + tables[3][k];
  }
}

KERNEL void column_tally(uint32_t *counts, size_t size, const uint16_t *places, size_t n) {
  if (size > MOST_PLACES || !is_crowded(places, n)) {
    for (size_t i = 0; i < n; i++) counts[places[i]]++;
    return;
  }
  for (size_t start = 0; start < n; start += MOST_AT_ONCE) {
    const size_t count = n - start < MOST_AT_ONCE ? n - start : MOST_AT_ONCE;
    tally_in_turn(counts, size, places + start, count);
  }
}
