// Loops over columns of doubles that must be vector code.
//
// Contract: every function gives the same bits on every processor. The sources are compiled
// without contraction of multiply-add, use only IEEE basic operations and square root, and
// reduce in a fixed order.
#pragma once

#include "column_types.h"

#include "column_arithmetic.h"
#include "column_elementary.h"
#include "column_streams.h"
#include "column_summary.h"
#include "column_table.h"
#include "philox_generator.h"

// The kernels of the best instruction set that the processor has are used, unless the environment
// variable CAPEXSIM_KERNELS is `baseline`, `v3` or `v4`. For tests, one can be chosen at any time; a
// level that is not available is passed over.
int column_level_is_available(column_level level);
void column_level_choose(column_level level);
column_level column_level_in_use(void);
