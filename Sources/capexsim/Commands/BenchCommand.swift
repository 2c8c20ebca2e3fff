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
      Times the core alone: reading, start-up and reports are left out. What is printed is one of a
      few rounds, the middle one. Example: capexsim bench reference-workload --explain
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    parsing: .unconditional, help: "How many trials a round: 100000, 1e5, 250k or 2m.",
    transform: TrialCount.readAtMostCounted)
  var trials = 131_072

  @Option(parsing: .unconditional, help: "How many rounds.", transform: RoundCount.read)
  var rounds = 5

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
    func seconds(_ work: () async -> Void) async -> Double {
      let clock = ContinuousClock()
      let start = clock.now
      await work()
      return start.duration(to: clock.now) / .seconds(1)
    }
    var measured: [BenchmarkRound] = []
    for _ in 0..<rounds {
      let stages = simulation(workers: 1).stageTimes()
      var workers: [(count: Int, nanoseconds: Double)] = []
      var rates: KernelRates?
      for count in Set([1, threads]).sorted() {
        // Just before and after what they are compared with: the machine is not always as fast.
        let before = explain && count == 1 ? KernelRates(program) : nil
        let whole = await seconds { _ = await simulation(workers: count).run() }
        if let before { rates = KernelRates(before, KernelRates(program)) }
        workers.append((count, whole / Double(trials) * 1e9))
      }
      measured.append(BenchmarkRound(stages: stages, workers: workers, rates: rates))
    }
    let report = BenchmarkReport(
      title:
        "\(document.model.scenario.name), \(NumberText.trials(trials)), kernels \(KernelRates.level), "
        + "\(program.registers) columns at once",
      program: program, rounds: measured)
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
