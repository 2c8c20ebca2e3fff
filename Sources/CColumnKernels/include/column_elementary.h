// exp, log and the normal distribution, on columns and on single values with the same bits.
//
// Accuracy in units in the last place, held by ElementaryTests: exp 1.5, log 1.5,
// normal quantile 8, normal cdf 40 in the far tails.
#pragma once

#include <stddef.h>

void column_exp(double *out, const double *a, size_t n);
void column_log(double *out, const double *a, size_t n);
void column_normal_cdf(double *out, const double *a, size_t n);
void column_normal_quantile(double *out, const double *a, size_t n);
void column_poisson_quantile(double *out, const double *p, const double *mean, size_t n);

double scalar_exp(double x);
double scalar_log(double x);
double scalar_normal_cdf(double x);
double scalar_normal_quantile(double p);
double scalar_poisson_quantile(double p, double mean);
