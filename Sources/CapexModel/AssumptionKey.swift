/// One row of the catalogue: a path that a scenario may set, what it means and what it accepts.
///
/// The reader, the flags, the documentation and the tests all follow the catalogue, so a key is
/// declared once.
public struct AssumptionKey: Sendable {
  /// Where the value stands, such as `fx.*.spot`; `*` is a name that the scenario chooses.
  public let path: String
  public let kind: Kind
  public let need: Need
  /// The key belongs to the scenario only when another key has one of these values.
  public let condition: Condition?
  /// One sentence for people.
  public let meaning: String

  public enum Kind: Sendable, Equatable {
    /// `within` holds for the number, every knot, and the whole support of a distribution where
    /// that is bounded.
    case number(Measure, within: Limits, varying: Set<Variation>)
    case integer(ClosedRange<Int>)
    case choice([String])
    case quarter
    case date
    case text
    case numbers(count: Int, Measure, within: Limits)
    case profile
    case dependence
    case names
    case history
    /// Rates of exchange that have happened, from a CSV file.
    case rates
    /// Figures of quarters that have happened, from a CSV file.
    case actuals
    /// Of the path algebra, over named quantities.
    case formula
    /// `CNY bn`, `CNY/kWh`; or `%` for a pure number that is printed as a percentage.
    case unit
  }

  /// What a number measures: how it may be written and printed.
  public enum Measure: Sendable, Equatable {
    /// `380bn CNY`, `3800亿元`, `31742mn CNY`; in billions of the scenario's currency.
    case money
    /// The scenario's currency, or CNY, per unit of the pair's first currency: 7.2476.
    case exchangeRate
    /// `4.1%` or 0.041.
    case fraction
    /// Year on year: `18%` means × 1.18 a year.
    case growth
    /// A rate per year, not a percentage.
    case perYear
    case years
    case quarters
    /// `100m` or 100000000; in millions of people.
    case people
    case plain
    /// In a unit that the scenario names; a percentage is a fraction.
    case named
  }

  /// What a number may be instead of one constant.
  public enum Variation: Sendable, Hashable {
    /// Drawn once a trial.
    case distribution
    /// Linear between quarters.
    case path
  }

  public enum Need: Sendable, Equatable {
    /// Always, or as soon as its section is present.
    case required
    case optional
    /// Used when nothing is given.
    case standard(AssumptionContent)
  }

  public struct Condition: Sendable, Equatable {
    /// May hold a `*`, which stands for the same name as in the key's own path.
    public let path: String
    public let values: [String]
  }

  /// An interval whose ends may be excluded.
  public struct Limits: Sendable, Equatable {
    public let low: Double
    public let high: Double
    public let excludesLow: Bool
    public let excludesHigh: Bool

    public init(
      _ low: Double, _ high: Double, excludesLow: Bool = false, excludesHigh: Bool = false
    ) {
      self.low = low
      self.high = high
      self.excludesLow = excludesLow
      self.excludesHigh = excludesHigh
    }

    public static let unit = Limits(0, 1)
    public static let any = Limits(-.infinity, .infinity, excludesLow: true, excludesHigh: true)
    public static func atLeast(_ low: Double, below high: Double = .infinity) -> Limits {
      Limits(low, high, excludesHigh: true)
    }
    public static func above(_ low: Double, to high: Double = .infinity) -> Limits {
      Limits(low, high, excludesLow: true, excludesHigh: high == .infinity)
    }

    public func contains(_ x: Double) -> Bool {
      (excludesLow ? x > low : x >= low) && (excludesHigh ? x < high : x <= high)
    }
  }

  init(
    _ path: String, _ kind: Kind, _ need: Need,
    when condition: (String, [String])? = nil, _ meaning: String
  ) {
    self.path = path
    self.kind = kind
    self.need = need
    self.condition = condition.map { Condition(path: $0.0, values: $0.1) }
    self.meaning = meaning
  }

  /// A required key.
  init(
    _ path: String, _ kind: Kind, when condition: (String, [String])? = nil, _ meaning: String
  ) {
    self.init(path, kind, .required, when: condition, meaning)
  }
}

extension AssumptionKey.Kind {
  static func fraction(
    within limits: AssumptionKey.Limits = .unit,
    varying: Set<AssumptionKey.Variation> = [.distribution]
  ) -> Self {
    .number(.fraction, within: limits, varying: varying)
  }
}
