// Smooth functions of one variable from a table of polynomials, one polynomial a cell.
#pragma once

#include <stddef.h>

#include "column_types.h"

// `coefficients` has COLUMN_TABLE_DEGREE + 1 numbers a cell, constant first, for polynomials in
// (x - centre) / cell_width; NaN stays NaN.
void column_table(double *out, const double *x, size_t n, const column_table_shape *shape,
                  const double *coefficients);

// The same for a single argument, to the bit.
double scalar_table(double x, const column_table_shape *shape, const double *coefficients);
