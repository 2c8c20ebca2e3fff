// Eight values at a time, whatever the width of the processor's own vectors.
#pragma once

#include "level.h"

typedef double eight_values __attribute__((vector_size(64)));
typedef int64_t eight_flags __attribute__((vector_size(64)));

// Inlined everywhere, so how calls hand over vectors does not matter.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

INLINE eight_values eight_from(const double *values) {
  eight_values result;
  memcpy(&result, values, sizeof result);
  return result;
}

INLINE eight_values chosen(eight_flags flags, eight_values yes, eight_values no) {
  return (eight_values)((flags & (eight_flags)yes) | (~flags & (eight_flags)no));
}

#pragma clang diagnostic pop
