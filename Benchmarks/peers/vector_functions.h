// Random numbers, logarithm, exponential, sine and cosine on a whole vector register at a time.
//
// Series of Taylor, cut where the relative error falls below about 3e-14: enough for a simulation,
// and shorter than what a mathematics library has to promise.
#pragma once

#include <stdint.h>

#ifdef __AVX512F__
enum { LANES = 8 };
typedef double numbers __attribute__((vector_size(64)));
typedef uint64_t words __attribute__((vector_size(64)));
#else
enum { LANES = 4 };
typedef double numbers __attribute__((vector_size(32)));
typedef uint64_t words __attribute__((vector_size(32)));
#endif

#define INLINE static inline __attribute__((always_inline))

// xoshiro256+ in each lane (Blackman and Vigna, Scrambled linear pseudorandom number generators,
// 2021).
typedef struct {
  words s[4];
} generator;

// Lanes and threads start at places drawn from splitmix64, as its authors advise.
static inline generator seeded(uint64_t seed, unsigned thread) {
  uint64_t state = seed + (uint64_t)thread * 4 * LANES * 0x9e3779b97f4a7c15ULL;
  generator result;
  for (int word = 0; word < 4; word++) {
    for (int lane = 0; lane < LANES; lane++) {
      uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
      result.s[word][lane] = z ^ (z >> 31);
    }
  }
  return result;
}

INLINE words next(generator *g) {
  const words result = g->s[0] + g->s[3], shifted = g->s[1] << 17;
  g->s[2] ^= g->s[0];
  g->s[3] ^= g->s[1];
  g->s[1] ^= g->s[2];
  g->s[0] ^= g->s[3];
  g->s[2] ^= shifted;
  g->s[3] = (g->s[3] << 45) | (g->s[3] >> 19);
  return result;
}

INLINE numbers root(numbers x) {
  numbers result;
  for (int lane = 0; lane < LANES; lane++) result[lane] = __builtin_sqrt(x[lane]);
  return result;
}

// 1 ... 2 from the upper 52 bits.
INLINE numbers one_to_two(words bits) { return (numbers)((bits >> 12) | 0x3ff0000000000000ULL); }

INLINE numbers exponential(numbers x) {
  const double magic = 0x1.8p52;
  const numbers scaled = x * 0x1.71547652b82fep0;
  const numbers rounded = scaled + magic;
  const numbers f = (scaled - (rounded - magic)) * 0x1.62e42fefa39efp-1;
  numbers sum = f * (1.0 / 39916800) + 1.0 / 3628800;
  sum = sum * f + 1.0 / 362880;
  sum = sum * f + 1.0 / 40320;
  sum = sum * f + 1.0 / 5040;
  sum = sum * f + 1.0 / 720;
  sum = sum * f + 1.0 / 120;
  sum = sum * f + 1.0 / 24;
  sum = sum * f + 1.0 / 6;
  sum = sum * f + 0.5;
  sum = sum * f + 1.0;
  sum = sum * f + 1.0;
  return (numbers)((words)sum + ((words)rounded << 52));
}

// Of a number from 2^-53 to 1, by the series of the inverse hyperbolic tangent.
INLINE numbers logarithm(numbers x) {
  // Splits off the power of two that leaves a factor between √½ and √2.
  const words shifted = (words)x - 0x3fe6a09e667f3bcdULL + (1023ULL << 52);
  const words power = shifted >> 52;
  const numbers exponent = (numbers)(power | 0x4330000000000000ULL) - (0x1p52 + 1023);
  const numbers f = (numbers)((words)x - ((power - 1023) << 52)) - 1.0;
  const numbers s = f / (f + 2.0), square = s * s;
  numbers sum = square * (1.0 / 15) + 1.0 / 13;
  sum = sum * square + 1.0 / 11;
  sum = sum * square + 1.0 / 9;
  sum = sum * square + 1.0 / 7;
  sum = sum * square + 1.0 / 5;
  sum = sum * square + 1.0 / 3;
  return exponent * 0x1.62e42fefa39efp-1 + 2.0 * s * (sum * square + 1.0);
}

// Two independent normal numbers a lane (Box and Muller, A note on the generation of random normal
// deviates, 1958). The angle is drawn in one quarter of the circle; two more bits turn it.
INLINE void normal_pair(generator *g, numbers *first, numbers *second) {
  const numbers uniform = one_to_two(next(g)) - (1.0 - 0x1p-53);
  const numbers radius = root(-2.0 * logarithm(uniform));
  const words bits = next(g);
  const numbers angle = (one_to_two(bits) - 1.5) * 0x1.921fb54442d18p0, square = angle * angle;
  numbers sine = square * (1.0 / 6227020800) - 1.0 / 39916800;
  sine = sine * square + 1.0 / 362880;
  sine = sine * square - 1.0 / 5040;
  sine = sine * square + 1.0 / 120;
  sine = sine * square - 1.0 / 6;
  sine = (sine * square + 1.0) * angle;
  numbers cosine = square * (-1.0 / 87178291200) + 1.0 / 479001600;
  cosine = cosine * square - 1.0 / 3628800;
  cosine = cosine * square + 1.0 / 40320;
  cosine = cosine * square - 1.0 / 720;
  cosine = cosine * square + 1.0 / 24;
  cosine = cosine * square - 0.5;
  cosine = cosine * square + 1.0;
  const words turned = (words)cosine ^ ((bits << 53) & 0x8000000000000000ULL);
  const words swap = ((words)sine ^ turned) & -((bits >> 11) & 1);
  *first = radius * (numbers)(turned ^ swap);
  *second = radius * (numbers)((words)sine ^ swap);
}
