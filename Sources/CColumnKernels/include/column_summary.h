// What summaries take from a column in one pass.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "column_types.h"

// Sums in a fixed order: eight running sums, value i to sum i mod 8, added pairwise.
void column_moments(column_moments_result *result, const double *a, double pivot, size_t n);

// Counts each value in its bin. The key of a bin is the value's leading 12 + precision bits, mapped
// so that keys grow with the value; -0.0 counts as 0.0; `precision` is the number of mantissa bits,
// 1 ... 20. The page of a key is its upper 12 bits; page_offset[page - first_page] is where that
// page begins in `counts`, or -1 where it is not there yet. Keys of pages that are not there are
// written to `missing`; returns how many.
size_t column_count(uint32_t *counts, const int32_t *page_offset, uint32_t first_page,
                    uint32_t page_count, const double *values, unsigned precision,
                    uint32_t *missing, size_t n);
