// Arithmetic on columns: see include/column_arithmetic.h.
#pragma once

#include "elementary.h"
#include "vectors.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

#define UNARY(name, expression)                                                        \
  KERNEL void name(double *out, const double *a, size_t n) {                           \
    COLUMN_LOOP for (size_t i = 0; i < n; i++) {                                       \
      const double x = a[i];                                                           \
      out[i] = (expression);                                                           \
    }                                                                                  \
  }

UNARY(column_negate, -x)
UNARY(column_absolute, fabs(x))
UNARY(column_square_root, square_root(x))
UNARY(column_floor, floor(x))

KERNEL void column_fill(double *out, double value, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) out[i] = value;
}

// The operation is known where this is inlined.
INLINE eight_values combined(column_operation operation, eight_values x, eight_values y) {
  const eight_values none = {0}, one = none + 1.0;
  switch (operation) {
    case COLUMN_ADD: return x + y;
    case COLUMN_SUBTRACT: return x - y;
    case COLUMN_MULTIPLY: return x * y;
    case COLUMN_DIVIDE: return x / y;
    // A NaN on either side comes through, so that no undefined value is dropped in silence.
    case COLUMN_MINIMUM: return chosen(x == x, chosen(x < y, x, y), x);
    case COLUMN_MAXIMUM: return chosen(x == x, chosen(x > y, x, y), x);
    case COLUMN_LESS: return chosen(x < y, one, chosen(x >= y, none, x + y));
    case COLUMN_LESS_OR_EQUAL: return chosen(x <= y, one, chosen(x > y, none, x + y));
    case COLUMN_EQUAL: return chosen(x == y, one, chosen((x < y) | (x > y), none, x + y));
  }
}

INLINE eight_values followed(column_second_operation operation, eight_values x, eight_values y) {
  switch (operation) {
    case COLUMN_THEN_ADD: return x + y;
    case COLUMN_THEN_SUBTRACT: return x - y;
    case COLUMN_THEN_MULTIPLY: return x * y;
    case COLUMN_THEN_DIVIDE: return x / y;
    case COLUMN_THEN_SUBTRACT_FROM: return y - x;
    case COLUMN_THEN_DIVIDE_INTO: return y / x;
  }
}

// Values `i` ... `i + 7` of every result, from those of the operands.
#define EIGHT_BY_EIGHT(expression)                                                     \
  for (size_t i = 0; i < n; i += WHOLE) {                                              \
    const eight_values result = (expression);                                          \
    memcpy(out + i, &result, sizeof result);                                           \
  }

#define BINARY(operation)                                                              \
  case operation:                                                                      \
    EIGHT_BY_EIGHT(combined(operation, eight_of(x, i), eight_of(y, i)))                \
    break;

KERNEL void column_binary(double *out, column_operation operation, column_operand x,
                          column_operand y, size_t n) {
  switch (operation) {
    BINARY(COLUMN_ADD)
    BINARY(COLUMN_SUBTRACT)
    BINARY(COLUMN_MULTIPLY)
    BINARY(COLUMN_DIVIDE)
    BINARY(COLUMN_MINIMUM)
    BINARY(COLUMN_MAXIMUM)
    BINARY(COLUMN_LESS)
    BINARY(COLUMN_LESS_OR_EQUAL)
    BINARY(COLUMN_EQUAL)
  }
}

#define PAIR(first, second)                                                            \
  case 4 * second + first:                                                             \
    EIGHT_BY_EIGHT(followed(second, combined(first, eight_of(x, i), eight_of(y, i)),   \
                            eight_of(z, i)))                                           \
    break;

#define PAIRS_WITH(second)                                                             \
  PAIR(COLUMN_ADD, second)                                                             \
  PAIR(COLUMN_SUBTRACT, second)                                                        \
  PAIR(COLUMN_MULTIPLY, second)                                                        \
  PAIR(COLUMN_DIVIDE, second)

KERNEL void column_pair(double *out, column_operation first, column_second_operation second,
                        column_operand x, column_operand y, column_operand z, size_t n) {
  switch (4 * (int)second + (int)first) {
    PAIRS_WITH(COLUMN_THEN_ADD)
    PAIRS_WITH(COLUMN_THEN_SUBTRACT)
    PAIRS_WITH(COLUMN_THEN_MULTIPLY)
    PAIRS_WITH(COLUMN_THEN_DIVIDE)
    PAIRS_WITH(COLUMN_THEN_SUBTRACT_FROM)
    PAIRS_WITH(COLUMN_THEN_DIVIDE_INTO)
  }
}

#pragma clang diagnostic pop
