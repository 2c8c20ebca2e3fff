internal import CapexModel
internal import NumericalMethods

/// Values that are right alone and wrong, or odd, together.
struct WholeChecks {
  let assumptions: Assumptions
  let scenario: LayeredScenario

  func report(to problems: inout ProblemCollector) {
    checkSegments(&problems)
    checkRevision(&problems)
    checkGrowth(&problems)
    checkUncertainty(&problems)
    checkRates(&problems)
  }

  private func place(_ path: String) -> SourceSpan { scenario.place(of: path) }

  private var segments: [String] {
    let prefix = "cloud.segments."
    let names = assumptions.paths.filter { $0.hasPrefix(prefix) }.map {
      String($0.split(separator: ".")[2])
    }
    return Set(names).sorted()
  }

  /// Shares sum to one; a long run has a half-life and the other way round.
  private func checkSegments(_ problems: inout ProblemCollector) {
    var sum = 0.0
    var isComplete = true
    for name in segments {
      let path = "cloud.segments.\(name)"
      if case .number(let share) = assumptions["\(path).share"]?.content {
        sum += share
      } else {
        isComplete = false
      }
      for (one, other) in [("longRun", "halfLife"), ("halfLife", "longRun")]
      where scenario.leaves["\(path).\(one)"] != nil && scenario.leaves["\(path).\(other)"] == nil {
        problems.report(
          .whole(.oneWithoutOther(path: "\(path).\(one)", needs: "\(path).\(other)")),
          at: scenario.leaves["\(path).\(one)"]?.place ?? scenario.start)
      }
    }
    guard isComplete, let last = segments.last, abs(sum - 1) > 1e-9 else { return }
    problems.report(
      .whole(.sharesSum(sum, segments: segments)), at: place("cloud.segments.\(last).share"))
  }

  /// Uncertainty comes from standard errors.
  private func checkUncertainty(_ problems: inout ProblemCollector) {
    for path in assumptions.paths where path.hasSuffix(".parameterUncertainty") {
      let section = path.dropLast(".parameterUncertainty".count)
      guard assumptions[path]?.content == .choice("true") else { continue }
      if assumptions["\(section).standardErrors.volatility"] == nil {
        problems.report(
          .whole(.oneWithoutOther(path: path, needs: "\(section).standardErrors.volatility")),
          at: place(path))
      }
      for (key, most) in WholeChecks.largestErrors {
        let error = "\(section).standardErrors.\(key)"
        guard case .number(let value) = assumptions["\(section).\(key)"]?.content,
          case .number(let given) = assumptions[error]?.content, given > most * value
        else { continue }
        problems.report(
          .whole(.errorTooLarge(path: error, share: given / value, most: most)), at: place(error))
      }
    }
  }

  /// Standard errors as shares of their parameters: with larger ones most draws would be next to
  /// nothing, and a few beyond all measure.
  private static let largestErrors = [("volatility", 0.5), ("level", 0.5), ("speed", 1.5)]

  private func checkRevision(_ problems: inout ProblemCollector) {
    let path = "plan.revision.quarter"
    guard case .quarter(let revision) = assumptions[path]?.content,
      case .quarter(let start) = assumptions["start"]?.content,
      case .integer(let quarters) = assumptions["plan.quarters"]?.content
    else { return }
    let last = start.advanced(by: quarters - 1)
    if revision < start || revision > last {
      problems.report(
        .whole(
          .revisionOutsidePlan(
            quarter: "\(revision)", first: "\(start)", last: "\(last)")),
        at: place(path))
    }
  }

  /// The last rate of a table is of the spot rate's size, unless it is one of another pair.
  private func checkRates(_ problems: inout ProblemCollector) {
    for pair in assumptions.names(in: "fx") {
      guard case .number(let spot) = assumptions["fx.\(pair).spot"]?.content else { continue }
      for key in ["actuals", "history"] {
        let path = "fx.\(pair).\(key)"
        guard let last = lastRate(assumptions[path]?.content),
          SeedTable.isLeap(from: spot, to: last.rate)
        else { continue }
        problems.report(
          .whole(.farFromSpot(rate: last.rate, file: last.file, line: last.line, spot: spot)),
          at: place(path))
      }
    }
  }

  private func lastRate(
    _ content: AssumptionContent?
  ) -> (rate: Double, file: String, line: Int?)? {
    switch content {
    case .rates(let table): table.rows.last.map { ($0.value, table.file, $0.line) }
    case .history(let file, let values): values.last.map { ($0, file, nil) }
    default: nil
    }
  }

  /// No growth of tens of percents lasts ten years: a warning beyond a factor of ten.
  private func checkGrowth(_ problems: inout ProblemCollector) {
    guard case .quarter(let start) = assumptions["start"]?.content,
      case .integer(let quarters) = assumptions["quarters"]?.content
    else { return }
    for path in ["cloud.growth.path", "group.growth", "withoutPlan.growth"] {
      guard let content = assumptions[path]?.content else { continue }
      var logFactor = 0.0
      for quarter in 0..<quarters {
        guard let growth = growth(content, at: start.advanced(by: quarter)) else { break }
        logFactor += Elementary.log(1 + growth) / 4
      }
      let factor = Elementary.exp(logFactor)
      if factor > 10 {
        problems.warn(
          .whole(.growsManyfold(path: path, factor: factor, quarters: quarters)), at: place(path))
      }
    }
  }

  private func growth(_ content: AssumptionContent, at quarter: Quarter) -> Double? {
    switch content {
    case .number(let growth): growth
    case .path(let knots): knots.isEmpty ? nil : knots.value(at: quarter)
    default: nil
    }
  }
}
