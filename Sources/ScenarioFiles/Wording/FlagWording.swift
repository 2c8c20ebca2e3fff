internal import NumericalMethods

extension FlagProblem {
  var wording: ProblemWording {
    switch self {
    case .noEqualsSign:
      ProblemWording("there is no = in the flag", help: "write --set path=value")
    case .noMetricFormula:
      ProblemWording("there is no = in the flag", help: "write --metric 'name = formula'")
    case .unknownPath(let path, let nearest):
      ProblemWording(
        "unknown path `\(Wording.quoted(path))`",
        help: nearest.map { "did you mean `\($0)`?" }
          ?? "write the path with dots, such as fx.usdcny.volatility")
    case .isSection(let path, let keys):
      ProblemWording(
        "`\(path)` is a section, not a value",
        help: keys == ["*"]
          ? "name one of its entries and a key, with dots"
          : "add one of its keys: \(keys.joined(separator: ", "))")
    case .noValue(let path):
      ProblemWording(
        "`\(path)` is given no value", help: "write one after the =, or ~ to remove the files' own")
    case .setTwice(let path):
      ProblemWording("`\(path)` is set by two flags", help: "keep one of the two")
    }
  }
}

extension WholeProblem {
  var wording: ProblemWording {
    switch self {
    case .sharesSum(let sum, let segments):
      ProblemWording(
        "the shares of \(segments.joined(separator: ", ")) sum to "
          + "\(Wording.percent(sum))%, not 100%",
        help: "change one of them by \(Wording.percent(1 - sum))%")
    case .oneWithoutOther(let path, let needs):
      ProblemWording("`\(path)` needs `\(needs)`", help: "add `\(needs)`, or remove `\(path)`")
    case .sameName(let name, let other, let place):
      ProblemWording(
        "the name `\(name)` is taken: it stands in `\(other)` too, at \(Diagnostic.escaped(place))",
        help: "choose another name for one of the two")
    case .farFromSpot(let rate, let file, let line, let spot):
      farFromSpot(rate, "\(Diagnostic.escaped(file))\(line.map { ":\($0)" } ?? "")", spot)
    case .errorTooLarge(let path, let share, let most):
      ProblemWording(
        "`\(path)` is \(Wording.significant(share, digits: 3)) times what it is the error of",
        help: "give at most \(Wording.number(most)) times; a longer history has smaller errors")
    case .revisionOutsidePlan(let quarter, let first, let last):
      ProblemWording(
        "the revision in \(quarter) is outside the plan",
        help: "choose a quarter from \(first) to \(last)")
    case .growsManyfold(let path, let factor, let quarters):
      ProblemWording(
        "`\(path)` multiplies revenue by \(Wording.significant(factor, digits: 3)) in "
          + "\(Wording.count(quarters, "quarter"))",
        help: "let growth fade with a path such as { 2025: 18%, 2035: 6% } unless that is meant")
    }
  }

  private func farFromSpot(_ rate: Double, _ place: String, _ spot: Double) -> ProblemWording {
    let isInverted = abs(Elementary.log(rate * spot)) < Elementary.log(SeedTable.leap)
    return ProblemWording(
      "\(place) has the rate \(Wording.significant(rate, digits: 4)), but the spot rate is "
        + Wording.significant(spot, digits: 4),
      help: isInverted
        ? "the table looks upside down: give the rates the other way round"
        : "give rates of the pair, in the units of the spot rate")
  }
}
