// Tables of polynomials on columns: see include/column_table.h.
#pragma once

#include "table_body.h"

// By way of an array of its own: the compiler then knows that no result overwrites a coefficient,
// and gathers coefficients as vectors.
#define TABLE_CASE(transform)                                            \
  case transform:                                                        \
    for (size_t i = 0; i < count; i++) {                                 \
      chunk[i] = table_body(x[start + i], &held, coefficients, transform); \
    }                                                                    \
    break;

KERNEL void column_table(double *out, const double *x, size_t n, const column_table_shape *shape,
                         const double *coefficients) {
  const column_table_shape held = *shape;
  double chunk[CHUNK];
  for (size_t start = 0; start < n; start += CHUNK) {
    const size_t count = n - start < CHUNK ? n - start : CHUNK;
    switch (held.transform) {
      TABLE_CASE(COLUMN_TABLE_EXPONENTIAL)
      TABLE_CASE(COLUMN_TABLE_LOGISTIC)
      TABLE_CASE(COLUMN_TABLE_HYPERBOLIC_SINE)
      TABLE_CASE(COLUMN_TABLE_SCORE_OF_T)
    }
    memcpy(out + start, chunk, count * sizeof(double));
  }
}
