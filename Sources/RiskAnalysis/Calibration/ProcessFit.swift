internal import CapexModel
internal import NumericalMethods

/// What can be fitted to a history.
public enum FittedProcess: String, CaseIterable, Sendable {
  // Of a rate
  case gbm, meanReverting, jumpDiffusion, managed
  // Of a company's figures by quarter
  case seasonalReversion, announcedGrowth, localLevel, autoregression

  /// The fewest observations: some changes beyond the number of parameters.
  public var fewestObservations: Int {
    switch self {
    case .gbm: 4
    case .meanReverting: 6
    case .jumpDiffusion: 24
    case .managed: 36
    case .seasonalReversion: 20
    case .announcedGrowth: GrowthChanges.fewest + 1
    case .localLevel, .autoregression: 12
    }
  }

  /// The section whose keys are fitted; a star is the name of a pair.
  var section: String {
    switch self {
    case .gbm, .meanReverting, .jumpDiffusion, .managed: "fx.*"
    case .seasonalReversion, .announcedGrowth: "cloud.growth"
    case .localLevel, .autoregression: "plan.execution"
    }
  }
}

/// What a history is fitted for.
public enum CalibrationTarget: Hashable, Sendable {
  /// Such as `usdcny`.
  case rate(pair: String)
  /// `cloud.growth`, from revenue by quarter.
  case growth
  /// `capex.execution`, from spending by quarter.
  case execution

  /// Reads `cloud.growth`, `capex.execution`, or a pair in six small letters; nil for anything
  /// else.
  public init?(_ name: String) {
    switch name {
    case "cloud.growth": self = .growth
    case "capex.execution": self = .execution
    default:
      guard name.utf8.count == 6, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        return nil
      }
      self = .rate(pair: name)
    }
  }

  public var name: String {
    switch self {
    case .rate(let pair): pair
    case .growth: "cloud.growth"
    case .execution: "capex.execution"
    }
  }

  /// Whose rates are wanted; nil for figures of a company.
  public var pair: String? {
    guard case .rate(let pair) = self else { return nil }
    return pair
  }

  public var processes: [FittedProcess] {
    switch self {
    case .rate: [.gbm, .meanReverting, .jumpDiffusion, .managed]
    case .growth: [.seasonalReversion, .announcedGrowth]
    case .execution: [.localLevel, .autoregression]
    }
  }

  /// The processes whose fits to one history can be compared: `process` among them, if it is asked
  /// for.
  func comparable(with process: FittedProcess?) -> [FittedProcess] {
    process == .announcedGrowth
      ? [.announcedGrowth] : processes.filter { $0 != .announcedGrowth }
  }

  /// Which rows of a table of many figures are meant; nil for a table of one.
  public func item(for process: FittedProcess?) -> String? {
    switch self {
    case .rate: nil
    case .growth: process == .announcedGrowth ? GrowthChanges.item : "cloud revenue"
    case .execution: "capital expenditure"
    }
  }
}

/// Observed rates, equally far apart.
public struct RateSeries: Sendable {
  public let values: [Double]
  public let observationsPerYear: Double
  /// The number of the first value's quarter, 1 to 4; nil for other than quarters.
  public let firstQuarter: Int?
  /// Of reversion, a year, for a process that takes it as known.
  public let speed: Double?

  /// - Parameters:
  ///   - values: positive, oldest first.
  ///   - observationsPerYear: 12 for months.
  public init(
    values: [Double], observationsPerYear: Double, firstQuarter: Int? = nil, speed: Double? = nil
  ) {
    self.values = values
    self.observationsPerYear = observationsPerYear
    self.firstQuarter = firstQuarter
    self.speed = speed
  }

  /// The years between two observations.
  var step: Double { 1 / observationsPerYear }
  var logarithms: [Double] { values.map { Elementary.log($0) } }
  var logChanges: [Double] {
    let logarithms = logarithms
    return zip(logarithms, logarithms.dropFirst()).map { $1 - $0 }
  }
}

/// A parameter of a fit, under its key in a scenario.
public struct FittedParameter: Sendable {
  public enum Measure: Sendable { case fraction, exchangeRate, perYear, plain }
  /// Within its section, such as `jumps.rate` of `fx.PAIR`.
  public let key: String
  public let measure: Measure
  public let value: Double
  public let standardError: Double
  /// The 95 % interval.
  public let low: Double
  public let high: Double

