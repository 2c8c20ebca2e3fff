// Chooses the kernels of the best instruction set that the processor has.
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "column_kernels.h"
#include "kernel_table.h"

static _Atomic(const kernel_table *) chosen = NULL;

int column_level_is_available(column_level level) {
#if defined(__x86_64__)
  if (level == COLUMN_LEVEL_X86_64_V3) return __builtin_cpu_supports("x86-64-v3") != 0;
  if (level == COLUMN_LEVEL_X86_64_V4) return __builtin_cpu_supports("x86-64-v4") != 0;
#endif
  return level == COLUMN_LEVEL_BASELINE;
}

static const kernel_table *kernels_of(column_level level) {
#if defined(__x86_64__)
  if (level == COLUMN_LEVEL_X86_64_V3) return &kernels_x86_64_v3;
  if (level == COLUMN_LEVEL_X86_64_V4) return &kernels_x86_64_v4;
#endif
  (void)level;
  return &kernels_baseline;
}

static column_level best(void) {
  if (column_level_is_available(COLUMN_LEVEL_X86_64_V4)) return COLUMN_LEVEL_X86_64_V4;
  if (column_level_is_available(COLUMN_LEVEL_X86_64_V3)) return COLUMN_LEVEL_X86_64_V3;
  return COLUMN_LEVEL_BASELINE;
}

// CAPEXSIM_KERNELS asks for a level, so that tests can show that all give the same bits. One that
// is unknown, or that the processor does not have, counts for nothing here; the tool refuses it.
static column_level wanted(void) {
  static const struct {
    const char *name;
    column_level level;
  } levels[] = {{"baseline", COLUMN_LEVEL_BASELINE},
                {"v3", COLUMN_LEVEL_X86_64_V3},
                {"v4", COLUMN_LEVEL_X86_64_V4}};
  const char *name = getenv("CAPEXSIM_KERNELS");
  for (size_t i = 0; name != NULL && i < sizeof levels / sizeof levels[0]; i++) {
    if (strcmp(name, levels[i].name) == 0 && column_level_is_available(levels[i].level)) {
      return levels[i].level;
    }
  }
  return best();
}

static const kernel_table *kernels(void) {
  const kernel_table *table = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (table != NULL) return table;
  // Two threads may both come here: they choose the same.
  table = kernels_of(wanted());
  atomic_store_explicit(&chosen, table, memory_order_relaxed);
  return table;
}

void column_level_choose(column_level level) {
  if (column_level_is_available(level)) {
    atomic_store_explicit(&chosen, kernels_of(level), memory_order_relaxed);
  }
}

column_level column_level_in_use(void) {
#if defined(__x86_64__)
  if (kernels() == &kernels_x86_64_v3) return COLUMN_LEVEL_X86_64_V3;
  if (kernels() == &kernels_x86_64_v4) return COLUMN_LEVEL_X86_64_V4;
#endif
  return COLUMN_LEVEL_BASELINE;
}

#define WRAPPER(result, name, ...) WRAPPER_AGAIN(result, name, __VA_ARGS__)
#define WRAPPER_AGAIN(result, name, parameters, arguments) \
  result name parameters { return kernels()->name arguments; }

KERNELS(WRAPPER)
