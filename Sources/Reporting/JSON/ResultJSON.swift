internal import PathAlgebra
public import RiskAnalysis

/// A run as one JSON object: `certificate`, `plan`, `actuals` and `change` where something has
/// happened, `warnings`, and `quantities` with their
/// statistics, by quarter or as a whole.
///
/// Fractions, not percentages; amounts in the unit's billions; full precision. NaN and infinity
/// are null, and a quarter that does not come within the horizon is `"never"`; `never` is the share
/// of trials in which it does not, or in which a count is not finished. `interval` is the
/// 95 % interval, null where there are too few trials for one. Members and quantities keep their
/// order. Held by `ResultJSONTests`.
public struct ResultJSON: Sendable {
  let answers: Answers

  public init(_ answers: Answers) { self.answers = answers }

  public var text: String { object.written() + "\n" }

  var object: JSONValue {
    JSONValue.object(
      [
        ("certificate", Certificate.members(answers))
      ] + precision + [
        ("plan", plan)
      ] + ActualsJSON(answers: answers).members + [
        ("warnings", .array(answers.warnings.map(warning))),
        ("quantities", .array(answers.quantities.map(quantity))),
      ])
  }

  private func warning(_ warning: Warning) -> JSONValue {
    .text(
      WarningSection.sentence(warning, name: { EscapedText.of($0) }, context: answers.context))
  }

  /// What was asked for with a tolerance; nothing where nothing was.
  private var precision: [(String, JSONValue)] {
    guard !answers.precision.isEmpty else { return [] }
    return [("until", .array(answers.precision.map(precision)))]
  }

  private func precision(_ answer: PrecisionAnswer) -> JSONValue {
    let row = StatisticRow(answer, isQuarter: answer.quantity.style == .quarter)
    return .object([
      ("statistic", .text(row.name)), ("unit", .text(answer.quantity.unit.description)),
      ("within", .text(answer.target.toleranceText)), ("tolerance", .number(answer.tolerance)),
      ("value", value(row.value, row)), ("interval", interval(row)),
      ("reached", .boolean(answer.isMet)),
      ("trialsNeeded", answer.trialsNeeded.map { .whole($0) } ?? .null),
    ])
  }

  private func interval(_ row: StatisticRow) -> JSONValue {
    row.low == nil ? .null : .array([value(row.low, row), value(row.high, row)])
  }

  private var plan: JSONValue {
    let plan = answers.context.plan
    return .object([
      ("total", .number(plan.total)), ("quarters", .whole(plan.quarters)),
      ("schedule", .array(plan.schedule.map { .number($0) })),
    ])
  }

  private func quantity(_ statistics: QuantityStatistics) -> JSONValue {
    let quantity = statistics.quantity
    let head: [(String, JSONValue)] =
      [
        ("name", .text(quantity.name)), ("meaning", .text(quantity.meaning)),
        ("unit", .text(quantity.unit.description)),
      ] + role(quantity)
    guard quantity.isByQuarter else {
      return .object(head + (statistics.periods.first.map { members($0, quantity) } ?? []))
    }
    let periods = statistics.periods.enumerated().map { i, period -> JSONValue in
      let t = quantity.firstQuarter + i
      return .object(
        [
          ("period", .text(answers.context.calendar(t).description)),
          ("fiscal", .text(answers.context.fiscal(t).description)),
        ] + members(period, quantity))
    }
    return .object(head + [("periods", .array(periods))])
  }

  /// Who defined it and how it is read, where the scenario did.
  private func role(_ quantity: Quantity) -> [(String, JSONValue)] {
    switch quantity.role {
    case .model: []
    case .metric: [("role", .text("metric")), ("style", .text(quantity.style.rawValue))]
    case .helper: [("role", .text("quantity")), ("style", .text(quantity.style.rawValue))]
    }
  }

  private func members(_ period: PeriodStatistics, _ quantity: Quantity) -> [(String, JSONValue)] {
    StatisticRow.all(period, quantity: quantity).map { row in
      guard hasInterval(row.name) else { return (row.name, .number(row.value)) }
      let members = [("value", value(row.value, row)), ("interval", interval(row))]
      return (row.name, .object(members + (row.lack.map { [("lack", .text($0))] } ?? [])))
    }
  }

  private func hasInterval(_ name: String) -> Bool {
    !["standardDeviation", "skewness", "minimum", "maximum", "undefined"].contains(name)
  }

  private func value(_ x: Double?, _ row: StatisticRow) -> JSONValue {
    row.isQuarter ? .text(PeriodText.quarter(x, context: answers.context)) : .number(x)
  }
}
