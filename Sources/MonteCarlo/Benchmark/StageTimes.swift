internal import PathAlgebra

/// How long one worker takes for each stage of a program.
public struct StageTimes: Sendable {
  /// Seconds for one stage of all trials.
  public let seconds: [Stage: Double]
  public let trials: Int

  public func nanoseconds(_ stage: Stage) -> Double {
    (seconds[stage] ?? 0) / Double(trials) * 1e9
  }

  public var nanoseconds: Double {
    Stage.allCases.reduce(0) { $0 + nanoseconds($1) }
  }
}

extension Simulation {
  /// Runs all trials on one worker with a clock between the instructions. The clock itself takes
  /// some hundredth of a nanosecond a trial and instruction.
  public func stageTimes() -> StageTimes {
    let collector = BlockCollector(ResultCollector(program, pilots: pilots()), trials: trials)
    let length = min(Simulation.blockLength, trials)
    let engine = ColumnEngine(program, seed: seed, blockLength: length)
    var seconds = Array(repeating: 0.0, count: Stage.allCases.count)
    for first in stride(from: 0, to: trials, by: length) {
      engine.run(
        first: first, count: min(length, trials - first), seconds: &seconds
      ) { values, place in
        collector.observe(values, place, first: first)
      }
    }
    _ = collector.finish()
    return StageTimes(
      seconds: Dictionary(uniqueKeysWithValues: zip(Stage.allCases, seconds)), trials: trials)
  }
}
