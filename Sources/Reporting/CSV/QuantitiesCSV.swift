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
    var text = QuantitiesCSV.header + "\n" + certificate
    for statistics in answers.quantities {
      for (i, period) in statistics.periods.enumerated() {
        let start = self.start(statistics.quantity, position: i)
        for row in StatisticRow.all(period, quantity: statistics.quantity) {
          text += start + "," + self.cells(row) + "\n"
        }
      }
    }
    return text
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
      row.isQuarter ? PeriodText.quarter(row.value, context: answers.context) ?? "" : ""
    return [
      row.name, CSVText.number(row.value), CSVText.number(row.low), CSVText.number(row.high), label,
    ].joined(separator: ",")
  }

  private var certificate: String {
    Certificate.entries(answers).map { name, text in
      ["certificate", "", "", "", name, "", "", "", CSVText.text(text)].joined(separator: ",")
        + "\n"
    }.joined()
  }
}
