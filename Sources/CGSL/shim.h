// The GSL headers that NumericalMethods uses.
#pragma once

// GSL's tables of generators and solvers are constant after loading, but declared as mutable
// globals; say so before any GSL header does, or Swift 6 refuses every one of them.
#ifndef GSL_VAR
#define GSL_VAR extern __attribute__((swift_attr("nonisolated(unsafe)")))
#endif

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_vector.h>
#include <gsl/gsl_version.h>
