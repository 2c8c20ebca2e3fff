import Benchmark
import CheckedWork

/// Runs of 65,536 trials that lean on one part of the core, each in three sizes: the growth from
/// size to size is the cost of that part.
func addColumnCore() {
  let configuration = Benchmark.Configuration(
    metrics: [.wallClock], maxDuration: .seconds(3), maxIterations: 200)

  do {
    for checked in try CheckedModel.all() {
      Benchmark("\(checked.name), \(checked.count) a trial", configuration: configuration) {
        benchmark in
        for _ in benchmark.scaledIterations { blackHole(await checked.run()) }
      } setup: {
        try insist(await checked.check())
      }
    }
  } catch {
    // A benchmark that fails is how this library shows an error.
    let description = "\(error)"
    Benchmark("models") { $0.error(description) }
  }
}
