internal import MonteCarlo
internal import PathAlgebra

/// What is compared of a quantity by trial.
public enum ComparedStatistic: String, Sendable, CaseIterable {
  case mean
  case p50 = "P50"
  case p90 = "P90"
  /// Of a condition: the share of trials in which it holds.
  case probability
  /// Of a quarter: the share of trials in which it does not come within the horizon.
  case never

  /// What is compared of values of a style. A whole number has no percentiles here: between two
  /// runs they stand still or jump by one, and no interval can be given for that.
  static func all(of style: ValueStyle) -> [ComparedStatistic] {
    switch style {
    case .condition: [.probability]
    case .quarter: [.mean, .never]
    case .count: [.mean]
    case .amount, .ratio, .percentage, .exchangeRate: [.mean, .p50, .p90]
    }
  }

  var level: Double? {
    switch self {
    case .p50: 0.5
    case .p90: 0.9
    case .mean, .probability, .never: nil
    }
  }

  /// Nil where there is none: a mean of trials of which some are infinite, say.
  func estimate(_ summary: Summary) -> Estimate? {
    switch self {
    case .mean: Estimate.mean(of: summary)
    case .p50, .p90: level.flatMap { Estimate.quantile($0, of: summary) }
    case .probability: Estimate.probability(of: summary)
    case .never: Estimate.share(summary.above, of: summary.count - summary.undefined)
    }
  }
}
