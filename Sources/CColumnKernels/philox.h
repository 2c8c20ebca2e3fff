#pragma once

#include "elementary.h"

enum { LANES = 8 };

// Ten rounds on LANES counters at once; words as columns, so that the rounds vectorise.
INLINE void philox_rounds(uint64_t c0[LANES], uint64_t c1[LANES], uint64_t c2[LANES],
                          uint64_t c3[LANES], uint32_t key0, uint32_t key1) {
  for (int round = 0; round < 10; round++) {
    for (int l = 0; l < LANES; l++) {
      const uint64_t p0 = (uint64_t)0xD2511F53u * (uint32_t)c0[l];
      const uint64_t p1 = (uint64_t)0xCD9E8D57u * (uint32_t)c2[l];
      const uint64_t n0 = (p1 >> 32) ^ c1[l] ^ key0;
      const uint64_t n2 = (p0 >> 32) ^ c3[l] ^ key1;
      c1[l] = (uint32_t)p1;
      c3[l] = (uint32_t)p0;
      c0[l] = (uint32_t)n0;
      c2[l] = (uint32_t)n2;
    }
    key0 += 0x9E3779B9u;
    key1 += 0xBB67AE85u;
  }
}

// (k + 1/2) 2^-52 from 52 bits k: 1.k - (1 - 2^-53), exact.
INLINE double open_unit(uint64_t high, uint64_t low) {
  const uint64_t k = ((high << 32) | low) >> 12;
  return from_bits(0x3ff0000000000000ULL | k) - 0x1.fffffffffffffp-1;
}
