// Philox4x32-10 as a generator of the GNU Scientific Library, so that the library's own samplers
// can be driven by the numbers that the columns use.
#pragma once

#include <stdint.h>

// By way of the shim, so that Swift sees the library's globals as constants here too.
#include "../../CGSL/shim.h"

// Its `get` is the upper 32 of a number's 64 bits; its `get_double` is `scalar_uniform`.
// `set` takes the two words of the seed as key and starts at trial 0, quarter 0, draw 0; each
// number is the next draw.
const gsl_rng_type *philox_generator_type(void);

// Sets where the next number comes from; `generator` is one of the type above.
void philox_generator_position(gsl_rng *generator, const uint32_t *key, uint64_t trial,
                               uint32_t quarter, uint32_t draw);
