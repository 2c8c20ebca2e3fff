// The kernels by name, and a table of them for one instruction set.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "column_types.h"

#define ONE (double *out, const double *a, size_t n), (out, a, n)
#define TWO (double *out, const double *a, const double *b, size_t n), (out, a, b, n)

// X(result, name, parameters, arguments)
#define KERNELS(X)                                                                           \
  X(void, column_arithmetic,                                                                 \
    (const column_step *steps, size_t count, double *columns, size_t stride,                 \
     const double *numbers, size_t n),                                                       \
    (steps, count, columns, stride, numbers, n))                                             \
  X(void, column_fill, (double *out, double value, size_t n), (out, value, n))               \
  X(void, column_lookup,                                                                     \
    (double *out, const double *index, const double *table, size_t count, size_t n),         \
    (out, index, table, count, n))                                                           \
  X(void, column_delayed,                                                                    \
    (double *out, const double *const *history, size_t now, const double *back,              \
     const double *share, size_t n),                                                         \
    (out, history, now, back, share, n))                                                     \
  X(void, column_exp, ONE)                                                                   \
  X(void, column_log, ONE)                                                                   \
  X(void, column_normal_cdf, ONE)                                                            \
  X(void, column_normal_quantile, ONE)                                                       \
  X(void, column_poisson_quantile, TWO)                                                      \
  X(void, column_uniform,                                                                    \
    (double *out, size_t n, uint64_t first, uint32_t quarter, uint32_t draw,                 \
     const uint32_t *key),                                                                   \
    (out, n, first, quarter, draw, key))                                                     \
  X(void, column_moments,                                                                    \
    (column_moments_result *result, const double *a, double pivot, size_t n),                \
    (result, a, pivot, n))                                                                   \
  X(void, column_exceptions,                                                                 \
    (column_exceptions_result *result, const double *a, size_t n), (result, a, n))           \
  X(void, column_sort, (double *out, const double *values, size_t n), (out, values, n))      \
  X(size_t, column_places,                                                                   \
    (uint16_t *places, int64_t lowest, size_t size, column_binning binning,                  \
     const double *values, size_t n),                                                        \
    (places, lowest, size, binning, values, n))                                              \
  X(column_unplaced, column_summarise,                                                       \
    (column_summary *summary, const double *values, size_t n), (summary, values, n))         \
  X(void, column_bins,                                                                       \
    (int64_t *bins, column_binning binning, const double *values, size_t n),                 \
    (bins, binning, values, n))                                                              \
  X(void, column_tally,                                                                      \
    (uint32_t *counts, uint16_t first, uint16_t last, const uint16_t *places, size_t n),     \
    (counts, first, last, places, n))                                                        \
  X(void, column_table,                                                                      \
    (double *out, const double *x, size_t n, const column_table_shape *shape,                \
     const double *coefficients),                                                            \
    (out, x, n, shape, coefficients))

// ONE and its like are two arguments only when looked at again, hence the second macro.
#define MEMBER(result, name, ...) MEMBER_AGAIN(result, name, __VA_ARGS__)
#define MEMBER_AGAIN(result, name, parameters, arguments) result(*name) parameters;

typedef struct {
  KERNELS(MEMBER)
} kernel_table;

#define OWN(result, name, ...) .name = name,

extern const kernel_table kernels_baseline;
#if defined(__x86_64__)
extern const kernel_table kernels_x86_64_v3;
extern const kernel_table kernels_x86_64_v4;
#endif
