extension RiskAnalysisError: CustomStringConvertible {
  /// One sentence for people, without a full stop.
  public var description: String {
    switch self {
    case .tooFewMembers(let found, let needed):
      "the ensemble has \(found) members, but the score needs at least \(needed)"
    case .notFinite(let what, let value):
      "\(what.rawValue) is \(value), but must be a finite number"
    case .negativeDeviation(let value):
      "the standard deviation is \(value), but must be at least 0"
    case .levelOutside(let level):
      "the level \(level) does not lie strictly between 0 and 1"
    case .noLevels:
      "a quantile forecast needs at least one level"
    case .levelsNotAscending(let level, let before):
      "the level \(level) follows \(before), but levels must ascend"
    case .quantilesDescend(let level, let value, let below):
      "the quantile at level \(level) is \(value), less than \(below) at the level before"
    case .countsDiffer(let first, let second):
      "\(first) of one and \(second) of the other, but they must be as many"
    case .levelMissing(let level):
      "the forecast has no quantile at level \(level)"
    case .notAProbability(let value):
      "\(value) is not a probability between 0 and 1"
    case .sampleSize(let found, let least, let most):
      "the exact test takes \(least) to \(most) values, not \(found)"
    case .quantileNotFinite(let quantity, let quarter, let level):
      "no record: the quantile of \(quantity) in \(quarter) at level \(level) is not a finite number"
    case .viewsDiffer(let key):
      "the two views differ in `\(key)`, so their change cannot be split"
    case .mixtureImpossible(let causes, let path):
      "the earlier view with \(RiskAnalysisError.names(causes)) of the later one makes no model"
        + (path.map { ": see `\($0)`" } ?? "") + ", so the change cannot be split"
    case .record(let problem):
      problem.message
    }
  }

  private static func names(_ causes: [ChangeCause]) -> String {
    causes.isEmpty ? "nothing" : causes.map(\.name).joined(separator: ", ")
  }
}

extension ChangeCause {
  /// In the words of reports.
  public var name: String {
    switch self {
    case .timing: "timing"
    case .scope: "scope"
    case .exchangeRate: "exchange rate"
    case .model: "model"
    }
  }
}
