import Foundation
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct SVGChartTests {
  @Test(arguments: ["capex", "totalCapex", "payback"])
  func goldenFiles(name: String) throws {
    let chart = try #require(ReportChartsTests.charts.first { $0.name == name })
    try Golden.expect(SVGChart(chart: chart).file, "\(name).svg")
    try Golden.expect(VegaLiteChart(chart: chart).text, "\(name).vl.json")
  }

  @Test(arguments: ["capex", "history", "change-totalCapex-CNY", "change-reachedByPlanEnd"])
  func goldenFilesOfWhatHasHappened(name: String) throws {
    let chart = try #require(ReportChartsTests.known.first { $0.name == name })
    try Golden.expect(SVGChart(chart: chart).file, "known-\(name).svg")
    try Golden.expect(VegaLiteChart(chart: chart).text, "known-\(name).vl.json")
  }

  @Test(arguments: ["differences", "differences-probabilities", "places", "cloudRevenue-both"])
  func goldenFilesOfComparisons(name: String) throws {
    let chart = try #require(ComparisonPageTests.charts.first { $0.name == name })
    try Golden.expect(SVGChart(chart: chart).file, "comparison-\(name).svg")
    try Golden.expect(VegaLiteChart(chart: chart).text, "comparison-\(name).vl.json")
  }

  /// Every number of every shape lies within the frame, in every size.
  @Test(
    arguments: ReportChartsTests.charts + ReportChartsTests.known + ComparisonPageTests.charts)
  func shapesLieWithinTheFrame(chart: Chart) throws {
    for size in [ChartLayout.Size.wide, .narrow, .half] {
      let layout = ChartLayout(chart, size: size)
      let drawing = ParsedMarkup(SVGChart(chart: chart).inline(size).source)
      #expect(drawing.problem == nil)
      let shapes = drawing.elements.filter { ["path", "rect", "text", "circle"].contains($0.name) }
      #expect(shapes.count > 10)
      for shape in shapes {
        let attributes = shape.attributes
        for (x, y) in try points(attributes) {
          #expect(
            x >= -0.1 && x <= layout.width + 0.1 && y >= -0.1 && y <= layout.height + 0.1,
            "\(chart.name) \(size): \(attributes)")
        }
      }
    }
  }

  private func points(_ attributes: [String: String]) throws -> [(Double, Double)] {
    if let path = attributes["d"] {
      return try path.split(whereSeparator: { "MLZ".contains($0) }).map { pair in
        let parts = pair.split(separator: ",").compactMap { Double($0) }
        try #require(parts.count == 2, "\(path)")
        return (parts[0], parts[1])
      }
    }
    if let radius = attributes["r"].flatMap(Double.init) {
      let x = try #require(attributes["cx"].flatMap(Double.init))
      let y = try #require(attributes["cy"].flatMap(Double.init))
      // A ring at the edge of the plot hangs over it, but not over the frame.
      return [(x - radius, y), (x + radius, y), (x, y - radius), (x, y + radius)]
    }
    let x = try #require(attributes["x"].flatMap(Double.init))
    let y = try #require(attributes["y"].flatMap(Double.init))
    let width = attributes["width"].flatMap(Double.init) ?? 0
    let height = attributes["height"].flatMap(Double.init) ?? 0
    #expect(width >= 0 && height >= 0)
    return [(x, y), (x + width, y + height)]
  }

  /// The picture says what the numbers say: the median's end is as high as its value.
  @Test func heightsAreValues() throws {
    let chart = try #require(ReportChartsTests.charts.first)
    let layout = ChartLayout(chart, size: .wide)
    let drawing = ParsedMarkup(SVGChart(chart: chart).inline(.wide).source)
    let line = try #require(
      drawing.elements.first { $0.attributes["class"] == "line capex" }?.attributes)
    let ends = try points(line)
    let last = try #require(ends.last)
    let median = try #require(
      SyntheticRun.standard.quantity("capex")?.quarter(12)?[.p50]?.value)
    let axis = try #require(chart.vertical.numbers)
    let (low, high) = (axis.low, axis.high)
    let expected = layout.plotBottom - (median - low) / (high - low) * layout.size.plotHeight
    #expect(abs(last.1 - expected) <= 0.06, "expected \(expected), got \(last.1)")
    #expect(abs(last.0 - (layout.plotRight - layout.plotWidth / 24)) <= 0.06)
  }

  @Test func labelsAreMeasuredAndCut() {
    let one = TextExtent.width("0", size: 10)
    #expect(abs(TextExtent.width("000", size: 10) - 3 * one) < 1e-9)
    #expect(TextExtent.width("x", size: 12, isBold: true) > TextExtent.width("x", size: 12))
    let cut = TextExtent.cut(String(repeating: "長", count: 10_000), to: 100, size: 12)
    #expect(cut.hasSuffix("…") && TextExtent.width(cut, size: 12) <= 100)
    #expect(TextExtent.cut("short", to: 100, size: 12) == "short")
    let lines = TextExtent.lines("one two three four", within: 60, size: 12)
    #expect(lines.joined(separator: " ") == "one two three four" && lines.count > 1)
    #expect(lines.allSatisfy { TextExtent.width($0, size: 12) <= 60 })
  }
}
