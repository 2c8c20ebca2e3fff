import NumericalMethods
import PathAlgebra
import Testing

@testable import MonteCarlo

/// Numbers too large to hold are counted, and the first trial of each is named.
@Suite struct InfinitySearchTests {
  @Test(arguments: [1, 4])
  func theFirstTrialOfEachQuarter(workers: Int) async throws {
    var small = SmallModel(periods: 3)
    small.step("u", "uniform(a)")
    // Grows past the largest double where u is near 1, the sooner the nearer.
    let quantity = Quantity(name: "x", meaning: "", unit: .none, style: .ratio, isByQuarter: true)
    small.model.add(quantity, formula: "exp(710 * u)", isReported: true)
    small.outputOnce("when", "first(u > 0.9999, over: horizon)", style: .quarter)
    let trials = 100_000
    let program = try small.model.compile()
    let result = await Simulation(program, trials: trials, seed: 117, workers: workers).run()
    let stream = Stream(seed: 117, name: "a")
    for (place, summary) in result["x"].enumerated() {
      let bad = (0..<trials).filter {
        710 * stream.uniform(trial: UInt64($0), quarter: place + 1) > 709.782712893384
      }
      #expect(!bad.isEmpty && summary.above == bad.count, "quarter \(place + 1), seed 117")
      #expect(
        summary.firstInfiniteTrial == bad.first,
        "quarter \(place + 1): got \(String(describing: summary.firstInfiniteTrial)), seed 117")
    }
    // A quarter that never comes is an answer.
    let when = try #require(result["when"].first)
    #expect(when.above > 0 && when.firstInfiniteTrial == nil)
  }

  @Test func minusInfinityInACount() async throws {
    var small = SmallModel()
    small.outputOnce("n", "if(last(uniform(a), over: horizon) < 0.001, -1 / 0, 1)", style: .count)
    let program = try small.model.compile()
    let result = await Simulation(program, trials: 10_000, seed: 118, workers: 2).run()
    let stream = Stream(seed: 118, name: "a")
    let first = (0..<10_000).first { stream.uniform(trial: UInt64($0), quarter: 1) < 0.001 }
    let summary = try #require(result["n"].first)
    #expect(summary.below > 0 && summary.firstInfiniteTrial == first, "seed 118")
  }
}

/// What a run would take.
@Suite struct RunCostTests {
  @Test func growsWithTrialsAndMemoryWithWorkers() throws {
    var small = SmallModel()
    small.output("x", "exp(normal(w))")
    let program = try small.model.compile()
    func cost(_ trials: Int, _ workers: Int) -> RunCost {
      RunCost(program, trials: trials, workers: workers, cores: 2, worthwhile: 0)
    }
    let (some, absurd) = (cost(1_000_000, 2), cost(1_000_000_000_000, 2))
    // Measured, so no closer than a factor of ten on a busy machine.
    let ratio = absurd.seconds / some.seconds
    #expect(ratio > 1e5 && ratio < 1e7, "got \(ratio)")
    #expect(absurd.seconds > 60, "got \(absurd.seconds)")
    #expect(absurd.bytes == some.bytes)
    #expect(cost(1_000_000, 64).bytes > 10 * some.bytes)
    // One block has work for one worker.
    #expect(cost(100, 64).bytes == cost(100, 1).bytes)
  }

  @Test func smallRunsAreNotMeasured() throws {
    var small = SmallModel()
    small.output("x", "exp(normal(w))")
    let program = try small.model.compile()
    let cost = RunCost(program, trials: 1000, workers: 1, cores: 1, worthwhile: 3600)
    let again = RunCost(program, trials: 1000, workers: 1, cores: 1, worthwhile: 3600)
    #expect(cost == again && cost.seconds > 0 && cost.seconds < 1)
  }
}
