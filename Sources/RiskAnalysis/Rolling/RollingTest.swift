public import CapexModel
internal import MonteCarlo
internal import NumericalMethods
public import ScenarioFiles

/// The model judged as it would have been used: on the last day of each quarter it is calibrated on
/// what was known then, foretells four quarters, and is scored.
///
/// Of each origin only figures that were out count, and the plan is a pace: there was none to be
/// kept. Held by `ScoreCommandTests`.
public struct RollingTest: Sendable {
  public let ledger: ScoreLedger
  public let origins: [Origin]
  /// Days on which no forecast was made, since figures of capex are missing before them.
  public let skipped: [String]
  /// Days on which none of cloud revenue was made, though some of it was out.
  public let withoutRevenue: [String]

  public struct Origin: Sendable {
    public let day: String
    public let fits: [(forecaster: Forecaster, parameters: [Parameter])]
  }

  public struct Parameter: Sendable {
    /// A key of a scenario.
    public let path: String
    public let value: Double

    init(_ path: String, _ value: Double) {
      self.path = path
      self.value = value
    }
  }

  /// What is wrong with the figures for a test.
  public struct NoOrigin: Error, Sendable {
    /// Quarters of capex before the first origin, and how many are needed.
    public let found: Int
    public let needed: Int
  }

  /// The scenario from which judgement is to come has none of this section.
  public struct NoJudgement: Error, Sendable {
    public let path: String
  }

  /// The first origin, where the history reaches back so far.
  public static let first = Quarter(year: 2019, number: 1)

  /// - Parameters:
  ///   - judgement: the scenario from which comes what is not calibrated.
  /// - Throws: `NoOrigin` where the figures are too few; `NoJudgement` where the scenario lacks what
  ///   is not calibrated; what a model or a score refuses.
  public init(
    _ observations: Observations, judgement: Assumptions, trials: Int, seed: UInt64, workers: Int,
    program: String
  ) async throws {
    let rows = observations.rows
    let path = "cloud.growth.speed"
    if rows.contains(where: { $0.quantity == "cloudRevenue" }), judgement[path] == nil {
      throw NoJudgement(path: path)
    }
    let spending = rows.filter { $0.quantity == "capex" }.map(\.quarter)
    guard let earliest = spending.min(), let latest = spending.max() else {
      throw NoOrigin(found: 0, needed: RollingRules.fewestQuarters)
    }
    let first = max(
      RollingTest.first, earliest.advanced(by: RollingRules.fewestQuarters))
    var origins: [Origin] = []
    var skipped: [String] = []
    var withoutRevenue: [String] = []
    var scored: [ScoredForecast] = []
    for index in first.index..<max(latest.index, first.index) {
      let quarter = Quarter(index: index)
      let day = CalendarDay.last(of: quarter)
      var fits: [(forecaster: Forecaster, parameters: [Parameter])] = []
      var records: [(forecaster: Forecaster, record: ForecastRecord)] = []
      for forecaster in [Forecaster.model, .leastSquares] {
        let rules = RollingRules(
          forecaster: forecaster, rows: rows, day: day, start: quarter.advanced(by: 1),
          judgement: judgement)
        guard let outcome = rules.outcome() else { continue }
        if forecaster == .model, !outcome.foretellsRevenue, rules.knowsAYearOfRevenue {
          withoutRevenue.append(day)
        }
        fits.append((forecaster, outcome.parameters))
        let record = try await RollingTest.record(
          outcome.assumptions, trials: trials, seed: seed, workers: workers, program: program)
        records.append((forecaster, record))
      }
      guard let own = records.first, own.forecaster == .model else {
        skipped.append(day)
        continue
      }
      origins.append(Origin(day: day, fits: fits))
      scored.append(
        try ScoredForecast(
          own.record, named: day, observations: observations,
          others: Array(records.dropFirst())))
    }
    guard !scored.isEmpty else {
      throw NoOrigin(found: spending.count, needed: RollingRules.fewestQuarters + 1)
    }
    self.origins = origins
    self.skipped = skipped
    self.withoutRevenue = withoutRevenue
    ledger = try ScoreLedger(
      scored, observations: observations, calibrating: [GrowthChanges.item])
  }

  private static func record(
    _ assumptions: Assumptions, trials: Int, seed: UInt64, workers: Int, program: String
  ) async throws -> ForecastRecord {
    let model = try CapexModel(assumptions)
    let published = model.model.definitions
      .filter { $0.isReported && ForecastRecord.isPublished($0.quantity) }.map(\.quantity.name)
    let result = await Simulation(
      try model.model.compile(outputs: published), trials: trials, seed: seed, workers: workers
    ).run()
    return try ForecastRecord(
      result,
      context: ReportContext(
        model.scenario, origin: .builtIn("rolling"), overrides: [], programVersion: program,
        streamVersion: Stream.version, elapsedSeconds: nil),
      digest: ScenarioDocument.Origin.digest(of: assumptions))
  }
}
