/// The few numbers that answer the question of a plan; each nil where the run does not have it.
public struct Headline: Sendable {
  /// Capex ÷ cloud revenue in the plan's first and last quarter: the median.
  public let firstRatio: Estimate?
  public let lastRatio: Estimate?
  /// Quarters in which capex is above cloud revenue.
  public let quartersAboveRevenue: Spread?
  /// What is spent in all, in the scenario's currency and in dollars.
  public let total: Spread?
  public let totalUSD: Spread?
  /// The quarter, as an index t, in which spending reaches the plan's total.
  public let crossing: Spread?
  /// The share of trials in which spending does not reach it within the horizon.
  public let crossingNever: Estimate?
  /// The share of trials in which the plan is paid back within the horizon.
  public let payback: Estimate?

  /// A distribution in three numbers.
  public struct Spread: Sendable {
    public let low: Estimate
    public let middle: Estimate
    public let high: Estimate

    /// P5, P50 and P95.
    init?(_ statistics: PeriodStatistics?) {
      guard let statistics, let low = statistics[.p5], let middle = statistics[.p50],
        let high = statistics[.p95]
      else { return nil }
      self.low = low
      self.middle = middle
      self.high = high
    }
  }

  init(context: ReportContext, find: (String) -> QuantityStatistics?) {
    let ratio = find("capexToRevenue")
    firstRatio = ratio?.quarter(1)?[.p50]
    lastRatio = ratio?.quarter(context.plan.quarters)?[.p50]
    quartersAboveRevenue = Spread(find("quartersAboveRevenue")?.whole)
    total = Spread(find("totalCapex")?.whole)
    totalUSD = Spread(find("totalCapexUSD")?.whole)
    crossing = Spread(find("crossing")?.whole)
    crossingNever = find("crossing")?.whole?.never
    payback =
      find("paidBackWithinHorizon")?.whole?.probability
      ?? find("payback")?.whole.flatMap {
        Estimate.share($0.finite, of: $0.trials - $0.undefined)
      }
  }
}
