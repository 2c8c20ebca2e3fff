/// The few numbers that answer the question of a plan; each nil where the run does not have it.
public struct Headline: Sendable {
  /// The plan's first quarter that has not happened, and its last.
  public let first: Quarter
  public let last: Quarter
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
  /// What would have to be true for payback.
  public let paybackThreshold: PaybackThreshold?

  /// What is spent in a quarter against what revenue: the medians.
  public struct Quarter: Sendable, Equatable {
    /// From 1 at the start.
    public let index: Int
    public let capex: Estimate?
    public let cloudRevenue: Estimate?
    /// Capex ÷ cloud revenue.
    public let ratio: Estimate?

    init(_ t: Int, find: (String) -> QuantityStatistics?) {
      index = t
      capex = find("capex")?.quarter(t)?[.p50]
      cloudRevenue = find("cloudRevenue")?.quarter(t)?[.p50]
      ratio = find("capexToRevenue")?.quarter(t)?[.p50]
    }
  }

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

  init(
    context: ReportContext, find: (String) -> QuantityStatistics?,
    paybackThreshold: PaybackThreshold?
  ) {
    self.paybackThreshold = paybackThreshold
    let happened = context.known.map { context.start.distance(to: $0.until) + 1 } ?? 0
    first = Quarter(max(1, min(happened + 1, context.plan.quarters)), find: find)
    last = Quarter(context.plan.quarters, find: find)
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
