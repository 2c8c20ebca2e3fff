import PathAlgebra

@testable import MonteCarlo

/// Models of a few formulas, for tests.
struct SmallModel {
  var model: Model
  private let periods: Int

  /// `windows` beside horizon, which is all periods.
  init(periods: Int = 1, windows: [String: ClosedRange<Int>] = [:]) {
    self.periods = periods
    let labels = (1...periods).map { "\(2000 + $0 / 4)Q\($0 % 4 + 1)" }
    model = Model(
      axis: TimeAxis(
        labels: labels, windows: windows.merging(["horizon": 1...periods]) { first, _ in first }))
  }

  mutating func step(_ name: String, _ formula: String, byPeriod: Bool = true) {
    model.add(
      Quantity(name: name, meaning: "", unit: .none, style: .ratio, isByQuarter: byPeriod),
      formula: formula, isReported: false)
  }

  /// An output of the last period, which keeps no single trials.
  mutating func output(_ name: String, _ formula: String, style: ValueStyle = .ratio) {
    model.add(
      Quantity(
        name: name, meaning: "", unit: .none, style: style, isByQuarter: true,
        firstQuarter: periods),
      formula: formula, isReported: true)
  }

  /// An output once a trial, of which the first trials are kept.
  mutating func outputOnce(_ name: String, _ formula: String, style: ValueStyle = .ratio) {
    model.add(
      Quantity(name: name, meaning: "", unit: .none, style: style, isByQuarter: false),
      formula: formula, isReported: true)
  }
}

extension SimulationResult {
  /// The summaries of one quantity; empty for an unknown name.
  subscript(name: String) -> [Summary] { quantity(name)?.summaries ?? [] }
}
