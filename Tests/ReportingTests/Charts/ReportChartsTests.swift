import MonteCarlo
import PathAlgebra
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct ReportChartsTests {
  static let charts = ReportCharts(SyntheticRun.standard).all
  static let known = ReportCharts(SyntheticHistory.answers).all

  @Test func everyChartOfAWholeRun() {
    let names = ReportChartsTests.charts.map(\.name)
    #expect(
      names == [
        "capex", "capexToRevenue", "crossing", "totalCapex", "totalCapex-exceedance",
        "totalCapexUSD", "totalCapexUSD-exceedance", "payback", "fx-usdcny",
      ])
  }

  /// Bands hold their medians, the outer ones the inner ones, and all lies within the axes.
  @Test(arguments: charts + known + ComparisonPageTests.charts)
  func layersAreOrderedAndWithinTheAxes(chart: Chart) throws {
    var outer: Chart.Band?
    let rows = Double(chart.vertical.rows?.rows.count ?? 0)
    let (low, high, step) =
      chart.vertical.numbers.map { ($0.low, $0.high, $0.step) } ?? (0, rows - 1, 0)
    let slack = step * 1e-6
    func isWithin(_ y: Double) -> Bool { y >= low - slack && y <= high + slack }
    func isAcross(_ x: Double) -> Bool {
      (-1e-6...1 + 1e-6).contains(chart.horizontal.fraction(of: x))
    }
    for layer in chart.layers {
      switch layer {
      case .band(let band):
        for point in band.points {
          #expect(point.low <= point.high && isWithin(point.low) && isWithin(point.high))
          #expect((0...1).contains(chart.horizontal.fraction(of: point.x)))
        }
        if band.isInner {
          let around = try #require(outer)
          #expect(around.series == band.series && around.points.count == band.points.count)
          for (a, b) in zip(around.points, band.points) {
            #expect(a.low <= b.low && b.high <= a.high)
          }
        } else {
          outer = band
        }
      case .line(let line):
        #expect(!line.points.isEmpty)
        for point in line.points {
          #expect(isWithin(point.y), "\(chart.name): \(point)")
          #expect((0...1).contains(chart.horizontal.fraction(of: point.x)))
        }
      case .bars(let bars):
        #expect(bars.bins.allSatisfy { $0.low < $0.high && isWithin($0.value) })
      case .level(let level): #expect(isWithin(level.y))
      case .mark(let mark): #expect((0...1).contains(chart.horizontal.fraction(of: mark.x)))
      case .dots(let dots):
        #expect(!dots.points.isEmpty)
        for point in dots.points { #expect(isWithin(point.y) && isAcross(point.x)) }
      case .past(let past): #expect(isAcross(past.boundary))
      case .spans(let spans):
        for span in spans.spans {
          #expect(isWithin(Double(span.row)) && isAcross(span.from) && isAcross(span.to))
        }
      case .intervals(let intervals):
        for value in intervals.values {
          #expect(value.low <= value.value && value.value <= value.high)
          #expect(isWithin(Double(value.row)) && isAcross(value.low) && isAcross(value.high))
        }
      }
    }
    #expect(!chart.table.rows.isEmpty && !chart.title.isEmpty && !chart.description.isEmpty)
    let columns = chart.table.columns.count
    #expect(chart.table.rows.allSatisfy { $0.cells.count == columns })
  }

  /// The median of the picture is the median of the answers.
  @Test func theLineIsTheMedian() throws {
    let answers = SyntheticRun.standard
    let capex = try #require(answers.quantity("capex"))
    let chart = try #require(ReportChartsTests.charts.first)
    let line = try #require(
      chart.layers.compactMap { layer -> Chart.Line? in
        if case .line(let line) = layer, line.series == "capex" { line } else { nil }
      }.first)
    #expect(line.points.count == 12)
    for (t, point) in zip(1..., line.points) {
      #expect(point.x == Double(t) && point.y == capex.quarter(t)?[.p50]?.value)
    }
  }

  /// Whatever a run leaves out, what is drawn is drawn without a trap.
  @Test func everySingleQuantityAlone() {
    var run = SyntheticRun()
    run.trials = 200
    let all = run.result
    for quantity in all.quantities {
      let alone = SimulationResult(trials: all.trials, seed: all.seed, quantities: [quantity])
      _ = ChartFiles(Answers(alone, context: run.context)).files
    }
  }

  @Test(arguments: [1, 2, 50, 72, 200])
  func fewTrials(trials: Int) {
    var run = SyntheticRun()
    run.trials = trials
    let charts = ReportCharts(run.answers).all
    // Nothing is drawn of percentiles that have no interval.
    #expect(charts.contains { $0.name == "capex" } == (trials >= Percentile.p5.trialsNeeded))
  }

  @Test(arguments: [1, 2, 40, 200])
  func plansOfAnyLength(quarters: Int) {
    var run = SyntheticRun()
    run.trials = 100
    run.planQuarters = quarters
    run.quarters = max(quarters, 24)
    for file in ChartFiles(run.answers).files { #expect(!file.text.contains("nan")) }
  }

  @Test func ownMetricsGetAChartEachAndNamesOfTheirOwn() {
    var run = SyntheticRun()
    run.trials = 100
    run.extra = ["Power", "power", "a.b", "../../etc"].map {
      SyntheticRun.ownMetric($0, label: "of one's own", quarters: 24, trials: 100)
    }
    let names = ReportCharts(run.answers).own.map(\.name)
    #expect(names == ["own-Power", "own-power-2", "own-a-b", "own-------etc"])
  }
}
