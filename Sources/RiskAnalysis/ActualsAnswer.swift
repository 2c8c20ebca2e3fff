public import CapexModel
internal import MonteCarlo

/// What was spent of a plan, and what that means for the rest.
public struct ActualsAnswer: Sendable {
  public let known: KnownHistory
  /// How many quarters of the simulation have happened.
  public let quarters: Int
  /// What the tables hold of each quantity, and what follows from it.
  public let series: [ActualSeries]
  /// The total follows from what is spent.
  public let totalIsOutcome: Bool
  /// Quarters in which spending reaches the plan's total in some trial, with the share of trials;
  /// empty where the run does not have them.
  public let crossing: [(t: Int, share: Estimate)]
  /// The share in which it does so by the plan's last quarter, and in which not at all.
  public let reachedByPlanEnd: Estimate?
  public let neverReached: Estimate?

  init(
    _ known: KnownHistory, start: Quarter, plan: ReportContext.Plan, result: SimulationResult
  ) {
    self.known = known
    quarters = start.distance(to: known.until) + 1
    series = ActualSeries.all(known, start: start)
    totalIsOutcome = plan.mode.makesTotalAnOutcome(with: known)
    guard let crossing = result.quantity("crossing")?.summaries.first,
      case let ranked = crossing.finite + crossing.above, ranked > 0
    else {
      self.crossing = []
      reachedByPlanEnd = nil
      neverReached = nil
      return
    }
    // Quarters are whole numbers, which the histogram holds exactly.
    func reached(by t: Int) -> Int {
      Int((crossing.share(atMost: Double(t)) * Double(ranked)).rounded())
    }
    let last = crossing.finite > 0 ? Int(crossing.maximum) : 0
    let first = crossing.finite > 0 ? Int(crossing.minimum) : 1
    self.crossing = stride(from: first, through: last, by: 1).compactMap { t in
      let hits = reached(by: t) - reached(by: t - 1)
      return Estimate.share(hits, of: ranked).map { (t, $0) }
    }
    reachedByPlanEnd = Estimate.share(reached(by: plan.quarters), of: ranked)
    neverReached = Estimate.share(crossing.above, of: ranked)
  }
}
