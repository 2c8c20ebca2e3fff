// What summaries take from a column in one pass.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "column_types.h"

// Sums in a fixed order: eight running sums, value i to sum i mod 8, added pairwise.
void column_moments(column_moments_result *result, const double *a, double pivot, size_t n);

// How many values are not finite, by kind.
void column_exceptions(column_exceptions_result *result, const double *a, size_t n);

// At most COLUMN_MOST_SORTED finite values in ascending order; zeros of both signs are equal.
void column_sort(double *out, const double *values, size_t n);

// The bins of values; NaN and infinity lie beyond the bins of all numbers.
void column_bins(int64_t *bins, column_binning binning, const double *values, size_t n);

// The same, counted from the bin `lowest` on; `size`, which is at most 65535, for all bins outside
// lowest ..< lowest + size. Not in the order of the values. Returns how many are outside.
size_t column_places(uint16_t *places, int64_t lowest, size_t size, column_binning binning,
                     const double *values, size_t n);

// Adds one to the count of each place; all lie in first ... last.
void column_tally(uint32_t *counts, uint16_t first, uint16_t last, const uint16_t *places,
                  size_t n);

// Moments by group and places of a column's values, added to what waits there already; the caller
// sees to it that there is room.
column_unplaced column_summarise(column_summary *summary, const double *values, size_t n);
