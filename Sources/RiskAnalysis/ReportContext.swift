public import CapexModel

/// What a report says about a run besides its results.
///
/// Threads are not among it: results never depend on them.
public struct ReportContext: Sendable {
  public var scenario: String
  public var origin: Origin
  /// The day whose knowledge the scenario holds, as written.
  public var asOf: String?
  /// `CNY` or `USD`: the currency of the plan.
  public var currency: String
  /// Quarter t = 1.
  public var start: Quarter
  /// H, how many quarters are simulated.
  public var quarters: Int
  /// The quarter number in which fiscal years end: 1 for March, 4 for December.
  public var fiscalYearEnd: Int
  public var plan: Plan
  /// What has happened; nil where nothing is taken as known.
  public var known: KnownHistory?
  /// The annual rate of the net present value, where it is one number.
  public var discountRate: Double?
  public var overrides: [Override]
  public var programVersion: String
  public var streamVersion: Int
  /// Shown in the text alone, since it differs from run to run.
  public var elapsedSeconds: Double?

  public enum Origin: Sendable, Equatable {
    case file(String)
    case builtIn(String)
  }

  public struct Plan: Sendable, Equatable {
    /// In billions of the scenario's currency.
    public var total: Double
    public var mode: Scenario.Mode
    /// Billions a quarter, from the start; the plan has as many quarters.
    public var schedule: [Double]

    public var quarters: Int { schedule.count }

    public init(total: Double, mode: Scenario.Mode, schedule: [Double]) {
      self.total = total
      self.mode = mode
      self.schedule = schedule
    }
  }

  /// An assumption that was given besides the file, as written.
  public struct Override: Sendable, Equatable {
    public var path: String
    public var value: String
    /// What the file says; nil where it says nothing.
    public var fileValue: String?

    public init(path: String, value: String, fileValue: String?) {
      self.path = path
      self.value = value
      self.fileValue = fileValue
    }
  }

  public init(
    scenario: String, origin: Origin, asOf: String?, currency: String, start: Quarter,
    quarters: Int, fiscalYearEnd: Int, plan: Plan, known: KnownHistory? = nil,
    discountRate: Double?, overrides: [Override],
    programVersion: String, streamVersion: Int, elapsedSeconds: Double?
  ) {
    self.scenario = scenario
    self.origin = origin
    self.asOf = asOf
    self.currency = currency
    self.start = start
    self.quarters = quarters
    self.fiscalYearEnd = fiscalYearEnd
    self.plan = plan
    self.known = known
    self.discountRate = discountRate
    self.overrides = overrides
    self.programVersion = programVersion
    self.streamVersion = streamVersion
    self.elapsedSeconds = elapsedSeconds
  }

  /// What a scenario says of itself, and what was given besides it.
  public init(
    _ scenario: Scenario, origin: Origin, overrides: [Override], programVersion: String,
    streamVersion: Int, elapsedSeconds: Double?
  ) {
    var rate: Double?
    if case .number(let given)? = scenario.assumptions["withoutPlan.discountRate"]?.content {
      rate = given
    }
    self.init(
      scenario: scenario.name, origin: origin, asOf: scenario.asOf, currency: scenario.currency,
      start: scenario.start, quarters: scenario.quarters, fiscalYearEnd: scenario.fiscalYearEnd,
      plan: Plan(
        total: scenario.planTotal, mode: scenario.mode, schedule: scenario.schedule.billions),
      known: scenario.known, discountRate: rate, overrides: overrides,
      programVersion: programVersion,
      streamVersion: streamVersion, elapsedSeconds: elapsedSeconds)
  }

  /// What holds the total: the plan's mode, or a pace that is held instead.
  public var totalMode: String {
    guard let rule = known?.phasing?.rule, !rule.keepsTotal else { return plan.mode.rawValue }
    return plan.mode == .revised ? "revised or \(rule.rawValue)" : rule.rawValue
  }

  /// The calendar quarter of index t = 1 ….
  public func calendar(_ t: Int) -> Quarter { start.advanced(by: t - 1) }
  public func fiscal(_ t: Int) -> FiscalQuarter {
    FiscalQuarter(calendar(t), yearEnd: fiscalYearEnd)
  }
  /// The last quarter of the plan, and the last that is simulated.
  public var planEnd: Quarter { calendar(plan.quarters) }
  public var horizonEnd: Quarter { calendar(quarters) }
}
