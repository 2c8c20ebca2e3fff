public import CapexModel

/// A plan's schedule against cloud revenue, without chance: what `capexsim schedule` shows.
public struct ScheduleRows: Sendable {
  public var scenario: String
  public var origin: ReportContext.Origin
  public var asOf: String?
  public var currency: String
  public var start: Quarter
  /// The quarter number in which fiscal years end: 1 for March, 4 for December.
  public var fiscalYearEnd: Int
  public var overrides: [ReportContext.Override]
  public var programVersion: String
  /// Capex of the plan, a quarter, in whole millions.
  public var millions: [Int]
  /// How many of the first quarters were spent, and the rule by which the others are phased.
  public var phasing: (spent: Int, rule: PhasingRule)?
  public var reported: Reported?
  /// Billions a quarter, from the start: cloud revenue when every growth rate is as expected.
  public var expectedRevenue: [Double]?

  /// Cloud revenue of the last reported quarter, in billions.
  public struct Reported: Sendable, Equatable {
    public var quarter: Quarter
    public var revenue: Double
    public init(quarter: Quarter, revenue: Double) {
      self.quarter = quarter
      self.revenue = revenue
    }
  }

  public init(
    scenario: String, origin: ReportContext.Origin, asOf: String?, currency: String,
    start: Quarter, fiscalYearEnd: Int, overrides: [ReportContext.Override],
    programVersion: String, millions: [Int], reported: Reported?, expectedRevenue: [Double]?
  ) {
    self.scenario = scenario
    self.origin = origin
    self.asOf = asOf
    self.currency = currency
    self.start = start
    self.fiscalYearEnd = fiscalYearEnd
    self.overrides = overrides
    self.programVersion = programVersion
    self.millions = millions
    self.reported = reported
    self.expectedRevenue = expectedRevenue
  }

  /// The schedule of a scenario.
  ///
  /// - Parameters:
  ///   - reported: cloud revenue of the last reported quarter, where there is a cloud business.
  ///   - expectedRevenue: billions a quarter, from the start.
  public init(
    _ scenario: Scenario, origin: ReportContext.Origin, overrides: [ReportContext.Override],
    programVersion: String, reported: Reported?, expectedRevenue: [Double]?
  ) {
    self.init(
      scenario: scenario.name, origin: origin, asOf: scenario.asOf, currency: scenario.currency,
      start: scenario.start, fiscalYearEnd: scenario.fiscalYearEnd, overrides: overrides,
      programVersion: programVersion, millions: scenario.currentMillions, reported: reported,
      expectedRevenue: expectedRevenue)
    phasing = scenario.known?.phasing.map { ($0.spent.count, $0.rule) }
  }

  public struct Row: Sendable {
    public let calendar: Quarter
    public let fiscal: FiscalQuarter
    public let capex: Int
    public let cumulative: Int
    /// In billions.
    public let revenue: Double?
    public let toReported: Double?
    public let toExpected: Double?
  }

  public struct Year: Sendable {
    public let year: Int
    public let rows: [Row]
    /// In whole millions, exact.
    public let capex: Int
    /// In billions; nil where a quarter has none.
    public let revenue: Double?
    public let toExpected: Double?
  }

  public var rows: [Row] {
    var spent = 0
    return millions.enumerated().map { i, capex in
      spent += capex
      let revenue = expectedRevenue.flatMap { $0.indices.contains(i) ? $0[i] : nil }
      let calendar = start.advanced(by: i)
      return Row(
        calendar: calendar, fiscal: FiscalQuarter(calendar, yearEnd: fiscalYearEnd), capex: capex,
        cumulative: spent, revenue: revenue,
        toReported: reported.map { Double(capex) / 1000 / $0.revenue },
        toExpected: revenue.map { Double(capex) / 1000 / $0 })
    }
  }

  public var years: [Year] {
    rows.chunked { $0.fiscal.year }.map { year, rows in
      let capex = rows.reduce(0) { $0 + $1.capex }
      let revenues = rows.compactMap(\.revenue)
      let revenue = revenues.count == rows.count ? revenues.reduce(0, +) : nil
      return Year(
        year: year, rows: rows, capex: capex, revenue: revenue,
        toExpected: revenue.map { Double(capex) / 1000 / $0 })
    }
  }

  /// The plan's total in whole millions, exact.
  public var total: Int { millions.reduce(0, +) }
}
