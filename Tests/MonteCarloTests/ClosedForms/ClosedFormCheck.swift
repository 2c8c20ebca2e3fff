import MonteCarlo

/// One exact value, and how far a simulation is from it in standard errors.
struct ClosedFormCheck: Sendable {
  let output: String
  let statistic: Statistic
  let exact: Double

  enum Statistic: Sendable {
    case mean
    /// Judged by the sample's own kurtosis.
    case variance
    /// The quantile at `p`, where the exact density is as given.
    case quantile(p: Double, density: Double)
    case probability
  }

  static func mean(_ output: String, _ exact: Double) -> ClosedFormCheck {
    ClosedFormCheck(output: output, statistic: .mean, exact: exact)
  }

  static func variance(_ output: String, _ exact: Double) -> ClosedFormCheck {
    ClosedFormCheck(output: output, statistic: .variance, exact: exact)
  }

  static func probability(_ output: String, _ exact: Double) -> ClosedFormCheck {
    ClosedFormCheck(output: output, statistic: .probability, exact: exact)
  }

  static func quantile(
    _ output: String, _ p: Double, _ exact: Double, density: Double
  ) -> ClosedFormCheck {
    ClosedFormCheck(output: output, statistic: .quantile(p: p, density: density), exact: exact)
  }

  func estimate(_ summary: Summary) -> Double {
    switch statistic {
    case .mean, .probability: summary.mean
    case .variance: summary.standardDeviation * summary.standardDeviation
    case .quantile(let p, _): summary.quantile(p)
    }
  }

  /// The standard error of the estimate.
  func error(_ summary: Summary) -> Double {
    let n = Double(summary.finite)
    switch statistic {
    case .mean: return summary.meanStandardError
    case .variance: return exact * ((summary.excessKurtosis + 2) / n).squareRoot()
    case .quantile(let p, let density): return (p * (1 - p) / n).squareRoot() / density
    case .probability: return (exact * (1 - exact) / n).squareRoot()
    }
  }

  func distance(_ summary: Summary) -> Double {
    (estimate(summary) - exact) / error(summary)
  }
}
