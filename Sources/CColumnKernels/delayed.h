// What a column was some time ago, by trial: see include/column_arithmetic.h.
#pragma once

#include "level.h"

// Most quarters that are looked through for the one that is meant.
enum { QUARTERS = 5 };

INLINE double between(double low, double high, double share, double lag) {
  const double value = share > 0.0 ? low + share * (high - low) : low;
  return lag == lag ? value : lag;
}

// Where all trials look back on one of `quarters` quarters, beginning with `least`: choosing among
// all of these is vector code, fetching one is not.
INLINE void delayed_among(double *out, const double *const *from, const int32_t *before,
                          const double *share, const double *lag, int32_t least, size_t n,
                          int quarters) {
  COLUMN_LOOP for (size_t i = 0; i < n; i++) {
    double low = from[0][i], high = from[1][i], next = high;
    _Pragma("clang loop unroll(full)") for (int k = 1; k < quarters; k++) {
      const int here = before[i] == least + k;
      low = here ? next : low;
      next = from[k + 1][i];
      high = here ? next : high;
    }
    out[i] = between(low, high, share[i], lag[i]);
  }
}

KERNEL void column_delayed(double *out, const double *const *history, size_t now, const double *lag,
                           size_t n) {
  for (size_t start = 0; start < n; start += CHUNK) {
    const size_t count = n - start < CHUNK ? n - start : CHUNK;
    int32_t before[CHUNK];
    double share[CHUNK];
    int32_t least = (int32_t)now, most = 0;
    for (size_t i = 0; i < count; i++) {
      const double wait = lag[start + i];
      const double time = (double)now - (wait > 0.0 ? wait : 0.0);
      const double held = time > 0.0 ? time : 0.0;
      const int32_t quarter = (int32_t)held;
      before[i] = quarter;
      share[i] = held - (double)quarter;
      least = quarter < least ? quarter : least;
      most = quarter > most ? quarter : most;
    }
    const int32_t quarters = most - least + 1;
    if (quarters > QUARTERS) {
      // In passes, since only this one cannot be vector code.
      double low[CHUNK], high[CHUNK];
      for (size_t i = 0; i < count; i++) {
        const double *const *here = history + before[i];
        low[i] = here[0][start + i];
        high[i] = here[1][start + i];
      }
      for (size_t i = 0; i < count; i++) {
        out[start + i] = between(low[i], high[i], share[i], lag[start + i]);
      }
      continue;
    }
    const double *from[QUARTERS + 1];
    for (size_t k = 0; k <= QUARTERS; k++) {
      const size_t quarter = (size_t)least + k;
      from[k] = history[quarter < now + 1 ? quarter : now + 1] + start;
    }
    double *here = out + start;
    if (quarters == 1) {
      delayed_among(here, from, before, share, lag + start, least, count, 1);
    } else if (quarters <= 3) {
      delayed_among(here, from, before, share, lag + start, least, count, 3);
    } else {
      delayed_among(here, from, before, share, lag + start, least, count, QUARTERS);
    }
  }
}
