#include "column_elementary.h"

#include "elementary.h"

#define COLUMN(name, body)                                        \
  CLONES void column_##name(double *out, const double *a, size_t n) { \
    for (size_t i = 0; i < n; i++) out[i] = body(a[i]);           \
  }                                                               \
  double scalar_##name(double x) { return body(x); }

COLUMN(exp, exp_body)
COLUMN(log, log_body)
COLUMN(normal_cdf, normal_cdf_body)

enum { CHUNK = 256 };

// 85 % of the values lie in the centre: all are computed by the central formula first, then the
// others are gathered, computed as a short dense column, and put back.
CLONES void column_normal_quantile(double *out, const double *a, size_t n) {
  for (size_t start = 0; start < n; start += CHUNK) {
    const size_t count = n - start < CHUNK ? n - start : CHUNK;
    const double *p = a + start;
    double *z = out + start;
    uint16_t place[CHUNK];
    double tail[CHUNK];
    size_t tails = 0;
    for (size_t i = 0; i < count; i++) {
      place[tails] = (uint16_t)i;
      tail[tails] = p[i];
      tails += !(fabs(p[i] - 0.5) <= 0.425);
    }
    for (size_t i = 0; i < count; i++) z[i] = normal_quantile_central(p[i]);
    for (size_t i = 0; i < tails; i++) tail[i] = normal_quantile_tail(tail[i]);
    for (size_t i = 0; i < tails; i++) z[place[i]] = tail[i];
  }
}

double scalar_normal_quantile(double p) {
  return fabs(p - 0.5) <= 0.425 ? normal_quantile_central(p) : normal_quantile_tail(p);
}

// Sums the probabilities upwards; a mean of a few needs a few steps. The bound ends the search
// where the sum's rounding keeps it below p for ever.
double scalar_poisson_quantile(double p, double mean) {
  if (p != p || mean != mean) return p + mean;
  double probability = exp_body(-mean);
  double sum = probability;
  double k = 0.0;
  while (sum < p && k < 1000.0) {
    k += 1.0;
    probability *= mean / k;
    sum += probability;
  }
  return k;
}

void column_poisson_quantile(double *out, const double *p, const double *mean, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = scalar_poisson_quantile(p[i], mean[i]);
}
