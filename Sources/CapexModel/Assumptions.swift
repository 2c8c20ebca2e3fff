public import NumericalMethods
public import PathAlgebra

/// What a scenario assumes: a value for each path of the catalogue, such as `fx.usdcny.spot`.
public struct Assumptions: Sendable {
  private(set) var values: [String: Assumption]

  public init(_ values: [String: Assumption] = [:]) { self.values = values }

  public subscript(path: String) -> Assumption? {
    get { values[path] }
    set { values[path] = newValue }
  }

  /// Every path that has a value, sorted.
  public var paths: [String] { values.keys.sorted() }
}

/// One value of a scenario, with where it comes from.
public struct Assumption: Sendable {
  public var content: AssumptionContent
  /// A row of a seed file (`seeds/articles.csv#plan-total`), `judgement`, or a command.
  public var source: String?
  public var note: String?

  public init(_ content: AssumptionContent, source: String? = nil, note: String? = nil) {
    self.content = content
    self.source = source
    self.note = note
  }
}

/// The forms that a value can take. Rates are fractions, money is in billions of the scenario's
/// currency.
public enum AssumptionContent: Hashable, Sendable {
  case number(Double)
  /// Drawn once a trial, under the path's own name as its stream.
  case distribution(Distribution)
  /// Linear between knots, level before the first and after the last.
  case path([Knot])
  case integer(Int)
  case quarter(Quarter)
  case choice(String)
  case text(String)
  case numbers([Double])
  case profile(PlanProfile)
  case dependence([CorrelatedPair])
  case names([String])
  /// A history read from a CSV file: the file as written, and one value a quarter, in order.
  case history(file: String, values: [Double])
  case rates(RateTable)
  case actuals(ActualsTable)
  /// As it is written, so that columns of errors count in it.
  case formula(String)
  case unit(Unit, isPercentage: Bool)

  public struct Knot: Hashable, Sendable {
    public let quarter: Quarter
    public let value: Double
    public init(quarter: Quarter, value: Double) {
      self.quarter = quarter
      self.value = value
    }
  }
}

/// How a plan's total is spread over its quarters; weights before normalising in `weights`.
public enum PlanProfile: Hashable, Sendable {
  case flat
  /// Rises linearly: the last quarter weighs 1 + r times the first.
  case ramp(Double)
  /// Falls by the factor q, below 1, each quarter.
  case frontLoaded(Double)
  /// Rises by the factor q, above 1, each quarter.
  case backLoaded(Double)
  /// Increments of a logistic curve of steepness k.
  case sCurve(Double)
  case custom([Double])
}
