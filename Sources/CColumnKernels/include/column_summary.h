// What summaries take from a column in one pass.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "column_types.h"

// Sums in a fixed order: eight running sums, value i to sum i mod 8, added pairwise.
void column_moments(column_moments_result *result, const double *a, double pivot, size_t n);

// Counts each value in its bin. The bin of x is 0 for x = 0, and otherwise, with the sign of x, one
// more than the leading bits of |x| + offset, counted from those of the offset: so bins have the
// relative width 2^-precision far from zero and the width offset * 2^-precision near it. `offset` is
// zero or a power of two, `precision` 1 ... 20.
//
// The bins lowest ..< lowest + size are counted in `counts`, which has one place more for use within;
// the bins of other values, and something beyond all bins for NaN, are written to `missing`, which
// has room for n; returns how many.
size_t column_count(uint32_t *counts, int64_t lowest, size_t size, double offset,
                    unsigned precision, const double *values, int64_t *missing, size_t n);
