#include "philox_generator.h"

#include "column_streams.h"
#include "philox.h"

typedef struct {
  uint32_t key[2];
  uint32_t quarter;
  uint32_t draw;
  uint64_t trial;
} place;

static void next(place *at, uint32_t *high, uint32_t *low) {
  // The layout of column_streams.h.
  const uint64_t counter = at->trial / 16 * 8 + at->trial % 8;
  const uint32_t words[4] = {(uint32_t)counter, (uint32_t)(counter >> 32), at->quarter, at->draw};
  uint32_t block[4];
  philox_block(block, words, at->key);
  const int half = (at->trial % 16) / 8;
  *high = block[2 * half];
  *low = block[2 * half + 1];
  // After the last draw of a trial comes the first of the next.
  at->draw++;
  if (at->draw == 0) at->trial++;
}

static void set(void *state, unsigned long seed) {
  place *at = state;
  at->key[0] = (uint32_t)seed;
  at->key[1] = (uint32_t)((uint64_t)seed >> 32);
  at->quarter = 0;
  at->draw = 0;
  at->trial = 0;
}

static unsigned long get(void *state) {
  uint32_t high, low;
  next(state, &high, &low);
  return high;
}

static double get_double(void *state) {
  uint32_t high, low;
  next(state, &high, &low);
  return open_unit(high, low);
}

static const gsl_rng_type type = {"philox4x32", 0xffffffffUL, 0, sizeof(place),
                                  set,          get,          get_double};

const gsl_rng_type *philox_generator_type(void) { return &type; }

void philox_generator_position(gsl_rng *generator, const uint32_t *key, uint64_t trial,
                               uint32_t quarter, uint32_t draw) {
  place *at = generator->state;
  at->key[0] = key[0];
  at->key[1] = key[1];
  at->quarter = quarter;
  at->draw = draw;
  at->trial = trial;
}
