// The kernels for processors with AVX2.
#if defined(__x86_64__)

#include "level.h"

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "all_kernels.h"
#pragma clang attribute pop

#include "kernel_table.h"

const kernel_table kernels_x86_64_v3 = {KERNELS(OWN)};

#endif
