extension Catalogue {
  /// The star is the pair, such as usdcny: CNY per USD.
  static let exchangeRates: [AssumptionKey] = [
    AssumptionKey("fx.*.spot", rate(varying: []), "The rate before the first quarter."),
    AssumptionKey(
      "fx.*.actuals", .rates, .optional,
      "A CSV file of rates that have happened, a month, quarter or day a row: the last of each "
        + "quarter until `actuals.until` is taken."),
    AssumptionKey(
      "fx.*.process", .choice(processes), .standard(.choice("fixed")),
      "How the rate moves."),
    AssumptionKey(
      "fx.*.path", rate(varying: [.path]), .optional, when: ("fx.*.process", ["fixed"]),
      "A listed path instead of the spot rate for ever."),
    AssumptionKey(
      "fx.*.drift", .fraction(within: Limits(-1, 1)), .standard(.number(0)),
      when: ("fx.*.process", ["gbm", "jumpDiffusion", "managed"]),
      "Expected change a year: of the rate, or in `managed` of the central rate."),
    AssumptionKey(
      "fx.*.volatility", .fraction(within: .atLeast(0, below: 5)),
      when: ("fx.*.process", ["gbm", "meanReverting", "jumpDiffusion", "managed"]),
      "Annual volatility; in `managed` that of the managed state."),
    AssumptionKey(
      "fx.*.level", rate(varying: [.distribution]), when: ("fx.*.process", ["meanReverting"]),
      "The rate to which it reverts: the exponential of the mean of its logarithm."),
    AssumptionKey(
      "fx.*.speed", .number(.perYear, within: .above(0, to: 50), varying: [.distribution]),
      when: ("fx.*.process", ["meanReverting", "managed"]), "Speed of reversion a year."),
    AssumptionKey(
      "fx.*.parameterUncertainty", .choice(["true", "false"]), .optional,
      when: ("fx.*.process", ["gbm", "meanReverting"]),
      "Whether each trial draws the fitted parameters from where they may lie."),
    AssumptionKey(
      "fx.*.standardErrors.drift", .fraction(within: .above(0, to: 1), varying: []), .optional,
      when: ("fx.*.process", ["gbm"]), "Standard error of the drift."),
    AssumptionKey(
      "fx.*.standardErrors.volatility", .fraction(within: .above(0, to: 5), varying: []),
      .optional, when: ("fx.*.process", ["gbm", "meanReverting"]),
      "Standard error of the volatility."),
    AssumptionKey(
      "fx.*.standardErrors.level", .number(.plain, within: .above(0, to: 1e6), varying: []),
      .optional,
      when: ("fx.*.process", ["meanReverting"]), "Standard error of the level."),
    AssumptionKey(
      "fx.*.standardErrors.speed", .number(.perYear, within: .above(0, to: 50), varying: []),
      .optional, when: ("fx.*.process", ["meanReverting"]), "Standard error of the speed."),
    AssumptionKey(
      "fx.*.jumps.rate",
      .number(.perYear, within: .atLeast(0, below: 50), varying: [.distribution]),
      when: ("fx.*.process", ["jumpDiffusion"]), "Expected jumps a year."),
    AssumptionKey(
      "fx.*.jumps.mean", .fraction(within: Limits(-2, 2)),
      when: ("fx.*.process", ["jumpDiffusion"]), "Mean of a jump's logarithm."),
    AssumptionKey(
      "fx.*.jumps.deviation", .fraction(within: .atLeast(0, below: 5)),
      when: ("fx.*.process", ["jumpDiffusion"]), "Standard deviation of a jump's logarithm."),
    AssumptionKey(
      "fx.*.leave", .fraction(), .standard(.number(0)), when: ("fx.*.process", ["managed"]),
      "Probability, a quarter, that the rate is left to float."),
    AssumptionKey(
      "fx.*.floatingVolatility", .fraction(within: .atLeast(0, below: 5)), .optional,
      when: ("fx.*.process", ["managed"]),
      "Annual volatility once it floats; needed where `leave` is not 0."),
    AssumptionKey(
      "fx.*.reset.probability", .fraction(), .standard(.number(0)),
      when: ("fx.*.process", ["managed"]), "Probability, a quarter, of a one-off reset."),
    AssumptionKey(
      "fx.*.reset.mean", .fraction(within: Limits(-2, 2)), .standard(.number(0)),
      when: ("fx.*.process", ["managed"]), "Mean of a reset's logarithm."),
    AssumptionKey(
      "fx.*.reset.deviation", .fraction(within: .atLeast(0, below: 5)), .standard(.number(0)),
      when: ("fx.*.process", ["managed"]), "Standard deviation of a reset's logarithm."),
    AssumptionKey(
      "fx.*.history", .history, when: ("fx.*.process", ["bootstrap"]),
      "A CSV file of past rates, a month or a quarter a row."),
    AssumptionKey(
      "fx.*.block", .integer(1...40), .standard(.integer(4)),
      when: ("fx.*.process", ["bootstrap"]), "Quarters that are drawn together."),
    AssumptionKey(
      "fx.*.recentre", .choice(["yes", "no"]), .standard(.choice("no")),
      when: ("fx.*.process", ["bootstrap"]), "Whether the mean change of the history is removed."),
  ]

  private static let processes = [
    "fixed", "gbm", "meanReverting", "jumpDiffusion", "managed", "bootstrap",
  ]

  private static func rate(varying: Set<AssumptionKey.Variation>) -> AssumptionKey.Kind {
    .number(.exchangeRate, within: .above(0, to: 1e6), varying: varying)
  }

  private typealias Limits = AssumptionKey.Limits
}
