public import RiskAnalysis

/// The charts of a run as files: each as SVG and as a Vega-Lite specification.
public struct ChartFiles: Sendable {
  public let files: [(name: String, text: String)]

  public init(_ answers: Answers) {
    files = ReportCharts(answers).all.flatMap { chart in
      [
        ("\(chart.name).svg", SVGChart(chart: chart).file),
        ("\(chart.name).vl.json", VegaLiteChart(chart: chart).text),
      ]
    }
  }
}
