internal import NumericalMethods
internal import PathAlgebra

extension ModelDraft {
  /// Each pair's rate, as the spot rate times the exponential of its log change since the start.
  mutating func addExchangeRates() throws(CapexModelError) {
    let pairs = assumptions.names(in: "fx")
    for pair in pairs {
      let unit = Unit.rate(quote(pair), per: base(pair))
      parameter("fx.\(pair).spot", unit: unit)
      let actual = addKnownRates(pair, unit: unit)
      let formula = try addLogarithm(pair, actual: actual, unit: unit)
      report(
        "fx.\(pair)", ModelDraft.happened(actual, actual ?? "", otherwise: formula), unit: unit,
        .exchangeRate,
        meaning: "\(quote(pair)) per \(base(pair)).")
    }
    // Crosses are computed, never simulated apart.
    for (index, first) in pairs.enumerated() {
      for second in pairs[(index + 1)...] where quote(first) == quote(second) {
        report(
          "fx.\(first.prefix(3))\(second.prefix(3))", "fx.\(first) / fx.\(second)",
          unit: .rate(base(second), per: base(first)), .exchangeRate,
          meaning: "\(base(second)) per \(base(first)).")
      }
    }
  }

  private func base(_ pair: String) -> String { pair.prefix(3).uppercased() }
  private func quote(_ pair: String) -> String { pair.dropFirst(3).uppercased() }

  /// Adds the process of a pair; the formula of its rate.
  private mutating func addLogarithm(
    _ pair: String, actual: String?, unit: Unit
  ) throws(CapexModelError) -> String {
    let fx = "fx.\(pair)"
    let process = assumptions.choice("\(fx).process")
    guard process != "fixed" else {
      if parameter("\(fx).path", unit: unit) { return "\(fx).path" }
      // A rate that is fixed stays where it was last.
      return actual == nil ? "\(fx).spot" : "previous(\(fx), \(fx).spot)"
    }
    if process == "managed" { try addManaged(fx, actual: actual) }
    try addProcess(process, fx, stream: fx, start: "\(fx).spot", actual: actual, unit: unit)
    return "\(fx).spot * exp(\(fx).change)"
  }

  /// Adds `change`, the logarithm's change since the start, of a section's process, whose main
  /// draws come from `stream`. `actual` names the values that have happened, from which it goes
  /// on, where there are any.
  mutating func addProcess(
    _ process: String, _ section: String, stream: String, start: String, actual: String? = nil,
    unit: Unit
  ) throws(CapexModelError) {
    let change: String
    switch process {
    case "gbm", "jumpDiffusion":
      change = addDiffusion(section, stream, jumps: process == "jumpDiffusion")
    case "meanReverting":
      change = addMeanReversion(section, stream, start: start, unit: unit)
    case "bootstrap": change = try addBootstrap(section, stream)
    default: return
    }
    step(
      "\(section).change",
      ModelDraft.happened(actual, "log(\(actual ?? "") / \(start))", otherwise: change))
  }

  /// x_t = x_{t-1} + (μ - σ²/2) dt + σ √dt z, and with jumps, compensated, N(m, d²) each.
  private mutating func addDiffusion(_ fx: String, _ stream: String, jumps: Bool) -> String {
    parameters(fx, ["drift", "volatility"])
    let volatility = addUncertainVolatility(fx)
    var formula =
      "previous(\(fx).change, 0) + \(addUncertainDrift(fx, volatility)) * dt"
      + " + \(volatility) * sqrt(dt) * normal(\(stream))"
    if jumps {
      parameters("\(fx).jumps", ["rate", "mean", "deviation"])
      step("\(fx).jumps.count", "poisson(uniform(\(fx).jumps.times), \(fx).jumps.rate * dt)")
      step(
        "\(fx).jumps.sum",
        "\(fx).jumps.count * \(fx).jumps.mean"
          + " + sqrt(\(fx).jumps.count) * \(fx).jumps.deviation * normal(\(fx).jumps.sizes)")
      formula +=
        " - \(fx).jumps.rate * (exp(\(fx).jumps.mean + \(fx).jumps.deviation ^ 2 / 2) - 1) * dt"
        + " + \(fx).jumps.sum"
    }
    return formula
  }

