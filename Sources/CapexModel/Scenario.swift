/// A scenario's fixed points: what the report and the schedule need besides the model.
public struct Scenario: Sendable {
  public let assumptions: Assumptions
  public let name: String
  /// The day whose knowledge it holds, as written.
  public let asOf: String?
  public let currency: String
  public let start: Quarter
  /// How many quarters are simulated.
  public let quarters: Int
  /// The number of the quarter in which fiscal years end.
  public let fiscalYearEnd: Int
  public let planQuarters: Int
  /// In billions.
  public let planTotal: Double
  public let mode: Mode
  /// The plan's total over its quarters, as it was announced.
  public let schedule: Schedule
  /// What has happened since; nil where nothing is taken as known.
  public let known: KnownHistory?

  /// What holds the plan's total.
  public enum Mode: String, Sendable {
    case kept, pace, revised

    /// Whether the total follows from what is spent, also by a rule that phases what remains.
    public func makesTotalAnOutcome(with known: KnownHistory?) -> Bool {
      self == .pace || known?.phasing.map { !$0.rule.keepsTotal } ?? false
    }
  }

  /// Takes checked assumptions: every required key of the catalogue is there.
  public init(_ assumptions: Assumptions) throws(CapexModelError) {
    self.assumptions = assumptions
    name = assumptions.text("name") ?? ""
    asOf = assumptions.text("asOf")
    currency = assumptions.choice("currency")
    fiscalYearEnd =
      ["March": 1, "June": 2, "September": 3, "December": 4][
        assumptions.choice("fiscalYearEnd")] ?? 1
    guard case .quarter(let start)? = assumptions["start"]?.content,
      let quarters = assumptions.integer("quarters"),
      let planQuarters = assumptions.integer("plan.quarters"),
      let planTotal = assumptions.number("plan.total")
    else { throw .missing(path: "plan") }
    self.start = start
    self.quarters = quarters
    self.planQuarters = planQuarters
    self.planTotal = planTotal
    mode = Mode(rawValue: assumptions.choice("plan.mode")) ?? .kept
    guard planQuarters <= quarters else {
      throw .planLongerThanHorizon(path: "plan.quarters", plan: planQuarters, horizon: quarters)
    }
    let millions = (planTotal * 1000).rounded()
    guard abs(planTotal * 1000 - millions) < 1e-6 * max(1, millions) else {
      throw .notWholeMillions(path: "plan.total", billions: planTotal)
    }
    var profile = PlanProfile.flat
    if case .profile(let given)? = assumptions.content("plan.profile") { profile = given }
    if case .custom(let weights) = profile, weights.count != planQuarters {
      throw .wrongWeightCount(path: "plan.profile", weights: weights.count, quarters: planQuarters)
    }
    schedule = Schedule(
      total: Int(millions),
      weights: profile.weights(
        count: planQuarters, start: start, seasonal: assumptions.numbers("plan.seasonal")))
    known = try KnownHistory(
      assumptions,
      frame: KnownHistory.Frame(
        start: start, quarters: quarters, planQuarters: planQuarters, schedule: schedule))
  }

  /// Whole millions, one for each quarter of the plan: what was spent and how the rest is phased;
  /// the schedule where nothing has happened.
  public var currentMillions: [Int] { known?.phasing?.millions ?? schedule.millions }

  /// The total follows from what is spent, instead of the other way round.
  public var totalIsOutcome: Bool { mode.makesTotalAnOutcome(with: known) }

  /// The calendar quarter with number t, counted from 1 at the start; 0 is the one before.
  public func quarter(_ t: Int) -> Quarter { start.advanced(by: t - 1) }

  public func fiscal(_ t: Int) -> FiscalQuarter {
    FiscalQuarter(quarter(t), yearEnd: fiscalYearEnd)
  }
}

extension Scenario {
  /// Cloud revenue of the last reported quarter, in billions; nil without a cloud section.
  public var reportedCloudRevenue: (quarter: Quarter, billions: Double)? {
    guard let revenue = assumptions.number("cloud.revenue") else { return nil }
    let happened = known?.values[.cloudRevenue] ?? []
    if let last = happened.lastIndex(where: { $0 != nil }), let value = happened[last] {
      return (self.quarter(last + 1), value)
    }
    guard case .quarter(let quarter)? = assumptions.content("cloud.quarter") else {
      return (self.quarter(0), revenue)
    }
    return (quarter, revenue)
  }
}
