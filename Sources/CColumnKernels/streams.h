// Uniform numbers on columns: see include/column_streams.h.
#pragma once

#include "philox.h"

// Two of each of LANES counters, from `counter` on.
INLINE void uniform_group(double *group, uint64_t counter, uint32_t quarter, uint32_t draw,
                          const philox_keys *keys) {
  const philox_words lane = {0, 1, 2, 3, 4, 5, 6, 7};
  const philox_words counters = lane + counter;
  philox_words c0 = counters & 0xffffffffu;
  philox_words c1 = counters >> 32;
  philox_words c2 = lane * 0 + quarter;
  philox_words c3 = lane * 0 + draw;
  philox_rounds(&c0, &c1, &c2, &c3, keys);
  for (int l = 0; l < LANES; l++) group[l] = open_unit(c0[l], c1[l]);
  for (int l = 0; l < LANES; l++) group[LANES + l] = open_unit(c2[l], c3[l]);
}

KERNEL void column_uniform(double *out, size_t n, uint64_t first, uint32_t quarter, uint32_t draw,
                           const uint32_t *key) {
  const philox_keys keys = philox_schedule(key);
  double group[2 * LANES];
  size_t start = 0;
  for (; start + 2 * LANES <= n; start += 2 * LANES) {
    uniform_group(group, (first + start) / 2, quarter, draw, &keys);
    memcpy(out + start, group, sizeof group);
  }
  if (start < n) {
    uniform_group(group, (first + start) / 2, quarter, draw, &keys);
    memcpy(out + start, group, (n - start) * sizeof(double));
  }
}
