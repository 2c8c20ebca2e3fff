internal import PathAlgebra
internal import RiskAnalysis

/// The charts of a run, by what they are about. What the run does not have is left out.
///
/// Held by `ReportChartsTests`.
struct ReportCharts {
  let history: [Chart]
  let change: [Chart]
  let spending: [Chart]
  let total: [Chart]
  let payback: [Chart]
  let rates: [Chart]
  let own: [Chart]

  init(_ answers: Answers) {
    let fans = FanCharts(answers: answers)
    let arrivals = ArrivalCharts(answers: answers)
    let totals = TotalCharts(answers: answers)
    history = [HistoryChart(answers: answers).chart].compactMap { $0 }
    change = ChangeCharts(answers).all
    spending = [fans.spending, fans.capexToRevenue].compactMap { $0 }
    total = [fans.cumulative, arrivals.crossing].compactMap { $0 } + totals.all
    payback = [arrivals.payback, fans.freeCashFlow].compactMap { $0 }
    rates = fans.exchangeRates
    own = OwnCharts(answers: answers).all
  }

  var all: [Chart] { history + change + spending + total + payback + rates + own }
}

/// Words that several charts share.
enum ChartWords {
  static let dots = "Dots are what has happened."

  static let fan =
    "Lines are medians; the inner band holds half of the trials, the outer one nine in ten. "
    + "At the right end stand the last median and its P5 – P95. Medians of quarters do not add up "
    + "to a total's median; means do."

  /// Safe as a file's name on any system: letters, digits, and hyphens for all else.
  static func fileName(_ text: String) -> String {
    let allowed = text.unicodeScalars.prefix(60).map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? Character(scalar) : "-"
    }
    return allowed.isEmpty ? "-" : String(allowed)
  }
}
