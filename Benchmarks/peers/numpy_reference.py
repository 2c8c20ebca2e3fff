#!/usr/bin/env python3
"""The reference workload in NumPy, as a good analyst writes it: whole columns, np.quantile.

    python3 numpy_reference.py [trials] [seed]

Paths are made in blocks that fit the cache, which NumPy likes, and with its fastest generator.
"""
import math
import sys
import time

import numpy as np

QUARTERS = 12
PROBABILITIES = (0.05, 0.25, 0.50, 0.75, 0.95)
BLOCK = 16_384


def simulate(generator, trials):
    """Three arrays of QUARTERS columns, fx, revenue and capex, and the column of totals."""
    fx, revenue, capex = (np.empty((QUARTERS, trials)) for _ in range(3))
    total = np.empty(trials)
    for first in range(0, trials, BLOCK):
        block = slice(first, min(first + BLOCK, trials))
        n = block.stop - first
        x, g = np.full(n, math.log(7.25)), np.full(n, 0.045)
        r, spent = np.full(n, 31.7), np.zeros(n)
        for t in range(QUARTERS):
            a, b, c = generator.standard_normal((3, n))
            x += 0.1 * (math.log(7.2) - x) + 0.02 * a
            g += 0.2 * (0.04 - g) + 0.02 * (-0.3 * a + math.sqrt(0.91) * b)
            rate = np.exp(x, out=fx[t, block])
            r *= np.exp(g)
            revenue[t, block] = r
            cost = 31.667 * (0.6 + (0.4 / 7.25) * rate) * np.exp(0.15 * c - 0.01125)
            capex[t, block] = cost
            spent += cost
        total[block] = spent
    return fx, revenue, capex, total


def main():
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 1_048_576
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20250224
    begun = time.perf_counter()
    fx, revenue, capex, total = simulate(np.random.Generator(np.random.SFC64(seed)), trials)
    simulated = time.perf_counter()
    columns = [(name, t + 1, column) for name, table in (("fx", fx), ("R", revenue), ("capex", capex))
               for t, column in enumerate(table)]
    for name, quarter, column in [*columns, ("total", "", total)]:
        quantiles = np.quantile(column, PROBABILITIES)
        print(name, quarter, *(f"{value:.10g}" for value in quantiles), sep=",")
    ended = time.perf_counter()
    for stage, spent in (("paths", simulated - begun), ("quantiles", ended - simulated)):
        print(f"{stage}: {spent / trials * 1e9:.1f} ns a trial", file=sys.stderr)


if __name__ == "__main__":
    main()
