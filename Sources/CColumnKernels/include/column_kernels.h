// Loops over columns of doubles that must be vector code.
//
// Contract: every function gives the same bits on every processor. The sources are compiled
// without contraction of multiply-add, use only IEEE basic operations and square root, and
// reduce in a fixed order.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "column_arithmetic.h"
#include "column_elementary.h"
#include "column_streams.h"
#include "column_summary.h"
#include "column_table.h"
#include "philox_generator.h"
