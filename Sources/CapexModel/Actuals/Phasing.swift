internal import NumericalMethods

/// How what remains of a plan is spread over the quarters that are left.
public enum PhasingRule: String, CaseIterable, Sendable {
  /// What was not spent is added to the next quarter; the rest goes on as scheduled.
  case carryOver
  /// The remainder in proportion to the schedule of the quarters that are left.
  case proRata
  /// What was not spent is added to the next k quarters in equal parts.
  case catchUp
  /// The mean of the last quarters goes on; the total is an outcome.
  case holdRunRate
  /// The remainder along the rest of an S curve over the whole plan.
  case sCurve

  /// Whether the phased quarters sum to what remains of the total.
  public var keepsTotal: Bool { self != .holdRunRate }
}

/// What was spent of a plan, and how the rest is phased, in whole millions.
///
/// With s the schedule, a what was spent in the first c of N quarters, R = max(T - Σa, 0) and
/// D = Σ_{t ≤ c} (s_t - a_t):
///
/// - carryOver: s_{c+1} + D, then s_t; catchUp: s_t + D/k in k quarters, then s_t
/// - proRata: R s_t / Σ_{u > c} s_u; sCurve: R w_t / Σ_{u > c} w_u, w the increments of the logistic
///   1/(1 + e^{-k(t/N - 1/2)}) times the seasonal factors of the plan
/// - holdRunRate: the mean of the last quarters that were spent
///
/// What was spent too much lowers quarters to nothing and no further; what is then left of it
/// lowers the quarters after them, and where these do not do, those before. Rounded by largest
/// remainder. Held by `PhasingTests`.
public struct Phasing: Hashable, Sendable {
  public let rule: PhasingRule
  /// One for each of the plan's quarters that have happened.
  public let spent: [Int]
  /// One for each of the plan's quarters that are left.
  public let planned: [Int]
  /// What of the total is not spent; 0 where more was spent.
  public let remaining: Int

  /// The numbers of a rule.
  public struct Settings: Hashable, Sendable {
    /// catchUp: k.
    public var within = 4
    /// holdRunRate: spending of the last quarters, oldest first.
    public var recent: [Int] = []
    /// sCurve: k.
    public var steepness = 6.0
  }

  /// - Returns: nil where proRata has no schedule left to go by.
  init?(
    _ rule: PhasingRule, schedule: Schedule, spent: [Int], settings: Settings,
    sCurve weights: (Double) -> [Double]
  ) {
    self.rule = rule
    self.spent = spent
    let left = Array(schedule.millions.dropFirst(spent.count))
    let total = schedule.millions.reduce(0, +)
    remaining = max(0, total - spent.reduce(0, +))
    guard !left.isEmpty else {
      planned = []
      return
    }
    switch rule {
    case .carryOver, .catchUp:
      let open = total - left.reduce(0, +) - spent.reduce(0, +)
      planned = Phasing.adding(open, to: left, within: rule == .carryOver ? 1 : settings.within)
    case .proRata:
      guard left.contains(where: { $0 > 0 }) else { return nil }
      planned = Schedule(total: remaining, weights: left.map(Double.init)).millions
    case .sCurve:
      let rest = Array(weights(settings.steepness).dropFirst(spent.count))
      planned = Schedule(total: remaining, weights: rest).millions
    case .holdRunRate:
      let mean = Double(settings.recent.reduce(0, +)) / Double(max(1, settings.recent.count))
      planned = left.map { _ in Int(mean.rounded()) }
    }
  }

  /// Adds a difference to the first quarters in equal parts; nothing falls below zero.
  private static func adding(_ open: Int, to schedule: [Int], within quarters: Int) -> [Int] {
    var planned = schedule
    let count = min(quarters, planned.count)
    for place in 0..<count {
      let odd = place < open.magnitude % UInt(count) ? open.signum() : 0
      planned[place] += open / count + odd
    }
    var debt = 0
    for place in planned.indices {
      let value = planned[place] + debt
      debt = min(0, value)
      planned[place] = max(0, value)
    }
    for place in planned.indices.reversed() where debt < 0 {
      let value = planned[place] + debt
      debt = min(0, value)
      planned[place] = max(0, value)
    }
    return planned
  }

  /// Every quarter of the plan: what was spent, then what is planned.
  public var millions: [Int] { spent + planned }

  /// What the quarters that are left must run at for the total, in billions; nil where none is
  /// left.
  public var neededPerQuarter: Double? {
    planned.isEmpty ? nil : Double(remaining) / Double(planned.count) / 1000
  }
}
