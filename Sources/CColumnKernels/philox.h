#pragma once

#include "elementary.h"

enum { LANES = 8 };

// One word of LANES counters, as a vector, so that all rounds stay in registers.
typedef uint64_t philox_words __attribute__((vector_size(8 * LANES)));

enum { ROUNDS = 10 };

// The two keys of each round, in every lane.
typedef struct {
  philox_words first[ROUNDS];
  philox_words second[ROUNDS];
} philox_keys;

INLINE philox_keys philox_schedule(const uint32_t *key) {
  philox_keys keys;
  const philox_words none = {0};
  for (uint32_t round = 0; round < ROUNDS; round++) {
    keys.first[round] = none + (uint64_t)(key[0] + round * 0x9E3779B9u);
    keys.second[round] = none + (uint64_t)(key[1] + round * 0xBB67AE85u);
  }
  return keys;
}

// All rounds on LANES counters at once; every word is below 2^32.
INLINE void philox_rounds(philox_words *c0, philox_words *c1, philox_words *c2, philox_words *c3,
                          const philox_keys *keys) {
  philox_words a = *c0, b = *c1, c = *c2, d = *c3;
#pragma clang loop unroll(full)
  for (int round = 0; round < ROUNDS; round++) {
    const philox_words p0 = (a & 0xffffffffu) * 0xD2511F53u;
    const philox_words p1 = (c & 0xffffffffu) * 0xCD9E8D57u;
    a = (p1 >> 32) ^ b ^ keys->first[round];
    c = (p0 >> 32) ^ d ^ keys->second[round];
    b = p1 & 0xffffffffu;
    d = p0 & 0xffffffffu;
  }
  *c0 = a;
  *c1 = b;
  *c2 = c;
  *c3 = d;
}

// (k + 1/2) 2^-52 from 52 bits k: 1.k - (1 - 2^-53), exact.
INLINE double open_unit(uint64_t high, uint64_t low) {
  const uint64_t k = ((high << 32) | low) >> 12;
  return from_bits(0x3ff0000000000000ULL | k) - 0x1.fffffffffffffp-1;
}
