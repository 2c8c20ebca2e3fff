// What kernels take and give besides columns.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Instruction sets for which there are kernels.
typedef enum {
  COLUMN_LEVEL_BASELINE,
  COLUMN_LEVEL_X86_64_V3,
  COLUMN_LEVEL_X86_64_V4,
} column_level;

// Arithmetic, comparison and choice on up to four operands x, y, z and u. Truth is 1.0, falsehood 0.0;
// what compares or depends on NaN is NaN.
typedef enum {
  COLUMN_ADD,            // x + y
  COLUMN_SUBTRACT,
  COLUMN_MULTIPLY,
  COLUMN_DIVIDE,
  COLUMN_MINIMUM,
  COLUMN_MAXIMUM,
  COLUMN_LESS,
  COLUMN_LESS_OR_EQUAL,
  COLUMN_EQUAL,
  COLUMN_NEGATE,
  COLUMN_ABSOLUTE,
  COLUMN_SQUARE_ROOT,
  COLUMN_FLOOR,
  COLUMN_CHOOSE,                    // x != 0 ? y : z
  COLUMN_CHOOSE_WHERE_LESS,         // x < y ? z : u
  COLUMN_CHOOSE_WHERE_NOT_GREATER,  // x <= y ? z : u
  COLUMN_EARLIEST,                  // x, or where that is infinite: z where y != 0, else infinity
  COLUMN_EARLIEST_WHERE_LESS,       // the same for x, y < z and u
  COLUMN_EARLIEST_WHERE_NOT_GREATER,
  // From here on: one of the first four on x and y, then another operation on the result and z; see
  // COLUMN_PAIR.
  COLUMN_PAIRS,
} column_operation;

// What may follow one of the first four operations, on its result r and on z.
typedef enum {
  COLUMN_THEN_ADD,            // r + z
  COLUMN_THEN_SUBTRACT,
  COLUMN_THEN_MULTIPLY,
  COLUMN_THEN_DIVIDE,
  COLUMN_THEN_SUBTRACT_FROM,  // z - r
  COLUMN_THEN_DIVIDE_INTO,    // z / r
} column_second_operation;

#define COLUMN_PAIR(first, second) (COLUMN_PAIRS + 4 * (second) + (first))

// One operation on whole columns. Operands are columns, or where they are negative the complement of
// the index of a number, which is the same in all trials.
typedef struct {
  uint32_t operation;  // a column_operation, or a COLUMN_PAIR
  int32_t out;         // a column, which may also be an operand
  int32_t operands[4];
} column_step;

// What column_moments finds in a column.
typedef struct {
  double sum[4];       // sums of d, d^2, d^3, d^4 with d = x - pivot, over finite values
  double minimum;      // over finite values; +infinity when there are none
  double maximum;      // over finite values; -infinity when there are none
  size_t finite;       // how many values are finite
} column_moments_result;

// What column_exceptions finds in a column.
typedef struct {
  size_t undefined;        // values that are NaN
  size_t above;            // values that are infinity
  size_t below;            // values that are -infinity
  size_t first_undefined;  // place of the first NaN; the number of values when there is none
} column_exceptions_result;

// Values that are summed in one order: results round here and nowhere else.
enum { COLUMN_GROUP = 1024 };

// The most values that are sorted.
enum { COLUMN_MOST_SORTED = 256 };

// How values belong to bins. The bin of x is 0 for x = centre; otherwise, with y = x - centre, it has
// the sign of y and is one more than the leading bits of |y| + offset, counted from those of the
// offset. So bins have the relative width 2^-precision far from the centre and the width
// offset * 2^-precision near it. `offset` is zero or a power of two.
typedef struct {
  double centre;
  double offset;
  uint32_t precision;  // 1 ... 20, or 0 for values that are 0, 1 or NaN and need no bins
} column_binning;

// What came in for a column and waits to be added up; see column_summarise.
typedef struct {
  double pivot;        // powers are of the distance from here
  column_binning binning;
  int64_t lowest;      // first bin of the window
  uint32_t size;       // bins in the window
  uint32_t count;      // places that wait
  uint32_t groups;     // groups whose sums wait
  uint64_t finite;     // values in these groups that are finite
  double minimum;
  double maximum;
  uint16_t *places;    // one a value, in no order
  double *sums;        // four a group
} column_summary;

// How many values of a column have no place in the window.
typedef struct {
  size_t infinite;  // not finite
  size_t outside;   // finite, but outside the window
} column_unplaced;

// A table of polynomials: degree, transform and cells.
enum { COLUMN_TABLE_DEGREE = 7 };

typedef enum {
  // offset + scale * exp(p)
  COLUMN_TABLE_EXPONENTIAL,
  // offset + scale / (1 + exp(-p))
  COLUMN_TABLE_LOGISTIC,
  // offset + scale * sinh(p)
  COLUMN_TABLE_HYPERBOLIC_SINE,
  // p of the argument 2 asinh(scale * x)
  COLUMN_TABLE_SCORE_OF_T,
} column_table_transform;

typedef struct {
  double limit;           // arguments are held within -limit ... limit
  double low;             // where the first cell begins
  double cell_width;      // a power of two
  double cells_per_unit;  // 1 / cell_width
  int32_t cells;
  column_table_transform transform;
  double offset;
  double scale;
} column_table_shape;
