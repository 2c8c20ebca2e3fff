/// How a column of variates is computed from a column of uniform numbers u or normal scores z.
package enum ColumnForm: Hashable, Sendable {
  case constant(Double)
  /// low + width · u
  case affineOfUniform(low: Double, width: Double)
  /// mean + standardDeviation · z
  case affineOfScore(mean: Double, standardDeviation: Double)
  /// exp(logMean + logStandardDeviation · z)
  case exponentialOfScore(logMean: Double, logStandardDeviation: Double)
  /// `Triangular.quantile` of u
  case triangular(low: Double, mode: Double, high: Double)
  /// The first value whose cumulative probability is at least u; the last of those is one.
  case steps(cumulative: [Double], values: [Double])
  /// The table at z
  case table(QuantileTable)
  /// `Distribution.quantile` of u, one at a time
  case direct
}

extension Distribution {
  /// How the column engine computes this distribution. All give the bits of `quantile`, except
  /// tables, which are within 2e-13 of it. Making a table costs about a millisecond, so ask once.
  package var columnForm: ColumnForm {
    switch form {
    case .constant(let value): return .constant(value)
    case .uniform(let low, let high): return .affineOfUniform(low: low, width: high - low)
    case .normal(let mean, let deviation):
      return .affineOfScore(mean: mean, standardDeviation: deviation)
    case .lognormal(let mean, let deviation):
      return .exponentialOfScore(logMean: mean, logStandardDeviation: deviation)
    case .triangular(let low, let mode, let high):
      return .triangular(low: low, mode: mode, high: high)
    case .discrete(let values, let probabilities):
      return .steps(cumulative: Distribution.cumulativeSums(probabilities), values: values)
    case .pert, .beta, .gamma, .studentT:
      if let table = QuantileTable(self) { return .table(table) }
      return .direct
    case .mixture, .event, .truncated, .empirical: return .direct
    }
  }
}
