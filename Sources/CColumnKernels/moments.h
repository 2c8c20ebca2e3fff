// Sums of powers of a column: see include/column_summary.h.
#pragma once

#include "elementary.h"

enum { SUMS = 8 };

INLINE double pairwise(const double *s) {
  return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
}

typedef struct {
  double power[4][SUMS];
  double low[SUMS], high[SUMS];
} running_moments;

INLINE void take_in(running_moments *running, int j, double x, double pivot, int counts) {
  const double d = counts ? x - pivot : 0.0;
  const double square = d * d;
  running->power[0][j] += d;
  running->power[1][j] += square;
  running->power[2][j] += square * d;
  running->power[3][j] += square * square;
  running->low[j] = counts && x < running->low[j] ? x : running->low[j];
  running->high[j] = counts && x > running->high[j] ? x : running->high[j];
}

// Of what is finite, unless `all` says that everything is: then whether that was so, and whether the
// powers are, shows in the sums.
INLINE void moments_of(column_moments_result *result, const double *a, double pivot, size_t n,
                       int all) {
  running_moments running = {{{0}}};
  for (int j = 0; j < SUMS; j++) {
    running.low[j] = INFINITY;
    running.high[j] = -INFINITY;
  }
  size_t i = 0;
  for (; i + SUMS <= n; i += SUMS) {
    for (int j = 0; j < SUMS; j++) {
      const double x = a[i + (size_t)j];
      take_in(&running, j, x, pivot, all || fabs(x) < INFINITY);
    }
  }
  for (int j = 0; i < n; i++, j++) take_in(&running, j, a[i], pivot, all || fabs(a[i]) < INFINITY);
  for (int power = 0; power < 4; power++) result->sum[power] = pairwise(running.power[power]);
  result->minimum = running.low[0];
  result->maximum = running.high[0];
  for (int j = 1; j < SUMS; j++) {
    if (running.low[j] < result->minimum) result->minimum = running.low[j];
    if (running.high[j] > result->maximum) result->maximum = running.high[j];
  }
  result->finite = n;
  if (all) return;
  for (i = 0; i < n; i++) result->finite -= fabs(a[i]) < INFINITY ? 0 : 1;
}

KERNEL void column_moments(column_moments_result *result, const double *a, double pivot,
                           size_t n) {
  moments_of(result, a, pivot, n, 1);
  if (!(result->sum[1] < INFINITY)) moments_of(result, a, pivot, n, 0);
}

// The same for values that are 0 or 1, whose powers are themselves, about zero.
INLINE void moments_of_truths(column_moments_result *result, const double *a, size_t n) {
  double ones[SUMS] = {0};
  size_t i = 0;
  for (; i + SUMS <= n; i += SUMS) {
    for (int j = 0; j < SUMS; j++) ones[j] += a[i + (size_t)j];
  }
  for (int j = 0; i < n; i++, j++) ones[j] += a[i];
  const double sum = pairwise(ones);
  if (!(sum < INFINITY)) {
    // Some are NaN.
    moments_of(result, a, 0.0, n, 0);
    return;
  }
  for (int power = 0; power < 4; power++) result->sum[power] = sum;
  result->minimum = sum < (double)n ? 0.0 : 1.0;
  result->maximum = sum > 0.0 ? 1.0 : 0.0;
  result->finite = n;
}

// What moments pass over.
KERNEL void column_exceptions(column_exceptions_result *result, const double *a, size_t n) {
  size_t undefined = 0, above = 0, below = 0, first = n;
  for (size_t i = 0; i < n; i++) {
    const size_t place = a[i] == a[i] ? n : i;
    first = place < first ? place : first;
    undefined += a[i] == a[i] ? 0 : 1;
    above += a[i] == INFINITY ? 1 : 0;
    below += a[i] == -INFINITY ? 1 : 0;
  }
  result->undefined = undefined;
  result->above = above;
  result->below = below;
  result->first_undefined = first;
}
