// Arithmetic, comparison and choice on columns. Truth is 1.0, falsehood 0.0; what compares or
// depends on NaN is NaN.
//
// Those with operands work on eight values at a time: columns have room for a whole number of eight,
// and what lies there after the n-th value is lost. `out` may be one of the operands.
#pragma once

#include <stddef.h>

#include "column_types.h"

// out = x operation y
void column_binary(double *out, column_operation operation, column_operand x, column_operand y,
                   size_t n);

// out = (x first y) second z, rounded twice; `first` is one of the first four operations.
void column_pair(double *out, column_operation first, column_second_operation second,
                 column_operand x, column_operand y, column_operand z, size_t n);

void column_fill(double *out, double value, size_t n);
void column_negate(double *out, const double *a, size_t n);
void column_absolute(double *out, const double *a, size_t n);
void column_square_root(double *out, const double *a, size_t n);
void column_floor(double *out, const double *a, size_t n);

// out = condition != 0 ? yes : no
void column_choose(double *out, column_operand condition, column_operand yes, column_operand no,
                   size_t n);

// out = x comparison y ? yes : no, for COLUMN_LESS and COLUMN_LESS_OR_EQUAL.
void column_choose_where(double *out, column_operation comparison, column_operand x,
                         column_operand y, column_operand yes, column_operand no, size_t n);

// out = found, or where that is infinite: the quarter where the condition holds, else infinity.
void column_earliest(double *out, column_operand found, column_operand condition, double quarter,
                     size_t n);

// The same for the condition x comparison y, as for column_choose_where.
void column_earliest_where(double *out, column_operation comparison, column_operand found,
                           column_operand x, column_operand y, double quarter, size_t n);

// out[i] = table[index[i]], the index rounded down and held inside 0 ..< count
void column_lookup(double *out, const double *index, const double *table, size_t count, size_t n);

// A column for each quarter in `history`: zeros for 0, then 1 ... now.
// out[i] = history at now - back[i] - share[i], linear between quarters. `back` is a whole number
// that is not negative, `share` lies in 0 ..< 1; before quarter 0 there is nothing.
void column_delayed(double *out, const double *const *history, size_t now, const double *back,
                    const double *share, size_t n);
