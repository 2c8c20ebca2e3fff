// Arithmetic, comparison and choice on columns. Truth is 1.0, falsehood 0.0; what compares or
// depends on NaN is NaN.
#pragma once

#include <stddef.h>

void column_add(double *out, const double *a, const double *b, size_t n);
void column_subtract(double *out, const double *a, const double *b, size_t n);
void column_multiply(double *out, const double *a, const double *b, size_t n);
void column_divide(double *out, const double *a, const double *b, size_t n);
void column_minimum(double *out, const double *a, const double *b, size_t n);
void column_maximum(double *out, const double *a, const double *b, size_t n);
void column_less(double *out, const double *a, const double *b, size_t n);
void column_less_or_equal(double *out, const double *a, const double *b, size_t n);
void column_equal(double *out, const double *a, const double *b, size_t n);

// The same with a constant on one side.
void column_add_constant(double *out, const double *a, double b, size_t n);
void column_multiply_constant(double *out, const double *a, double b, size_t n);
void column_subtract_from_constant(double *out, double a, const double *b, size_t n);
void column_divide_constant_by(double *out, double a, const double *b, size_t n);
void column_divide_by_constant(double *out, const double *a, double b, size_t n);

void column_fill(double *out, double value, size_t n);
void column_negate(double *out, const double *a, size_t n);
void column_absolute(double *out, const double *a, size_t n);
void column_square_root(double *out, const double *a, size_t n);
void column_floor(double *out, const double *a, size_t n);

// out = condition != 0 ? a : b
void column_choose(double *out, const double *condition, const double *a, const double *b,
                   size_t n);

// out = found, or where that is infinite: the quarter where the condition holds, else infinity.
// `out` may be `found` or `condition`.
void column_earliest(double *out, const double *found, const double *condition, double quarter,
                     size_t n);

// out[i] = table[index[i]], the index rounded down and held inside 0 ..< count
void column_lookup(double *out, const double *index, const double *table, size_t count, size_t n);

// A column for each quarter in `history`: zeros for 0, then 1 ... now.
// out[i] = history at now - back[i] - share[i], linear between quarters. `back` is a whole number
// that is not negative, `share` lies in 0 ..< 1; before quarter 0 there is nothing.
void column_delayed(double *out, const double *const *history, size_t now, const double *back,
                    const double *share, size_t n);
