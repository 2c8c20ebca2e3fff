public import MonteCarlo

/// What a run says about its plan: pure values, for every kind of report.
public struct Answers: Sendable {
  public let context: ReportContext
  public let trials: Int
  public let seed: UInt64
  /// Every quantity of the run, in the model's order.
  public let quantities: [QuantityStatistics]
  public let headline: Headline
  /// The plan's quarters, by fiscal year.
  public let schedule: [FiscalYearRows]
  /// Of `totalCapex`, and of the same in another currency; what the run does not have is left out.
  public let totals: [TotalDistribution]
  /// Of what happens in a quarter, once a trial.
  public let arrivals: [ArrivalCurve]
  public let warnings: [Warning]
  /// What was asked for with a tolerance, and how precisely the run found it.
  public let precision: [PrecisionAnswer]
  /// Where something has happened.
  public let actuals: ActualsAnswer?
  /// What changed against the view before; nil where there is none.
  public let change: Result<ChangeSplit, RiskAnalysisError>?

  /// - Parameters:
  ///   - attained: of a run that stopped by itself, in the order of its targets.
  ///   - change: against the view before, where there is one.
  public init(
    _ result: SimulationResult, context: ReportContext, attained: [AttainedPrecision] = [],
    change: Result<ChangeSplit, RiskAnalysisError>? = nil
  ) {
    self.context = context
    trials = result.trials
    seed = result.seed
    let quantities = result.quantities.map(QuantityStatistics.init)
    self.quantities = quantities
    let find = { (name: String) in quantities.first { $0.name == name } }
    headline = Headline(
      context: context, find: find, paybackThreshold: PaybackThreshold(result))
    schedule = FiscalYearRows.all(context: context, find: find)
    totals = ["totalCapex", "totalCapexUSD", "totalCapexCNY"].compactMap { name in
      result.quantity(name).flatMap {
        TotalDistribution($0, plan: name == "totalCapex" ? context.plan.total : nil)
      }
    }
    arrivals = result.quantities.compactMap { ArrivalCurve($0, quarters: context.quarters) }
    warnings = Warning.all(quantities, trials: result.trials)
    actuals = context.known.map {
      ActualsAnswer($0, start: context.start, plan: context.plan, result: result)
    }
    self.change = change
    precision = attained.map { PrecisionAnswer($0, of: result) }
  }

  public func quantity(_ name: String) -> QuantityStatistics? {
    quantities.first { $0.name == name }
  }

  public func total(_ name: String) -> TotalDistribution? {
    totals.first { $0.quantity.name == name }
  }

  public func arrival(_ name: String) -> ArrivalCurve? { arrivals.first { $0.name == name } }

  /// The numbers by trial, each with its distribution.
  public var distributions: [QuantityStatistics] {
    modelled.filter { !$0.quantity.isByQuarter && $0.quantity.style != .condition }
  }

  /// The conditions by trial, each with its probability.
  public var probabilities: [QuantityStatistics] {
    modelled.filter { !$0.quantity.isByQuarter && $0.quantity.style == .condition }
  }

  /// The conditions by quarter.
  public var quarterlyProbabilities: [QuantityStatistics] {
    modelled.filter { $0.quantity.isByQuarter && $0.quantity.style == .condition }
  }

  /// What the scenario defines itself for the page, whatever its shape.
  public var metrics: [QuantityStatistics] { quantities.filter { $0.quantity.role == .metric } }

  /// Of the built-in model.
  private var modelled: [QuantityStatistics] { quantities.filter { $0.quantity.role == .model } }
}
