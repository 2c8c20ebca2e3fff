/// What a scenario defines itself; the star is its name.
extension Catalogue {
  static let ownDrivers: [AssumptionKey] = [
    AssumptionKey(
      "drivers.*.value", named(varying: [.distribution, .path]),
      when: ("drivers.*.process", ["none"]), "A number, a path, or a distribution to draw from."),
    AssumptionKey(
      "drivers.*.unit", .unit, .optional,
      "What it is measured in, such as CNY/kWh; a pure number when not given."),
    AssumptionKey(
      "drivers.*.by", .choice(["trial", "quarter"]), .standard(.choice("trial")),
      when: ("drivers.*.process", ["none"]),
      "Whether a distribution is drawn once a trial or anew in each quarter."),
    AssumptionKey(
      "drivers.*.process", .choice(["none"] + logarithmic + ["vasicek"]),
      .standard(.choice("none")), "How the driver moves from quarter to quarter, if it does."),
    AssumptionKey(
      "drivers.*.start", named(varying: [.distribution]),
      when: ("drivers.*.process", logarithmic + ["vasicek"]), "Its value before the first quarter."),
    AssumptionKey(
      "drivers.*.drift", .fraction(within: Limits(-1, 1)), .standard(.number(0)),
      when: ("drivers.*.process", ["gbm", "jumpDiffusion"]), "Expected change a year."),
    AssumptionKey(
      "drivers.*.volatility", .fraction(within: .atLeast(0, below: 5)),
      when: ("drivers.*.process", ["gbm", "meanReverting", "jumpDiffusion"]), "Annual volatility."),
    AssumptionKey(
      "drivers.*.deviation",
      .number(.named, within: .atLeast(0, below: 1e12), varying: [.distribution]),
      when: ("drivers.*.process", ["vasicek"]),
      "Standard deviation of a year's change, in the driver's unit."),
    AssumptionKey(
      "drivers.*.level", named(varying: [.distribution]),
      when: ("drivers.*.process", ["meanReverting", "vasicek"]),
      "The value to which it reverts; for meanReverting the exponential of the mean logarithm."),
    AssumptionKey(
      "drivers.*.speed", .number(.perYear, within: .above(0, to: 50), varying: [.distribution]),
      when: ("drivers.*.process", ["meanReverting", "vasicek"]), "Speed of reversion a year."),
    AssumptionKey(
      "drivers.*.jumps.rate",
      .number(.perYear, within: .atLeast(0, below: 50), varying: [.distribution]),
      when: ("drivers.*.process", ["jumpDiffusion"]), "Expected jumps a year."),
    AssumptionKey(
      "drivers.*.jumps.mean", .fraction(within: Limits(-2, 2)),
      when: ("drivers.*.process", ["jumpDiffusion"]), "Mean of a jump's logarithm."),
    AssumptionKey(
      "drivers.*.jumps.deviation", .fraction(within: .atLeast(0, below: 5)),
      when: ("drivers.*.process", ["jumpDiffusion"]), "Standard deviation of a jump's logarithm."),
    AssumptionKey(
      "drivers.*.history", .history, when: ("drivers.*.process", ["bootstrap"]),
      "A CSV file of past values, a month or a quarter a row, all above 0."),
    AssumptionKey(
      "drivers.*.block", .integer(1...40), .standard(.integer(4)),
      when: ("drivers.*.process", ["bootstrap"]), "Quarters that are drawn together."),
    AssumptionKey(
      "drivers.*.recentre", .choice(["yes", "no"]), .standard(.choice("no")),
      when: ("drivers.*.process", ["bootstrap"]),
      "Whether the mean change of the history is removed."),
  ]

  static let ownFormulas: [AssumptionKey] = ["quantities", "metrics"].flatMap { section in
    [
      AssumptionKey(
        "\(section).*.formula", .formula,
        section == "metrics"
          ? "A formula over named quantities, for the report and the files."
          : "A formula over named quantities, for other formulas and the files."),
      AssumptionKey(
        "\(section).*.unit", .unit, .optional,
        "What the formula must be measured in; `%` prints a percentage."),
      AssumptionKey("\(section).*.label", .text, .optional, "What reports call it."),
    ]
  }

  /// Processes of a logarithm, whose values stay above zero.
  static let logarithmic = ["gbm", "meanReverting", "jumpDiffusion", "bootstrap"]

  private static func named(varying: Set<AssumptionKey.Variation>) -> AssumptionKey.Kind {
    .number(.named, within: .any, varying: varying)
  }

  private typealias Limits = AssumptionKey.Limits
}
