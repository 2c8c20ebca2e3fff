internal import CapexModel

extension ValueProblem {
  var wording: ProblemWording { numberWording ?? quantityWording ?? choiceWording ?? shapeWording }

  /// Of the decimal number itself.
  private var numberWording: ProblemWording? {
    switch self {
    case .notANumber(let text, let accepted):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a number", help: "write \(accepted.form)")
    case .notOneValue(let accepted):
      ProblemWording(
        "the value has another form than its key takes", help: "write \(accepted.form)")
    case .decimalComma(let text, let mend):
      ProblemWording(
        "\"\(Wording.quoted(text))\" has a decimal comma", help: "write \(Wording.quoted(mend))")
    case .digitGrouping(let text, let mend):
      ProblemWording(
        "\"\(Wording.quoted(text))\" has groups of digits", help: "write \(Wording.quoted(mend))")
    case .incompleteDecimal(let text, let mend):
      ProblemWording(
        "\"\(Wording.quoted(text))\" lacks a digit beside its decimal point",
        help: "write \(Wording.quoted(mend))")
    case .notFinite(let text):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a finite number", help: "write a decimal number")
    case .hexadecimal(let text):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a decimal number", help: "write it in decimal digits")
    case .tooLarge(let text):
      ProblemWording(
        "\(Wording.quoted(text)) is too large to hold",
        help: "the largest number is about 1.797e308")
    case .tooSmall(let text):
      ProblemWording(
        "\(Wording.quoted(text)) is too small to hold",
        help: "write 0; the smallest number above it is about 2.2e-308")
    default: nil
    }
  }

  /// Of units and sizes.
  private var quantityWording: ProblemWording? {
    switch self {
    case .unitMissing(let text, let mend):
      ProblemWording(
        "\(Wording.quoted(text)) has no "
          + (text.allSatisfy { $0.isASCII && !$0.isLetter } ? "unit" : "currency"),
        help: "write \(mend) if that is meant")
    case .unitUnknown(let unit, let accepted):
      ProblemWording(
        "\"\(Wording.quoted(unit))\" is no unit of this key", help: "write \(accepted.form)")
    case .otherCurrency(let text, let currency, let scenario, let mend):
      ProblemWording(
        "\(Wording.quoted(text)) is in \(currency), but the scenario is in \(scenario)",
        help: mend.map { "write \($0), at the scenario's spot rate" }
          ?? "convert it to \(scenario)")
    case .percentMeant(let text, let percent, let mends):
      ProblemWording(
        "\(Wording.quoted(text)) is \(percent) %; did you mean "
          + "\(mends.first.map(Wording.quoted) ?? "another number")?",
        help: "write " + mends.map(Wording.quoted).joined(separator: ", or ")
          + (mends.count > 1 ? " if that is meant" : ""))
    case .outsideLimits(
      let name, let text, let measure, let limits, let isLow, let annual, let mend):
      ProblemWording(
        "\(name) is \(Wording.quoted(text)), but must be "
          + (isLow ? Wording.lowLimit(limits, measure) : Wording.highLimit(limits, measure)),
        help: measure.short(isAnnual: annual)
          + (mend.map { "; write \($0)" } ?? "; it may be \(Wording.limits(limits, measure))"))
    case .invertedQuote(let text, let inverse):
      ProblemWording(
        "the quote looks inverted: 1/\(Wording.quoted(text)) = \(inverse)",
        help: "one unit of the pair's first currency in the second; write \(inverse)")
    case .notAnInteger(let text, let below):
      ProblemWording(
        "\(Wording.quoted(text)) is not a whole number",
        help: below.map { "write \($0) or \($0 + 1)" } ?? "write a whole number")
    case .integerOutside(let name, let text, let range):
      ProblemWording(
        "\(name) is \(Wording.quoted(text)), but must be between \(range.lowerBound) and "
          + "\(range.upperBound)",
        help: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .longHorizon(let text, let quarters, let usual, let most):
      ProblemWording(
        "\(Wording.quoted(text)) quarters would take about "
          + "\(Wording.duration(quarters * Horizon.secondsPerTrial * 1e6)) for a million trials on "
          + "one core, and about \(Wording.memory(quarters * Horizon.bytes)) of memory",
        help: "write at most \(usual), or give --allow-long-run for up to \(most)")
    default: nil
    }
  }

  /// Of words, quarters and days.
  private var choiceWording: ProblemWording? {
    switch self {
    case .unknownChoice(let text, let options, let nearest):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not one of the options",
        help: nearest.map { "did you mean \($0)?" } ?? "write \(Wording.either(options))")
    case .notAQuarter(let text):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a quarter", help: "write 2025Q2 or FY2026Q1")
    case .notADate(let text):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a day", help: "write year-month-day: 2025-02-24")
    case .noSuchDay(let text, let last):
      ProblemWording("there is no day \(text)", help: "the month ends with \(last)")
    case .emptyText(let name):
      ProblemWording("\(name) is empty", help: "write a line of text")
    case .textTooLong(let name, let count, let limit):
      ProblemWording(
        "\(name) has \(count) characters, but at most \(limit) are allowed", help: "shorten it")
    default: nil
    }
  }
}
