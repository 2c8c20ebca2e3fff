import Benchmark
import CheckedWork

/// The scalar functions and the draws of a stream, a thousand a step.
func addElementaryFunctions() {
  let configuration = Benchmark.Configuration(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(2))

  for checked in CheckedFunction.all {
    Benchmark("Elementary.\(checked.name)", configuration: configuration) { benchmark in
      // Arguments in (0, 1) are in every function's domain.
      let arguments = benchmark.scaledIterations.map { Double($0 + 1) / 1_001 }
      benchmark.startMeasurement()
      for argument in arguments { blackHole(checked.function(argument)) }
      benchmark.stopMeasurement()
    } setup: {
      try insist(checked.check())
    }
  }

  Benchmark("Stream.uniform", configuration: configuration) { benchmark in
    blackHole(CheckedStream().sum(of: benchmark.scaledIterations.count))
  } setup: {
    try insist(CheckedStream().check())
  }
}
