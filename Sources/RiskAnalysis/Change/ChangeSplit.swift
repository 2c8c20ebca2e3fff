public import CapexModel
internal import MonteCarlo
internal import PathAlgebra

/// What a later view of a plan changes, split among timing, scope, exchange rate and model.
///
/// All sixteen mixtures of the two views are run on the same draws; each measure's change is shared
/// by `ShapleyShares`. Held by `ChangeSplitTests`.
public struct ChangeSplit: Sendable {
  /// The earlier view's name.
  public let earlier: String
  public let trials: Int
  /// The last quarter of the plan, and its total in billions, as the earlier view has them.
  public let planEnd: Quarter
  public let total: Double
  public let measures: [Measure]

  /// One number of both views, in whole units: money in yuan or dollars, a probability in trials.
  public struct Measure: Sendable {
    public let statistic: Statistic
    public let before: Int
    public let after: Int
    /// In the order of `ChangeCause.allCases`; they sum to `after` less `before`.
    public let shares: [Int]
    /// The half width of the 95 % interval of `after`; nil with too few trials.
    public let error: Double?
  }

  public enum Statistic: Hashable, Sendable {
    /// The mean of all spending, in a currency.
    case totalCapex(currency: String)
    /// The mean of spending to the end of the plan, in the scenario's currency.
    case spentByPlanEnd(currency: String)
    /// The trials in which spending reaches the total by the end of the plan.
    case reachedByPlanEnd
  }

  /// Trials in which a probability has three decimals as a percentage, all of them exact.
  public static let standardTrials = 50_000

  init(earlier: String, trials: Int, planEnd: Quarter, total: Double, measures: [Measure]) {
    self.earlier = earlier
    self.trials = trials
    self.planEnd = planEnd
    self.total = total
    self.measures = measures
  }

  /// Runs the mixtures.
  ///
  /// - Parameters:
  ///   - earlier: takes nothing as known.
  ///   - trials: at least 1.
  /// - Throws: `viewsDiffer` where the two have another start, horizon or currency, and
  ///   `mixtureImpossible` where assumptions of the two do not go together.
  public init(
    from earlier: CapexModel, to later: CapexModel, trials: Int, seed: UInt64, workers: Int
  ) async throws(RiskAnalysisError) {
    let (old, new) = (earlier.scenario, later.scenario)
    for (key, isSame) in [
      ("start", old.start == new.start), ("quarters", old.quarters == new.quarters),
      ("currency", old.currency == new.currency),
    ] where !isSame { throw .viewsDiffer(key: key) }
    var values: [[Value]] = []
    for set in 0..<(1 << ChangeCause.allCases.count) {
      let causes = ChangeCause.allCases.filter { set & 1 << $0.rawValue != 0 }
      values.append(
        try await ChangeSplit.values(
          of: ChangeCause.mixed(old.assumptions, new.assumptions, causes: Set(causes)),
          causes: causes, plan: old, trials: trials, seed: seed, workers: workers))
    }
    // A statistic that one of the mixtures lacks has no split.
    let statistics = values[0].map(\.statistic).filter { statistic in
      values.allSatisfy { $0.contains { $0.statistic == statistic } }
    }
    self.init(
      earlier: old.name, trials: trials, planEnd: old.quarter(old.planQuarters),
      total: old.planTotal,
      measures: statistics.map { statistic in
        let all = values.compactMap { $0.first { $0.statistic == statistic } }
        return Measure(
          statistic: statistic, before: all[0].units, after: all[all.count - 1].units,
          shares: ShapleyShares.shares(all.map(\.units)), error: all[all.count - 1].error)
      })
  }

  private struct Value {
    let statistic: Statistic
    let units: Int
    let error: Double?
  }

  private static func values(
    of assumptions: Assumptions, causes: [ChangeCause], plan: Scenario, trials: Int, seed: UInt64,
    workers: Int
  ) async throws(RiskAnalysisError) -> [Value] {
    let outputs: [(statistic: Statistic, quantity: Quantity, formula: String)]
    let program: ColumnProgram
    do {
      var model = try CapexModel(assumptions).model
      outputs = ChangeSplit.outputs(of: model, plan: plan)
      for output in outputs {
        model.add(output.quantity, formula: output.formula, isReported: true)
      }
      program = try model.compile(outputs: outputs.map(\.quantity.name))
    } catch {
      throw .mixtureImpossible(causes: causes, path: (error as? CapexModelError)?.path)
    }
    let result = await Simulation(program, trials: trials, seed: seed, workers: workers).run()
    return outputs.compactMap { output in
      guard let summary = result.quantity(output.quantity.name)?.summaries.first,
        summary.mean.isFinite
      else { return nil }
      let scale = output.statistic == .reachedByPlanEnd ? Double(trials) : 1e9
      return Value(
        statistic: output.statistic, units: Int((summary.mean * scale).rounded()),
        error: Estimate.mean(of: summary)?.halfWidth.map { $0 * scale })
    }
  }

  private static func outputs(
    of model: Model, plan: Scenario
  ) -> [(statistic: Statistic, quantity: Quantity, formula: String)] {
    func output(
      _ statistic: Statistic, _ name: String, _ currency: String?, _ formula: String
    ) -> (statistic: Statistic, quantity: Quantity, formula: String) {
      let unit = currency.map { Unit.currency($0) } ?? .none
      let style: ValueStyle = currency == nil ? .condition : .amount
      return (
        statistic,
        Quantity(name: "change.\(name)", meaning: "", unit: unit, style: style, isByQuarter: false),
        formula
      )
    }
    let own = plan.currency
    var outputs = [
      output(.totalCapex(currency: own), "total", own, "sum(capex, over: horizon)"),
      output(
        .spentByPlanEnd(currency: own), "byPlanEnd", own,
        "sum(if(quarter <= \(plan.planQuarters), capex, 0), over: horizon)"),
      output(
        .reachedByPlanEnd, "reached", nil,
        "first(cumulativeCapex >= \(plan.planTotal) [\(own) bn] - plan.tolerance, over: horizon)"
          + " <= \(plan.planQuarters)"),
    ]
    for other in ["USD", "CNY"]
    where model.definitions.contains(where: { $0.quantity.name == "totalCapex\(other)" }) {
      outputs.insert(
        output(
          .totalCapex(currency: other), "other", other,
          "sum(capex\(other), over: horizon)"), at: 1)
    }
    return outputs
  }
}
