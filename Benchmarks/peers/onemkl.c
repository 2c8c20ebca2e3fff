// The reference workload on oneMKL: Philox4x32x10 and inverse-CDF normals from VSL, exponentials
// from VML at low accuracy (LA: within 4 units in the last place, as good as most libraries give),
// counts by leading bits as in fastest.c.
//
//   cc -O3 -march=native -ffast-math -pthread -I$MKL/include onemkl.c -o onemkl LIBRARIES -lm
//   ./onemkl [trials] [threads] [seed]
//
// LIBRARIES are mkl_intel_lp64, mkl_sequential and mkl_core; Benchmarks/compare has the command.
#include <math.h>
#include <mkl_vml.h>
#include <mkl_vsl.h>

#include "workers.h"

enum { BLOCK = 1024 };

typedef struct {
  double x[BLOCK], g[BLOCK], revenue[BLOCK], total[BLOCK], capex[BLOCK];
  double normals[3 * BLOCK], powers[3 * BLOCK], exponentials[3 * BLOCK];
} block;

static void insist(int status, const char *call) {
  if (status == VSL_STATUS_OK) return;
  fprintf(stderr, "onemkl: %s returned %d\n", call, status);
  exit(1);
}

static void begin(block *now) {
  for (int i = 0; i < BLOCK; i++) {
    now->x[i] = log(7.25);
    now->g[i] = 0.045;
    now->revenue[i] = 31.7;
    now->total[i] = 0;
  }
}

static void advance(block *now) {
  const double level = log(7.2), root = sqrt(0.91);
  const double *a = now->normals, *b = a + BLOCK, *c = b + BLOCK;
  for (int i = 0; i < BLOCK; i++) {
    now->x[i] = 0.9 * now->x[i] + 0.1 * level + 0.02 * a[i];
    now->g[i] = 0.8 * now->g[i] + 0.2 * 0.04 + 0.02 * (-0.3 * a[i] + root * b[i]);
    now->powers[i] = now->x[i];
    now->powers[BLOCK + i] = now->g[i];
    now->powers[2 * BLOCK + i] = 0.15 * c[i] - 0.01125;
  }
  vmdExp(3 * BLOCK, now->powers, now->exponentials, VML_LA);
  const double *fx = now->exponentials, *growth = fx + BLOCK, *noise = growth + BLOCK;
  for (int i = 0; i < BLOCK; i++) {
    now->revenue[i] *= growth[i];
    now->capex[i] = (31.667 * 0.6 + 31.667 * 0.4 / 7.25 * fx[i]) * noise[i];
    now->total[i] += now->capex[i];
  }
}

static void simulate(worker *work) {
  VSLStreamStatePtr stream;
  insist(vslNewStream(&stream, VSL_BRNG_PHILOX4X32X10, (MKL_UINT)work->seed), "vslNewStream");
  // Far more than a thread's 4e9 trials of 36 normals can use.
  insist(vslSkipAheadStream(stream, (long long)work->number << 48), "vslSkipAheadStream");
  block now;
  for (uint64_t first = 0; first < work->trials; first += BLOCK) {
    const int n = work->trials - first < BLOCK ? (int)(work->trials - first) : BLOCK;
    begin(&now);
    for (int t = 0; t < QUARTERS; t++) {
      insist(vdRngGaussian(VSL_RNG_METHOD_GAUSSIAN_ICDF, stream, 3 * BLOCK, now.normals, 0, 1),
             "vdRngGaussian");
      advance(&now);
      count_values(work->counts->counts[t], now.exponentials, n);
      count_values(work->counts->counts[QUARTERS + t], now.revenue, n);
      count_values(work->counts->counts[2 * QUARTERS + t], now.capex, n);
    }
    count_values(work->counts->counts[TOTAL], now.total, n);
  }
  insist(vslDeleteStream(&stream), "vslDeleteStream");
}

int main(int count, char **arguments) { return race(count, arguments); }
