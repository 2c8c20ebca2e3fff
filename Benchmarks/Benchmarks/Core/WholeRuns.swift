import Benchmark
import CheckedWork

/// Scenarios from their text to their summaries: by trials and by quarters. A thousand trials are
/// nearly all start-up.
func addWholeRuns() {
  let configuration = Benchmark.Configuration(
    metrics: [.wallClock, .peakMemoryResident], maxDuration: .seconds(5), maxIterations: 50)

  for checked in CheckedScenario.all {
    Benchmark(checked.title, configuration: configuration) { benchmark in
      for _ in benchmark.scaledIterations { blackHole(try await checked.run()) }
    } setup: {
      try insist(try await checked.check())
    }
  }
}
