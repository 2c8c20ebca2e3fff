public import PathAlgebra
internal import Synchronization

extension Simulation {
  /// Names the first trial of every infinity that is no answer: a number too large to hold.
  ///
  /// Blocks are run again from the first on until each is found. That is rare, and watching for it
  /// would slow down every run.
  func locatingInfinities(in result: SimulationResult) async -> SimulationResult {
    let places = InfinitySearch.places(in: result)
    guard !places.isEmpty else { return result }
    let search = InfinitySearch(places: places, outputs: program.outputs.map(\.count))
    let counter = BlockCounter(Simulation.blocks(0..<result.trials))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask {
          let engine = ColumnEngine(program, seed: seed, blockLength: Simulation.blockLength)
          // Blocks come in order: once all are found, those before are taken and will be searched.
          while !search.isDone, let block = counter.next() {
            let first = block * Simulation.blockLength
            let count = min(Simulation.blockLength, result.trials - first)
            engine.run(first: first, count: count) { values, place in
              search.look(values, quantity: place.quantity, period: place.period, first: first)
            }
          }
        }
      }
    }
    return search.named(in: result)
  }
}

/// The first trial at each of some places where values went to infinity.
final class InfinitySearch: Sendable {
  struct Place: Sendable {
    let quantity: Int
    let period: Int
    /// Only minus infinity counts: plus infinity is a quarter past the horizon.
    let isOpenAbove: Bool
  }

  private let places: [Place]
  /// The index of each output among the places.
  private let indices: [[Int?]]
  private let trials: Mutex<[Int?]>

  init(places: [Place], outputs: [Int]) {
    self.places = places
    var indices = outputs.map { [Int?](repeating: nil, count: $0) }
    for (index, place) in places.enumerated() { indices[place.quantity][place.period] = index }
    self.indices = indices
    trials = Mutex(Array(repeating: nil, count: places.count))
  }

  /// Where trials are infinite though no answer of the quantity is: a quarter or a count above
  /// every number is one past the horizon.
  static func places(in result: SimulationResult) -> [Place] {
    result.quantities.indices.flatMap { quantity in
      let simulated = result.quantities[quantity]
      let style = simulated.quantity.style
      return simulated.summaries.indices.compactMap { period in
        simulated.summaries[period].overflows(style) > 0
          ? Place(quantity: quantity, period: period, isOpenAbove: style.isOpenAbove) : nil
      }
    }
  }

  var isDone: Bool { trials.withLock { $0.allSatisfy { $0 != nil } } }

  func look(_ values: UnsafeBufferPointer<Double>, quantity: Int, period: Int, first: Int) {
    guard let index = indices[quantity][period] else { return }
    let isOpenAbove = places[index].isOpenAbove
    let offset = values.firstIndex { $0 == -.infinity || ($0 == .infinity && !isOpenAbove) }
    guard let offset else { return }
    trials.withLock { $0[index] = min($0[index] ?? .max, first + offset) }
  }

  func named(in result: SimulationResult) -> SimulationResult {
    let found = trials.withLock { $0 }
    return SimulationResult(
      trials: result.trials, seed: result.seed,
      quantities: zip(result.quantities, indices).map { simulated, indices in
        SimulatedQuantity(
          quantity: simulated.quantity,
          summaries: zip(simulated.summaries, indices).map { summary, index in
            var summary = summary
            summary.firstInfiniteTrial = index.flatMap { found[$0] }
            return summary
          }, retained: simulated.retained)
      })
  }
}

extension Summary {
  /// Trials that went to infinity though that is no answer of a quantity of this style.
  public func overflows(_ style: ValueStyle) -> Int {
    style.isOpenAbove ? below : above + below
  }
}

extension ValueStyle {
  /// Plus infinity is an answer: past the horizon.
  var isOpenAbove: Bool { self == .quarter || self == .count }
}
