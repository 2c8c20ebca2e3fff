#!/usr/bin/env python3
"""Computes the exact quantiles of the reference workload, for the check of every program.

    python3 make_exact_quantiles.py > exact_quantiles.csv

fx and R are lognormal. capex is a function of two independent normals: its distribution function is
one integral. The total is the sum over a path of a Markov chain in x: its characteristic function
follows by a backward recursion over a grid in x, and the distribution function from that by a
cosine series (Fang and Oosterlee, A novel pricing method for European options based on
Fourier-cosine series expansions, 2008). All integrals are of smooth functions that vanish at both
ends, for which the trapezoidal rule converges faster than any power of the step.

Needs NumPy. Stops when a finer grid moves a result by more than 1e-9 of itself, or when the mean of
the total is not the one that follows from the moments of lognormals.
"""
import math
import statistics
import sys

import numpy as np

QUARTERS = 12
PROBABILITIES = (0.05, 0.25, 0.50, 0.75, 0.95)
NORMAL = statistics.NormalDist()
LEVEL = math.log(7.2)
STEP = 0.02
SPENDING, NOISE = 31.667, 0.15


def exchange_rate(t):
    """Mean and deviation of x, the logarithm of fx, in quarter t."""
    mean = LEVEL + math.log(7.25 / 7.2) * 0.9**t
    return mean, STEP * math.sqrt((1 - 0.81**t) / 0.19)


def revenue(t):
    """Mean and deviation of the logarithm of R in quarter t."""
    mean = math.log(31.7) + sum(0.04 + 0.005 * 0.8**u for u in range(1, t + 1))
    # A shock of quarter s is in the growth of s, s + 1, … t with weights 1, 0.8, …
    weights = ((1 - 0.8 ** (t - s + 1)) / 0.2 for s in range(1, t + 1))
    return mean, 0.02 * math.sqrt(sum(w * w for w in weights))


def scale(x):
    """The mean of capex given x."""
    return SPENDING * (0.6 + 0.4 / 7.25 * np.exp(x))


def lognormal_quantiles(mean, deviation):
    """Quantiles, and the density at each."""
    for p in PROBABILITIES:
        z = NORMAL.inv_cdf(p)
        value = math.exp(mean + deviation * z)
        yield value, NORMAL.pdf(z) / (deviation * value)


def normal_grid(points):
    """Standard normal scores and their weights."""
    z = np.linspace(-9, 9, points)
    weights = np.exp(-z * z / 2)
    return z, weights / weights.sum()


def invert(distribution, density, low, high):
    """Quantiles by bisection, and the density at each."""
    for p in PROBABILITIES:
        a, b = low, high
        while b - a > 1e-13 * b:
            middle = (a + b) / 2
            a, b = (middle, b) if distribution(middle) < p else (a, middle)
        yield (a + b) / 2, density((a + b) / 2)


def capex_quantiles(t, points):
    mean, deviation = exchange_rate(t)
    z, weights = normal_grid(points)
    logarithms = np.log(scale(mean + deviation * z)) - NOISE**2 / 2
    cdf = np.vectorize(NORMAL.cdf)

    def distribution(y):
        return float(weights @ cdf((math.log(y) - logarithms) / NOISE))

    def density(y):
        scores = (math.log(y) - logarithms) / NOISE
        return float(weights @ np.exp(-scores**2 / 2)) / (math.sqrt(2 * math.pi) * NOISE * y)

    return invert(distribution, density, 1.0, 1000.0)


def total_quantiles(expected, points, terms):
    """The mean of the total is given, to centre the series."""
    low, high = expected - 200, expected + 300
    frequencies = np.arange(terms) * math.pi / (high - low)
    spread = exchange_rate(QUARTERS)[1]
    x = np.linspace(LEVEL - 9 * spread, math.log(7.25) + 9 * spread, points)
    step = x[1] - x[0]
    means = x + 0.1 * (LEVEL - x)
    kernel = np.exp(-((x[None, :] - means[:, None]) / STEP) ** 2 / 2)
    kernel *= step / (STEP * math.sqrt(2 * math.pi))
    start = math.log(7.25) + 0.1 * (LEVEL - math.log(7.25))
    first = np.exp(-((x - start) / STEP) ** 2 / 2) * step / (STEP * math.sqrt(2 * math.pi))

    z, weights = normal_grid(points)
    factors = np.exp(NOISE * z - NOISE**2 / 2)
    coefficients = np.empty(terms)
    for k, frequency in enumerate(frequencies):
        # The characteristic function of a quarter's capex given x, then of all that follow it.
        one = np.exp(1j * frequency * scale(x)[:, None] * factors) @ weights
        rest = one
        for _ in range(QUARTERS - 1):
            rest = one * (kernel @ rest)
        value = first @ rest
        coefficients[k] = (value * np.exp(-1j * frequency * low)).real * 2 / (high - low)
    coefficients[0] /= 2

    def distribution(y):
        waves = np.sin(frequencies[1:] * (y - low)) / frequencies[1:]
        return float(coefficients[0] * (y - low) + coefficients[1:] @ waves)

    def density(y):
        return float(coefficients @ np.cos(frequencies * (y - low)))

    # The mean by the trapezoidal rule over the density: a check of the whole construction.
    grid = np.linspace(low, high, 4001)
    mean = sum(y * density(y) for y in grid) * (grid[1] - grid[0])
    if abs(mean - expected) > 1e-6:
        sys.exit(f"the mean of the total is {mean}, not {expected}")
    return invert(distribution, density, low, high)


def settled(name, coarse, fine):
    """The finer result, once both agree."""
    for (one, _), (other, density) in zip(coarse, fine, strict=True):
        if abs(one - other) > 1e-9 * other:
            sys.exit(f"{name}: {one} with the coarse grid, {other} with the fine one")
        yield other, density


def main():
    expected = 0.0
    for t in range(1, QUARTERS + 1):
        mean, deviation = exchange_rate(t)
        expected += SPENDING * (0.6 + 0.4 / 7.25 * math.exp(mean + deviation**2 / 2))

    print("# Exact quantiles of the reference workload and the density at each; the standard error of")
    print("# a quantile p from n trials is sqrt(p (1 - p) / n) / density. Made by")
    print("# make_exact_quantiles.py, whose head says how.")
    print("name,quarter,probability,value,density")
    rows = [("fx", t, lognormal_quantiles(*exchange_rate(t))) for t in range(1, QUARTERS + 1)]
    rows += [("R", t, lognormal_quantiles(*revenue(t))) for t in range(1, QUARTERS + 1)]
    for t in range(1, QUARTERS + 1):
        rows.append(("capex", t, settled("capex", capex_quantiles(t, 201), capex_quantiles(t, 401))))
    rows.append(("total", "", settled("total", total_quantiles(expected, 160, 300),
                                      total_quantiles(expected, 320, 500))))
    for name, quarter, quantiles in rows:
        for p, (value, density) in zip(PROBABILITIES, quantiles, strict=True):
            print(f"{name},{quarter},{p},{value:.10g},{density:.10g}")


if __name__ == "__main__":
    main()