  /// The exact step of an Ornstein–Uhlenbeck process, not Euler's.
  private mutating func addMeanReversion(
    _ fx: String, _ stream: String, start: String, unit: Unit
  ) -> String {
    parameter("\(fx).level", unit: unit)
    parameters(fx, ["speed", "volatility"])
    let level = addUncertainLevel(fx, unit: unit)
    let speed = addUncertainSpeed(fx)
    let volatility = addUncertainVolatility(fx)
    return "log(\(level) / \(start))"
      + " + (previous(\(fx).change, 0) - log(\(level) / \(start))) * exp(-\(speed) * dt)"
      + " + \(reversionStep(volatility: volatility, speed: speed))"
      + " * normal(\(stream))"
  }

  /// σ √((1 - e^{-2κ dt}) / (2κ)).
  func reversionStep(volatility: String, speed: String) -> String {
    "\(volatility) * sqrt((1 - exp(-2 * \(speed) * dt)) / (2 * \(speed)))"
  }

  /// Managed: reverts to a drifting central rate. It may be reset, with the central rate, or left
  /// to float for good; while it floats its expected rate stays.
  private mutating func addManaged(_ fx: String, actual: String?) throws(CapexModelError) {
    let own = ["leave", "reset.probability"].map { assumptions.number("\(fx).\($0)") ?? 0 }
    guard own[0] + own[1] <= 1 else {
      throw .probabilitiesAboveOne(path: "\(fx).leave", sum: own[0] + own[1])
    }
    parameters(fx, ["drift", "speed", "volatility", "leave"])
    if !parameter("\(fx).floatingVolatility") {
      guard assumptions.number("\(fx).leave") == 0 else {
        throw .missing(path: "\(fx).floatingVolatility")
      }
      constant("\(fx).floatingVolatility", 0)
    }
    parameters("\(fx).reset", ["probability", "mean", "deviation"])
    // What has happened says nothing of its regime: it is managed still, where it is.
    func unlessKnown(_ known: String, _ formula: String) -> String {
      ModelDraft.happened(actual, known, otherwise: formula)
    }
    let change = "log(\(actual ?? "") / \(fx).spot)"
    step(
      "\(fx).floating",
      unlessKnown(
        "0", "if(previous(\(fx).floating, 0) > 0 or uniform(\(fx).regime) < \(fx).leave, 1, 0)"))
    step(
      "\(fx).reset.change",
      "if(previous(\(fx).floating, 0) = 0 and uniform(\(fx).regime) >= \(fx).leave"
        + " and uniform(\(fx).regime) < \(fx).leave + \(fx).reset.probability,"
        + " \(fx).reset.mean + \(fx).reset.deviation * normal(\(fx).reset), 0)")
    step(
      "\(fx).central",
      unlessKnown(change, "previous(\(fx).central, 0) + \(fx).drift * dt + \(fx).reset.change"))
    step(
      "\(fx).change",
      unlessKnown(
        change,
        "if(\(fx).floating > 0, previous(\(fx).change, 0) - \(fx).floatingVolatility ^ 2 / 2 * dt"
          + " + \(fx).floatingVolatility * sqrt(dt) * normal(\(fx)),"
          + " \(fx).central + (previous(\(fx).change, 0) - previous(\(fx).central, 0))"
          + " * exp(-\(fx).speed * dt)"
          + " + \(reversionStep(volatility: "\(fx).volatility", speed: "\(fx).speed"))"
          + " * normal(\(fx)))"))
  }

  /// Quarterly log changes of a history, drawn in blocks that wrap around its end (Politis and
  /// Romano, A circular block-resampling procedure for stationary data, 1992).
  private mutating func addBootstrap(
    _ fx: String, _ stream: String
  ) throws(CapexModelError) -> String {
    guard case .history(_, let values)? = assumptions.content("\(fx).history"),
      values.count >= 3
    else { throw .historyTooShort(path: "\(fx).history", quarters: 0) }
    var changes = zip(values, values.dropFirst()).map { Elementary.log($1 / $0) }
    if assumptions.choice("\(fx).recentre") == "yes" {
      let mean = changes.reduce(0, +) / Double(changes.count)
      changes = changes.map { $0 - mean }
    }
    model.add(table: "\(fx).changes", changes)
    constant("\(fx).changes.count", Double(changes.count))
    let block = assumptions.integer("\(fx).block") ?? 1
    series("\(fx).newBlock") { ($0 - 1) % block == 0 ? 1 : 0 }
    step(
      "\(fx).place",
      "if(\(fx).newBlock > 0, floor(uniform(\(stream)) * \(fx).changes.count),"
        + " if(previous(\(fx).place, 0) + 1 >= \(fx).changes.count, 0,"
        + " previous(\(fx).place, 0) + 1))")
    return "previous(\(fx).change, 0) + lookup(\(fx).changes, \(fx).place)"
  }
}
