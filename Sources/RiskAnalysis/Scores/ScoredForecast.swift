public import CapexModel
internal import NumericalMethods
public import ScenarioFiles

/// A forecast set against what came, with its rivals.
public struct ScoredForecast: Sendable {
  /// The file, or the scenario as it was named.
  public let name: String
  public let certificate: ForecastRecord.Certificate
  /// The day on which it was made.
  public let day: String
  public let quantities: [ScoredQuantity]
  /// One for each row of the observations.
  public let uses: [ObservationUse]
  /// How the tool or the scenario has changed since it was made.
  public let remarks: [RecordRemark]

  /// - Parameters:
  ///   - others: the same forecast made in other ways.
  ///   - remarks: of a record.
  /// - Throws: `levelMissing`, `notFinite` of a record that lacks what scores need.
  public init(
    _ record: ForecastRecord, named name: String, observations: Observations,
    others: [(forecaster: Forecaster, record: ForecastRecord)] = [],
    remarks: [RecordRemark] = []
  ) throws(RiskAnalysisError) {
    self.name = name
    self.remarks = remarks
    certificate = record.certificate
    let day = record.day
    self.day = day
    let uses = record.uses(of: observations.rows, on: day)
    self.uses = uses
    var quantities: [ScoredQuantity] = []
    for quantity in record.quantities {
      let figures = zip(observations.rows, uses)
        .filter { $0.quantity == quantity.name && $1 == .scored }.map(\.0)
        .sorted { $0.quarter < $1.quarter }
      if figures.isEmpty { continue }
      var forecasts = [(forecaster: Forecaster.model, record: record)]
      forecasts += others
      quantities.append(
        try ScoredQuantity(
          quantity, figures: figures,
          known: KnownValues(observations.rows, of: quantity.name, on: day), record: record,
          forecasts: forecasts.compactMap { forecast in
            forecast.record.quantity(quantity.name).map { (forecast.forecaster, $0) }
          }))
    }
    self.quantities = quantities
  }
}

/// One quantity of a forecast with its rivals.
public struct ScoredQuantity: Sendable {
  public let name: String
  public let unit: String
  /// In the order of `Forecaster`; those that have nothing to say are left out.
  public let scores: [(forecaster: Forecaster, quarters: [QuarterScore])]
  public let known: KnownValues
  /// Quarters before the last figure that were foretold and have none.
  public let unscored: [Quarter]

  init(
    _ quantity: RecordedQuantity, figures: [Observations.Row], known: KnownValues,
    record: ForecastRecord, forecasts: [(Forecaster, RecordedQuantity)]
  ) throws(RiskAnalysisError) {
    name = quantity.name
    unit = quantity.unit
    self.known = known
    let quarters = Set(figures.map(\.quarter))
    unscored =
      quarters.max().map { last in
        (quantity.first.index...max(quantity.first.index, last.index)).map(Quarter.init(index:))
          .filter { !quarters.contains($0) }
      } ?? []
    let draws = Stream(seed: record.certificate.seed, name: "score.\(quantity.name)")
    var scores: [(forecaster: Forecaster, quarters: [QuarterScore])] = []
    for forecaster in Forecaster.allCases {
      var quarters: [QuarterScore] = []
      for figure in figures {
        let forecast: QuantileForecast?
        switch forecaster {
        case .model, .leastSquares:
          forecast = forecasts.first { $0.0 == forecaster }?.1.forecast(figure.quarter)
        case .straightLine:
          forecast =
            quantity.name == "capex"
            ? try NaiveForecast.straightLine(
              record.certificate.plan, of: figure.quarter, levels: record.levels) : nil
        case .lastValue, .yearBefore:
          forecast = try NaiveForecast.forecast(
            forecaster, of: figure.quarter, from: known, levels: record.levels)
        }
        guard let forecast else { continue }
        quarters.append(
          try QuarterScore(
            forecast, quarter: figure.quarter,
            horizon: quantity.first.distance(to: figure.quarter) + 1, observation: figure.value,
            draws: draws))
      }
      if !quarters.isEmpty { scores.append((forecaster, quarters)) }
    }
    self.scores = scores
  }
}

extension ForecastRecord {
  /// What it foretells, in words: `capex (2025Q2 to 2028Q1), …, all after 2025-02-24`.
  package var summary: String {
    quantities.map { quantity in
      let last = quantity.first.advanced(by: quantity.forecasts.count - 1)
      return "\(quantity.name) (\(quantity.first) to \(last))"
    }.joined(separator: ", ") + ", of what came out after \(day)"
  }

  /// The day on which it was made; where the scenario has none, the last day of the quarter before
  /// the first.
  var day: String {
    certificate.asOf ?? CalendarDay.last(of: certificate.plan.start.advanced(by: -1))
  }

  func uses(of rows: [Observations.Row], on day: String) -> [ObservationUse] {
    var uses = rows.map { use(of: $0, on: day) }
    // Of several days at the end of a quarter the last is its figure.
    var last: [String: Int] = [:]
    for index in uses.indices where uses[index] == .scored {
      let key = "\(rows[index].quantity) \(rows[index].quarter)"
      guard let other = last[key] else {
        last[key] = index
        continue
      }
      let isLater = rows[index].period > rows[other].period
      uses[isLater ? other : index] = .insideQuarter
      if isLater { last[key] = index }
    }
    return uses
  }

  private func use(of row: Observations.Row, on day: String) -> ObservationUse {
    guard let quantity = quantity(row.quantity) else { return .notForetold }
    if row.isKnown(on: day) { return .known }
    let place = quantity.first.distance(to: row.quarter)
    if place < 0 { return .beforeForecast }
    if place >= quantity.forecasts.count { return .afterForecast }
    return row.endsQuarter ? .scored : .insideQuarter
  }
}
