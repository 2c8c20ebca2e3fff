// Arithmetic, comparison and choice on columns: see column_operation and include/column_arithmetic.h.
#pragma once

#include "elementary.h"
#include "vectors.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

// One value a trial; or eight that are the same, for all trials.
typedef struct {
  const double *values;
  size_t mask;  // of the places in `values`: all ones; or 0
} column_operand;

INLINE column_operand operand_of(int32_t operand, const double *columns, size_t stride,
                                 const double *numbers) {
  if (operand < 0) return (column_operand){numbers + WHOLE * (size_t)~operand, 0};
  return (column_operand){columns + stride * (size_t)operand, SIZE_MAX};
}

INLINE eight_values eight_of(column_operand operand, size_t first) {
  return eight_from(operand.values + (first & operand.mask));
}

// A condition is 0, something else, or NaN, which comes through.
INLINE eight_values choice(eight_values condition, eight_values yes, eight_values no) {
  const eight_values none = {0};
  return chosen(condition == condition, chosen(condition != none, yes, no), condition);
}

INLINE eight_values earlier(eight_values found, eight_values condition, eight_values quarter) {
  const eight_values never = (eight_values){0} + INFINITY;
  return chosen(found == never, choice(condition, quarter, never), found);
}

INLINE eight_values less(eight_values x, eight_values y) {
  const eight_values none = {0};
  return chosen(x < y, none + 1.0, chosen(x >= y, none, x + y));
}

INLINE eight_values not_greater(eight_values x, eight_values y) {
  const eight_values none = {0};
  return chosen(x <= y, none + 1.0, chosen(x > y, none, x + y));
}

INLINE eight_values equal(eight_values x, eight_values y) {
  const eight_values none = {0};
  return chosen(x == y, none + 1.0, chosen((x < y) | (x > y), none, x + y));
}

// The operation is known where this is inlined.
INLINE eight_values result_of(column_operation operation, eight_values x, eight_values y,
                              eight_values z, eight_values u) {
  switch (operation) {
    case COLUMN_ADD: return x + y;
    case COLUMN_SUBTRACT: return x - y;
    case COLUMN_MULTIPLY: return x * y;
    case COLUMN_DIVIDE: return x / y;
    // A NaN on either side comes through, so that no undefined value is dropped in silence.
    case COLUMN_MINIMUM: return chosen(x == x, chosen(x < y, x, y), x);
    case COLUMN_MAXIMUM: return chosen(x == x, chosen(x > y, x, y), x);
    case COLUMN_LESS: return less(x, y);
    case COLUMN_LESS_OR_EQUAL: return not_greater(x, y);
    case COLUMN_EQUAL: return equal(x, y);
    case COLUMN_NEGATE: return -x;
    case COLUMN_ABSOLUTE: return __builtin_elementwise_abs(x);
    case COLUMN_SQUARE_ROOT: return __builtin_elementwise_sqrt(x);
    case COLUMN_FLOOR: return __builtin_elementwise_floor(x);
    case COLUMN_CHOOSE: return choice(x, y, z);
    case COLUMN_CHOOSE_WHERE_LESS: return choice(less(x, y), z, u);
    case COLUMN_CHOOSE_WHERE_NOT_GREATER: return choice(not_greater(x, y), z, u);
    case COLUMN_EARLIEST: return earlier(x, y, z);
    case COLUMN_EARLIEST_WHERE_LESS: return earlier(x, less(y, z), u);
    case COLUMN_EARLIEST_WHERE_NOT_GREATER: return earlier(x, not_greater(y, z), u);
    case COLUMN_PAIRS: return x;
  }
}

INLINE eight_values second_result(column_second_operation operation, eight_values r,
                                  eight_values z) {
  switch (operation) {
    case COLUMN_THEN_ADD: return r + z;
    case COLUMN_THEN_SUBTRACT: return r - z;
    case COLUMN_THEN_MULTIPLY: return r * z;
    case COLUMN_THEN_DIVIDE: return r / z;
    case COLUMN_THEN_SUBTRACT_FROM: return z - r;
    case COLUMN_THEN_DIVIDE_INTO: return z / r;
  }
}

// A function for each step: in one for all, the compiler loses sight of what changes in the loop.
typedef void step_function(double *out, const column_operand *operands, size_t n);

#define EIGHT_BY_EIGHT(name, expression)                                                       \
  static __attribute__((noinline)) void name(double *out, const column_operand *operands,      \
                                             size_t n) {                                       \
    const column_operand xs = operands[0], ys = operands[1], zs = operands[2],                 \
                         us = operands[3];                                                     \
    for (size_t i = 0; i < n; i += WHOLE) {                                                    \
      const eight_values x = eight_of(xs, i), y = eight_of(ys, i), z = eight_of(zs, i),        \
                         u = eight_of(us, i), result = (expression);                           \
      memcpy(out + i, &result, sizeof result);                                                 \
    }                                                                                          \
  }

#define STEPS(X)                                                                               \
  X(ADD) X(SUBTRACT) X(MULTIPLY) X(DIVIDE) X(MINIMUM) X(MAXIMUM)                               \
  X(LESS) X(LESS_OR_EQUAL) X(EQUAL)                                                            \
  X(NEGATE) X(ABSOLUTE) X(SQUARE_ROOT) X(FLOOR)                                                \
  X(CHOOSE) X(CHOOSE_WHERE_LESS) X(CHOOSE_WHERE_NOT_GREATER)                                   \
  X(EARLIEST) X(EARLIEST_WHERE_LESS) X(EARLIEST_WHERE_NOT_GREATER)

#define PAIRS_WITH(X, second)                                                                  \
  X(ADD, second) X(SUBTRACT, second) X(MULTIPLY, second) X(DIVIDE, second)

#define PAIRS(X)                                                                               \
  PAIRS_WITH(X, ADD) PAIRS_WITH(X, SUBTRACT) PAIRS_WITH(X, MULTIPLY) PAIRS_WITH(X, DIVIDE)     \
  PAIRS_WITH(X, SUBTRACT_FROM) PAIRS_WITH(X, DIVIDE_INTO)

#define STEP(name) EIGHT_BY_EIGHT(step_##name, result_of(COLUMN_##name, x, y, z, u))
#define PAIR(first, second)                                                                    \
  EIGHT_BY_EIGHT(step_##first##_##second,                                                      \
                 second_result(COLUMN_THEN_##second, result_of(COLUMN_##first, x, y, z, u), z))

STEPS(STEP)
PAIRS(PAIR)

#pragma clang diagnostic pop

#define STEP_ENTRY(name) [COLUMN_##name] = step_##name,
#define PAIR_ENTRY(first, second)                                                              \
  [COLUMN_PAIR(COLUMN_##first, COLUMN_THEN_##second)] = step_##first##_##second,

static step_function *const step_functions[] = {STEPS(STEP_ENTRY) PAIRS(PAIR_ENTRY)};

KERNEL void column_arithmetic(const column_step *steps, size_t count, double *columns,
                              size_t stride, const double *numbers, size_t n) {
  for (const column_step *step = steps; step < steps + count; step++) {
    column_operand operands[4];
    for (int k = 0; k < 4; k++) {
      operands[k] = operand_of(step->operands[k], columns, stride, numbers);
    }
    step_functions[step->operation](columns + stride * (size_t)step->out, operands, n);
  }
}

KERNEL void column_fill(double *out, double value, size_t n) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) out[i] = value;
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
