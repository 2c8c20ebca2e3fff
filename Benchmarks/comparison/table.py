"""The result of a race as a table in Markdown, which is readable as text too."""

HEAD = ("program", "median ms", "min – max ms", "ns a trial", "processor ms", "peak MB",
        "× ours, 1 thread", "× ours, 2 threads", "farthest quantile, s.e.")


def rows(entrants, trials):
    ours = [entrant for entrant in entrants if entrant.program.is_ours]
    for entrant in entrants:
        walls = [wall * 1e3 for wall in entrant.walls()]
        ratios = [f"{entrant.ratio_to(other):.2f}" for other in ours] or ["–", "–"]
        yield (entrant.program.name, f"{entrant.median_wall() * 1e3:.1f}",
               f"{min(walls):.1f} – {max(walls):.1f}",
               f"{entrant.median_wall() / trials * 1e9:.1f}",
               f"{entrant.median_processor() * 1e3:.0f}",
               f"{entrant.peak_memory() / 1e6:.0f}", *ratios, f"{entrant.distance:.1f}")


def lines(entrants, trials):
    cells = [HEAD, *rows(entrants, trials)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEAD))]

    def line(row):
        padded = [cell.ljust(width) if column == 0 else cell.rjust(width)
                  for column, (cell, width) in enumerate(zip(row, widths, strict=True))]
        return f"| {' | '.join(padded)} |"

    yield line(cells[0])
    rules = ["-" * (width + 1) + (":" if column else "-") for column, width in enumerate(widths)]
    yield f"|{'|'.join(rules)}|"
    yield from map(line, cells[1:])
