public import CapexModel
public import MonteCarlo
package import PathAlgebra

/// What a run foretold, kept to be scored when the figures are out: quantiles by quarter of what gets
/// published, with all that it takes to make the same run again. Written by `ForecastRecordJSON`, read by
/// `ForecastRecordReader`; some ten kilobytes. Held by `ForecastRecordTests`.
public struct ForecastRecord: Hashable, Sendable {
  /// Grows when an older reader would misread a record.
  public static let version = 2
  /// Of every forecast that a run makes.
  public static let levels: [Double] =
    [0.01, 0.025] + (1...19).map { Double($0) / 20 } + [0.975, 0.99]
  /// Of a recorded quantile, in significant digits: an error of at most 5e-6 of it, far less than its
  /// sampling error.
  public static let digits = 6

  public var certificate: Certificate
  public var levels: [Double]
  public var quantities: [RecordedQuantity]

  /// The same for a scenario and for its record, wherever its file was.
  package var withoutOrigin: ForecastRecord {
    var record = self
    record.certificate.origin = .builtIn("")
    return record
  }

  /// What it takes to make the same run again.
  public struct Certificate: Hashable, Sendable {
    public var scenario: String
    public var origin: Origin
    /// SHA-256 of the assumptions in their canonical text, in 64 hexadecimal digits.
    public var digest: String
    /// The day whose knowledge the scenario holds, as 2025-02-24.
    public var asOf: String?
    public var overrides: [Override]
    public var seed: UInt64
    public var trials: Int
    public var program: String
    public var stream: Int
    public var currency: String
    public var plan: Plan

    /// What was to be spent: a rival of the forecast.
    public struct Plan: Hashable, Sendable {
      /// In billions of the currency.
      public var total: Double
      /// The first and how many, from the start.
      public var start: Quarter
      public var quarters: Int

      public init(total: Double, start: Quarter, quarters: Int) {
        self.total = total
        self.start = start
        self.quarters = quarters
      }
    }

    public struct Override: Hashable, Sendable {
      public var path: String
      public var value: String

      public init(path: String, value: String) {
        self.path = path
        self.value = value
      }
    }

    public enum Origin: Hashable, Sendable {
      case file(String)
      case builtIn(String)
    }

    public init(
      scenario: String, origin: Origin, digest: String, asOf: String?, overrides: [Override],
      seed: UInt64, trials: Int, program: String, stream: Int, currency: String, plan: Plan
    ) {
      self.scenario = scenario
      self.origin = origin
      self.digest = digest
      self.asOf = asOf
      self.overrides = overrides
      self.seed = seed
      self.trials = trials
      self.program = program
      self.stream = stream
      self.currency = currency
      self.plan = plan
    }
  }

  public init(certificate: Certificate, levels: [Double], quantities: [RecordedQuantity]) {
    self.certificate = certificate
    self.levels = levels
    self.quantities = quantities
  }

  public func quantity(_ name: String) -> RecordedQuantity? {
    quantities.first { $0.name == name }
  }
}

/// The forecasts of one quantity, quarter by quarter.
public struct RecordedQuantity: Hashable, Sendable {
  public var name: String
  /// `CNY bn`, `CNY/USD`; empty for a pure number.
  public var unit: String
  /// The quarter of the first forecast; the others follow without a gap.
  public var first: Quarter
  public var forecasts: [QuantileForecast]

  public init(name: String, unit: String, first: Quarter, forecasts: [QuantileForecast]) {
    self.name = name
    self.unit = unit
    self.first = first
    self.forecasts = forecasts
  }

  /// Nil for a quarter that is not recorded.
  public func forecast(_ quarter: Quarter) -> QuantileForecast? {
    let place = first.distance(to: quarter)
    return forecasts.indices.contains(place) ? forecasts[place] : nil
  }
}

extension ForecastRecord {
  /// The record of a run: of capex, revenue, rates of exchange, and own metrics by quarter that are
  /// amounts or ratios, over the quarters of the plan.
  ///
  /// - Parameter digest: SHA-256 of the scenario's assumptions.
  /// - Throws: `quantileNotFinite` where trials are infinite or undefined so often that a quantile
  ///   is no number.
  public init(
    _ result: SimulationResult, context: ReportContext, digest: String
  ) throws(RiskAnalysisError) {
    let origin: Certificate.Origin =
      switch context.origin {
      case .file(let path): .file(path)
      case .builtIn(let name): .builtIn(name)
      }
    var quantities: [RecordedQuantity] = []
    for simulated in result.quantities where ForecastRecord.isPublished(simulated.quantity) {
      if let recorded = try RecordedQuantity(simulated, context: context) {
        quantities.append(recorded)
      }
    }
    self.init(
      certificate: Certificate(
        scenario: context.scenario, origin: origin, digest: digest, asOf: context.asOf,
        overrides: context.overrides.map { .init(path: $0.path, value: $0.value) },
        seed: result.seed, trials: result.trials, program: context.programVersion,
        stream: context.streamVersion, currency: context.currency,
        plan: Certificate.Plan(
          total: context.plan.total, start: context.start, quarters: context.plan.quarters)),
      levels: ForecastRecord.levels, quantities: quantities)
  }
}

extension ForecastRecord {
  /// Whether a company, a bank or the user will know a quantity's value for a quarter once that is
  /// over: then it is recorded.
  package static func isPublished(_ quantity: Quantity) -> Bool {
    guard quantity.isByQuarter, !quantity.style.isWhole else { return false }
    return quantity.role == .metric || quantity.name.hasPrefix("fx.")
      || ["capex", "cloudRevenue", "groupRevenue"].contains(quantity.name)
  }
}

extension RecordedQuantity {
  /// Nil where the quantity begins after the plan.
  fileprivate init?(
    _ simulated: SimulatedQuantity, context: ReportContext
  ) throws(RiskAnalysisError) {
    let quantity = simulated.quantity
    let quarters = context.plan.quarters - quantity.firstQuarter + 1
    guard quarters > 0 else { return nil }
    var forecasts: [QuantileForecast] = []
    for (place, summary) in simulated.summaries.prefix(quarters).enumerated() {
      var quantiles: [Double] = []
      for level in ForecastRecord.levels {
        let value = summary.quantile(level)
        guard value.isFinite else {
          throw .quantileNotFinite(
            quantity: quantity.name,
            quarter: context.calendar(quantity.firstQuarter + place).description, level: level)
        }
        quantiles.append(SignificantDigits.rounded(value, digits: ForecastRecord.digits))
      }
      forecasts.append(try QuantileForecast(levels: ForecastRecord.levels, quantiles: quantiles))
    }
    guard !forecasts.isEmpty else { return nil }
    self.init(
      name: quantity.name, unit: quantity.unit.description,
      first: context.calendar(quantity.firstQuarter), forecasts: forecasts)
  }
}
