"""Checks every program, then runs all in turn, round by round."""
import statistics
from dataclasses import dataclass, field

from comparison.child_process import Measurement, ProgramFailed, measure
from comparison.exact_answers import WrongAnswer, exact_quantiles, largest_distance
from comparison.programs import Program


@dataclass
class Entrant:
    program: Program
    # The largest distance of its quantiles from the exact ones, in standard errors.
    distance: float
    output: str
    rounds: list[Measurement] = field(default_factory=list)

    def walls(self):
        return [measurement.wall for measurement in self.rounds]

    def median_wall(self):
        return statistics.median(self.walls())

    def median_processor(self):
        return statistics.median(measurement.processor for measurement in self.rounds)

    def peak_memory(self):
        return max(measurement.peak_memory for measurement in self.rounds)

    def ratio_to(self, other):
        """The median, over rounds, of how many times as long it took as the other."""
        pairs = zip(self.walls(), other.walls(), strict=True)
        return statistics.median(own / theirs for own, theirs in pairs)


def check(programs, trials, say):
    """Those that are right, and a sentence for each that is not. The run also warms the caches."""
    exact = exact_quantiles()
    entrants, refused = [], []
    for program in programs:
        say(f"checking {program.name}")
        try:
            output = measure(program.command).output
            distance = largest_distance(program.quantiles(output), exact, trials)
            entrants.append(Entrant(program, distance, output))
        except (WrongAnswer, ProgramFailed, ValueError) as error:
            refused.append(f"{program.name} is wrong and was not timed: {error}")
    return entrants, refused


def run_rounds(entrants, rounds, say):
    """Each round begins with another program, so that none always follows the same one."""
    for number in range(rounds):
        say(f"round {number + 1} of {rounds}")
        start = number % len(entrants)
        for entrant in entrants[start:] + entrants[:start]:
            measurement = measure(entrant.program.command)
            if measurement.output != entrant.output:
                raise ProgramFailed(f"{entrant.program.name}: other quantiles than when checked, "
                                    "with the same seed")
            entrant.rounds.append(measurement)


def start_up(entrant, rounds):
    """Milliseconds of a run of 1,000 trials and of a program that does nothing, both medians."""
    command = list(entrant.program.command)
    command[command.index("--trials") + 1] = "1000"
    walls = [(measure(command).wall, measure(["/bin/sh", "-c", ":"]).wall) for _ in range(rounds)]
    return tuple(statistics.median(side) * 1e3 for side in zip(*walls, strict=True))
