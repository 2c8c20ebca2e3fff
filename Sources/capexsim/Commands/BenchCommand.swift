import ArgumentParser
import Foundation
import MonteCarlo
import Reporting
import ScenarioFiles

struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "How long a trial takes here, and where the time goes.",
    discussion: """
      Times the core alone: reading, start-up and reports are left out. Each time is the best of a
      few rounds. Example: capexsim bench reference-workload --explain
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    parsing: .unconditional, help: "How many trials a round: 100000, 1e5, 250k or 2m.",
    transform: TrialCount.readAtMostCounted)
  var trials = 131_072

  @Option(parsing: .unconditional, help: "How many rounds.", transform: RoundCount.read)
  var rounds = 3

  @Option(
    parsing: .unconditional, help: "Workers; all cores when not given.",
    transform: ThreadCount.read)
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Also what the kernels take by themselves, and what that predicts.")
  var explain = false

  func run() async throws {
    let document = try scenario.chosen.read()
    let program = try document.model.compile()
    func simulation(workers: Int) -> Simulation {
      Simulation(program, trials: trials, seed: 1, workers: workers)
    }
    let rates = explain ? KernelRates() : nil
    let times = (0..<rounds).map { _ in simulation(workers: 1).stageTimes() }
    var workers: [(count: Int, nanoseconds: Double)] = []
    for count in Set([1, threads]).sorted() {
      var best = Double.infinity
      for _ in 0..<rounds {
        let clock = ContinuousClock()
        let start = clock.now
        _ = await simulation(workers: count).run()
        best = min(best, start.duration(to: clock.now) / .seconds(1))
      }
      workers.append((count, best / Double(trials) * 1e9))
    }
    guard let best = times.min(by: { $0.nanoseconds < $1.nanoseconds }) else { return }
    let report = BenchmarkReport(
      title: "\(document.model.scenario.name), \(trials) trials, kernels \(KernelRates.level), "
        + "\(program.registers) columns at once",
      program: program, times: best, workers: workers, rates: rates)
    try StandardOutput().write(report.text)
  }
}

enum RoundCount {
  static func read(_ text: String) throws -> Int {
    guard let count = Int(text), (1...1000).contains(count) else {
      throw ValidationError("write a whole number from 1 to 1000")
    }
    return count
  }
}
