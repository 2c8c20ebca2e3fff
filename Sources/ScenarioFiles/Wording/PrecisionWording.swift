extension PrecisionProblem {
  var wording: ProblemWording { shapeWording ?? periodWording ?? toleranceWording }

  private static let example = "--until \"P90 totalCapex within 1%\""

  /// Of the statistic and the quantity.
  private var shapeWording: ProblemWording? {
    switch self {
    case .empty:
      ProblemWording("no precision is given", help: "write \(Self.example)")
    case .noWithin:
      ProblemWording("there is no `within`", help: "write \(Self.example)")
    case .unknownStatistic(let text, let nearest):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is no statistic",
        help: nearest.map { "did you mean \($0)?" }
          ?? "write P0.1 to P99.9, mean or probability")
    case .percentileOutside(let text):
      ProblemWording(
        "\(Wording.quoted(text)) is no percentile between P0.1 and P99.9",
        help: "write one such as P95 or P99.9")
    case .noQuantity(let statistic):
      ProblemWording(
        "\(statistic) of what?", help: "name a quantity: \(statistic) totalCapex within 1%")
    case .unknownQuantity(let name, let nearest, let known):
      ProblemWording(
        "unknown quantity `\(Wording.quoted(name))`",
        help: nearest.map { "did you mean `\($0)`?" }
          ?? "the first of \(known.count) are \(known.prefix(8).joined(separator: ", ")); the CSV "
          + "has all")
    case .unknownScenario(let name, let nearest, let known):
      ProblemWording(
        "this run has no scenario `\(Wording.quoted(name))`",
        help: nearest.map { "did you mean `\($0):`?" }
          ?? "write \(Wording.either(known.map { "`\($0):`" })), or leave it out for all")
    case .unexpected(let text):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is one word too many",
        help: "remove it; the form is \(Self.example)")
    case .wrongStatistic(let text, let quantity, let kind, let mend):
      ProblemWording(
        "`\(quantity)` is \(kind.words), so it has no \(text)", help: "write \(mend)")
    case .askedTwice(let subject):
      ProblemWording("\(subject) is asked for twice", help: "keep one of the two")
    default: nil
    }
  }

  /// Of quarters.
  private var periodWording: ProblemWording? {
    switch self {
    case .noPeriod(let quantity, let example):
      ProblemWording(
        "`\(quantity)` has a value in each quarter", help: "name one: \(quantity) \(example)")
    case .periodNotTaken(let quantity, let text):
      ProblemWording(
        "`\(quantity)` is one number for the whole run, not by quarter",
        help: "remove \(Wording.quoted(text))")
    case .notAPeriod(let text, let example):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a quarter", help: "write one such as \(example)")
    case .periodOutside(let text, let first, let last):
      ProblemWording(
        "\(text) is outside the quarters of this quantity",
        help: first == last ? "write \(first)" : "choose one from \(first) to \(last)")
    case .noFiscalYear(let quantity, let year, let example):
      ProblemWording(
        "`\(quantity)` has no value for \(year)", help: "name a quarter, such as \(example)")
    default: nil
    }
  }

  /// Of what follows `within`.
  private var toleranceWording: ProblemWording {
    switch self {
    case .noTolerance(let subject):
      ProblemWording("\(subject) within what?", help: "write a tolerance after it, such as 1%")
    case .notPositive(let text):
      ProblemWording(
        "the tolerance is \(Wording.quoted(text)), but must be above 0",
        help: "an estimate from trials is never exact; write a number above 0")
    case .ambiguousPercent(let text, let quantity, let points, let difference):
      ProblemWording(
        "`\(quantity)` is a \(difference == nil ? "share" : "pure number"), so "
          + "\(Wording.quoted(text)) can be read in two ways",
        help: "write \(difference ?? "\(points) for percentage points"), or "
          + "\(Wording.quoted(text)) of the estimate")
    case .relativeQuarter(let text, let quantity):
      ProblemWording(
        "`\(quantity)` is a quarter, of which \(Wording.quoted(text)) means nothing",
        help: "write quarters, such as 1 quarter")
    case .otherCurrency(let text, let currency, let quantity, let unit):
      ProblemWording(
        "\(Wording.quoted(text)) is in \(currency), but `\(quantity)` is in \(unit)",
        help: "write it in \(unit), or as a share such as 1%")
    case .noCurrency(let text, let mend):
      ProblemWording(
        "\(Wording.quoted(text)) has no currency", help: "write \(mend) if that is meant")
    case .unknownUnit(let text, let quantity, let form):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is no tolerance for `\(quantity)`", help: "write \(form)")
    default: ProblemWording("the precision cannot be read", help: "write \(Self.example)")
    }
  }
}

extension PrecisionProblem.QuantityKind {
  fileprivate var words: String {
    switch self {
    case .condition: "a condition that holds or not"
    case .quarter: "a quarter"
    case .number: "a number"
    }
  }
}
