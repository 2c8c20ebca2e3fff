internal import PathAlgebra
internal import RiskAnalysis

/// One statistic of a quantity, as the files hold it.
struct StatisticRow {
  let name: String
  let value: Double?
  var low: Double?
  var high: Double?
  /// The value is an index t of a quarter.
  var isQuarter = false
  /// Why there is no value where one could be expected.
  var lack: String?

  init(_ name: String, _ value: Double?) {
    self.name = name
    self.value = value
  }

  init(_ name: String, _ estimate: Estimate, isQuarter: Bool = false) {
    self.name = name
    value = estimate.value
    low = estimate.interval?.low
    high = estimate.interval?.high
    self.isQuarter = isQuarter
  }

  /// What was asked for with a tolerance; without an interval there is no value.
  init(_ answer: PrecisionAnswer, isQuarter: Bool) {
    let estimate = answer.estimate.flatMap { $0.interval == nil ? nil : $0 }
    name = answer.target.subject
    value = estimate?.value
    low = estimate?.interval?.low
    high = estimate?.interval?.high
    self.isQuarter = isQuarter
  }

  /// In the order of the files; what a quantity does not have is left out.
  static func all(_ period: PeriodStatistics, quantity: Quantity) -> [StatisticRow] {
    let isQuarter = quantity.style == .quarter
    var rows: [StatisticRow] = []
    if let probability = period.probability {
      rows.append(StatisticRow("probability", probability))
    }
    // The mean of quarter numbers says nothing that the percentiles do not.
    if !isQuarter {
      if let mean = period.mean { rows.append(StatisticRow("mean", mean)) }
      if let x = period.standardDeviation { rows.append(StatisticRow("standardDeviation", x)) }
      if let x = period.skewness { rows.append(StatisticRow("skewness", x)) }
      if let x = period.minimum { rows.append(StatisticRow("minimum", x)) }
      if let x = period.maximum { rows.append(StatisticRow("maximum", x)) }
    }
    for percentile in Percentile.allCases {
      guard let estimate = period[percentile] else { continue }
      if estimate.interval == nil {
        // A number whose error nobody knows is none.
        var row = StatisticRow(percentile.name, nil)
        row.lack = "needs at least \(percentile.trialsNeeded) trials"
        rows.append(row)
      } else {
        rows.append(StatisticRow(percentile.name, estimate, isQuarter: isQuarter))
      }
    }
    if let never = period.never { rows.append(StatisticRow("never", never)) }
    if period.undefined > 0 { rows.append(StatisticRow("undefined", Double(period.undefined))) }
    return rows
  }
}

/// A quarter in the files.
enum PeriodText {
  /// `2027Q4`, or `never`; nil for NaN and for what is no index of a quarter.
  static func quarter(_ t: Double?, context: ReportContext) -> String? {
    guard let t else { return nil }
    if t == .infinity { return "never" }
    return Int(exactly: t.rounded()).map { context.calendar($0).description }
  }
}
