internal import PathAlgebra
public import RiskAnalysis

/// The quantities of a run, one statistic a row:
/// `quantity,unit,period,fiscal,statistic,value,low,high`.
///
/// - `period` and `fiscal` are the quarter (2025Q2, FY2026 Q1), empty for what is one number a
///   trial.
/// - `statistic` is mean, standardDeviation, skewness, minimum, maximum, P5 … P95, probability (of
///   a condition), never (the share of trials in which a quarter does not come within the
///   horizon), undefined (a count of trials).
/// - `low` and `high` are the 95 % interval, empty where there is none.
/// - Fractions, not percentages; amounts in the unit's billions; full precision. The value of a
///   quarter is that quarter, or `never`. What is NaN or infinite is empty.
///
/// Rows come in the model's order. Held by `QuantitiesCSVTests`.
public struct QuantitiesCSV: Sendable {
  let answers: Answers

  public init(_ answers: Answers) { self.answers = answers }

  public static let header = "quantity,unit,period,fiscal,statistic,value,low,high"

  public var text: String {
    var text = QuantitiesCSV.header + "\n"
    for statistics in answers.quantities {
      for (i, period) in statistics.periods.enumerated() {
        let start = self.start(statistics.quantity, position: i)
        for row in StatisticRow.all(period, quantity: statistics.quantity) {
          text += start + "," + self.cells(row, statistics.quantity) + "\n"
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

  private func cells(_ row: StatisticRow, _ quantity: Quantity) -> String {
    let value = { (x: Double?) in
      row.isQuarter
        ? PeriodText.quarter(x, context: answers.context) ?? "" : CSVText.number(x)
    }
    return [row.name, value(row.value), value(row.low), value(row.high)].joined(separator: ",")
  }
}
