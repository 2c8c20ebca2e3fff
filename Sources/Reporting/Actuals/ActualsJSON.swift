internal import CapexModel
internal import RiskAnalysis

/// The members `actuals` and `change` of a run.
struct ActualsJSON {
  let answers: Answers
  private var context: ReportContext { answers.context }

  /// Nothing where nothing has happened.
  var members: [(String, JSONValue)] {
    guard let actuals = answers.actuals else { return [] }
    return [("actuals", object(actuals))] + (answers.change.map { [("change", change($0))] } ?? [])
  }

  private func object(_ actuals: ActualsAnswer) -> JSONValue {
    let known = actuals.known
    return .object([
      ("until", .text(known.until.description)),
      ("totalIsOutcome", .boolean(actuals.totalIsOutcome)),
      ("phasing", known.phasing.map(phasing) ?? .null),
      ("reachedByPlanEnd", share(actuals.reachedByPlanEnd)),
      ("neverReached", share(actuals.neverReached)),
      (
        "crossing",
        .array(
          actuals.crossing.map {
            .object([
              ("period", .text(context.calendar($0.t).description)), ("share", share($0.share)),
            ])
          })
      ),
      ("gaps", .array(known.gaps.map { .text(ActualsWording.gap($0)) })),
      (
        "tables",
        .array(
          known.tables.map {
            .object([("file", .text($0.file)), ("rows", .array($0.rows.map(row)))])
          })
      ),
    ])
  }

  private func phasing(_ phasing: Phasing) -> JSONValue {
    .object([
      ("rule", .text(phasing.rule.rawValue)),
      ("spentMillions", .array(phasing.spent.map { .whole($0) })),
      ("plannedMillions", .array(phasing.planned.map { .whole($0) })),
      ("remainingMillions", .whole(phasing.remaining)),
      ("neededPerQuarter", .number(phasing.neededPerQuarter)),
    ])
  }

  private func row(_ row: KnownRow) -> JSONValue {
    .object([
      ("line", .whole(row.line)), ("period", .text(row.period)), ("figure", .text(row.figure)),
      ("value", .number(row.value)), ("isIgnored", .boolean(row.use.isIgnored)),
      ("use", .text(ActualsWording.use(row.use))),
    ])
  }

  private func share(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    let interval = estimate.interval.map { JSONValue.array([.number($0.low), .number($0.high)]) }
    return .object([("value", .number(estimate.value)), ("interval", interval ?? .null)])
  }

  private func change(_ change: Result<ChangeSplit, RiskAnalysisError>) -> JSONValue {
    switch change {
    case .failure(let error): .object([("lack", .text(error.description))])
    case .success(let split):
      .object([
        ("against", .text(split.earlier)), ("trials", .whole(split.trials)),
        ("measures", .array(split.measures.map { measure($0, split) })),
      ])
    }
  }

  private func measure(_ measure: ChangeSplit.Measure, _ split: ChangeSplit) -> JSONValue {
    .object(
      [
        ("measure", .text(ActualsCSV.name(measure.statistic))),
        ("unit", .text(ActualsCSV.unit(measure.statistic))),
        ("before", .whole(measure.before)),
      ]
        + ChangeCause.allCases.map {
          (ActualsCSV.name($0), .whole(measure.shares[$0.rawValue]))
        } + [("now", .whole(measure.after))])
  }
}
