import NumericalMethods
import PathAlgebra
import Testing

@testable import MonteCarlo

/// Runs that stop by themselves.
@Suite struct StoppingTests {
  private func program() throws -> ColumnProgram {
    var small = SmallModel(periods: 2)
    small.step("walk", "cumulative(normal(w))")
    small.output("value", "exp(walk)")
    small.outputOnce("sum", "sum(walk, over: horizon)")
    small.outputOnce("positive", "sum(walk, over: horizon) > 0", style: .condition)
    small.outputOnce("first", "first(walk > 1, over: horizon)", style: .quarter)
    small.outputOnce("ratio", "if(last(walk, over: horizon) > 3, 1 / 0, 1)")
    return try small.model.compile()
  }

  private func target(
    _ statistic: PrecisionTarget.Statistic, _ name: String, _ tolerance: PrecisionTarget.Tolerance,
    in program: ColumnProgram
  ) throws -> PrecisionTarget {
    let quantity = try #require(program.quantities.firstIndex { $0.name == name })
    return PrecisionTarget(
      statistic, quantity: quantity, period: 0, within: tolerance, subject: name,
      toleranceText: "")
  }

  /// Everything that a result says, as bits.
  private func bits(_ result: SimulationResult) -> [UInt64] {
    result.quantities.flatMap { simulated in
      simulated.summaries.flatMap { summary -> [UInt64] in
        var values = [
          summary.mean, summary.standardDeviation, summary.skewness, summary.excessKurtosis,
          summary.minimum, summary.maximum, Double(summary.finite), Double(summary.above),
          Double(summary.firstInfiniteTrial ?? -1),
        ]
        for p in [0.05, 0.5, 0.77, 0.999] {
          let interval = summary.quantileInterval(p, level: 0.95)
          values += [summary.quantile(p), interval?.low ?? -1, interval?.high ?? -1]
        }
        return values.map(\.bitPattern)
      } + simulated.retained.map(\.bitPattern)
    }
  }

  /// A run that stops at n trials is the run of n trials, bit for bit, on any number of workers.
  @Test func stoppedRunIsThePlainRun() async throws {
    let program = try program()
    let targets = [
      try target(.quantile(0.9), "sum", .absolute(0.02), in: program),
      try target(.mean, "value", .relative(0.01), in: program),
      try target(.probability, "positive", .absolute(0.003), in: program),
    ]
    let runs = [1, 3].map { Simulation(program, trials: 5_000_000, seed: 91, workers: $0) }
    let one = await runs[0].run(until: targets)
    let trials = one.result.trials
    #expect(one.attained.allSatisfy { $0.isMet && $0.trials == trials }, "\(one.attained)")
    #expect(trials > StagePlan.first && trials < 5_000_000, "got \(trials)")
    #expect(trials.isMultiple(of: Simulation.blockLength), "got \(trials)")
    let three = await runs[1].run(until: targets)
    #expect(bits(three.result) == bits(one.result), "3 workers, seed 91")
    let plain = await Simulation(program, trials: trials, seed: 91, workers: 2).run()
    #expect(plain.trials == trials && bits(plain) == bits(one.result), "plain run, seed 91")
  }

  /// Each target alone stops no later than all together, and together they need the most of them.
  @Test func allTargetsMustHold() async throws {
    let program = try program()
    let easy = try target(.mean, "sum", .absolute(0.1), in: program)
    let hard = try target(.quantile(0.99), "sum", .absolute(0.03), in: program)
    let run = Simulation(program, trials: 3_000_000, seed: 92, workers: 2)
    let alone = await run.run(until: [easy]).result.trials
    let harder = await run.run(until: [hard]).result.trials
    let both = await run.run(until: [easy, hard]).result.trials
    #expect(alone == StagePlan.first, "got \(alone)")
    #expect(both == harder && harder > alone, "got \(both) and \(harder), seed 92")
  }

