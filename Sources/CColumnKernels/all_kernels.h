// Every kernel, for the instruction set that is chosen where this is included.
#pragma once

#include "arithmetic.h"
#include "delayed.h"
#include "functions.h"
#include "sort.h"
#include "streams.h"
#include "summary.h"
#include "table.h"
#include "tally.h"
