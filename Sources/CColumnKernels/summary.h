// What summaries take from a column at once: see include/column_summary.h.
#pragma once

#include "bins.h"
#include "moments.h"

KERNEL column_unplaced column_summarise(column_summary *summary, const double *values, size_t n) {
  const int is_counted = summary->binning.precision != 0;
  size_t infinite = 0;
  for (size_t start = 0; start < n; start += COLUMN_GROUP) {
    const size_t length = n - start < COLUMN_GROUP ? n - start : COLUMN_GROUP;
    column_moments_result group;
    if (is_counted) {
      column_moments(&group, values + start, summary->pivot, length);
    } else {
      moments_of_truths(&group, values + start, length);
    }
    memcpy(summary->sums + 4 * summary->groups, group.sum, sizeof group.sum);
    summary->groups++;
    infinite += length - group.finite;
    if (group.minimum < summary->minimum) summary->minimum = group.minimum;
    if (group.maximum > summary->maximum) summary->maximum = group.maximum;
  }
  summary->finite += n - infinite;
  size_t absent = infinite;
  if (is_counted) {
    absent = column_places(summary->places + summary->count, summary->lowest, summary->size,
                           summary->binning, values, n);
    summary->count += (uint32_t)n;
  }
  return (column_unplaced){infinite, absent - infinite};
}
