#!/usr/bin/env python3
"""Writes the known answers beside it: python3 make-known-answers.py (needs mpmath; seconds to minutes).

Arguments are doubles, written as hexadecimal; answers have 22 digits, from 60-digit arithmetic.
"""
import os
import random

from mpmath import (asinh, betainc, erfc, exp, expm1, gammainc, inf, log, log1p, mp, mpf, nstr,
                    sinh, sqrt)

mp.dps = 60
HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, columns, rows):
    with open(os.path.join(HERE, name + ".txt"), "w") as file:
        file.write("# made by: python3 make-known-answers.py, with mpmath at 60 digits\n")
        file.write("# " + columns + "\n")
        for row in rows:
            words = [x.hex() if isinstance(x, float) else nstr(x, 22, min_fixed=0, max_fixed=0)
                     for x in row]
            file.write(" ".join(words) + "\n")


def normal_cdf(x):
    return erfc(-mpf(x) / sqrt(mpf(2))) / 2


def normal_quantile(p):
    p = mpf(p)
    if p > mpf(1) / 2:
        return -normal_quantile(1 - p)
    if p == mpf(1) / 2:
        return mpf(0)
    z = -sqrt(-2 * log(p)) * mpf("0.95") if p < 0.1 else (p - mpf(1) / 2) * 2
    for _ in range(60):
        # Newton on the logarithm, which is concave.
        density = exp(-z * z / 2) / sqrt(2 * mp.pi)
        below = normal_cdf(z)
        step = (log(below) - log(p)) * below / density
        z -= step
        if abs(step) < mpf(10) ** -45:
            break
    return z


def gamma_tails(shape, x):
    return (gammainc(shape, 0, x, regularized=True), gammainc(shape, x, inf, regularized=True))


def beta_lower(a, b, x):
    return betainc(a, b, 0, x, regularized=True)


