// Smooth functions of one variable from a table of polynomials, one polynomial a cell.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { COLUMN_TABLE_DEGREE = 7 };

typedef enum {
  // offset + scale * exp(p)
  COLUMN_TABLE_EXPONENTIAL,
  // offset + scale / (1 + exp(-p))
  COLUMN_TABLE_LOGISTIC,
  // offset + scale * sinh(p)
  COLUMN_TABLE_HYPERBOLIC_SINE,
  // p of the argument 2 asinh(scale * x)
  COLUMN_TABLE_SCORE_OF_T,
} column_table_transform;

typedef struct {
  double limit;           // arguments are held within -limit ... limit
  double low;             // where the first cell begins
  double cell_width;      // a power of two
  double cells_per_unit;  // 1 / cell_width
  int32_t cells;
  column_table_transform transform;
  double offset;
  double scale;
} column_table_shape;

// `coefficients` has COLUMN_TABLE_DEGREE + 1 numbers a cell, constant first, for polynomials in
// (x - centre) / cell_width; NaN stays NaN.
void column_table(double *out, const double *x, size_t n, const column_table_shape *shape,
                  const double *coefficients);

// The same for a single argument, to the bit.
double scalar_table(double x, const column_table_shape *shape, const double *coefficients);
