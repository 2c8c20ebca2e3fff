// Uniform numbers on columns: see include/column_streams.h.
#pragma once

#include "philox.h"

KERNEL void column_uniform(double *out, size_t n, uint64_t first, uint32_t quarter, uint32_t draw,
                           const uint32_t *key) {
  const philox_keys keys = philox_schedule(key);
  for (size_t start = 0; start < n; start += 2 * LANES) {
    const philox_words lane = {0, 1, 2, 3, 4, 5, 6, 7};
    const philox_words counter = lane + (first + start) / 2;
    philox_words c0 = counter & 0xffffffffu;
    philox_words c1 = counter >> 32;
    philox_words c2 = lane * 0 + quarter;
    philox_words c3 = lane * 0 + draw;
    philox_rounds(&c0, &c1, &c2, &c3, &keys);
    double group[2 * LANES];
    for (int l = 0; l < LANES; l++) group[l] = open_unit(c0[l], c1[l]);
    for (int l = 0; l < LANES; l++) group[LANES + l] = open_unit(c2[l], c3[l]);
    const size_t count = n - start < 2 * LANES ? n - start : 2 * LANES;
    if (count == 2 * LANES) {
      memcpy(out + start, group, sizeof group);
    } else {
      memcpy(out + start, group, count * sizeof(double));
    }
  }
}