def bisect(function, low, high):
    """The root of an ascending function."""
    low, high = mpf(low), mpf(high)
    for _ in range(130):
        middle = (low + high) / 2
        if function(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def main():
    random.seed(20250224)
    spread = [random.uniform(-745, 709.7) for _ in range(300)] + [
        random.uniform(-1, 1) * 2.0 ** random.randint(-40, 0) for _ in range(200)]
    write("exp", "x exp(x)", [(x, exp(mpf(x))) for x in spread])
    positive = [2.0 ** random.uniform(-1070, 1023) for _ in range(250)] + [
        1 + random.uniform(-0.5, 1) * 2.0 ** random.randint(-40, 0) for _ in range(250)]
    write("log", "x log(x)", [(x, log(mpf(x))) for x in positive])
    scores = [random.uniform(-37.4, 8.2) for _ in range(300)] + [
        random.uniform(-1, 1) * 2.0 ** random.randint(-30, 1) for _ in range(100)]
    write("normal-cdf", "x cdf(x)", [(x, normal_cdf(x)) for x in scores])
    shares = [random.random() for _ in range(200)] + [
        2.0 ** random.uniform(-1000, -1) for _ in range(100)] + [
        2.0 ** random.uniform(-52, -1) for _ in range(100)]
    shares += [1 - 2.0 ** random.uniform(-52, -1) for _ in range(100)] + [2.0 ** -53, 1 - 2.0 ** -53]
    shares = [p for p in shares if 0 < p < 1]
    write("normal-quantile", "p quantile(p)", [(p, normal_quantile(p)) for p in shares])
    small = [random.uniform(-1, 1) * 2.0 ** random.randint(-60, 0) for _ in range(150)]
    write("exponential-minus-one", "x exp(x)-1",
          [(x, expm1(mpf(x))) for x in small + [random.uniform(-40, 700) for _ in range(50)]])
    write("logarithm-of-one-plus", "x log(1+x)",
          [(x, log1p(mpf(x))) for x in [y * 0.99 for y in small] +
           [2.0 ** random.uniform(0, 1000) for _ in range(50)]])
    wide = [random.choice([-1, 1]) * 2.0 ** random.uniform(-60, 9) for _ in range(200)]
    write("hyperbolic-sine", "x sinh(x)", [(x, sinh(mpf(x))) for x in wide])
    wide = [random.choice([-1, 1]) * 2.0 ** random.uniform(-60, 300) for _ in range(200)]
    write("inverse-hyperbolic-sine", "x asinh(x)", [(x, asinh(mpf(x))) for x in wide])

    shapes = [0.01, 0.05, 0.3, 0.5, 1.0, 1.7, 2.0, 5.0, 12.5, 40.0, 150.0, 1000.0]
    rows = []
    for shape in shapes:
        for distance in [-6, -3, -1, -0.1, 0.1, 1, 3, 6, 20]:
            x = float(shape * exp(distance / sqrt(shape + 0.3)))
            rows.append((shape, x) + gamma_tails(mpf(shape), mpf(x)))
    write("gamma-tails", "shape x lower upper", rows)

    pairs = [(0.01, 0.01), (0.05, 3.0), (0.5, 0.5), (0.5, 8.0), (1.0, 1.0), (2.0, 4.0), (3.5, 1.2),
             (20.0, 3.0), (50.0, 50.0), (300.0, 40.0), (1000.0, 700.0)]
    rows = []
    for a, b in pairs:
        for distance in [-8, -3, -1, -0.1, 0.1, 1, 3, 8]:
            odds = a / b * exp(distance * sqrt(1 / mpf(a + 0.3) + 1 / mpf(b + 0.3)))
            x = float(odds / (1 + odds))
            if 0 < x < 1:
                lower = beta_lower(mpf(a), mpf(b), mpf(x))
                rows.append((a, b, x, lower, beta_lower(mpf(b), mpf(a), 1 - mpf(x))))
    write("beta-tails", "alpha beta x lower upper", rows)

    probabilities = [2.0 ** -53, 1e-9, 1e-3, 0.05, 0.3, 0.5, 0.7, 0.975, 0.999, 1 - 1e-9, 1 - 2.0 ** -53]
    rows = []
    for shape in [0.05, 0.5, 1.0, 2.5, 12.5, 150.0]:
        for p in probabilities:
            def miss(y, shape=mpf(shape), p=mpf(p)):
                lower, upper = gamma_tails(shape, exp(y))
                return log(lower / p) if p <= 0.5 else log((1 - p) / upper)
            rows.append((shape, p, exp(bisect(miss, -60 / shape, log(shape + 300)))))
    write("gamma-quantiles", "shape p quantile(p)", rows)

    rows = []
    for a, b in [(0.5, 0.5), (2.0, 4.0), (3.5, 1.2), (0.05, 3.0), (50.0, 50.0), (300.0, 40.0)]:
        for p in probabilities:
            def miss(y, a=mpf(a), b=mpf(b), p=mpf(p)):
                x, rest = 1 / (1 + exp(-y)), 1 / (1 + exp(y))
                return (log(beta_lower(a, b, x) / p) if p <= 0.5
                        else log((1 - p) / beta_lower(b, a, rest)))
            rows.append((a, b, p, 1 / (1 + exp(-bisect(miss, log(a / b) - 60 / a - 12, log(a / b) + 60 / b + 12)))))
    write("beta-quantiles", "alpha beta p quantile(p)", rows)

    rows = []
    for freedom in [0.5, 1.0, 2.0, 2.5, 5.0, 30.0, 1000.0]:
        for p in probabilities:
            # t/sqrt(freedom + t^2), moved to 0 ... 1, is a beta of freedom/2 twice.
            def miss(y, half=mpf(freedom) / 2, p=mpf(p)):
                x, rest = 1 / (1 + exp(-y)), 1 / (1 + exp(y))
                return (log(beta_lower(half, half, x) / p) if p <= 0.5
                        else log((1 - p) / beta_lower(half, half, rest)))
            y = mpf(0) if p == 0.5 else bisect(miss, -160 / freedom - 12, 160 / freedom + 12)
            rows.append((freedom, p, sqrt(mpf(freedom)) * sinh(y / 2)))
    write("student-t-quantiles", "degreesOfFreedom p quantile(p)", rows)

    # Where results or arguments are subnormal, and the ends of the range.
    ends = [-745.13, -744.5, -708.396, 709.782, 709.7827128933839, 2.0 ** -1074, -2.0 ** -1022]
    write("exp-ends", "x exp(x)",
          [(x, exp(mpf(x))) for x in ends + [random.uniform(-745, -708) for _ in range(60)]])
    tiny = [2.0 ** -1074, 2.0 ** -1022, 2.0 ** -1023, 2.0 ** -1022 - 2.0 ** -1074] + [
        random.randint(1, 2 ** 52 - 1) * 2.0 ** -1074 for _ in range(30)] + [
        2.0 ** random.uniform(-1074, -1022) for _ in range(30)]
    write("log-ends", "x log(x)", [(x, log(mpf(x))) for x in tiny + [1.7976931348623157e308]])
    write("normal-quantile-ends", "p quantile(p)", [(p, normal_quantile(p)) for p in tiny])


main()
