// Cuts the trials into one share a thread and adds up the histograms.
#pragma once

#include <pthread.h>

#include "leading_bits.h"

enum { MAXIMUM_THREADS = 64 };

typedef struct {
  histograms *counts;
  uint64_t trials, seed;
  int number;  // of the thread, from 0
} worker;

// What a program has to define: runs a worker's trials.
static void simulate(worker *work);

static void *run_worker(void *work) {
  simulate(work);
  return NULL;
}

// main of a program: [trials] [threads] [seed].
static int race(int count, char **arguments) {
  const uint64_t trials = count > 1 ? whole_number(arguments[1], "trials", 1000, 4000000000) : 1048576;
  const int threads =
      count > 2 ? (int)whole_number(arguments[2], "threads", 1, MAXIMUM_THREADS) : 1;
  const uint64_t seed = count > 3 ? whole_number(arguments[3], "seed", 0, UINT32_MAX) : 20250224;
  const double begun = seconds();
  worker workers[MAXIMUM_THREADS];
  pthread_t handles[MAXIMUM_THREADS];
  for (int i = 0; i < threads; i++) {
    const uint64_t first = trials * (uint64_t)i / (uint64_t)threads;
    const uint64_t end = trials * (uint64_t)(i + 1) / (uint64_t)threads;
    workers[i] = (worker){calloc(1, sizeof(histograms)), end - first, seed, i};
    if (!workers[i].counts) {
      fprintf(stderr, "not enough memory\n");
      return 71;
    }
  }
  // The last share is done on this thread.
  for (int i = 0; i < threads - 1; i++) {
    if (pthread_create(&handles[i], NULL, run_worker, &workers[i]) != 0) {
      fprintf(stderr, "no thread could be started\n");
      return 71;
    }
  }
  simulate(&workers[threads - 1]);
  for (int i = 0; i < threads - 1; i++) {
    pthread_join(handles[i], NULL);
    merge_histograms(workers[threads - 1].counts, workers[i].counts);
  }
  double quantiles[COLUMNS][LEVELS];
  find_quantiles(workers[threads - 1].counts, trials, quantiles);
  report_stage("all", seconds() - begun, trials);
  return print_quantiles(quantiles);
}
