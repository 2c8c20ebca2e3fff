internal import NumericalMethods
internal import PathAlgebra

extension ModelDraft {
  /// Spending against the revenue of the whole group.
  mutating func addGroup() throws(CapexModelError) {
    let known = try KnownRevenue(scenario, section: "group") {
      representative("group.growth", at: $0)
    }
    series("group.season") { known.seasonRatio($0) }
    parameters("group", ["growth", "volatility"])
    let factor = unreportedFactor("group", driver: "group.revenue", known)
    addUnreported(known, factor: factor)
    let actual = actual(.groupRevenue)
    report(
      "groupRevenue",
      ModelDraft.happened(
        actual, actual ?? "",
        otherwise: "previous(groupRevenue, group.start) * exp(log(1 + group.growth) * dt"
          + " + group.volatility * sqrt(dt) * normal(group.revenue)) * group.season"),
      unit: money, .amount, meaning: "Revenue of the whole group in the quarter.")
    report(
      "capexToGroupRevenue", "capex / groupRevenue", .percentage,
      meaning: "Spending as a share of group revenue.")
  }

  /// Users of Quark: logistic adoption, U_t = K / (1 + (K/U_0 - 1) e^{-s t}).
  mutating func addQuark() {
    let quark = "indicators.quark"
    let users = Unit.scaled("million", "users")
    for name in ["users", "ceiling", "threshold"] { parameter("\(quark).\(name)", unit: users) }
    parameter("\(quark).speed")
    report(
      "quarkUsers",
      "\(quark).ceiling / (1 + (\(quark).ceiling / \(quark).users - 1)"
        + " * exp(-\(quark).speed * (quarter * dt)))",
      unit: users, .amount, meaning: "Users of Quark.")
    report(
      "quarkReached", "quarkUsers >= \(quark).threshold", .condition,
      meaning: "Quark has the number of users in question.")
    reportOnce(
      "quarkReachedIn", "first(quarkUsers >= \(quark).threshold, over: horizon)", .quarter,
      meaning: "The quarter in which Quark reaches that number.")
  }

  /// Whether growth of cloud revenue has stepped up from what was last reported.
  mutating func addStepUp() throws(CapexModelError) {
    guard let growth = model.definitions.first(where: { $0.quantity.name == "cloudGrowth" }) else {
      throw .missing(path: "cloud.history")
    }
    parameters("indicators.stepUp", ["from", "by"])
    report(
      "growthSteppedUp", "cloudGrowth >= indicators.stepUp.from + indicators.stepUp.by",
      .condition, from: growth.quantity.firstQuarter,
      meaning: "Cloud revenue grows by at least that much more than last reported.")
  }
}
