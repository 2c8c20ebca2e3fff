// What summaries take from a column in one pass.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
  double sum[4];       // sums of d, d^2, d^3, d^4 with d = x - pivot, over finite values
  double minimum;      // over finite values; +infinity when there are none
  double maximum;      // over finite values; -infinity when there are none
  size_t finite;       // how many values are finite
} column_moments_result;

// Sums in a fixed order: eight running sums, value i to sum i mod 8, added pairwise.
void column_moments(column_moments_result *result, const double *a, double pivot, size_t n);

// The bin of each value: its leading 12 + precision bits, mapped so that keys grow with the
// value; -0.0 counts as 0.0. `precision` is the number of mantissa bits, 1 ... 20.
void column_bins(uint32_t *out, const double *a, unsigned precision, size_t n);

// Adds one to the count of each key: page_offset[key >> precision] is where the page of that key
// begins in `counts`, or -1 for a page that is not there yet. Keys of missing pages are written to
// `missing`; returns how many.
size_t column_count(uint32_t *counts, const int32_t *page_offset, const uint32_t *keys,
                    unsigned precision, uint32_t *missing, size_t n);