  /// Short histories give speeds that hardly any true value gives.
  public var isWithinInterval: Bool { low <= value && value <= high }

  /// What a scenario allows.
  func limits(in section: String) -> AssumptionKey.Limits? {
    guard let kind = Catalogue.keys.first(where: { $0.path == "\(section).\(key)" })?.kind,
      case .number(_, let limits, _) = kind
    else { return nil }
    return limits
  }

  static let normalScore = Elementary.normalQuantile(0.975)

  /// With the interval value ± 1.96 standard errors.
  init(_ key: String, _ measure: Measure, _ value: Double, error: Double) {
    let reach = FittedParameter.normalScore * error
    self.init(
      key, measure, value, error: error, low: value - reach, high: value + reach)
  }

  /// For positive parameters: the interval is symmetric in the logarithm.
  init(positive key: String, _ measure: Measure, _ value: Double, error: Double) {
    let factor = Elementary.exp(FittedParameter.normalScore * error / value)
    self.init(key, measure, value, error: error, low: value / factor, high: value * factor)
  }

  init(
    _ key: String, _ measure: Measure, _ value: Double, error: Double, low: Double, high: Double
  ) {
    self.key = key
    self.measure = measure
    self.value = value
    standardError = error
    self.low = low
    self.high = high
  }
}

/// A process fitted to a history.
public struct ProcessFit: Sendable {
  public let process: FittedProcess
  public let parameters: [FittedParameter]
  /// Of the changes, given the first rate, at the maximum; nil where there is none.
  public let logLikelihood: Double?
  /// How many numbers were fitted.
  public let parameterCount: Int
  public let residuals: ResidualChecks?
  /// What only a fit of mean reversion says.
  public let reversion: ReversionEvidence?
  /// Of a parameter that short histories get wrong on average.
  public var bias: Bias?
  /// What only a fit of a level says.
  public var level: LevelEvidence?
  /// What only a fit of a managed rate says.
  public var managed: ManagedEvidence?
  /// What only a fit of announced growth says.
  public var growth: GrowthChanges?

  /// The first-order mean error of a parameter in histories of this length.
  public struct Bias: Sendable {
    public let key: String
    public let value: Double
  }

  /// Akaike's information criterion, 2k - 2 log L (Akaike: A new look at the statistical model
  /// identification, 1974); the smaller, the better.
  public var akaike: Double? { logLikelihood.map { 2 * Double(parameterCount) - 2 * $0 } }

  public func parameter(_ key: String) -> FittedParameter? { parameters.first { $0.key == key } }

  /// Fits a process.
  ///
  /// - Parameter series: at least `fewestObservations` rates.
  /// - Throws: `CalibrationError`: too few rates, a constant one, nothing to fit, a search that
  ///   did not converge.
  public static func fit(
    _ process: FittedProcess, to series: RateSeries
  ) throws(CalibrationError) -> ProcessFit {
    guard series.values.count >= process.fewestObservations else {
      throw .tooFewObservations(
        process, found: series.values.count, needed: process.fewestObservations)
    }
    guard series.logChanges.contains(where: { $0 != 0 }) else {
      throw .constant(value: series.values[0])
    }
    let fit =
      switch process {
      case .gbm: try DiffusionFit.fit(series)
      case .meanReverting: try ReversionFit.fit(series)
      case .jumpDiffusion: try JumpFit.fit(series)
      case .managed: try ManagedFit.fit(series)
      case .seasonalReversion: try GrowthFit.fit(series)
      case .announcedGrowth: try AnnouncedGrowthFit.fit(series)
      case .localLevel: try LevelFit.fit(series)
      case .autoregression: try AutoregressionFit.fit(series)
      }
    for parameter in fit.parameters {
      guard let limits = parameter.limits(in: process.section), !limits.contains(parameter.value)
      else { continue }
      throw .outsideScenario(
        process, key: parameter.key, value: parameter.value, low: limits.low, high: limits.high)
    }
    return fit
  }
}

/// What a regression says about reversion besides its parameters.
public struct ReversionEvidence: Sendable {
  /// The first-order bias of the speed: its mean error in samples of this length.
  public let speedBias: Double
  /// The deviation of the regression's residuals times the root of the observations a year, which
  /// leaves out that the rate reverts between two observations.
  public let residualVolatility: Double
  /// How often a random walk shows at least this much reversion by chance.
  public let chanceWithoutReversion: Double
}
