// Counts by place: see include/column_summary.h.
#pragma once

#include "level.h"

// Many values are counted in a small table of their own first: that of all values lies further away
// from the processor, and is then gone through once and in order. With point masses there are four
// such tables in turn, since counting a place waits for the same place just before.
enum { IN_TURN = 4, MOST_COUNTERS = 1 << 14, MOST_AT_ONCE = 1 << 15, SAMPLE = 256 };

// Whether more than a tenth of the first places come again among the next few.
INLINE int is_crowded(const uint16_t *places, size_t n) {
  if (n < 4 * SAMPLE) return 0;
  uint16_t again = 0;
  for (size_t ahead = 1; ahead <= IN_TURN; ahead++) {
    for (size_t i = 0; i < SAMPLE; i++) again += places[i] == places[i + ahead] ? 1 : 0;
  }
  return again > IN_TURN * SAMPLE / 10;
}

INLINE void tally_in_turn(uint32_t *counts, size_t width, uint16_t first, const uint16_t *places,
                          size_t n, size_t tables) {
  uint16_t counters[MOST_COUNTERS];
  memset(counters, 0, tables * width * sizeof(uint16_t));
  size_t i = 0;
  for (; i + tables <= n; i += tables) {
    for (size_t t = 0; t < tables; t++) counters[t * width + (places[i + t] - first)]++;
  }
  for (; i < n; i++) counters[places[i] - first]++;
  for (size_t t = 0; t < tables; t++) {
    for (size_t k = 0; k < width; k++) counts[k] += counters[t * width + k];
  }
}

KERNEL void column_tally(uint32_t *counts, uint16_t first, uint16_t last, const uint16_t *places,
                         size_t n) {
  const size_t width = (size_t)(last - first) + 1;
  for (size_t start = 0; start < n; start += MOST_AT_ONCE) {
    const size_t count = n - start < MOST_AT_ONCE ? n - start : MOST_AT_ONCE;
    const uint16_t *from = places + start;
    if (IN_TURN * width <= MOST_COUNTERS && is_crowded(from, count)) {
      tally_in_turn(counts + first, width, first, from, count, IN_TURN);
    } else if (width <= MOST_COUNTERS && width <= 4 * count) {
      tally_in_turn(counts + first, width, first, from, count, 1);
    } else {
      for (size_t i = 0; i < count; i++) counts[from[i]]++;
    }
  }
}
