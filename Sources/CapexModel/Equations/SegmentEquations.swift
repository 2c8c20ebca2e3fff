internal import PathAlgebra

extension ModelDraft {
  /// Demand as a sum of segments, each with its own growth; one named `ai` is AI revenue.
  mutating func addSegments(_ known: KnownRevenue) throws(CapexModelError) {
    let names = assumptions.names(in: "cloud.segments")
    guard !names.isEmpty else { throw .noSegments(path: "cloud.by") }
    let sum = names.reduce(0) { $0 + (assumptions.number("cloud.segments.\($1).share") ?? 0) }
    guard abs(sum - 1) < 1e-9 else {
      throw .sharesDoNotSumToOne(path: "cloud.segments.\(names[0]).share", sum: sum)
    }
    for name in names {
      try addSegment("cloud.segments.\(name)")
    }
    let start = addStart(names, known)
    for name in names {
      let segment = "cloud.segments.\(name)"
      let formula =
        "previous(segment.\(name), \(start(name)))"
        + " * exp(\(segment).rate * dt + \(segment).volatility * sqrt(dt) * normal(\(segment)))"
        + " * cloud.season"
      let actual = actual(.cloudRevenue)
      // Of a sum that has happened each segment has the share that it would have had.
      if actual != nil { step("segment.\(name).drawn", formula, unit: money) }
      let drawn = "segment.\(name).drawn"
      let sum = names.map { "segment.\($0).drawn" }.joined(separator: " + ")
      report(
        "segment.\(name)",
        ModelDraft.happened(
          actual, "\(actual ?? "") * \(drawn) / (\(sum))",
          otherwise: actual == nil ? formula : drawn),
        unit: money, .amount, meaning: "Demand of the segment \(name).")
    }
    step("demand", names.map { "segment.\($0)" }.joined(separator: " + "), unit: money)
    if names.contains("ai") {
      report(
        "aiRevenue", "min(segment.ai, cloudRevenue)", unit: money, .amount,
        meaning: "Revenue of AI products in the quarter; a part of cloud revenue.")
      addGrowthOfArtificialIntelligence(
        start: start("ai"), growth: beforeStart("cloud.segments.ai.growth"))
    }
  }

  /// Revenue before the start as the sum of the segments', each with its noise in the quarters that
  /// nobody has reported.
  /// - Returns: the formula of a segment's part.
  private mutating func addStart(_ names: [String], _ known: KnownRevenue) -> (String) -> String {
    for segment in names.map({ "cloud.segments.\($0)" }) {
      let factor = unreportedFactor(segment, driver: segment, known)
      for place in known.unreportedPlaces {
        step(
          "\(segment).unreported\(place)", "\(segment).share * \(factor(place))", byQuarter: false)
      }
    }
    addUnreported(known) { place in
      "(" + names.map { "cloud.segments.\($0).unreported\(place)" }.joined(separator: " + ") + ")"
    }
    let unreported = known.unreported
    return {
      unreported > 0
        ? "cloud.segments.\($0).unreported\(unreported) * cloud.start.expected"
        : "cloud.segments.\($0).share * cloud.start"
    }
  }

  private mutating func addSegment(_ segment: String) throws(CapexModelError) {
    parameters(segment, ["share", "growth", "volatility"])
    let hasLongRun = parameter("\(segment).longRun")
    let hasHalfLife = parameter("\(segment).halfLife")
    guard hasLongRun == hasHalfLife else { throw .halfLifeNeedsLongRun(path: "\(segment).growth") }
    step(
      "\(segment).rate",
      hasLongRun
        ? ModelDraft.halving(
          from: "\(segment).growth", to: "\(segment).longRun", halfLife: "\(segment).halfLife")
        : "log(1 + \(segment).growth)")
  }

  /// Growth, in logarithms, whose excess over the long run halves every half-life.
  private static func halving(from growth: String, to longRun: String, halfLife: String) -> String {
    "log(1 + \(longRun)) + (log(1 + \(growth)) - log(1 + \(longRun)))"
      + " * exp(-log(2) / \(halfLife) * (quarter * dt))"
  }

  /// AI revenue as a memo line: its own growth, never more than all of cloud revenue.
  mutating func addArtificialIntelligence() {
    let ai = "cloud.ai"
    parameters(ai, ["share", "growth", "longRun", "halfLife", "volatility"])
    step(
      "\(ai).rate",
      ModelDraft.halving(from: "\(ai).growth", to: "\(ai).longRun", halfLife: "\(ai).halfLife"))
    step(
      "aiDemand",
      "previous(aiDemand, \(ai).share * cloud.start)"
        + " * exp(\(ai).rate * dt + \(ai).volatility * sqrt(dt) * normal(\(ai))) * cloud.season",
      unit: money)
    report(
      "aiRevenue", "min(aiDemand, cloudRevenue)", unit: money, .amount,
      meaning: "Revenue of AI products in the quarter; a part of cloud revenue.")
    addGrowthOfArtificialIntelligence(
      start: "\(ai).share * cloud.start", growth: "\(ai).growth")
  }

  /// Year on year; the year before the start is taken to have grown at the rate of its end.
  private mutating func addGrowthOfArtificialIntelligence(start: String, growth: String) {
    let seasonal = assumptions.numbers("cloud.seasonal")
    let first = scenario.start
    series("cloud.seasonYearBefore") { t in
      guard let seasonal else { return 1 }
      return seasonal[first.advanced(by: t - 1).number - 1]
        / seasonal[first.advanced(by: -1).number - 1]
    }
    step(
      "aiYearBefore",
      "\(start) * exp(log(1 + \(growth)) * (quarter - 4) * dt) * cloud.seasonYearBefore",
      unit: money)
    report(
      "aiGrowth", "aiRevenue / lag(aiRevenue, 4, aiYearBefore) - 1", .percentage,
      meaning: "Growth of AI revenue, year on year.")
    report(
      "aiDoubling", "aiGrowth >= 1", .condition,
      meaning: "AI revenue is at least twice that of a year before.")
    reportOnce(
      "aiDoublingEnds", "first(aiGrowth < 1, over: horizon)", .quarter,
      meaning: "The first quarter in which AI revenue no longer doubles, year on year.")
  }
}
