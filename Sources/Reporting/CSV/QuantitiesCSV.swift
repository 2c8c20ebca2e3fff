internal import PathAlgebra
public import RiskAnalysis

/// The quantities of a run, one statistic a row:
/// `quantity,unit,period,fiscal,statistic,value,low,high,label`.
///
/// - The first rows have `certificate` as their quantity: what it takes to get the same numbers
///   again, as text in `label`.
/// - `period` and `fiscal` are the quarter (2025Q2, FY2026 Q1), empty for what is one number a
///   trial.
/// - `statistic` is mean, standardDeviation, skewness, minimum, maximum, P5 … P95, probability (of
///   a condition), never (the share of trials in which a quarter does not come, or a count is not
///   finished, within the horizon), undefined (a count of trials).
/// - `value`, `low` and `high` are numbers or empty, so that readers take the columns for numbers.
///   `low` and `high` are the 95 % interval.
/// - Rows with `until` as their quantity are what was asked for with a tolerance, and those with
///   `warning` say in `label` what to know before using the numbers.
/// - Where something has happened, rows with `actual` as their quantity are the file's, with their
///   fate in `label`; `phasing` is what was spent and is planned, `change` the split of the change.
/// - A percentile that has too few trials for an interval has no value; `label` says how many it
///   needs.
/// - A value that is a quarter counts from 1 at the start; `label` has its name, or `never`.
/// - Fractions, not percentages; amounts in the unit's billions; full precision. What is NaN or
///   infinite is empty.
///
/// Rows come in the model's order. Held by `QuantitiesCSVTests`.
public struct QuantitiesCSV: Sendable {
  let answers: Answers

  public init(_ answers: Answers) { self.answers = answers }

  public static let header = "quantity,unit,period,fiscal,statistic,value,low,high,label"

  public var text: String {
    QuantitiesCSV.header + "\n" + rows.map { $0 + "\n" }.joined()
  }

  /// All but the header, without line ends.
  var rows: [String] {
    certificate + precision + warnings + ActualsCSV(answers: answers).rows
      + answers.quantities.flatMap { statistics in
        statistics.periods.enumerated().flatMap { i, period in
          let start = self.start(statistics.quantity, position: i)
          return StatisticRow.all(period, quantity: statistics.quantity).map {
            start + "," + self.cells($0)
          }
        }
      }
  }

  private func start(_ quantity: Quantity, position: Int) -> String {
    var period = ""
    var fiscal = ""
    if quantity.isByQuarter {
      let t = quantity.firstQuarter + position
      period = answers.context.calendar(t).description
      fiscal = answers.context.fiscal(t).description
    }
    return [quantity.name, quantity.unit.description, period, fiscal].map(CSVText.text)
      .joined(separator: ",")
  }

  private func cells(_ row: StatisticRow) -> String {
    let label =
      row.isQuarter
      ? PeriodText.quarter(row.value, context: answers.context) ?? "" : row.lack ?? ""
    return [
      row.name, CSVText.number(row.value), CSVText.number(row.low), CSVText.number(row.high), label,
    ].joined(separator: ",")
  }

  /// What was asked for with a tolerance: the statistic, with its interval.
  private var precision: [String] {
    answers.precision.map { answer in
      let t = answer.t
      let start = [
        "until", answer.quantity.unit.description,
        t.map { answers.context.calendar($0).description } ?? "",
        t.map { answers.context.fiscal($0).description } ?? "", answer.target.subject,
      ].map(CSVText.text)
      let isQuarter = answer.quantity.style == .quarter
      let row = StatisticRow(answer, isQuarter: isQuarter)
      let outcome = answer.isMet ? "reached" : "not reached"
      let numbers = [row.value, row.low, row.high].map(CSVText.number)
      let label = CSVText.text("within \(answer.target.toleranceText): \(outcome)")
      return (start + numbers + [label]).joined(separator: ",")
    }
  }

  private var warnings: [String] {
    answers.warnings.map { warning in
      let sentence = WarningSection.sentence(
        warning, name: { EscapedText.of($0) }, context: answers.context)
      return "warning,,,,\(WarningSection.kind(warning)),,,,\(CSVText.text(sentence))"
    }
  }

  private var certificate: [String] {
    Certificate.entries(answers).map { name, text in
      ["certificate", "", "", "", name, "", "", "", CSVText.text(text)].joined(separator: ",")
    }
  }
}
