// The reference workload in plain C, as fast as we could write it: xoshiro256+ and the method of Box
// and Muller in vector registers, one block of trials that stays in the first cache, counts by
// leading bits, and as many threads as asked for. Contraction and reassociation are allowed, so
// that results may differ in the last bits from one processor to another.
//
//   cc -O3 -march=native -ffast-math -pthread fastest.c -o fastest -lm
//   ./fastest [trials] [threads] [seed]
#include <math.h>

#include "vector_functions.h"
#include "workers.h"

enum { BLOCK = 256, VECTORS = BLOCK / LANES };

typedef struct {
  numbers x[VECTORS], g[VECTORS], revenue[VECTORS], total[VECTORS];
  numbers a[VECTORS], b[VECTORS], c[VECTORS];
  numbers fx[VECTORS], capex[VECTORS];
} block;

static void draw(generator *source, block *now) {
  for (int v = 0; v < VECTORS; v++) normal_pair(source, &now->a[v], &now->b[v]);
  for (int v = 0; v < VECTORS; v += 2) normal_pair(source, &now->c[v], &now->c[v + 1]);
}

static void begin(block *now) {
  const numbers zero = {0};
  for (int v = 0; v < VECTORS; v++) {
    now->x[v] = zero + log(7.25);
    now->g[v] = zero + 0.045;
    now->revenue[v] = zero + 31.7;
    now->total[v] = zero;
  }
}

static void advance(block *now) {
  const double level = log(7.2), root_of_rest = sqrt(0.91);
  for (int v = 0; v < VECTORS; v++) {
    const numbers z2 = -0.3 * now->a[v] + root_of_rest * now->b[v];
    now->x[v] = 0.9 * now->x[v] + 0.1 * level + 0.02 * now->a[v];
    now->g[v] = 0.8 * now->g[v] + 0.2 * 0.04 + 0.02 * z2;
    now->fx[v] = exponential(now->x[v]);
    now->revenue[v] *= exponential(now->g[v]);
    now->capex[v] = (31.667 * 0.6 + 31.667 * 0.4 / 7.25 * now->fx[v]) *
                    exponential(0.15 * now->c[v] - 0.01125);
    now->total[v] += now->capex[v];
  }
}

static void simulate(worker *work) {
  generator source = seeded(work->seed, (unsigned)work->number);
  block now;
  for (uint64_t first = 0; first < work->trials; first += BLOCK) {
    const int n = work->trials - first < BLOCK ? (int)(work->trials - first) : BLOCK;
    begin(&now);
    for (int t = 0; t < QUARTERS; t++) {
      draw(&source, &now);
      advance(&now);
      count_values(work->counts->counts[t], (const double *)now.fx, n);
      count_values(work->counts->counts[QUARTERS + t], (const double *)now.revenue, n);
      count_values(work->counts->counts[2 * QUARTERS + t], (const double *)now.capex, n);
    }
    count_values(work->counts->counts[TOTAL], (const double *)now.total, n);
  }
}

int main(int count, char **arguments) { return race(count, arguments); }
