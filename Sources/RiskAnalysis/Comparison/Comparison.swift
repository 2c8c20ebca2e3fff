public import MonteCarlo
public import PathAlgebra

/// Several runs side by side: each against the first, quantity by quantity.
public struct Comparison: Sendable {
  public let runs: [ComparedRun]
  public let trials: Int
  /// Quantities by trial that all runs have, in the first one's order.
  public let rows: [Row]
  /// Those that the first run has and another lacks, or has in another unit.
  public let omitted: [String]

  public struct Row: Sendable {
    public let quantity: Quantity
    /// One a run.
    public let periods: [PeriodStatistics]
    public let statistics: [Compared]
    /// Of numbers; nil for a condition.
    public let ranks: RankProbabilities?
  }

  public struct Compared: Sendable {
    public let statistic: ComparedStatistic
    /// One a run; nil where it has none.
    public let estimates: [Estimate?]
    /// One a run after the first.
    public let differences: [PairedDifference?]
  }

  /// - Parameters:
  ///   - runs: at least two, with equal numbers of trials.
  ///   - names: the quantities to compare; all by trial when nil.
  public init(_ runs: [ComparedRun], names: [String]? = nil) {
    precondition(runs.count > 1, "a comparison has two sides")
    self.runs = runs
    trials = runs.map(\.result.trials).min() ?? 0
    var rows: [Row] = []
    var omitted: [String] = []
    for first in runs[0].result.quantities where !first.quantity.isByQuarter {
      let quantity = first.quantity
      if let names, !names.contains(quantity.name) { continue }
      let all = runs.compactMap { $0.result.quantity(quantity.name) }.filter {
        $0.quantity.unit == quantity.unit && $0.quantity.style == quantity.style
          && !$0.quantity.isByQuarter
      }
      if all.count == runs.count {
        rows.append(Comparison.row(quantity, all))
      } else {
        omitted.append(quantity.name)
      }
    }
    self.rows = rows
    self.omitted = omitted
  }

  private static func row(_ quantity: Quantity, _ all: [SimulatedQuantity]) -> Row {
    let statistics = ComparedStatistic.all(of: quantity.style).map { statistic in
      Compared(
        statistic: statistic,
        estimates: all.map { $0.summaries.first.flatMap(statistic.estimate) },
        differences: all.dropFirst().map {
          PairedDifference(statistic, of: $0, less: all[0])
        })
    }
    return Row(
      quantity: quantity,
      periods: all.compactMap { run in
        run.summaries.first.map { PeriodStatistics($0, style: quantity.style) }
      },
      statistics: statistics,
      ranks: quantity.style == .condition ? nil : RankProbabilities(all.map(\.retained)))
  }
}

/// One side of a comparison.
public struct ComparedRun: Sendable {
  /// What the user called it.
  public let name: String
  /// The quarters that its numbers are about, where that differs between runs.
  public let span: String?
  public let context: ReportContext
  public let result: SimulationResult

  public init(
    name: String, span: String? = nil, context: ReportContext, result: SimulationResult
  ) {
    self.name = name
    self.span = span
    self.context = context
    self.result = result
  }
}
