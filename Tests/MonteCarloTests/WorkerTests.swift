import NumericalMethods
import PathAlgebra
import Testing

@testable import MonteCarlo

/// Results depend on program, seed and trials, and not on who computes which block.
@Suite struct WorkerTests {
  /// Amounts, whole numbers, infinities and values that are not a number.
  private func program() throws -> ColumnProgram {
    var small = SmallModel(periods: 3)
    small.step("walk", "cumulative(normal(w))")
    small.output("wild", "exp(3 * walk)")
    small.output("undefined", "log(walk + 3)")
    small.outputOnce("first", "first(walk > 1, over: horizon)", style: .quarter)
    small.outputOnce("sum", "sum(walk * 1e6, over: horizon)")
    return try small.model.compile()
  }

  /// Everything that a summary can say, as bits.
  private func fingerprint(_ result: SimulationResult) -> [[UInt64]] {
    result.quantities.map { simulated in
      simulated.summaries.flatMap { summary -> [UInt64] in
        var values = [
          summary.mean, summary.standardDeviation, summary.skewness, summary.excessKurtosis,
          summary.minimum, summary.maximum, summary.meanStandardError,
          Double(summary.finite), Double(summary.undefined), Double(summary.above),
          Double(summary.below), Double(summary.firstUndefinedTrial ?? -1),
        ]
        for p in [1e-3, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999] {
          let interval = summary.quantileInterval(p, level: 0.95)
          values += [summary.quantile(p), interval?.low ?? -1, interval?.high ?? -1]
        }
        values += [-3, 0, 1, 2.5, 1e6].map { summary.share(atMost: $0) }
        return values.map(\.bitPattern)
      } + simulated.retained.map(\.bitPattern)
    }
  }

  @Test func numberOfWorkersChangesNoBit() async throws {
    let program = try program()
    // Not a whole number of blocks, nor of groups.
    let trials = 20 * Simulation.blockLength + 333
    let one = await Simulation(program, trials: trials, seed: 81, workers: 1).run()
    #expect(one["undefined"].allSatisfy { $0.undefined > 0 && $0.count == trials })
    #expect(one["first"].allSatisfy { $0.above > 0 })
    for workers in [2, 3, 7] {
      let many = await Simulation(program, trials: trials, seed: 81, workers: workers).run()
      #expect(fingerprint(many) == fingerprint(one), "\(workers) workers, seed 81")
    }
    let other = await Simulation(program, trials: trials, seed: 82, workers: 1).run()
    #expect(fingerprint(other) != fingerprint(one), "another seed is another run")
  }

  /// The first trials of a longer run are those of a shorter one.
  @Test func moreTrialsKeepTheFirst() async throws {
    let program = try program()
    let short = await Simulation(program, trials: 700, seed: 81, workers: 2).run()
    let long = await Simulation(program, trials: 3000, seed: 81, workers: 2).run()
    for (short, long) in zip(short.quantities, long.quantities) {
      let kept = min(700, short.retained.count)
      #expect(
        short.retained.map(\.bitPattern) == long.retained.prefix(kept).map(\.bitPattern))
    }
  }

  @Test func blockLengthChangesNoBit() throws {
    let program = try program()
    func columns(_ length: Int) -> [[UInt64]] {
      let engine = ColumnEngine(program, seed: 83, blockLength: length)
      var values = program.quantities.map { _ in [UInt64]() }
      for first in stride(from: 0, to: 1000, by: length) {
        engine.run(first: first, count: min(length, 1000 - first)) { column, place in
          values[place.quantity] += column.map(\.bitPattern)
        }
      }
      return values
    }
    let whole = columns(1024)
    #expect(whole.allSatisfy { $0.count == 1000 })
    for length in [16, 48, 256, 512] { #expect(columns(length) == whole, "blocks of \(length)") }
  }

  @Test func orderOfBlocksChangesNoBit() {
    let values = (0..<8192).map { trial -> Double in
      let u = Stream(seed: 84, name: "x").uniform(trial: UInt64(trial), quarter: 1)
      return Elementary.exp(40 * (u - 0.5)) * (trial % 3 == 0 ? -1 : 1)
    }
    let pilot = values[..<256].withUnsafeBufferPointer { Pilot($0) }
    func summary(_ blocks: [(Int, Int)]) -> Summary {
      var parts = blocks.map { first, count in
        var part = SummaryAccumulator(pilot, precision: 10, style: .continuous)
        values[first..<(first + count)].withUnsafeBufferPointer { part.add($0, first: first) }
        return part
      }
      var merged = parts.removeFirst()
      for part in parts { merged.merge(part) }
      return merged.summary(RankTable(trials: values.count))
    }
    let whole = summary([(0, 8192)])
    for blocks in [[(4096, 4096), (0, 4096)], [(2048, 1024), (3072, 5120), (0, 2048)]] {
      let cut = summary(blocks)
      #expect(cut.mean.bitPattern == whole.mean.bitPattern)
      #expect(cut.standardDeviation.bitPattern == whole.standardDeviation.bitPattern)
      #expect(cut.excessKurtosis.bitPattern == whole.excessKurtosis.bitPattern)
      #expect(cut.quantile(0.3).bitPattern == whole.quantile(0.3).bitPattern)
    }
  }
}
