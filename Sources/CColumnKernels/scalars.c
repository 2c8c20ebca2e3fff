// Kernels on single values, with the bits of the columns.
#include "level.h"

#include "column_kernels.h"
#include "philox.h"
#include "table_body.h"

double scalar_exp(double x) { return exp_body(x); }
double scalar_log(double x) { return log_body(x); }
double scalar_normal_cdf(double x) { return normal_cdf_body(x); }

double scalar_normal_quantile(double p) {
  return fabs(p - 0.5) <= 0.425 ? normal_quantile_central(p) : normal_quantile_tail(p);
}

double scalar_poisson_quantile(double p, double mean) { return poisson_quantile_body(p, mean); }

double scalar_table(double x, const column_table_shape *shape, const double *coefficients) {
  return table_body(x, shape, coefficients, shape->transform);
}

void philox_block(uint32_t *out, const uint32_t *counter, const uint32_t *key) {
  philox_words c0 = {counter[0]}, c1 = {counter[1]}, c2 = {counter[2]}, c3 = {counter[3]};
  const philox_keys keys = philox_schedule(key);
  philox_rounds(&c0, &c1, &c2, &c3, &keys);
  out[0] = (uint32_t)c0[0];
  out[1] = (uint32_t)c1[0];
  out[2] = (uint32_t)c2[0];
  out[3] = (uint32_t)c3[0];
}

double scalar_uniform(uint64_t trial, uint32_t quarter, uint32_t draw, const uint32_t *key) {
  const uint64_t counter = trial / 16 * 8 + trial % 8;
  const uint32_t words[4] = {(uint32_t)counter, (uint32_t)(counter >> 32), quarter, draw};
  uint32_t block[4];
  philox_block(block, words, key);
  const int half = (trial % 16) / 8;
  return open_unit(block[2 * half], block[2 * half + 1]);
}
