// What every kernel needs. Kernels are compiled once for each instruction set, by baseline.c,
// x86_64_v3.c and x86_64_v4.c, and dispatch.c chooses among them; all give the same bits.
#pragma once

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "column_types.h"

// A fused multiply-add rounds once where two operations round twice: without it, all agree.
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))
#define KERNEL static

// Longest run of values that kernels hold in arrays of their own.
enum { CHUNK = 256 };

// Values that are a whole number of vectors on any processor.
enum { WHOLE = 8 };

// A result may take the place of an operand, element for element: said here, since the compiler
// otherwise does such a loop one by one.
#define COLUMN_LOOP _Pragma("clang loop vectorize(assume_safety)")

// The same for bodies that are long chains of dependent steps: four at a time keep the processor
// busy.
#define COLUMN_LOOP_OF_CHAINS \
  _Pragma("clang loop vectorize(assume_safety) interleave_count(4)")
