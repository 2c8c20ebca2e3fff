internal import CapexModel
internal import MonteCarlo
internal import PathAlgebra
internal import ScenarioFiles

/// A whole run of a scenario that the tool carries, from its text to its summaries, on one worker.
public struct CheckedScenario: Sendable {
  public let name: String
  public let trials: Int
  private let overrides: [String]

  public init(_ name: String, trials: Int, overrides: [String] = []) {
    self.name = name
    self.trials = trials
    self.overrides = overrides
  }

  /// By number of trials, of which the fewest is all start-up, and by number of quarters.
  public static let all: [CheckedScenario] =
    [1_000, 65_536, 262_144, 1_048_576].map { CheckedScenario("reference-workload", trials: $0) }
    + [20, 40, 80].map {
      CheckedScenario("alibaba-380b", trials: 65_536, overrides: ["quarters=\($0)"])
    }

  public var title: String {
    ([name] + overrides + ["\(trials) trials"]).joined(separator: ", ")
  }

  public struct Unreadable: Error, CustomStringConvertible {
    public let description: String
  }

  /// Reads, compiles and runs it. The mean of the first quantity that is drawn once a trial.
  public func run() async throws -> Double {
    try await result().quantities.first { !$0.quantity.isByQuarter }?.summaries.first?.mean ?? .nan
  }

  /// What is wrong, or nil.
  ///
  /// The reference workload's mean total is 379.626455797, by the moments of lognormals. For other
  /// scenarios no exact answer exists; every trial must have been summarised, and none be undefined.
  public func check() async throws -> String? {
    let result = try await result()
    if let total = result.quantity("totalCapex")?.summaries.first, name == "reference-workload" {
      let distance = abs(total.mean - 379.626455797) / total.meanStandardError
      if distance > 4.5 {
        return "\(title): mean total expected 379.626455797, got \(total.mean), \(distance) "
          + "standard errors away, above 4.5, seed \(result.seed)"
      }
    }
    for quantity in result.quantities {
      for summary in quantity.summaries where summary.count != trials || summary.undefined > 0 {
        return "\(title): \(quantity.quantity.name) has \(summary.count) of \(trials) trials, "
          + "\(summary.undefined) undefined"
      }
    }
    return nil
  }

  private func result() async throws -> SimulationResult {
    switch ScenarioReader.readBuiltIn(named: name, overrides: overrides) {
    case .failure(let failure): throw Unreadable(description: failure.rendered)
    case .success(let document):
      let program = try document.model.compile()
      return await Simulation(program, trials: trials, seed: 20_250_224, workers: 1).run()
    }
  }
}
