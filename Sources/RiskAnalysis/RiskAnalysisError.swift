/// What an analysis refuses; cases carry the evidence, `message` the sentence.
public enum RiskAnalysisError: Error, Equatable, Sendable {
  /// Of a score: fewer ensemble members than it needs.
  case tooFewMembers(found: Int, needed: Int)
  /// NaN or infinity, where a score would be neither.
  case notFinite(what: Operand, value: Double)
  case negativeDeviation(Double)
  /// Of a probability level, which lies strictly between 0 and 1.
  case levelOutside(Double)
  /// Of a quantile forecast.
  case noLevels
  case levelsNotAscending(level: Double, after: Double)
  case quantilesDescend(level: Double, value: Double, below: Double)
  case countsDiffer(first: Int, second: Int)
  case levelMissing(Double)
  /// Of a test of uniformity.
  case notAProbability(Double)
  case sampleSize(found: Int, least: Int, most: Int)
  /// Of a record that is to be made: trials without a finite quantile.
  case quantileNotFinite(quantity: String, quarter: String, level: Double)
  /// Of a change between two views that cannot be set against each other.
  case viewsDiffer(key: String)
  /// Assumptions of two views do not go together; `path` is the key that says so, where one does.
  case mixtureImpossible(causes: [ChangeCause], path: String?)
  /// Of a record that is read.
  case record(RecordProblem)

  public enum Operand: String, Sendable {
    case member = "a member of the ensemble"
    case observation = "the observation"
    case mean = "the mean"
    case standardDeviation = "the standard deviation"
    case quantile = "a quantile"
  }
}
