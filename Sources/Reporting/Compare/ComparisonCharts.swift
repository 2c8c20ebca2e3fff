internal import RiskAnalysis

/// The charts of a comparison, by what they are about. What the runs do not have is left out.
struct ComparisonCharts {
  let differences: [Chart]
  let places: [Chart]
  let fans: [Chart]

  init(_ comparison: Comparison) {
    differences = DifferenceCharts(comparison: comparison).all
    places = [PlaceChart(comparison: comparison).chart].compactMap { $0 }
    let overlaid = OverlaidFans(comparison: comparison)
    fans = [
      overlaid.chart("capex", title: "Capex by quarter", ink: .capex),
      overlaid.chart("cloudRevenue", title: "Cloud revenue by quarter", ink: .revenue),
    ].compactMap { $0 }
  }

  var all: [Chart] { differences + places + fans }
}
