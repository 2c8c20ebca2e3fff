public import PathAlgebra

/// A run that stopped by itself.
public struct PrecisionRun: Sendable {
  /// As of a run of that many trials.
  public let result: SimulationResult
  /// In the order of the targets.
  public let attained: [AttainedPrecision]

  public init(result: SimulationResult, attained: [AttainedPrecision]) {
    self.result = result
    self.attained = attained
  }
}

extension Simulation {
  /// Runs until every target is met, at most `trials`.
  ///
  /// A run that stops at n trials gives what a run of n trials gives, bit for bit. Held by
  /// `StoppingTests`.
  /// - Parameters:
  ///   - targets: of quantities of this program; without any the run stops after its first stage.
  ///   - progress: told the share of the present stage that is done, from any worker.
  public func run(
    until targets: [PrecisionTarget], progress: (@Sendable (Double) -> Void)? = nil
  ) async -> PrecisionRun {
    let pilots = await sharedPilots()
    var done = min(StagePlan.first, trials)
    var collector = await collect(0..<done, pilots: pilots, progress: progress)
    var attained = precision(targets, collector, trials: done)
    while let end = StagePlan.next(after: done, attained, cap: trials) {
      collector.merge(await collect(done..<end, pilots: pilots, progress: progress))
      done = end
      attained = precision(targets, collector, trials: done)
    }
    progress?(1)
    let result = collector.result(trials: done, seed: seed)
    return PrecisionRun(result: await locatingInfinities(in: result), attained: attained)
  }

  private func precision(
    _ targets: [PrecisionTarget], _ collector: ResultCollector, trials: Int
  ) -> [AttainedPrecision] {
    targets.map { target in
      AttainedPrecision(
        target,
        collector.summary(quantity: target.quantity, period: target.period, trials: trials))
    }
  }
}
