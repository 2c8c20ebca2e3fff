// Arithmetic, comparison and choice: see include/column_arithmetic.h.
#pragma once

#include "elementary.h"

#define BINARY(name, expression)                                                       \
  KERNEL void name(double *out, const double *a, const double *b, size_t n) {          \
    COLUMN_LOOP for (size_t i = 0; i < n; i++) {                                       \
      const double x = a[i], y = b[i];                                                 \
      out[i] = (expression);                                                           \
    }                                                                                  \
  }

#define UNARY(name, expression)                                                        \
  KERNEL void name(double *out, const double *a, size_t n) {                           \
    COLUMN_LOOP for (size_t i = 0; i < n; i++) {                                       \
      const double x = a[i];                                                           \
      out[i] = (expression);                                                           \
    }                                                                                  \
  }

BINARY(column_add, x + y)
BINARY(column_subtract, x - y)
BINARY(column_multiply, x * y)
BINARY(column_divide, x / y)
// A NaN on either side comes through, so that no undefined value is dropped in silence.
BINARY(column_minimum, x < y ? x : (y <= x ? y : x + y))
BINARY(column_maximum, x > y ? x : (y >= x ? y : x + y))
BINARY(column_less, x < y ? 1.0 : (x >= y ? 0.0 : x + y))
BINARY(column_less_or_equal, x <= y ? 1.0 : (x > y ? 0.0 : x + y))
BINARY(column_equal, x == y ? 1.0 : (x < y || x > y ? 0.0 : x + y))

UNARY(column_negate, -x)
UNARY(column_absolute, fabs(x))
UNARY(column_square_root, square_root(x))
UNARY(column_floor, floor(x))

KERNEL void column_add_constant(double *out, const double *a, double b, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) out[i] = a[i] + b;
}

KERNEL void column_multiply_constant(double *out, const double *a, double b, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) out[i] = a[i] * b;
}

KERNEL void column_subtract_from_constant(double *out, double a, const double *b, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) out[i] = a - b[i];
}

KERNEL void column_divide_constant_by(double *out, double a, const double *b, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) out[i] = a / b[i];
}

KERNEL void column_divide_by_constant(double *out, const double *a, double b, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) out[i] = a[i] / b;
}

KERNEL void column_fill(double *out, double value, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) out[i] = value;
}

KERNEL void column_choose(double *out, const double *condition, const double *a,
                          const double *b, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) {
    const double c = condition[i], x = a[i], y = b[i];
    const double chosen = c != 0.0 ? x : y;
    out[i] = c == c ? chosen : c;
  }
}

KERNEL void column_earliest(double *out, const double *found, const double *condition,
                            double quarter, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) {
    const double before = found[i], c = condition[i];
    const double here = c != 0.0 ? quarter : INFINITY;
    const double now = c == c ? here : c;
    out[i] = before == INFINITY ? now : before;
  }
}

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
