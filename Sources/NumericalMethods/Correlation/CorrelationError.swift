/// Why correlations cannot be used. Cases carry the evidence; the wording is the tool's.
public enum CorrelationError: Error, Hashable, Sendable {
  /// Not a number within -1 … 1.
  case outOfRange(CorrelatedPair)
  case pairWithItself(CorrelatedPair)
  /// The same two names again, in either order.
  case duplicate(CorrelatedPair, earlier: CorrelatedPair)
  /// No random numbers have these correlations together: the matrix has a negative eigenvalue.
  /// `remedies` are the pairs whose correlation alone could be moved to make it possible: first
  /// those that are not listed and so count as 0, then the listed ones, the last first. Empty when
  /// no single move is enough.
  case impossible(smallestEigenvalue: Double, remedies: [PossibleCorrelation])
  /// The eigenvalue solver gave up.
  case solver(GSLError)
}

/// A correlation between two named quantities.
public struct CorrelatedPair: Hashable, Sendable {
  public let first: String
  public let second: String
  /// Within -1 … 1.
  public let correlation: Double

  public init(first: String, second: String, correlation: Double) {
    self.first = first
    self.second = second
    self.correlation = correlation
  }
}

/// What one correlation could be, all others staying as they are.
public struct PossibleCorrelation: Hashable, Sendable {
  public let pair: CorrelatedPair
  /// Whether the pair was given, or counts as 0 because it was not.
  public let isListed: Bool
  public let low: Double
  public let high: Double
}
