import Foundation
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct VegaLiteChartTests {
  /// Each specification reads back, and its data are the chart's.
  @Test(
    arguments: ReportChartsTests.charts + ReportChartsTests.known + ComparisonPageTests.charts)
  func readsBack(chart: Chart) throws {
    let text = VegaLiteChart(chart: chart).text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let json = try #require(object as? [String: Any])
    #expect((json["$schema"] as? String)?.hasSuffix("/vega-lite/v5.json") == true)
    let layers = try #require(json["layer"] as? [[String: Any]])
    #expect(layers.count >= chart.layers.count)
    let rows = Set(chart.vertical.rows?.names ?? [])
    #expect(rows.count == chart.vertical.rows?.rows.count ?? 0)
    for layer in layers {
      let mark = try #require((layer["mark"] as? [String: Any])?["type"] as? String)
      #expect(["area", "line", "bar", "rect", "rule", "text", "point"].contains(mark))
      #expect(layer["encoding"] is [String: Any])
      let data = try #require(layer["data"] as? [String: Any])
      let values = try #require(data["values"] as? [[String: Any]])
      #expect(!values.isEmpty)
      for value in values {
        if let row = value["row"] as? String { #expect(rows.contains(row), "\(row)") }
      }
      if mark == "area" {
        for value in values {
          let low = try #require(value["low"] as? Double)
          let high = try #require(value["high"] as? Double)
          #expect(low <= high)
        }
      }
    }
  }

  /// Numbers at full precision, quarters by name.
  @Test func dataAreExact() throws {
    let chart = try #require(ReportChartsTests.charts.first)
    let capex = try #require(SyntheticRun.standard.quantity("capex")?.quarter(12))
    let text = VegaLiteChart(chart: chart).text
    let low = try #require(capex[.p5].flatMap { ShortestNumber.text($0.value) })
    let high = try #require(capex[.p95].flatMap { ShortestNumber.text($0.value) })
    #expect(text.contains("{\"x\": \"2028Q1\", \"low\": \(low), \"high\": \(high)}"))
  }
}
