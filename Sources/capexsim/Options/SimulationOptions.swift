import ArgumentParser
import Foundation
import MonteCarlo
import NumericalMethods
import Reporting

enum Engine: String, ExpressibleByArgument, CaseIterable {
  case columns, gsl
}

/// How many trials, and how they are run.
struct SimulationOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How many trials: 1000000, 1e6, 250k or 2m. (default: 1m without --until)",
    transform: TrialCount.read)
  var trials: Int?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Run until the 95 % interval is as narrow as this.",
      discussion: """
        A statistic (P0.1 to P99.9, mean, probability), a quantity, its quarter where it has one, \
        and a tolerance: --until "P90 totalCapex within 1bn CNY". Several with commas, or several \
        times; after `NAME:` for one scenario of several. Exit status 3 where --max-trials is reached first.
        """, valueName: "precision"))
  var until: [String] = []

  @Option(
    parsing: .unconditional,
    help: "With --until: the most trials. (default: 100m)", transform: TrialCount.read)
  var maxTrials: Int?

  @Option(
    parsing: .unconditional,
    help: "The seed of every stream, 0 to 18446744073709551615.", transform: SeedText.read)
  var seed: UInt64 = 20_250_224

  @Option(
    parsing: .unconditional,
    help: "Workers; all cores when not given. Results do not depend on it.",
    transform: ThreadCount.read)
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "columns, or gsl: one trial at a time, slow, to check the other.")
  var engine: Engine = .columns

  @Option(help: "With --engine gsl: philox4x32 (the numbers of columns), mt19937, ranlxd2, …")
  var generator = "philox4x32"

  /// The number of trials, or the most of them.
  var mostTrials: Int { (until.isEmpty ? trials : maxTrials) ?? standardTrials }

  private var standardTrials: Int { until.isEmpty ? 1_000_000 : 100_000_000 }

  /// Of a scenario that no precision is asked of.
  var plainTrials: Int { min(trials ?? 1_000_000, mostTrials) }

  func validate() throws {
    if !until.isEmpty, trials != nil {
      throw ValidationError(
        "--until finds the number of trials itself; give the most as --max-trials, not --trials.")
    }
    if until.isEmpty, maxTrials != nil {
      throw ValidationError("--max-trials needs --until; give the number of trials as --trials.")
    }
    if !until.isEmpty, engine != .columns {
      throw ValidationError("--until needs --engine columns.")
    }
    guard ScalarSimulation.generators.contains(generator) else {
      throw ValidationError(
        "There is no generator '\(generator)'; known are "
          + ScalarSimulation.generators.joined(separator: ", ") + ".")
    }
    if engine == .columns, generator != "philox4x32" {
      throw ValidationError("--generator needs --engine gsl.")
    }
    try checkKernelLevel()
  }
}

extension SimulationOptions {
  /// Refuses kernels that are not there, rather than run others in silence.
  private func checkKernelLevel() throws {
    guard let name = ProcessInfo.processInfo.environment[KernelLevel.variable], !name.isEmpty
    else { return }
    let available = KernelLevel.available
    if available.contains(where: { $0.rawValue == name }) { return }
    let names = available.map(\.rawValue).joined(separator: ", ")
    let known = KernelLevel(rawValue: name) != nil
    throw ValidationError(
      "\(KernelLevel.variable) asks for kernels '\(name)', which "
        + (known ? "this processor cannot run" : "do not exist") + "; it can run \(names).")
  }
}

enum TrialCount {
  static func read(_ text: String) throws -> Int {
    guard let value = number(text) else {
      throw ValidationError("write a whole number such as 1000000, 1e6, 250k or 2m")
    }
    guard value >= 1 else { throw ValidationError("at least 1 trial is needed") }
    // Of up to this it is said once the scenario is read, with the time it would take.
    guard value <= 1e18 else {
      throw ValidationError("at most \(NumberText.trials(Simulation.maximumTrials))")
    }
    return Int(value)
  }

  /// As `read`, but no more than a run can take.
  static func readAtMostCounted(_ text: String) throws -> Int {
    let trials = try read(text)
    guard trials <= Simulation.maximumTrials else {
      throw ValidationError("at most \(NumberText.trials(Simulation.maximumTrials))")
    }
    return trials
  }

  /// Digits, with an exponent or one of k and m; nil unless the result is whole.
  static func number(_ text: String) -> Double? {
    var digits = text[...]
    var factor = 1.0
    for (suffix, size) in [("k", 1e3), ("m", 1e6)] where digits.hasSuffix(suffix) {
      digits = digits.dropLast()
      factor = size
      break
    }
    let allowed = digits.utf8.allSatisfy {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "-")
    }
    guard allowed, let value = Double(digits), value.isFinite else { return nil }
    let whole = value * factor
    return whole == whole.rounded() ? whole : nil
  }
}

enum SeedText {
  static func read(_ text: String) throws -> UInt64 {
    guard let seed = UInt64(text), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw ValidationError("a seed is a whole number from 0 to \(UInt64.max)")
    }
    return seed
  }
}

enum ThreadCount {
  static let most = 1024

  static func read(_ text: String) throws -> Int {
    guard let count = Int(text), (1...most).contains(count) else {
      throw ValidationError("write a whole number from 1 to \(most)")
    }
    return count
  }
}
