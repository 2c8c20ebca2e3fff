// Bins of values and their counts: see column_binning and include/column_summary.h.
#pragma once

#include "elementary.h"

INLINE int64_t bin_of(double x, double offset, uint64_t base, unsigned shift) {
  const int64_t magnitude = (int64_t)((to_bits(fabs(x) + offset) - base) >> shift) + 1;
  const int64_t sign = x < 0.0 ? -1 : 0;
  return x == 0.0 ? 0 : (magnitude ^ sign) - sign;
}

KERNEL void column_bins(int64_t *bins, column_binning binning, const double *values, size_t n) {
  const uint64_t base = to_bits(binning.offset);
  for (size_t i = 0; i < n; i++) {
    bins[i] = bin_of(values[i] - binning.centre, binning.offset, base, 52 - binning.precision);
  }
}

INLINE uint32_t upper_half(double x) { return (uint32_t)(to_bits(x) >> 32); }

// The same as bin_of in half the width: the offset is a power of two or zero, so all that counts are
// the upper halves, of which a vector holds twice as many.
INLINE size_t places_of_any(uint16_t *places, int64_t lowest, size_t size, column_binning binning,
                            const double *values, size_t n) {
  const unsigned shift = 20 - binning.precision;
  const uint32_t base = upper_half(binning.offset);
  const uint32_t first = (uint32_t)lowest, bins = (uint32_t)size;
  uint32_t absent = 0;
  for (size_t i = 0; i < n; i++) {
    const double y = values[i] - binning.centre;
    const uint32_t magnitude = ((upper_half(fabs(y) + binning.offset) - base) >> shift) + 1;
    const uint32_t sign = (uint32_t)((int32_t)upper_half(y) >> 31);
    const uint32_t bin = y == 0.0 ? 0 : (magnitude ^ sign) - sign;
    const uint32_t place = bin - first;
    absent += place < bins ? 0 : 1;
    places[i] = (uint16_t)(place < bins ? place : bins);
  }
  return absent;
}

// Vectors for places: their order is free, so values are combined as the processor does it best.
typedef double four_values __attribute__((vector_size(32)));
typedef uint64_t four_words __attribute__((vector_size(32)));
typedef uint32_t eight_halves __attribute__((vector_size(32)));
typedef int32_t eight_signs __attribute__((vector_size(32)));

enum { AT_ONCE = 16 };

// Inlined everywhere, so how calls hand over vectors does not matter.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

// Not in the order of the values.
INLINE eight_halves upper_halves(four_values a, four_values b) {
  return __builtin_shufflevector((eight_halves)a, (eight_halves)b, 1, 3, 9, 11, 5, 7, 13, 15);
}

INLINE eight_halves greater(eight_halves a, eight_halves b) {
  const eight_halves is_greater = (eight_halves)(a > b);
  return (a & is_greater) | (b & ~is_greater);
}

// For a multiple of AT_ONCE values: whether all have a bin in the window. If not, the places mean
// nothing.
INLINE int places_of_usual(uint16_t *places, int64_t lowest, size_t size, column_binning binning,
                           const double *values, size_t n) {
  const unsigned shift = 20 - binning.precision;
  const eight_halves none = {0};
  // One bin less than the offset's, which adds the one to every magnitude.
  const eight_halves base = none + (upper_half(binning.offset) - ((uint32_t)1 << shift));
  const eight_halves first = none + (uint32_t)lowest, bins = none + (uint32_t)size;
  const four_values zero = {0};
  const four_values centre = zero + binning.centre, offset = zero + binning.offset;
  const four_words magnitude_bits = (four_words){0} + (UINT64_MAX >> 1);
  eight_halves farthest = none;
  for (size_t i = 0; i < n; i += AT_ONCE) {
    eight_halves place[2];
    for (size_t half = 0; half < 2; half++) {
      four_values a, b;
      memcpy(&a, values + i + 8 * half, sizeof a);
      memcpy(&b, values + i + 8 * half + 4, sizeof b);
      a -= centre;
      b -= centre;
      const four_values size_a = (four_values)((four_words)a & magnitude_bits);
      const four_values size_b = (four_values)((four_words)b & magnitude_bits);
      const eight_halves is_away =
          upper_halves((four_values)(a != zero), (four_values)(b != zero));
      const eight_halves magnitude =
          ((upper_halves(size_a + offset, size_b + offset) - base) >> shift) & is_away;
      const eight_halves sign = (eight_halves)((eight_signs)upper_halves(a, b) >> 31);
      place[half] = (magnitude ^ sign) - sign - first;
      farthest = greater(place[half], farthest);
    }
    const eight_halves both = place[0] | place[1] << 16;
    memcpy(places + i, &both, sizeof both);
  }
  int usual = 1;
  for (int j = 0; j < 8; j++) usual &= farthest[j] < bins[j];
  return usual;
}

#pragma clang diagnostic pop

KERNEL size_t column_places(uint16_t *places, int64_t lowest, size_t size, column_binning binning,
                            const double *values, size_t n) {
  const size_t whole = n - n % AT_ONCE;
  const size_t done =
      places_of_usual(places, lowest, size, binning, values, whole) ? whole : 0;
  return places_of_any(places + done, lowest, size, binning, values + done, n - done);
}
