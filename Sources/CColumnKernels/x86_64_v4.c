// The kernels for processors with AVX-512.
#if defined(__x86_64__)

#include "level.h"

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#include "all_kernels.h"
#pragma clang attribute pop

#include "kernel_table.h"

const kernel_table kernels_x86_64_v4 = {KERNELS(OWN)};

#endif
