// Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; 2011).
#pragma once

#include <stddef.h>
#include <stdint.h>

// Ten rounds on one counter; `counter` and `out` have four words, `key` two.
void philox_block(uint32_t *out, const uint32_t *counter, const uint32_t *key);

// Uniforms in (0, 1) for the trials first ..< first + n of one driver in one quarter.
// `first` is a multiple of 16.
//
// Layout, part of the stream version: trial 16 g + 8 h + l takes words 2h and 2h + 1 of the
// block with counter (8 g + l, its high half, quarter, draw); the upper 52 bits k of these 64
// give (k + 1/2) 2^-52, so that u and 1 - u are both possible and neither 0 nor 1 is.
void column_uniform(double *out, size_t n, uint64_t first, uint32_t quarter, uint32_t draw,
                    const uint32_t *key);

// The same number for a single trial.
double scalar_uniform(uint64_t trial, uint32_t quarter, uint32_t draw, const uint32_t *key);
