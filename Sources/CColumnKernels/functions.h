// exp, log and the normal distribution on columns: see include/column_elementary.h.
#pragma once

#include "elementary.h"

#define FUNCTION(name, body)                                           \
  KERNEL void column_##name(double *out, const double *a, size_t n) {   \
    COLUMN_LOOP_OF_CHAINS for (size_t i = 0; i < n; i++) out[i] = body(a[i]);     \
  }

FUNCTION(exp, exp_body)
FUNCTION(log, log_body)
FUNCTION(normal_cdf, normal_cdf_body)

// 85 % of the values lie in the centre: all are computed by the central formula first, then the
// others are gathered, computed as a short dense column, and put back. A run with a value too near
// to 0 or 1 for that, one in some ten million, is done again one by one.
KERNEL void column_normal_quantile(double *out, const double *a, size_t n) {
  for (size_t start = 0; start < n; start += CHUNK) {
    const size_t count = n - start < CHUNK ? n - start : CHUNK;
    const double *p = a + start;
    double *z = out + start;
    int64_t outside[CHUNK];
    for (size_t i = 0; i < count; i++) outside[i] = !(fabs(p[i] - 0.5) <= 0.425);
    uint16_t place[CHUNK];
    size_t tails = 0;
    for (size_t i = 0; i < count; i++) {
      place[tails] = (uint16_t)i;
      tails += (size_t)outside[i];
    }
    double tail[CHUNK + WHOLE];
    for (size_t i = 0; i < tails; i++) tail[i] = p[place[i]];
    COLUMN_LOOP_OF_CHAINS for (size_t i = 0; i < count; i++) z[i] = normal_quantile_central(p[i]);
    int extremes = 0;
    for (size_t i = 0; i < tails; i++) extremes |= !(tail[i] > 1.5e-11 && tail[i] < 1.0 - 1.5e-11);
    if (extremes) {
      for (size_t i = 0; i < tails; i++) z[place[i]] = normal_quantile_tail(tail[i]);
      continue;
    }
    // Filled up to whole vectors, so that no value is left for slow single steps.
    for (size_t i = 0; i < WHOLE; i++) tail[tails + i] = 0.0625;
    for (size_t i = 0; i < tails; i += WHOLE) {
      for (size_t j = 0; j < WHOLE; j++) tail[i + j] = normal_quantile_near(tail[i + j]);
    }
    for (size_t i = 0; i < tails; i++) z[place[i]] = tail[i];
  }
}

KERNEL void column_poisson_quantile(double *out, const double *p, const double *mean, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = poisson_quantile_body(p[i], mean[i]);
}
