// The reference workload in C with GSL, one path at a time as in an ordinary program: mt19937,
// ziggurat normals, and quantiles twice, by selection and by sorting with gsl_sort.
//
//   cc -O3 -march=native reference.c -o reference $(pkg-config --cflags --libs gsl)
//   ./reference [trials] [seed]
//
// Exit status 1 when a result is further than 4.5 standard errors from its exact value.
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { QUARTERS = 12, COLUMNS = 3 * QUARTERS + 1, LEVELS = 5 };
static const double probabilities[LEVELS] = {0.05, 0.25, 0.50, 0.75, 0.95};

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

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
    columns[(size_t)(3 * QUARTERS) * trials + i] = total;
  }
}

// Puts the value of rank k at place k of low ... high, smaller ones before it (Hoare, Find, 1961).
static void select_rank(double *v, long low, long high, long k) {
  while (low < high) {
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

// Each rank is looked for only above the one before it.
static void quantiles_by_selection(double *column, size_t trials, double *out) {
  long low = 0;
  for (int p = 0; p < LEVELS; p++) {
    const long k = (long)(probabilities[p] * (double)(trials - 1));
    select_rank(column, low, (long)trials - 1, k);
    out[p] = column[k];
    low = k;
  }
}

static void quantiles_by_sorting(double *column, size_t trials, double *out) {
  gsl_sort(column, 1, trials);
  for (int p = 0; p < LEVELS; p++)
    out[p] = column[(size_t)(probabilities[p] * (double)(trials - 1))];
}

// The distance of a column's quantiles from those of a lognormal, in standard errors.
static double distance(const double *found, double mean, double deviation, size_t trials) {
  double worst = 0;
  for (int k = 0; k < LEVELS; k++) {
    const double p = probabilities[k], z = gsl_cdf_ugaussian_Pinv(p);
    const double error = deviation * sqrt(p * (1 - p) / trials) / gsl_ran_ugaussian_pdf(z);
    worst = fmax(worst, fabs(log(found[k]) - mean - deviation * z) / error);
  }
  return worst;
}

static double worst_distance(double (*quantiles)[LEVELS], double mean_total, double variance_total,
                             size_t trials) {
  double worst = 0, expected_total = 0, growth = 0;
  for (int t = 1; t <= QUARTERS; t++) {
    const double mean = log(7.2) + log(7.25 / 7.2) * pow(0.9, t);
    const double deviation = 0.02 * sqrt((1 - pow(0.81, t)) / 0.19);
    worst = fmax(worst, distance(quantiles[t - 1], mean, deviation, trials));
    expected_total += 31.667 * (0.6 + 0.4 / 7.25 * exp(mean + deviation * deviation / 2));

    double squares = 0;
    growth += 0.04 + 0.005 * pow(0.8, t);
    for (int s = 1; s <= t; s++) squares += pow((1 - pow(0.8, t - s + 1)) / 0.2, 2);
    worst = fmax(worst, distance(quantiles[QUARTERS + t - 1], log(31.7) + growth,
                                 0.02 * sqrt(squares), trials));
  }
  printf("exact mean of the total %.9f, found %.6f\n", expected_total, mean_total);
  return fmax(worst, fabs(mean_total - expected_total) / sqrt(variance_total / trials));
}

// Runs one way of finding quantiles over copies of all columns; the copying is not timed.
static double time_quantiles(void (*find)(double *, size_t, double *), const double *columns,
                             double *copy, size_t trials, double (*out)[LEVELS]) {
  double spent = 0;
  for (int c = 0; c < COLUMNS; c++) {
    memcpy(copy, columns + (size_t)c * trials, trials * sizeof *copy);
    const double begun = seconds();
    find(copy, trials, out[c]);
    spent += seconds() - begun;
  }
  return spent;
}

int main(int count, char **arguments) {
  const long asked = count > 1 ? strtol(arguments[1], NULL, 10) : 1000000;
  const unsigned long seed = count > 2 ? strtoul(arguments[2], NULL, 10) : 20250224;
  if (asked < 1000 || asked > 100000000) {
    fprintf(stderr, "usage: reference [trials, 1000 to 100000000] [seed]\n");
    return 64;
  }
  const size_t trials = (size_t)asked;
  double *columns = malloc(COLUMNS * trials * sizeof *columns);
  double *copy = malloc(trials * sizeof *copy);
  gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
  if (!columns || !copy || !generator) {
    fprintf(stderr, "reference: not enough memory for %zu trials\n", trials);
    return 71;
  }
  gsl_rng_set(generator, seed);

  simulate(generator, trials, columns);  // Touches the memory once, so that it is not timed.
  const double begun = seconds();
  simulate(generator, trials, columns);
  const double paths = seconds() - begun;

  double mean = 0, variance = 0;
  const double *total = columns + (size_t)(COLUMNS - 1) * trials;
  for (size_t i = 0; i < trials; i++) mean += total[i] / trials;
  for (size_t i = 0; i < trials; i++) variance += (total[i] - mean) * (total[i] - mean) / trials;

  double selected[COLUMNS][LEVELS], sorted[COLUMNS][LEVELS];
  const double selection = time_quantiles(quantiles_by_selection, columns, copy, trials, selected);
  const double sorting = time_quantiles(quantiles_by_sorting, columns, copy, trials, sorted);
  const double worst = worst_distance(selected, mean, variance, trials);
  printf("largest distance from an exact value: %.2f standard errors\n", worst);
  const int wrong = worst > 4.5 || memcmp(selected, sorted, sizeof sorted) != 0;
  if (wrong) {
    fprintf(stderr, "reference: the results are wrong\n");
  } else {
    printf("paths: %.0f ns a trial\n", paths / trials * 1e9);
    printf("quantiles by selection: %.0f ns a trial\n", selection / trials * 1e9);
    printf("quantiles by gsl_sort: %.0f ns a trial\n", sorting / trials * 1e9);
  }
  gsl_rng_free(generator);
  free(copy);
  free(columns);
  return wrong;
}
