// What a column was some time ago, by trial: see include/column_arithmetic.h.
#pragma once

#include "vectors.h"

// Most quarters that are looked through for the one that is meant.
enum { QUARTERS = 24 };

// Inlined everywhere, so how calls hand over vectors does not matter.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

// The least and the greatest of the values up to `limit`, which stands for those beyond.
INLINE void range_of(const double *values, size_t n, double limit, double *least,
                     double *greatest) {
  eight_values low = (eight_values){0} + limit, high = {0};
  for (size_t i = 0; i < n; i += WHOLE) {
    const eight_values here = eight_from(values + i);
    low = chosen((eight_flags)(here < low), here, low);
    high = chosen((eight_flags)(here > high), here, high);
  }
  *least = low[0];
  *greatest = high[0];
  for (int j = 1; j < WHOLE; j++) {
    if (low[j] < *least) *least = low[j];
    if (high[j] > *greatest) *greatest = high[j];
  }
  if (*greatest > limit) *greatest = limit;
  // Without any number there is still a range.
  if (*least > *greatest) *least = *greatest;
}

// Where all trials look back on one of `quarters` quarters, the latest of which, `from[0]`, lies
// `least` quarters back, or on one before all: choosing among all of these is vector code, fetching
// one is not.
INLINE void delayed_among(double *out, const double *const *from, double least, size_t quarters,
                          const double *back, const double *share, size_t n) {
  const eight_values none = {0}, most = none + (least + (double)(quarters - 1));
  for (size_t i = 0; i < n; i += WHOLE) {
    const eight_values part = eight_from(share + i);
    eight_values quarter = eight_from(back + i);
    quarter = chosen((eight_flags)(quarter < most), quarter, most) - least;
    eight_values recent = eight_from(from[0] + i), early = eight_from(from[1] + i), next = early;
    for (size_t k = 1; k < quarters; k++) {
      const eight_flags is_earlier = (eight_flags)(quarter > none);
      quarter -= 1.0;
      recent = chosen(is_earlier, next, recent);
      next = eight_from(from[k + 1] + i);
      early = chosen(is_earlier, next, early);
    }
    const eight_values value =
        chosen((eight_flags)(part > none), early + (1.0 - part) * (recent - early), recent);
    const eight_values result = chosen((eight_flags)(part == part), value, part);
    memcpy(out + i, &result, sizeof result);
  }
}

#pragma clang diagnostic pop

INLINE double delayed_one(const double *const *history, size_t now, double back, double share,
                          size_t trial) {
  const size_t quarter = back < (double)now ? now - (size_t)back : 0;
  const double recent = history[quarter][trial];
  const double early = history[quarter > 0 ? quarter - 1 : 0][trial];
  const double value = share > 0.0 ? early + (1.0 - share) * (recent - early) : recent;
  return share == share ? value : share;
}

KERNEL void column_delayed(double *out, const double *const *history, size_t now,
                           const double *back, const double *share, size_t n) {
  const size_t whole = n - n % WHOLE;
  double least, most;
  range_of(back, whole, (double)now, &least, &most);
  size_t i = 0;
  if (most - least < QUARTERS) {
    const size_t quarters = (size_t)(most - least) + 1;
    const double *from[QUARTERS + 1];
    for (size_t k = 0; k <= quarters; k++) {
      const size_t quarter = (size_t)least + k;
      from[k] = history[quarter < now ? now - quarter : 0];
    }
    delayed_among(out, from, least, quarters, back, share, whole);
    i = whole;
  }
  for (; i < n; i++) out[i] = delayed_one(history, now, back[i], share[i], i);
}
