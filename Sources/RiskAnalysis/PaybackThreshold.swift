internal import MonteCarlo

/// What would have to be true for payback: the cloud revenue of a late year that tells best which
/// trials pay back.
///
/// With p the probability of payback, the threshold is the revenue that a share p of the trials
/// exceeds. As many trials above it fail as trials below it succeed, so calling payback by revenue
/// alone is wrong equally often both ways. Held by `PaybackThresholdTests`.
public struct PaybackThreshold: Sendable, Equatable {
  /// The fiscal year of the revenue: the last one that is whole.
  public let year: Int
  /// Billions of the scenario's currency.
  public let revenue: Estimate
  /// Revenue of that year over all trials: the median.
  public let expected: Estimate
  /// The probability of payback where revenue is above the threshold, and where it is not.
  public let above: Estimate
  public let below: Estimate

  /// From the trials that are kept whole; nil where revenue by year or payback was not run, or
  /// where fewer than 100 of those trials pay back or fewer than 100 do not.
  init?(_ result: SimulationResult) {
    let prefix = "cloudRevenue.FY"
    let years = result.quantities.compactMap { simulated -> (Int, [Double])? in
      let name = simulated.quantity.name
      guard simulated.quantity.role == .model, name.hasPrefix(prefix),
        let year = Int(name.dropFirst(prefix.count))
      else { return nil }
      return (year, simulated.retained)
    }
    guard let (year, revenues) = years.max(by: { $0.0 < $1.0 }),
      let payback = result.quantity("payback")?.retained, payback.count == revenues.count
    else { return nil }
    let trials = zip(revenues, payback).filter { $0.isFinite && !$1.isNaN }
    let paid = trials.filter { $0.1.isFinite }.count
    guard min(paid, trials.count - paid) >= 100 else { return nil }
    let summary = Summary(of: trials.map(\.0))
    let share = Double(paid) / Double(trials.count)
    guard let revenue = Estimate.quantile(1 - share, of: summary),
      let expected = Estimate.quantile(0.5, of: summary)
    else { return nil }
    let higher = trials.filter { $0.0 > revenue.value }
    let lower = trials.filter { $0.0 <= revenue.value }
    guard let above = PaybackThreshold.share(higher), let below = PaybackThreshold.share(lower)
    else { return nil }
    self.year = year
    self.revenue = revenue
    self.expected = expected
    self.above = above
    self.below = below
  }

  private static func share(_ trials: [(Double, Double)]) -> Estimate? {
    Estimate.share(trials.filter { $0.1.isFinite }.count, of: trials.count)
  }
}
