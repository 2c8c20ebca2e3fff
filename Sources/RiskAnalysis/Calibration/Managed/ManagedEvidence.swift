/// What only a fit of `managed` says.
public struct ManagedEvidence: Sendable {
  /// Quarters in which it was managed.
  public let quarters: Double
  /// How many resets are expected in the history, given its changes.
  public let resets: Double
  /// Changes that are likelier resets than not, by the number of the later observation.
  public let resetPlaces: [Int]
  /// The observation from which on it is likelier to float than not; nil where it stays managed.
  public let floatsFrom: Int?
  /// The logarithm of the last rate over the central rate; nil where it floats.
  public let deviation: Double?
  /// What richer fits gain, whether they are taken or not.
  public let extensions: [Extension]
  /// Keys that the history does not tell.
  public let untold: [Untold]

  /// A fit with more regimes than the quiet one.
  public struct Extension: Sendable {
    public let hasResets: Bool
    public let floats: Bool
    /// How many parameters it adds.
    public let parameters: Int
    /// Of the log-likelihood; nil where it has no peak, or none near the likelihood without them.
    public let gain: Double?
    /// The gain from which on it is taken: half the logarithm of the number of changes, a parameter
    /// (Schwarz: Estimating the dimension of a model, 1978). A lower bar takes resets for real in
    /// histories that have none.
    public let needed: Double
    public let isTaken: Bool
  }

  /// A key that is left to judgement.
  public struct Untold: Sendable {
    public let key: String
    public let reason: Reason

    public enum Reason: Sendable {
      /// None was seen in so many quarters: with 95 % the probability is at most this,
      /// 1 - 0.05^(1/n).
      case noEvent(quarters: Double, atMost: Double)
      /// Too few: with 95 % the probability a quarter lies between these, after Clopper and Pearson.
      case fewEvents(count: Int, quarters: Double, low: Double, high: Double)
      /// One history leaves once; the exact interval of a probability a quarter after a first
      /// success in this one.
      case leftOnce(quarters: Double, low: Double, high: Double)
      /// It describes events of which none, or too few, were seen.
      case tooFew(count: Int)
      /// Resets are of one size as far as their number tells.
      case oneSize
      /// Too few observations while it floats.
      case floatedBriefly(observations: Int)
    }
  }
}