  @Test func theCapEndsIt() async throws {
    let program = try program()
    let target = try target(.mean, "sum", .absolute(1e-6), in: program)
    // Not a whole number of blocks.
    let cap = 100_001
    let run = await Simulation(program, trials: cap, seed: 93, workers: 2).run(until: [target])
    #expect(run.result.trials == cap)
    let attained = try #require(run.attained.first)
    #expect(!attained.isMet && !attained.isImpossible)
    // The sum has a variance of 1 + 4: n = 5 (1.96/tolerance)².
    let needed = try #require(attained.trialsNeeded)
    #expect(abs(Double(needed) / 1.9207e13 - 1) < 0.03, "got \(needed), seed 93")
  }

  /// Infinite trials leave no mean: more of them would not help.
  @Test func theImpossibleStopsAtOnce() async throws {
    let program = try program()
    let target = try target(.mean, "ratio", .relative(0.5), in: program)
    let run = await Simulation(program, trials: 3_000_000, seed: 94, workers: 2)
      .run(until: [target])
    #expect(run.result.trials == StagePlan.first)
    let attained = try #require(run.attained.first)
    #expect(attained.isImpossible && !attained.isMet && attained.trialsNeeded == nil)
  }

  /// Half the trials are never: the median is past the horizon or in it, and both ends must agree.
  @Test func quartersAreMetWhenBothEndsAgree() async throws {
    let program = try program()
    let never = try target(.quantile(0.95), "first", .absolute(1), in: program)
    let run = await Simulation(program, trials: 100_000, seed: 95, workers: 2).run(until: [never])
    let attained = try #require(run.attained.first)
    #expect(attained.value == .infinity && attained.error == 0 && attained.isMet)
  }
}

/// What decides whether a target is met.
@Suite struct AttainedPrecisionTests {
  private func attained(
    _ statistic: PrecisionTarget.Statistic, _ tolerance: PrecisionTarget.Tolerance,
    _ values: [Double]
  ) -> AttainedPrecision {
    AttainedPrecision(
      PrecisionTarget(
        statistic, quantity: 0, period: 0, within: tolerance, subject: "", toleranceText: ""),
      Summary(of: values))
  }

  /// One value in a thousand is 1000: skewness 31.6 needs 24,926 trials.
  @Test func aSkewedMeanIsNotTrusted() {
    let values = (0..<10_000).map { $0 % 1000 == 0 ? 1000.0 : 0 }
    let mean = attained(.mean, .absolute(100), values)
    #expect(mean.error ?? .nan < 1 && !mean.isMet, "\(mean)")
    #expect(mean.trialsNeeded == 24_926, "got \(String(describing: mean.trialsNeeded))")
    let longer = (0..<30_000).map { $0 % 1000 == 0 ? 1000.0 : 0 }
    #expect(attained(.mean, .absolute(100), longer).isMet)
  }

  @Test func theFartherEndCounts() throws {
    // An exponential tail: the upper end is farther.
    let values = (0..<1000).map { -Elementary.log(1 - (Double($0) + 0.5) / 1000) }
    let tail = attained(.quantile(0.99), .absolute(1.2), values)
    let interval = try #require(tail.interval)
    #expect(tail.error == interval.high - tail.value && interval.high - tail.value > 0)
    #expect(interval.high - tail.value > tail.value - interval.low)
    #expect(tail.isMet)
    let error = try #require(tail.error)
    #expect(!attained(.quantile(0.99), .absolute(error * 0.999), values).isMet)
    #expect(!tail.isMet(margin: 1.2 * 1.001 / error))
  }

  @Test func relativeTolerancesFollowTheEstimate() {
    let values = (0..<1000).map { -5 - Double($0 % 10) / 10 }
    let mean = attained(.mean, .relative(0.01), values)
    #expect(abs(mean.tolerance - 0.0545) < 1e-12, "got \(mean.tolerance)")
    #expect(mean.isMet)
    let zero = attained(.mean, .relative(0.01), (0..<1000).map { $0 % 2 == 0 ? 1 : -1 })
    #expect(!zero.isMet && zero.trialsNeeded == nil)
  }

  @Test func tooFewTrialsAreNotMet() {
    let tail = attained(.quantile(0.999), .absolute(1e9), (0..<1000).map(Double.init))
    #expect(!tail.isMet && tail.interval == nil && tail.error == nil)
  }
}
