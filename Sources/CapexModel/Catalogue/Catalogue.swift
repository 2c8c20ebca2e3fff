/// Every key that a scenario may set, section by section, in the order in which they are
/// documented.
public enum Catalogue {
  public static let keys: [AssumptionKey] =
    scenario + plan + actuals + imports + supply + exchangeRates + cloud + segments + priceCuts
    + profit
    + withoutPlan + group + indicators + dependence + ownDrivers + ownFormulas

  /// The sections that a scenario need not have: their required keys are required only when the
  /// section is there.
  public static let optionalSections = [
    "plan.execution", "actuals", "imports", "supply", "fx.*", "cloud", "cloud.ai",
    "cloud.segments.*",
    "priceCuts", "profit", "withoutPlan", "group", "indicators.quark", "indicators.stepUp",
    "dependence", "drivers.*", "quantities.*", "metrics.*",
  ]

  /// The one key that a section's name stands for where a value is given instead of a section.
  public static let shorthands = [
    "actuals": "file", "drivers.*": "value", "quantities.*": "formula", "metrics.*": "formula",
  ]

  /// Keys of a section that stand beside it where its name has a value: `actuals: FILE` with
  /// `until: 2025Q3` below it.
  public static let besideShorthands = ["until": "actuals.until"]

  /// Sections that stand on another one.
  public static let neededSections: [(section: String, needs: String)] = [
    ("supply", "imports"), ("priceCuts", "cloud"), ("profit", "cloud"), ("withoutPlan", "profit"),
    ("indicators.stepUp", "cloud"),
  ]

  static let scenario: [AssumptionKey] = [
    AssumptionKey("name", .text, "What the scenario is called in every output."),
    AssumptionKey("asOf", .date, .optional, "The day whose knowledge it holds."),
    AssumptionKey(
      "currency", .choice(["CNY", "USD"]), .standard(.choice("CNY")),
      "The currency of the plan and of every other amount."),
    AssumptionKey("start", .quarter, "The first quarter that is simulated."),
    AssumptionKey("quarters", .integer(1...Horizon.most), "How many quarters are simulated."),
    AssumptionKey(
      "fiscalYearEnd", .choice(["March", "June", "September", "December"]),
      .standard(.choice("March")), "The month in which fiscal years end."),
    AssumptionKey(
      "outputs", .names, .optional,
      "The quantities to compute and report; all of them when not given."),
  ]
}
