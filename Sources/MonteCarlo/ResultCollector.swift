internal import NumericalMethods
internal import PathAlgebra

/// The accumulators of all quantities of a program: one set a worker, merged at the end.
struct ResultCollector: Sendable {
  /// How many trials of each quantity by trial are kept whole.
  static let retainedTrials = 65_536

  private let quantities: [Quantity]
  /// Outputs that are the same in every trial: nothing to collect.
  private let constants: [[Double?]]
  private var accumulators: [[SummaryAccumulator]]
  /// For quantities by trial: pieces of the first trials, by their first trial.
  private var retained: [[(first: Int, values: [Double])]]

  /// `pilots` holds one for each quantity and period.
  init(_ program: ColumnProgram, pilots: [[Pilot]]) {
    quantities = program.quantities
    constants = program.outputs.map { values in values.map { program.graph.constant(of: $0) } }
    accumulators = zip(quantities, pilots).map { quantity, pilots in
      let style: SummaryAccumulator.Style =
        quantity.style == .condition ? .condition : quantity.style.isWhole ? .whole : .continuous
      // A quantity by trial comes once, so it can afford finer bins.
      let precision = quantity.isByQuarter || style == .whole ? 10 : 12
      return pilots.map { SummaryAccumulator($0, precision: precision, style: style) }
    }
    retained = Array(repeating: [], count: quantities.count)
  }

  /// Values of the trials from `first` on.
  mutating func observe(
    _ values: UnsafeBufferPointer<Double>, quantity: Int, period: Int, first: Int
  ) {
    guard constants[quantity][period] == nil else { return }
    accumulators[quantity][period].add(values, first: first)
    retain(values, quantity: quantity, first: first)
  }

  /// Keeps the first trials of a quantity by trial.
  mutating func retain(_ values: UnsafeBufferPointer<Double>, quantity: Int, first: Int) {
    guard first < ResultCollector.retainedTrials, !quantities[quantity].isByQuarter else { return }
    let kept = min(values.count, ResultCollector.retainedTrials - first)
    retained[quantity].append((first, Array(values[..<kept])))
  }

  /// Takes in what waits for one quantity in one period; see `SummaryAccumulator.settle`.
  mutating func settle(
    _ waiting: WaitingColumns, column: Int, quantity: Int, period: Int,
    latest: UnsafeBufferPointer<Double>? = nil, first: Int = 0
  ) {
    accumulators[quantity][period].settle(waiting, column: column, latest: latest, first: first)
  }

  /// For every quantity in turn, its periods.
  var rooms: [WaitingColumns.Room] { accumulators.joined().map(\.waitingRoom) }

  func periods(_ quantity: Int) -> Int { accumulators[quantity].count }

  mutating func merge(_ other: ResultCollector) {
    for quantity in accumulators.indices {
      for period in accumulators[quantity].indices {
        accumulators[quantity][period].merge(other.accumulators[quantity][period])
      }
      retained[quantity] += other.retained[quantity]
    }
  }

  func result(trials: Int, seed: UInt64) -> SimulationResult {
    let ranks = RankTable(trials: trials)
    let simulated = quantities.indices.map { index in
      let summaries = constants[index].indices.map {
        summary(quantity: index, period: $0, trials: trials, ranks: ranks)
      }
      return SimulatedQuantity(
        quantity: quantities[index], summaries: summaries,
        retained: retainedValues(index, trials: trials))
    }
    return SimulationResult(trials: trials, seed: seed, quantities: simulated)
  }

  /// Of one quantity in one of its quarters alone, counted from 0.
  func summary(quantity: Int, period: Int, trials: Int) -> Summary {
    // Ranks for all the usual quantiles would be found in vain.
    summary(quantity: quantity, period: period, trials: trials, ranks: RankTable(trials: 0))
  }

  private func summary(quantity: Int, period: Int, trials: Int, ranks: RankTable) -> Summary {
    var accumulator = accumulators[quantity][period]
    if let constant = constants[quantity][period] {
      accumulator.add(constant: constant, count: trials)
    }
    return accumulator.summary(ranks)
  }

  private func retainedValues(_ index: Int, trials: Int) -> [Double] {
    if !quantities[index].isByQuarter, let constant = constants[index].first ?? nil {
      return Array(repeating: constant, count: min(trials, ResultCollector.retainedTrials))
    }
    return retained[index].sorted { $0.first < $1.first }.flatMap(\.values)
  }
}
