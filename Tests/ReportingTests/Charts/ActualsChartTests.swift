import Testing

@testable import Reporting
@testable import RiskAnalysis

/// What has happened, in pictures.
@Suite struct ActualsChartTests {
  private func chart(_ name: String) throws -> Chart {
    try #require(ReportChartsTests.known.first { $0.name == name }, "no \(name)")
  }

  private func dots(_ chart: Chart) -> [Chart.Dots] {
    chart.layers.compactMap { if case .dots(let dots) = $0 { dots } else { nil } }
  }

  /// The marks are the figures of the tables, and what follows from them.
  @Test(arguments: [
    ("capex", [33.398, 39.824], 0), ("capex", [38.676, 31.501], 1),
    ("capexToRevenue", [38.676 / 33.398, 31.501 / 39.824], 0), ("fx-usdcny", [7.1636, 7.1328], 0),
  ])
  func marksAreTheFigures(name: String, values: [Double], place: Int) throws {
    let found = dots(try chart(name))[place]
    #expect(found.points.map(\.x) == [1, 2] && found.points.map(\.y) == values)
  }

  /// The fan opens at the last figure, and the boundary lies between it and the next quarter.
  @Test func theFanOpensWhereFiguresEnd() throws {
    let chart = try chart("capex")
    for layer in chart.layers {
      if case .band(let band) = layer { #expect(band.points.first?.x == 2, "\(band.series)") }
      if case .line(let line) = layer, line.series != "plan" {
        #expect(line.points.first?.x == 2, "\(line.series)")
      }
    }
    let past = chart.layers.compactMap { if case .past(let past) = $0 { past } else { nil } }
    #expect(past.map(\.last) == [2] && past.map(\.boundary) == [2.5])
    #expect(past.map(\.label) == ["simulated from 2025Q4"])
    let column = try #require(chart.table.columns.firstIndex { $0.title == "actual" })
    #expect(chart.table.rows.map { $0.cells[column] }.prefix(3) == ["38.7", "31.5", ""])
    #expect(chart.table.rows[0].cells[column + 1] == "")
  }

  /// Without figures there is neither mark nor boundary.
  @Test func nothingHasHappenedWithoutFigures() {
    for chart in ReportChartsTests.charts {
      #expect(
        dots(chart).isEmpty && !chart.layers.contains { if case .past = $0 { true } else { false } }
      )
    }
    #expect(!ReportChartsTests.charts.contains { $0.name == "history" })
    // Free cash flow of a quarter that has happened is simulated all the same.
    let unknown = ReportChartsTests.known.filter { ["payback", "crossing"].contains($0.name) }
    #expect(unknown.count == 2 && unknown.allSatisfy { dots($0).isEmpty })
  }

  @Test func historyReachesBackToTheFirstFigure() throws {
    let chart = try chart("history")
    let (revenue, capex) = (dots(chart)[0], dots(chart)[1])
    #expect(capex.points.map(\.y) == SyntheticHistory.capex)
    #expect(capex.points.map(\.x) == (-8...2).map(Double.init))
    #expect(revenue.points.map(\.y) == SyntheticHistory.revenue)
    #expect(chart.title == "Capex and cloud revenue since 2023")
    #expect(chart.table.rows.count == 11 && chart.table.rows[0].cells.suffix(2) == ["3.500", ""])
  }

  @Test func dotsAreJoinedWhereQuartersFollow() {
    let dots = Chart.Dots(
      series: "", ink: .capex, points: [(1, 1), (2, 2), (4, 4), (5, 5), (9, 9)])
    #expect(dots.runs.map { $0.map(\.x) } == [[1, 2], [4, 5], [9]])
  }
}
