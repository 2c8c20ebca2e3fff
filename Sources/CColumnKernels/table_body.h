// One value of a table of polynomials.
#pragma once

#include "elementary.h"

// The operations of Elementary.hyperbolicSine, in the same order.
INLINE double hyperbolic_sine_body(double x) {
  const double square = x * x;
  double sum = 1.0 + square * (1.0 / 210);
  sum = 1.0 + square * (1.0 / 156) * sum;
  sum = 1.0 + square * (1.0 / 110) * sum;
  sum = 1.0 + square * (1.0 / 72) * sum;
  sum = 1.0 + square * (1.0 / 42) * sum;
  sum = 1.0 + square * (1.0 / 20) * sum;
  sum = 1.0 + square * (1.0 / 6) * sum;
  const double power = exp_body(x);
  const double large = 0.5 * (power - 1.0 / power);
  return fabs(x) < 0.5 ? x * sum : large;
}

// 2 asinh x = 4 atanh r with r = x / (1 + sqrt(1 + x^2)): a series near zero, a logarithm beyond.
INLINE double twice_inverse_hyperbolic_sine_body(double x) {
  const double magnitude = fabs(x);
  const double a = magnitude < 0x1p500 ? magnitude : 0x1p500;
  const double root = square_root(1.0 + a * a);
  const double r = a / (1.0 + root);
  const double z = r * r;
  double q = 1.0 / 17;
  q = q * z + 1.0 / 15;
  q = q * z + 1.0 / 13;
  q = q * z + 1.0 / 11;
  q = q * z + 1.0 / 9;
  q = q * z + 1.0 / 7;
  q = q * z + 1.0 / 5;
  q = q * z + 1.0 / 3;
  const double near = 4.0 * (r + r * z * q);
  const double far = 2.0 * log_body(a + root);
  const double result = r < 0.125 ? near : far;
  return x < 0.0 ? -result : result;
}

INLINE double polynomial(double x, const column_table_shape *shape, const double *coefficients) {
  const double above = x > -shape->limit ? x : -shape->limit;
  const double held = above < shape->limit ? above : shape->limit;
  const int32_t place = (int32_t)((held - shape->low) * shape->cells_per_unit);
  const int32_t cell = place < shape->cells - 1 ? place : shape->cells - 1;
  const double centre = shape->low + shape->cell_width * ((double)cell + 0.5);
  const double t = (held - centre) * shape->cells_per_unit;
  const double *c = coefficients + (COLUMN_TABLE_DEGREE + 1) * (size_t)cell;
  double p = c[COLUMN_TABLE_DEGREE];
  for (int i = COLUMN_TABLE_DEGREE - 1; i >= 0; i--) p = p * t + c[i];
  return p;
}

INLINE double table_body(double x, const column_table_shape *shape, const double *coefficients,
                         column_table_transform transform) {
  const double argument = transform == COLUMN_TABLE_SCORE_OF_T
                              ? twice_inverse_hyperbolic_sine_body(x * shape->scale)
                              : x;
  const double p = polynomial(argument, shape, coefficients);
  double value = p;
  if (transform == COLUMN_TABLE_EXPONENTIAL) value = exp_body(p);
  if (transform == COLUMN_TABLE_LOGISTIC) value = 1.0 / (1.0 + exp_body(-p));
  if (transform == COLUMN_TABLE_HYPERBOLIC_SINE) value = hyperbolic_sine_body(p);
  const double result =
      transform == COLUMN_TABLE_SCORE_OF_T ? value : shape->offset + shape->scale * value;
  return x == x ? result : x;
}
