// The kernels for any processor of the kind: SSE2 on x86-64, NEON on arm64.
#include "level.h"

#include "all_kernels.h"
#include "kernel_table.h"

const kernel_table kernels_baseline = {KERNELS(OWN)};
