internal import Numerics
internal import PathAlgebra

/// The accumulators of all quantities of a program: one set a worker, merged at the end.
struct ResultCollector: Sendable {
  /// How many trials of each quantity by trial are kept whole.
  static let retainedTrials = 65_536

  private let quantities: [Quantity]
  private var accumulators: [[SummaryAccumulator]]
  /// For quantities by trial: pieces of the first trials, by their first trial.
  private var retained: [[(first: Int, values: [Double])]]

  /// `pivots` holds, for each quantity and period, a value near the mean.
  init(_ quantities: [Quantity], pivots: [[Double]]) {
    self.quantities = quantities
    accumulators = zip(quantities, pivots).map { quantity, pivots in
      // A quantity by trial comes once, so it can afford finer bins.
      let precision = quantity.isByQuarter || quantity.style.isWhole ? 10 : 14
      return pivots.map {
        SummaryAccumulator(pivot: $0, precision: precision, isWhole: quantity.style.isWhole)
      }
    }
    retained = Array(repeating: [], count: quantities.count)
  }

  mutating func observe(
    _ values: UnsafeBufferPointer<Double>, quantity: Int, period: Int, first: Int
  ) {
    accumulators[quantity][period].add(values, first: first)
    if !quantities[quantity].isByQuarter, first < ResultCollector.retainedTrials {
      let kept = min(values.count, ResultCollector.retainedTrials - first)
      retained[quantity].append((first, Array(values[..<kept])))
    }
  }

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
      SimulatedQuantity(
        quantity: quantities[index], summaries: accumulators[index].map { $0.summary(ranks) },
        retained: retained[index].sorted { $0.first < $1.first }.flatMap(\.values))
    }
    return SimulationResult(trials: trials, seed: seed, quantities: simulated)
  }
}
