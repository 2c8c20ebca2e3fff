import Foundation
import MonteCarlo
import PathAlgebra
import Reporting
import ScenarioFiles

/// Refuses runs that nobody can have meant, before they begin.
enum RunLimits {
  /// Seconds that a run may take without being asked twice.
  static let seconds = 3600.0

  static func check(
    _ program: ColumnProgram, scenario: String, simulation: SimulationOptions,
    allowsLongRun: Bool
  ) throws {
    let trials = simulation.mostTrials
    let cost = RunCost(
      program, trials: trials,
      workers: simulation.engine == .gsl ? 1 : simulation.threads,
      cores: ProcessInfo.processInfo.activeProcessorCount, worthwhile: seconds)
    let size =
      "\(count(trials)) of \(scenario) would take about \(Wording.duration(cost.seconds)) "
      + "and \(Wording.memory(cost.bytes)) of memory"
    let flag = simulation.until.isEmpty ? "--trials" : "--max-trials"
    if trials > Simulation.maximumTrials {
      throw RunRefusal(
        "\(size); \(flag) is at most \(count(Simulation.maximumTrials)), since counts have 32 bits. "
          + "Up to there --allow-long-run allows what takes more than an hour.")
    }
    if allowsLongRun { return }
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    if cost.bytes > memory {
      throw RunRefusal(
        "\(size), more than the \(Wording.memory(memory)) of this machine; lower --threads or the "
          + "number of quarters, or give --allow-long-run.")
    }
    // With --until it is the most that may be run, and not what will be.
    if simulation.until.isEmpty, cost.seconds > seconds {
      throw RunRefusal(
        "\(size), more than an hour; lower \(flag), or give --allow-long-run.")
    }
  }

  /// `4,000,000,000 trials`.
  private static func count(_ trials: Int) -> String { NumberText.trials(trials) }
}

/// A run that is not begun: wrong usage, in one sentence.
struct RunRefusal: Error {
  let message: String
  init(_ message: String) { self.message = message }
}
