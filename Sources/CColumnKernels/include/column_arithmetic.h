// Arithmetic, comparison and choice on columns, and what looks up other values.
#pragma once

#include <stddef.h>

#include "column_types.h"

// Does `count` steps in turn, each on the first n values of columns that lie `stride` apart. Of the
// numbers there are eight each. Columns have room for a whole number of eight values: what lies there
// after the n-th is lost.
void column_arithmetic(const column_step *steps, size_t count, double *columns, size_t stride,
                       const double *numbers, size_t n);

void column_fill(double *out, double value, size_t n);

// out[i] = table[index[i]], the index rounded down and held inside 0 ..< count
void column_lookup(double *out, const double *index, const double *table, size_t count, size_t n);

// A column for each quarter in `history`: zeros for 0, then 1 ... now.
// out[i] = history at now - back[i] - share[i], linear between quarters. `back` is a whole number
// that is not negative, `share` lies in 0 ..< 1; before quarter 0 there is nothing.
void column_delayed(double *out, const double *const *history, size_t now, const double *back,
                    const double *share, size_t n);
