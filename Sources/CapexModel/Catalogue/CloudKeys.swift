extension Catalogue {
  static let cloud: [AssumptionKey] = [
    AssumptionKey(
      "cloud.revenue", .number(.money, within: .above(0, to: 1e6), varying: []),
      "Cloud revenue of the last reported quarter."),
    AssumptionKey(
      "cloud.quarter", .quarter, .optional,
      "The quarter of that revenue; the one before the start when not given."),
    AssumptionKey(
      "cloud.history", .numbers(count: 3, .money, within: .above(0, to: 1e6)), .optional,
      "Revenue of the three quarters before that one, oldest first; without it growth year on "
        + "year is reported from the fifth quarter on."),
    AssumptionKey(
      "cloud.seasonal", .numbers(count: 4, .plain, within: .above(0, to: 100)), .optional,
      "Seasonal factors by calendar quarter, first to fourth."),
    AssumptionKey(
      "cloud.by", .choice(["total", "segments"]), .standard(.choice("total")),
      "Whether one growth path drives revenue, or named segments do."),
    AssumptionKey(
      "cloud.growth.path", growth(varying: [.distribution, .path]),
      when: ("cloud.by", ["total"]),
      "Expected growth at an annual rate in the quarter; growth year on year follows it."),
    AssumptionKey(
      "cloud.growth.start", growth(varying: [.distribution]), .optional,
      when: ("cloud.by", ["total"]),
      "Growth in the last reported quarter, where it is off the path."),
    AssumptionKey(
      "cloud.growth.speed", .number(.perYear, within: .above(0, to: 50), varying: [.distribution]),
      when: ("cloud.by", ["total"]), "Speed, a year, at which growth returns to its path."),
    AssumptionKey(
      "cloud.growth.volatility", .fraction(within: .atLeast(0, below: 5)),
      when: ("cloud.by", ["total"]), "Annual volatility of growth."),
    AssumptionKey(
      "cloud.growth.errors.volatility", .fraction(within: Limits(0, 1), varying: []), .optional,
      when: ("cloud.by", ["total"]), "Standard error of the volatility, as a share of it."),
    AssumptionKey(
      "cloud.growth.errors.path", .fraction(within: Limits(0, 10), varying: []), .optional,
      when: ("cloud.by", ["total"]),
      "Standard error of the path, as a share of the volatility: one draw moves all of it."),
    AssumptionKey(
      "cloud.growth.errors.start", .fraction(within: Limits(0, 10), varying: []), .optional,
      when: ("cloud.by", ["total"]),
      "Standard error of growth in the last reported quarter, as a share of the volatility."),
    AssumptionKey(
      "cloud.rule", .choice(["demand", "capacity"]), .standard(.choice("demand")),
      "Whether demand alone makes revenue, or capacity limits it."),
    AssumptionKey(
      "cloud.capacity.revenuePerYuan",
      .number(.plain, within: .above(0, to: 100), varying: [.distribution]),
      when: ("cloud.rule", ["capacity"]),
      "Annual revenue that a unit of installed capacity can earn."),
    AssumptionKey(
      "cloud.capacity.lag",
      .number(.quarters, within: .atLeast(0, below: 40), varying: [.distribution]),
      when: ("cloud.rule", ["capacity"]), "Quarters from spending to service."),
    AssumptionKey(
      "cloud.capacity.retirement", .fraction(within: .atLeast(0, below: 1)),
      when: ("cloud.rule", ["capacity"]), "Share of capacity that is retired a year."),
    AssumptionKey(
      "cloud.ai.share", .fraction(within: .above(0, to: 1)), when: ("cloud.by", ["total"]),
      "The part of revenue that AI products make before the first quarter."),
    AssumptionKey(
      "cloud.ai.growth", growth(varying: [.distribution]), when: ("cloud.by", ["total"]),
      "Growth of AI revenue, year on year, before the first quarter."),
    AssumptionKey(
      "cloud.ai.longRun", growth(varying: [.distribution]), when: ("cloud.by", ["total"]),
      "Growth to which AI revenue tends."),
    AssumptionKey(
      "cloud.ai.halfLife", .number(.years, within: .above(0, to: 100), varying: [.distribution]),
      when: ("cloud.by", ["total"]), "Years in which the excess over the long run halves."),
    AssumptionKey(
      "cloud.ai.volatility", .fraction(within: .atLeast(0, below: 5)),
      when: ("cloud.by", ["total"]), "Annual volatility of AI revenue."),
  ]

  /// The star is the segment's name; one named `ai` is AI revenue.
  static let segments: [AssumptionKey] = [
    AssumptionKey(
      "cloud.segments.*.share", .fraction(within: .above(0, to: 1), varying: []),
      when: ("cloud.by", ["segments"]),
      "The segment's part of revenue before the first quarter; all sum to one."),
    AssumptionKey(
      "cloud.segments.*.growth", growth(varying: [.distribution, .path]),
      when: ("cloud.by", ["segments"]),
      "Expected growth, year on year; with a half-life, that before the first quarter."),
    AssumptionKey(
      "cloud.segments.*.longRun", growth(varying: [.distribution]), .optional,
      when: ("cloud.by", ["segments"]), "Growth to which the segment tends; needs `halfLife`."),
    AssumptionKey(
      "cloud.segments.*.halfLife",
      .number(.years, within: .above(0, to: 100), varying: [.distribution]),
      .optional, when: ("cloud.by", ["segments"]),
      "Years in which the excess over the long run halves; needs `longRun`."),
    AssumptionKey(
      "cloud.segments.*.volatility", .fraction(within: .atLeast(0, below: 5)),
      .standard(.number(0)), when: ("cloud.by", ["segments"]),
      "Annual volatility of the segment's revenue."),
  ]

  static let priceCuts: [AssumptionKey] = [
    AssumptionKey(
      "priceCuts.rate", .number(.perYear, within: .atLeast(0, below: 50), varying: [.distribution]),
      "Expected price cuts a year."),
    AssumptionKey(
      "priceCuts.cut", .fraction(within: .atLeast(0, below: 1)),
      "How much a cut takes off the price; a distribution is drawn anew each quarter."),
    AssumptionKey(
      "priceCuts.elasticity", .number(.plain, within: Limits(0, 10), varying: [.distribution]),
      "Elasticity of volume: revenue moves by (1 - cut) to the power 1 - elasticity."),
    AssumptionKey(
      "priceCuts.passedThrough", .fraction(), .standard(.number(0)),
      "The share of a cut that the margin loses at once."),
  ]

  static let group: [AssumptionKey] = [
    AssumptionKey(
      "group.revenue", .number(.money, within: .above(0, to: 1e6), varying: []),
      "Revenue of the whole group in the last reported quarter."),
    AssumptionKey(
      "group.quarter", .quarter, .optional,
      "The quarter of that revenue; the one before the start when not given."),
    AssumptionKey(
      "group.growth", growth(varying: [.distribution, .path]), "Expected growth, year on year."),
    AssumptionKey(
      "group.volatility", .fraction(within: .atLeast(0, below: 5)), .standard(.number(0)),
      "Annual volatility of group revenue."),
    AssumptionKey(
      "group.seasonal", .numbers(count: 4, .plain, within: .above(0, to: 100)), .optional,
      "Seasonal factors by calendar quarter, first to fourth."),
  ]

  static func growth(varying: Set<AssumptionKey.Variation>) -> AssumptionKey.Kind {
    .number(.growth, within: Limits(-1, 20, excludesLow: true), varying: varying)
  }

  private typealias Limits = AssumptionKey.Limits
}
