// Uniform numbers on columns: see include/column_streams.h.
#pragma once

#include "philox.h"

KERNEL void column_uniform(double *out, size_t n, uint64_t first, uint32_t quarter,
                           uint32_t draw, const uint32_t *key) {
  for (size_t start = 0; start < n; start += 2 * LANES) {
    const uint64_t counter = (first + start) / 2;
    uint64_t c0[LANES], c1[LANES], c2[LANES], c3[LANES];
    for (int l = 0; l < LANES; l++) {
      c0[l] = (uint32_t)(counter + (uint64_t)l);
      c1[l] = (counter + (uint64_t)l) >> 32;
      c2[l] = quarter;
      c3[l] = draw;
    }
    philox_rounds(c0, c1, c2, c3, key[0], key[1]);
    double group[2 * LANES];
    for (int l = 0; l < LANES; l++) {
      group[l] = open_unit(c0[l], c1[l]);
      group[LANES + l] = open_unit(c2[l], c3[l]);
    }
    const size_t count = n - start < 2 * LANES ? n - start : 2 * LANES;
    if (count == 2 * LANES) {
      memcpy(out + start, group, sizeof group);
    } else {
      memcpy(out + start, group, count * sizeof(double));
    }
  }
}
