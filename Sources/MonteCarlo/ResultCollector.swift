internal import NumericalMethods
internal import PathAlgebra

/// The accumulators of all quantities of a program: one set a worker, merged at the end.
struct ResultCollector: Sendable {
  /// How many trials of each quantity by trial are kept whole.
  static let retainedTrials = 65_536

  private let quantities: [Quantity]
  /// For each quantity and period: outputs that are the same in every trial, of which there is
  /// nothing to collect, and the columns of the others.
  private let sources: [[Source]]
  /// For each column.
  private var accumulators: [SummaryAccumulator]
  /// For quantities by trial: pieces of the first trials, by their first trial.
  private var retained: [[(first: Int, values: [Double])]]

  private enum Source {
    case constant(Double)
    case column(Int)
  }

  /// `pilots` holds one for each observation of the program.
  init(_ program: ColumnProgram, pilots: [Pilot]) {
    let columns = program.observations.indices
    self.init(
      program, ResultCollector.accumulators(program, pilots: pilots, of: columns))
  }

  /// The same, made by several workers.
  static func make(
    _ program: ColumnProgram, pilots: [Pilot], workers: Int
  ) async -> ResultCollector {
    let accumulators = await Parts.map(program.observations.count, workers: workers) {
      ResultCollector.accumulators(program, pilots: pilots, of: $0)
    }
    return ResultCollector(program, accumulators)
  }

  private init(_ program: ColumnProgram, _ accumulators: [SummaryAccumulator]) {
    self.accumulators = accumulators
    quantities = program.quantities
    var sources = program.outputs.map { values in
      values.map { Source.constant(program.graph.constant(of: $0) ?? .nan) }
    }
    for place in program.observations {
      sources[place.quantity][place.period] = .column(place.column)
    }
    self.sources = sources
    retained = Array(repeating: [], count: quantities.count)
  }

  private static func accumulators(
    _ program: ColumnProgram, pilots: [Pilot], of columns: Range<Int>
  ) -> [SummaryAccumulator] {
    columns.map {
      accumulator(program.quantities[program.observations[$0].quantity], pilots[$0])
    }
  }

  private static func accumulator(_ quantity: Quantity, _ pilot: Pilot) -> SummaryAccumulator {
    let style: SummaryAccumulator.Style =
      quantity.style == .condition ? .condition : quantity.style.isWhole ? .whole : .continuous
    // A quantity by trial comes once, so it can afford finer bins.
    let precision = quantity.isByQuarter || style == .whole ? 10 : 12
    return SummaryAccumulator(pilot, precision: precision, style: style)
  }

  /// Values of the trials from `first` on. Where others are waiting, they wait too, until there are
  /// enough of them.
  mutating func observe(
    _ values: UnsafeBufferPointer<Double>, _ place: ColumnProgram.Observation, first: Int,
    waiting: WaitingColumns? = nil
  ) {
    if let waiting {
      accumulators[place.column].add(values, first: first, waiting: waiting, column: place.column)
    } else {
      accumulators[place.column].add(values, first: first)
    }
    retain(values, place, first: first)
  }

  /// Takes in all that waits.
  mutating func settle(_ waiting: WaitingColumns) {
    for column in accumulators.indices { accumulators[column].settle(waiting, column: column) }
  }

  /// Keeps the first trials of a quantity by trial.
  private mutating func retain(
    _ values: UnsafeBufferPointer<Double>, _ place: ColumnProgram.Observation, first: Int
  ) {
    guard first < ResultCollector.retainedTrials, !quantities[place.quantity].isByQuarter else {
      return
    }
    let kept = min(values.count, ResultCollector.retainedTrials - first)
    retained[place.quantity].append((first, Array(values[..<kept])))
  }

  /// For every column in turn.
  var rooms: [WaitingColumns.Room] { accumulators.map(\.waitingRoom) }

  mutating func merge(_ other: ResultCollector) {
    for column in accumulators.indices { accumulators[column].merge(other.accumulators[column]) }
    for quantity in quantities.indices { retained[quantity] += other.retained[quantity] }
  }

  func result(trials: Int, seed: UInt64) -> SimulationResult {
    let ranks = RankTable(trials: trials)
    let simulated = quantities.indices.map { index in
      let summaries = sources[index].indices.map {
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
    switch sources[quantity][period] {
    case .column(let column): return accumulators[column].summary(ranks)
    case .constant(let value):
      var accumulator = ResultCollector.accumulator(quantities[quantity], Pilot(constant: value))
      accumulator.add(constant: value, count: trials)
      return accumulator.summary(ranks)
    }
  }

  private func retainedValues(_ index: Int, trials: Int) -> [Double] {
    if !quantities[index].isByQuarter, case .constant(let value) = sources[index][0] {
      return Array(repeating: value, count: min(trials, ResultCollector.retainedTrials))
    }
    return retained[index].sorted { $0.first < $1.first }.flatMap(\.values)
  }
}
