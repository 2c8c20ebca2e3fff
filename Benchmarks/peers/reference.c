// The reference workload in C with GSL, one path at a time as in an ordinary program: mt19937,
// ziggurat normals, whole columns in memory, and quantiles by selection or by sorting.
//
//   cc -O3 -march=native reference.c -o reference $(pkg-config --cflags --libs gsl)
//   ./reference selection|sort [trials] [seed]
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <string.h>

#include "workload.h"

// Columns: fx, revenue and capex of each quarter, then the total.
static void simulate(gsl_rng *generator, size_t trials, double *columns) {
  const double level = log(7.2), root = sqrt(0.91);
  for (size_t i = 0; i < trials; i++) {
    double x = log(7.25), g = 0.045, revenue = 31.7, total = 0;
    for (int t = 0; t < QUARTERS; t++) {
      const double a = gsl_ran_gaussian_ziggurat(generator, 1);
      const double b = gsl_ran_gaussian_ziggurat(generator, 1);
      const double c = gsl_ran_gaussian_ziggurat(generator, 1);
      x += 0.1 * (level - x) + 0.02 * a;
      g += 0.2 * (0.04 - g) + 0.02 * (-0.3 * a + root * b);
      const double fx = exp(x);
      revenue *= exp(g);
      const double capex = 31.667 * (0.6 + 0.4 * fx / 7.25) * exp(0.15 * c - 0.01125);
      total += capex;
      columns[(size_t)t * trials + i] = fx;
      columns[(size_t)(QUARTERS + t) * trials + i] = revenue;
      columns[(size_t)(2 * QUARTERS + t) * trials + i] = capex;
    }
    columns[(size_t)TOTAL * trials + i] = total;
  }
}

// Puts the value of rank k at place k of low ... high, smaller ones before it (Hoare, Find, 1961).
static void select_rank(double *v, long low, long high, long k) {
  while (low < high) {
    // Values come in no order, so the middle is as good a pivot as any.
    const double pivot = v[low + (high - low) / 2];
    long i = low, j = high;
    while (i <= j) {
      while (v[i] < pivot) i++;
      while (v[j] > pivot) j--;
      if (i <= j) {
        const double held = v[i];
        v[i++] = v[j];
        v[j--] = held;
      }
    }
    if (k <= j)
      high = j;
    else if (k >= i)
      low = i;
    else
      return;
  }
}

// The middle one of several ranks first: the others are then looked for on its own sides only.
static void select_ranks(double *v, long low, long high, const long *ranks, int count) {
  if (count == 0) return;
  const int middle = count / 2;
  const long k = ranks[middle];
  select_rank(v, low, high, k);
  select_ranks(v, low, k - 1, ranks, middle);
  select_ranks(v, k + 1, high, ranks + middle + 1, count - middle - 1);
}

int main(int count, char **arguments) {
  if (count < 2 || count > 4 ||
      (strcmp(arguments[1], "selection") != 0 && strcmp(arguments[1], "sort") != 0)) {
    fprintf(stderr, "usage: reference selection|sort [trials] [seed]\n");
    return 64;
  }
  const int sorts = strcmp(arguments[1], "sort") == 0;
  const size_t trials = count > 2 ? whole_number(arguments[2], "trials", 1000, 50000000) : 1048576;
  const uint64_t seed = count > 3 ? whole_number(arguments[3], "seed", 0, UINT32_MAX) : 20250224;
  double *columns = malloc(COLUMNS * trials * sizeof *columns);
  gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
  if (!columns || !generator) {
    fprintf(stderr, "reference: not enough memory for %zu trials\n", trials);
    return 71;
  }
  gsl_rng_set(generator, seed);

  const double begun = seconds();
  simulate(generator, trials, columns);
  const double simulated = seconds();

  long ranks[LEVELS];
  double quantiles[COLUMNS][LEVELS];
  for (int p = 0; p < LEVELS; p++) ranks[p] = (long)(probabilities[p] * (double)(trials - 1));
  for (int c = 0; c < COLUMNS; c++) {
    double *column = columns + (size_t)c * trials;
    if (sorts)
      gsl_sort(column, 1, trials);
    else
      select_ranks(column, 0, (long)trials - 1, ranks, LEVELS);
    for (int p = 0; p < LEVELS; p++) quantiles[c][p] = column[ranks[p]];
  }
  report_stage("paths", simulated - begun, trials);
  report_stage(sorts ? "quantiles by gsl_sort" : "quantiles by selection", seconds() - simulated,
               trials);
  gsl_rng_free(generator);
  free(columns);
  return print_quantiles(quantiles);
}
