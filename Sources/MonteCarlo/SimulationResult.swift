public import PathAlgebra

/// What a simulation found.
public struct SimulationResult: Sendable {
  public let trials: Int
  public let seed: UInt64
  /// In the model's order.
  public let quantities: [SimulatedQuantity]

  public init(trials: Int, seed: UInt64, quantities: [SimulatedQuantity]) {
    self.trials = trials
    self.seed = seed
    self.quantities = quantities
  }

  public func quantity(_ name: String) -> SimulatedQuantity? {
    quantities.first { $0.quantity.name == name }
  }
}

/// One quantity over all trials.
public struct SimulatedQuantity: Sendable {
  public let quantity: Quantity
  /// One for each quarter from `quantity.firstQuarter` on, or exactly one.
  public let summaries: [Summary]
  /// The values of the first trials, at most 65,536, of a quantity by trial.
  public let retained: [Double]

  public init(quantity: Quantity, summaries: [Summary], retained: [Double]) {
    self.quantity = quantity
    self.summaries = summaries
    self.retained = retained
  }
}
