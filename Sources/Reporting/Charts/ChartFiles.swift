public import RiskAnalysis

/// The charts of a run, or of a comparison, as files: each as SVG and as a Vega-Lite specification.
public struct ChartFiles: Sendable {
  public let files: [(name: String, text: String)]

  public init(_ answers: Answers) { self.init(ReportCharts(answers).all) }

  public init(_ comparison: Comparison) { self.init(ComparisonCharts(comparison).all) }

  private init(_ charts: [Chart]) {
    files = charts.flatMap { chart in
      [
        ("\(chart.name).svg", SVGChart(chart: chart).file),
        ("\(chart.name).vl.json", VegaLiteChart(chart: chart).text),
      ]
    }
  }
}
