extension Catalogue {
  /// What has happened, and how the rest of the plan is phased.
  static let actuals: [AssumptionKey] = [
    AssumptionKey(
      "actuals.until", .quarter, "The last quarter that has happened; later ones are simulated."),
    AssumptionKey(
      "actuals.file", .actuals, .optional,
      "A CSV file of quarterly figures, one a row: period, item, value and unit. Also as "
        + "`actuals: FILE`, with `until` on a line of its own beside it."),
    AssumptionKey(
      "actuals.phasing", .choice(PhasingRule.allCases.map(\.rawValue)),
      .standard(.choice("proRata")),
      "How what remains of the plan is phased; holdRunRate alone does not keep the total."),
    AssumptionKey(
      "actuals.within", .integer(1...200), .standard(.integer(4)),
      when: ("actuals.phasing", ["catchUp"]),
      "Quarters within which what was not spent is made good."),
    AssumptionKey(
      "actuals.recent", .integer(1...200), .standard(.integer(4)),
      when: ("actuals.phasing", ["holdRunRate"]),
      "Quarters whose mean spending goes on; those before the start count too."),
    AssumptionKey(
      "actuals.steepness", .number(.plain, within: .above(0, to: 100), varying: []),
      .standard(.number(6)), when: ("actuals.phasing", ["sCurve"]),
      "Steepness of the S curve over the whole plan."),
  ]
}
