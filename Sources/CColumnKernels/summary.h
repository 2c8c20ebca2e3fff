// What summaries take from columns: see include/column_summary.h.
#pragma once

#include "elementary.h"

enum { SUMS = 8 };

INLINE double pairwise(const double *s) {
  return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
}

KERNEL void column_moments(column_moments_result *result, const double *a, double pivot,
                           size_t n) {
  double s1[SUMS] = {0}, s2[SUMS] = {0}, s3[SUMS] = {0}, s4[SUMS] = {0};
  double low[SUMS], high[SUMS], count[SUMS] = {0};
  for (int j = 0; j < SUMS; j++) {
    low[j] = INFINITY;
    high[j] = -INFINITY;
  }
  for (size_t i = 0; i < n; i += SUMS) {
    const int width = n - i < SUMS ? (int)(n - i) : SUMS;
    double x[SUMS];
    for (int j = 0; j < SUMS; j++) x[j] = j < width ? a[i + (size_t)j] : NAN;
    for (int j = 0; j < SUMS; j++) {
      const int finite = fabs(x[j]) < INFINITY;
      const double d = finite ? x[j] - pivot : 0.0;
      const double square = d * d;
      s1[j] += d;
      s2[j] += square;
      s3[j] += square * d;
      s4[j] += square * square;
      low[j] = finite && x[j] < low[j] ? x[j] : low[j];
      high[j] = finite && x[j] > high[j] ? x[j] : high[j];
      count[j] += finite ? 1.0 : 0.0;
    }
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
  result->finite = (size_t)pairwise(count);
}

enum { KEYS = 256 };

KERNEL size_t column_count(uint32_t *counts, const int32_t *page_offset, uint32_t first_page,
                           uint32_t page_count, const double *values, unsigned precision,
                           uint32_t *missing, size_t n) {
  const unsigned shift = 52 - precision;
  const uint32_t zero = (uint32_t)1 << (11 + precision);
  const uint32_t mask = ((uint32_t)1 << precision) - 1;
  size_t absent = 0;
  for (size_t start = 0; start < n; start += KEYS) {
    const size_t length = n - start < KEYS ? n - start : KEYS;
    uint32_t keys[KEYS];
    for (size_t i = 0; i < length; i++) {
      const uint64_t bits = to_bits(values[start + i] + 0.0);
      const uint32_t magnitude = (uint32_t)((bits & 0x7fffffffffffffffULL) >> shift);
      keys[i] = (bits >> 63) ? zero - 1 - magnitude : zero + magnitude;
    }
    for (size_t i = 0; i < length; i++) {
      const uint32_t key = keys[i];
      const uint32_t page = (key >> precision) - first_page;
      const int32_t offset = page < page_count ? page_offset[page] : -1;
      if (offset < 0) {
        missing[absent++] = key;
      } else {
        counts[(uint32_t)offset + (key & mask)]++;
      }
    }
  }
  return absent;
}
