"""Checks the quantiles that a program printed against the exact ones."""
import csv
import math
from pathlib import Path

TABLE = Path(__file__).parent.parent / "peers" / "exact" / "exact_quantiles.csv"
# One quantile of 185 is further from its true value by chance once in 800 runs.
LIMIT = 4.5
# What the scenario file calls the columns.
OUR_NAMES = {"fx.usdcny": "fx", "cloudRevenue": "R", "capex": "capex", "totalCapex": "total"}


class WrongAnswer(Exception):
    """Says what is wrong, with the numbers."""


def exact_quantiles():
    """(name, quarter, probability) -> (value, density); the total's quarter is 0."""
    with open(TABLE, encoding="ascii") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {(row["name"], int(row["quarter"] or 0), float(row["probability"])):
                (float(row["value"]), float(row["density"])) for row in rows}


def peer_quantiles(text):
    """From lines of name, quarter and the five quantiles."""
    found = {}
    for line in text.splitlines():
        name, quarter, *values = line.split(",")
        for p, value in zip((0.05, 0.25, 0.50, 0.75, 0.95), values, strict=True):
            found[name, int(quarter or 0), p] = float(value)
    return found


def our_quantiles(text):
    """From the CSV of `capexsim run`, where quarters have their calendar names."""
    found, quarters = {}, {}
    for row in csv.DictReader(text.splitlines()):
        statistic = row["statistic"]
        if row["quantity"] not in OUR_NAMES or not statistic[1:].isdigit():
            continue
        name, period = OUR_NAMES[row["quantity"]], row["period"]
        periods = quarters.setdefault(name, {})
        quarter = 0 if name == "total" else periods.setdefault(period, len(periods) + 1)
        found[name, quarter, int(statistic[1:]) / 100] = float(row["value"])
    return found


def largest_distance(found, exact, trials):
    """The largest distance of a quantile from its exact value, in standard errors."""
    missing = sorted(exact.keys() - found.keys())
    if missing:
        raise WrongAnswer(f"{len(missing)} of {len(exact)} quantiles are missing, such as "
                          f"{missing[0]}")
    worst = 0.0
    for key, (value, density) in exact.items():
        p = key[2]
        error = math.sqrt(p * (1 - p) / trials) / density
        distance = abs(found[key] - value) / error
        # A quantile that is not a number is far away too.
        if not distance <= LIMIT:
            raise WrongAnswer(f"P{p * 100:g} of {key[0]} in quarter {key[1]}: expected {value}, got "
                              f"{found[key]}, {distance:.1f} standard errors away, above {LIMIT}")
        worst = max(worst, distance)
    return worst
