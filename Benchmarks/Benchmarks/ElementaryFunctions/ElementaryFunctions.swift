import Benchmark
import CheckedFunctions

/// Times the scalar functions, a thousand arguments a step. A wrong value stops the run before
/// anything is timed.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(2))

  for checked in CheckedFunction.all {
    Benchmark("Elementary.\(checked.name)") { benchmark in
      // Arguments in (0, 1) are in every function's domain.
      let arguments = benchmark.scaledIterations.map { Double($0 + 1) / 1_001 }
      benchmark.startMeasurement()
      for argument in arguments { blackHole(checked.function(argument)) }
      benchmark.stopMeasurement()
    } setup: {
      if let wrong = checked.check() { throw WrongValue(description: wrong) }
    }
  }
}

struct WrongValue: Error, CustomStringConvertible {
  let description: String
}
