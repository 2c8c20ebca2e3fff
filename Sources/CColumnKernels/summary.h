// What summaries take from columns: see include/column_summary.h.
#pragma once

#include "elementary.h"

enum { SUMS = 8 };

INLINE double pairwise(const double *s) {
  return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
}

// For values that are all finite, and whose powers are: whether that was so shows in the sums.
INLINE void moments_of_finite(column_moments_result *result, const double *a, double pivot,
                              size_t n) {
  double s1[SUMS] = {0}, s2[SUMS] = {0}, s3[SUMS] = {0}, s4[SUMS] = {0};
  double low[SUMS], high[SUMS];
  for (int j = 0; j < SUMS; j++) low[j] = high[j] = a[0];
  size_t i = 0;
  for (; i + SUMS <= n; i += SUMS) {
    for (int j = 0; j < SUMS; j++) {
      const double x = a[i + (size_t)j];
      const double d = x - pivot;
      const double square = d * d;
      s1[j] += d;
      s2[j] += square;
      s3[j] += square * d;
      s4[j] += square * square;
      low[j] = x < low[j] ? x : low[j];
      high[j] = x > high[j] ? x : high[j];
    }
  }
  for (int j = 0; i < n; i++, j++) {
    const double d = a[i] - pivot;
    const double square = d * d;
    s1[j] += d;
    s2[j] += square;
    s3[j] += square * d;
    s4[j] += square * square;
    low[j] = a[i] < low[j] ? a[i] : low[j];
    high[j] = a[i] > high[j] ? a[i] : high[j];
  }
  result->sum[0] = pairwise(s1);
  result->sum[1] = pairwise(s2);
  result->sum[2] = pairwise(s3);
  result->sum[3] = pairwise(s4);
  result->minimum = low[0];
  result->maximum = high[0];
  for (int j = 1; j < SUMS; j++) {
    if (low[j] < result->minimum) result->minimum = low[j];
    if (high[j] > result->maximum) result->maximum = high[j];
  }
  result->finite = n;
}

// The same sums over what is finite: NaN and infinity are passed over.
INLINE void moments_of_some(column_moments_result *result, const double *a, double pivot,
                            size_t n) {
  double s[4][SUMS] = {{0}};
  size_t count = 0;
  result->minimum = INFINITY;
  result->maximum = -INFINITY;
  for (size_t i = 0; i < n; i++) {
    if (!(fabs(a[i]) < INFINITY)) continue;
    const double d = a[i] - pivot;
    const double square = d * d;
    s[0][i % SUMS] += d;
    s[1][i % SUMS] += square;
    s[2][i % SUMS] += square * d;
    s[3][i % SUMS] += square * square;
    if (a[i] < result->minimum) result->minimum = a[i];
    if (a[i] > result->maximum) result->maximum = a[i];
    count++;
  }
  for (int power = 0; power < 4; power++) result->sum[power] = pairwise(s[power]);
  result->finite = count;
}

KERNEL void column_moments(column_moments_result *result, const double *a, double pivot,
                           size_t n) {
  if (n > 0) moments_of_finite(result, a, pivot, n);
  if (n == 0 || !(result->sum[1] < INFINITY)) moments_of_some(result, a, pivot, n);
}

// See column_binning: which bin a value belongs to.
INLINE int64_t bin_of(double x, double offset, uint64_t base, unsigned shift) {
  const int64_t magnitude = (int64_t)((to_bits(fabs(x) + offset) - base) >> shift) + 1;
  const int64_t sign = x < 0.0 ? -1 : 0;
  return x == 0.0 ? 0 : (magnitude ^ sign) - sign;
}

INLINE uint32_t upper_half(double x) { return (uint32_t)(to_bits(x) >> 32); }

KERNEL size_t column_places(uint16_t *places, int64_t lowest, size_t size, column_binning binning,
                            const double *values, size_t n) {
  // The same as bin_of in half the width: the offset is a power of two or zero, so all that counts
  // are the upper halves, of which a vector holds twice as many.
  const unsigned shift = 20 - binning.precision;
  const uint32_t base = upper_half(binning.offset);
  const uint32_t first = (uint32_t)lowest, bins = (uint32_t)size;
  uint32_t absent = 0;
  _Pragma("clang loop vectorize_width(16)") for (size_t i = 0; i < n; i++) {
    const double y = values[i] - binning.centre;
    const uint32_t magnitude = ((upper_half(fabs(y) + binning.offset) - base) >> shift) + 1;
    const uint32_t sign = (uint32_t)((int32_t)upper_half(y) >> 31);
    const uint32_t bin = y == 0.0 ? 0 : (magnitude ^ sign) - sign;
    const uint32_t place = bin - first;
    const uint32_t held = place < bins ? place : bins;
    absent += place < bins ? 0 : 1;
    places[i] = (uint16_t)held;
  }
  return absent;
}

KERNEL size_t column_summarise(column_summary *summary, const double *values, size_t n) {
  size_t outside = 0;
  for (size_t start = 0; start < n; start += COLUMN_GROUP) {
    const size_t length = n - start < COLUMN_GROUP ? n - start : COLUMN_GROUP;
    column_moments_result group;
    column_moments(&group, values + start, summary->pivot, length);
    memcpy(summary->sums + 4 * summary->groups, group.sum, sizeof group.sum);
    summary->groups++;
    summary->finite += group.finite;
    if (group.minimum < summary->minimum) summary->minimum = group.minimum;
    if (group.maximum > summary->maximum) summary->maximum = group.maximum;
    if (summary->binning.precision == 0) {
      outside += length - group.finite;
    } else {
      outside += column_places(summary->places + summary->count, summary->lowest, summary->size,
                               summary->binning, values + start, length);
      summary->count += (uint32_t)length;
    }
  }
  return outside;
}

KERNEL void column_bins(int64_t *bins, column_binning binning, const double *values, size_t n) {
  const uint64_t base = to_bits(binning.offset);
  for (size_t i = 0; i < n; i++) {
    bins[i] = bin_of(values[i] - binning.centre, binning.offset, base, 52 - binning.precision);
  }
}

KERNEL void column_tally(uint32_t *counts, const uint16_t *places, size_t n) {
  for (size_t i = 0; i < n; i++) counts[places[i]]++;
}
