internal import CapexModel

extension TableProblem {
  /// Of figures of quarters that have happened.
  var actualsWording: ProblemWording {
    switch self {
    case .quarterExpected(let text):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a quarter", help: "write a quarter such as 2025Q2")
    case .moneyExpected(let item, let unit):
      ProblemWording(
        "\(Wording.quoted(item)) is in \"\(Wording.quoted(unit))\", which is no amount of money",
        help: "write mn or bn and the currency, such as mn CNY")
    case .otherCurrency(let currency, let scenario):
      ProblemWording(
        "the figure is in \(Wording.quoted(currency)), but the scenario is in \(scenario)",
        help: "convert the figures, or set the scenario's `currency`")
    case .amountTooLow(let item, let text, let allowsZero):
      ProblemWording(
        "\(Wording.quoted(item)) is \(Wording.quoted(text)), but must be "
          + (allowsZero ? "at least 0" : "above 0"),
        help: "correct it, or remove the row")
    case .amountTooHigh(let item, let text, let billions):
      ProblemWording(
        "\(Wording.quoted(item)) is \(Wording.quoted(text)), which is "
          + "\(Wording.number(billions))bn in one quarter",
        help: "write at most \(Wording.number(ActualsTable.mostBillions))bn; is the unit mn or bn?")
    case .notWholeMillions(let item, let text):
      ProblemWording(
        "\(Wording.quoted(item)) is \(Wording.quoted(text)), but must be whole millions",
        help: "what remains of the plan is phased to the million; round it")
    default: ProblemWording("the table has no figures", help: "add a row for each quarter")
    }
  }
}

extension CapexModelError {
  /// Of what has happened, against the rest of the scenario.
  var actualsWording: ProblemWording {
    switch self {
    case .actualsNeedUntil:
      ProblemWording(
        "these rates are said to have happened, but not until when",
        help: "add `actuals: { until: 2025Q3 }`")
    case .nothingHappened:
      ProblemWording(
        "nothing is given that has happened",
        help: "add `file: …` for figures, or `actuals: …` below a rate of exchange")
    case .untilOutside(_, let quarter, let first, let last):
      ProblemWording(
        quarter < first
          ? "\(quarter) contradicts the start of the simulation, \(first)"
          : "\(quarter) leaves no quarter to simulate",
        help: last < first
          ? "simulate at least two quarters" : "choose a quarter from \(first) to \(last)")
    case .actualsEndEarly(_, let until, let last, let start):
      ProblemWording(
        "the table has no figure for \(until)",
        help: last.map { "its last is for \($0): set `until` to that, or add rows" }
          ?? "it has none from the start, \(start), on; add rows, or remove `actuals`")
    case .actualContradicts(_, let value, let file, let line, let quarter, let actual):
      ProblemWording(
        "this is \(Wording.number(value))bn, but \(Diagnostic.escaped(file)):\(line) has "
          + "\(Wording.number(actual))bn for \(quarter)",
        help: "give both the same figure")
    case .revisionHappened(_, let quarter, let until):
      ProblemWording(
        "the revision is in \(quarter), but actuals are known until \(until)",
        help: "choose a later quarter; or set `plan.mode: kept` and the total that came of it")
    case .nothingToPhase(_, let rule, let quarter):
      ProblemWording(
        "the schedule has nothing from \(quarter) on, so \(rule) has nothing to go by",
        help: "choose catchUp or sCurve")
    default: ProblemWording("the actuals are wrong", help: "correct them")
    }
  }
}
