// Choice on columns: see include/column_arithmetic.h.
#pragma once

#include "arithmetic.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

// A condition is 0, something else, or NaN, which comes through.
INLINE eight_values choice(eight_values condition, eight_values yes, eight_values no) {
  const eight_values none = {0};
  return chosen(condition == condition, chosen(condition != none, yes, no), condition);
}

INLINE eight_values earlier(eight_values found, eight_values condition, double quarter) {
  const eight_values none = {0}, never = none + INFINITY;
  return chosen(found == never, choice(condition, none + quarter, never), found);
}

KERNEL void column_choose(double *out, column_operand condition, column_operand yes,
                          column_operand no, size_t n) {
  EIGHT_BY_EIGHT(choice(eight_of(condition, i), eight_of(yes, i), eight_of(no, i)))
}

KERNEL void column_earliest(double *out, column_operand found, column_operand condition,
                            double quarter, size_t n) {
  EIGHT_BY_EIGHT(earlier(eight_of(found, i), eight_of(condition, i), quarter))
}

#define COMPARISON(operation) combined(operation, eight_of(x, i), eight_of(y, i))

KERNEL void column_choose_where(double *out, column_operation comparison, column_operand x,
                                column_operand y, column_operand yes, column_operand no,
                                size_t n) {
  if (comparison == COLUMN_LESS) {
    EIGHT_BY_EIGHT(choice(COMPARISON(COLUMN_LESS), eight_of(yes, i), eight_of(no, i)))
  } else {
    EIGHT_BY_EIGHT(choice(COMPARISON(COLUMN_LESS_OR_EQUAL), eight_of(yes, i), eight_of(no, i)))
  }
}

KERNEL void column_earliest_where(double *out, column_operation comparison, column_operand found,
                                  column_operand x, column_operand y, double quarter, size_t n) {
  if (comparison == COLUMN_LESS) {
    EIGHT_BY_EIGHT(earlier(eight_of(found, i), COMPARISON(COLUMN_LESS), quarter))
  } else {
    EIGHT_BY_EIGHT(earlier(eight_of(found, i), COMPARISON(COLUMN_LESS_OR_EQUAL), quarter))
  }
}

#pragma clang diagnostic pop

KERNEL void column_lookup(double *out, const double *index, const double *table, size_t count,
                          size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) {
    const double x = floor(index[i]);
    if (x != x) {
      out[i] = x;
      continue;
    }
    const size_t k = x <= 0.0 ? 0 : (x >= (double)(count - 1) ? count - 1 : (size_t)x);
    out[i] = table[k];
  }
}
