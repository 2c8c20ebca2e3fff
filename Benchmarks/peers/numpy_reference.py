#!/usr/bin/env python3
"""The reference workload in NumPy: whole columns, quantiles included, checked before it is timed.

    python3 numpy_reference.py [--trials 1000000] [--repeats 5] [--seed 20250224]

Exit status 1 when a result is further than 4.5 standard errors from its exact value.
"""
import argparse
import math
import statistics
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


def quantiles(fx, revenue, capex, total):
    columns = [*fx, *revenue, *capex, total]
    return np.array([np.quantile(column, PROBABILITIES) for column in columns])


def exact_logarithms():
    """Mean and deviation of ln fx and ln revenue, quarter by quarter: both are normal."""
    rates, revenues = [], []
    for t in range(1, QUARTERS + 1):
        mean = math.log(7.2) + math.log(7.25 / 7.2) * 0.9**t
        rates.append((mean, 0.02 * math.sqrt((1 - 0.81**t) / 0.19)))
        mean = math.log(31.7) + sum(0.04 + 0.005 * 0.8**u for u in range(1, t + 1))
        # A shock of quarter s is in the growth of s, s + 1, … t with weights 1, 0.8, …
        weights = [(1 - 0.8 ** (t - s + 1)) / 0.2 for s in range(1, t + 1)]
        revenues.append((mean, 0.02 * math.sqrt(sum(w * w for w in weights))))
    return rates, revenues


def check(columns, found, trials):
    """The largest distance from an exact value, in standard errors."""
    normal = statistics.NormalDist()
    rates, revenues = exact_logarithms()
    worst = 0.0
    for row, (mean, deviation) in enumerate(rates + revenues):
        for k, p in enumerate(PROBABILITIES):
            z = normal.inv_cdf(p)
            error = deviation * math.sqrt(p * (1 - p) / trials) / normal.pdf(z)
            worst = max(worst, abs(math.log(found[row, k]) - mean - deviation * z) / error)
    expected_total = 0.0
    for t, (mean, deviation) in enumerate(rates):
        expected = 31.667 * (0.6 + 0.4 / 7.25 * math.exp(mean + deviation**2 / 2))
        expected_total += expected
        error = columns[2][t].std() / math.sqrt(trials)
        worst = max(worst, abs(columns[2][t].mean() - expected) / error)
    error = columns[3].std() / math.sqrt(trials)
    worst = max(worst, abs(columns[3].mean() - expected_total) / error)
    print(f"exact mean of the total {expected_total:.9f}, found {columns[3].mean():.6f}")
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--seed", type=int, default=20250224)
    options = parser.parse_args()

    generator = np.random.Generator(np.random.SFC64(options.seed))
    columns = simulate(generator, options.trials)
    worst = check(columns, quantiles(*columns), options.trials)
    print(f"largest distance from an exact value: {worst:.2f} standard errors")
    if worst > 4.5:
        print("numpy_reference: the results are wrong; nothing was timed", file=sys.stderr)
        return 1

    paths, selections = [], []
    for _ in range(options.repeats):
        begun = time.perf_counter()
        columns = simulate(generator, options.trials)
        simulated = time.perf_counter()
        quantiles(*columns)
        paths.append(simulated - begun)
        selections.append(time.perf_counter() - simulated)
    for name, times in (("paths", paths), ("quantiles", selections)):
        print(f"{name}: {min(times) / options.trials * 1e9:.0f} ns a trial, "
              f"best of {options.repeats}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
