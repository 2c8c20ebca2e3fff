internal import PathAlgebra

extension ModelDraft {
  private var growth: String { "cloud.growth" }

  /// g_t = ḡ_t + (g_{t-1} - ḡ_{t-1}) e^{-κ dt} + σ √((1 - e^{-2κ dt}) / 2κ) z, in logarithms, and
  /// D_t = D_{t-1} exp(g_t dt) season_t / season_{t-1}. Revenue that has happened is the demand of
  /// its quarter, and gives the growth since the last known one. Held by `DrawnWorldTests` and
  /// `UncertainGrowthTests`.
  mutating func addTotalDemand(_ known: KnownRevenue) {
    parameters(growth, ["path", "speed", "volatility"])
    let volatility = addUncertainVolatility()
    let shift = addError("path", volatility)
    let decay = "exp(-\(growth).speed * dt)"
    let noise = reversionStep(volatility: volatility, speed: "\(growth).speed")
    var deviation = firstDeviation(known, shift: shift, volatility: volatility)
    for place in known.unreportedPlaces {
      step(
        unreportedGrowth(place),
        "\(deviation.map { "\($0) * \(decay) + " } ?? "")\(noise) * normal(\(growth).unreported.\(place), by: trial)",
        byQuarter: false)
      deviation = unreportedGrowth(place)
    }
    let drawn = drawnGrowth("\(growth).path", known)
    let excess = known.unreportedPlaces.map { place in
      ([unreportedGrowth(place)] + [shift, drawn].compactMap { $0 }).joined(separator: " + ")
    }
    addUnreported(known) { place in
      "exp(dt * (\(excess.prefix(place).joined(separator: " + "))))"
    }
    let actual = actual(.cloudRevenue)
    if actual != nil { series("actuals.cloudGrowth") { known.growth($0) } }
    step(
      "growthDeviation",
      ModelDraft.happened(
        actual,
        "actuals.cloudGrowth - log(1 + \(growth).path)" + (shift.map { " - \($0)" } ?? ""),
        otherwise: "previous(growthDeviation, \(deviation ?? "0")) * \(decay)"
          + " + \(noise) * normal(cloud.growth)"))
    step(
      "growthRate",
      "log(1 + \(growth).path)" + (shift.map { " + \($0)" } ?? "") + " + growthDeviation")
    step(
      "demand",
      ModelDraft.happened(
        actual, actual ?? "",
        otherwise: "previous(demand, cloud.start) * exp(growthRate * dt) * cloud.season"),
      unit: money)
  }

  /// How far growth is off its path in the last quarter that was reported; nil where it is on it.
  private mutating func firstDeviation(
    _ known: KnownRevenue, shift: String?, volatility: String
  ) -> String? {
    let error = addError("start", volatility)
    guard parameter("\(growth).start") else { return error }
    let path = beforeStart("\(growth).path", at: -known.unreported)
    step(
      "\(growth).reported",
      "log(1 + \(growth).start) - log(1 + \(path))" + (shift.map { " - \($0)" } ?? "")
        + (error.map { " + \($0)" } ?? ""),
      byQuarter: false)
    return "\(growth).reported"
  }

  private func unreportedGrowth(_ place: Int) -> String { "\(growth).unreported\(place)" }

  /// Lognormal: a short history leaves so few degrees of freedom that the exact σ √(ν / χ²) of a
  /// rate would give growth no mean.
  /// - Returns: the name of the volatility that the trial has.
  private mutating func addUncertainVolatility() -> String {
    guard parameter("\(growth).errors.volatility") else { return "\(growth).volatility" }
    step(
      "\(growth).uncertainVolatility",
      "\(growth).volatility"
        + " * exp(\(growth).errors.volatility * normal(\(growth).uncertainty.volatility, by: trial))",
      byQuarter: false)
    return "\(growth).uncertainVolatility"
  }

  /// A share of the trial's volatility times a normal draw.
  /// - Returns: the name of the draw, or nil where there is no error.
  private mutating func addError(_ key: String, _ volatility: String) -> String? {
    guard parameter("\(growth).errors.\(key)") else { return nil }
    let name = "\(growth).uncertain\(key.prefix(1).uppercased())\(key.dropFirst())"
    step(
      name,
      "\(growth).errors.\(key) * \(volatility) * normal(\(growth).uncertainty.\(key), by: trial)",
      byQuarter: false)
    return name
  }
}
