import MonteCarlo
import RiskAnalysis
import SyntheticResults
import Testing

@testable import Reporting

@Suite struct ComparisonPageTests {
  private static func run(_ name: String, seed: UInt64, total: Double = 1, later: Int = 0)
    -> ComparedRun
  {
    var run = SyntheticRun()
    run.trials = 2100
    run.seed = seed
    let result = run.result
    let moved = result.quantities.map { simulated in
      guard ["totalCapex", "npv"].contains(simulated.quantity.name), total != 1 else {
        return simulated
      }
      return SyntheticRun.like(simulated, values: simulated.retained.map { $0 * total })
    }
    var context = run.context
    context.start = context.start.advanced(by: later)
    return ComparedRun(
      name: name, context: context,
      result: SimulationResult(trials: result.trials, seed: seed, quantities: moved))
  }

  static let pair = Comparison([
    run("base", seed: 1), run("other", seed: 2, total: 1.05),
  ])
  static let three = Comparison([
    run("base", seed: 1), run("other", seed: 2), run("dearer", seed: 3, total: 1.4),
  ])

  /// Of two runs, and the places of three.
  static let charts =
    ComparisonCharts(pair).all + ComparisonCharts(three).all.filter { $0.name == "places" }

  private static func page(_ comparison: Comparison) -> String {
    let rows = comparison.runs.indices.map { i in
      [
        AssumptionRow(
          path: "plan.total", meaning: "What is spent.", value: "\(380 + i)bn", source: nil,
          note: nil),
        AssumptionRow(path: "plan.mode", meaning: "", value: "kept", source: nil, note: nil),
      ]
    }
    return ComparisonPage(
      comparison, changes: AssumptionChanges(rows),
      digests: comparison.runs.map { "sum-\($0.name)" },
      command: ["compare", "base", "other", "--trials", "2100"]
    ).text
  }

  @Test(arguments: [2, 3]) func thePageIsWhole(runs: Int) {
    let comparison = runs == 2 ? Self.pair : Self.three
    let text = Self.page(comparison)
    #expect(text == Self.page(comparison))
    let page = ParsedMarkup(text)
    #expect(page.problem == nil && text.utf8.count < 300_000, "\(text.utf8.count) bytes")
    #expect(page.named("script").isEmpty && !text.contains("://"))
    #expect(
      page.named("figure").compactMap { $0.attributes["id"] }
        == ComparisonCharts(comparison).all.map(\.name))
    let identifiers = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count, "an id is there twice")
    for part in [
      VerdictText(comparison).summary.withPlainSpaces, "plan.total", "381bn", "What is spent.",
      "capexsim compare base other --trials 2100", "sum-other", "Place by size, %",
    ] where runs == 3 || part != "Place by size, %" {
      #expect(page.text.contains(part), "no \(part)")
    }
    #expect(!page.named("code").contains { $0.text == "plan.mode" })
  }

  /// Points are the differences, in the units of the axis; rings are noise.
  @Test func pointsAreTheDifferences() throws {
    let chart = try #require(Self.charts.first { $0.name == "differences" })
    let axis = try #require(chart.vertical.rows)
    let found = chart.layers.compactMap {
      if case .intervals(let intervals) = $0 { intervals } else { nil }
    }
    let values = try #require(found.first).values
    #expect(values.count == axis.rows.count)
    let row = try #require(Self.pair.rows.first { $0.quantity.name == "totalCapex" })
    let deviation = try #require(row.periods.compactMap(\.standardDeviation).max())
    for (i, statistic) in [ComparedStatistic.mean, .p50, .p90].enumerated() {
      let difference = try #require(row[statistic]?.differences[0])
      #expect(abs(values[i].value - difference.value / deviation) < 1e-12)
      #expect(values[i].isHollow == (difference.verdict == .noise))
      #expect(axis.rows[i].label == statistic.rawValue)
      let isSigned = ["+", "\u{2212}"].contains(axis.rows[i].text.first)
      #expect(isSigned == (difference.verdict == .real))
    }
    let texts = axis.rows.map(\.text)
    #expect(
      texts.contains { $0.hasPrefix("noise ± ") } && texts.contains { $0.hasPrefix("+") })
  }

  /// A bar is whole: its places sum to all trials, the first from zero on.
  @Test func placesFillTheBar() throws {
    let chart = try #require(Self.charts.first { $0.name == "places" })
    let found = chart.layers.compactMap { if case .spans(let spans) = $0 { spans } else { nil } }
    let spans = try #require(found.first).spans
    let rows = try #require(chart.vertical.rows).rows.count
    for row in 0..<rows {
      let own = spans.filter { $0.row == row }
      #expect(own.first?.from == 0 && abs((own.last?.to ?? 0) - 100) < 1e-9)
      for (one, next) in zip(own, own.dropFirst()) { #expect(one.to == next.from) }
      #expect(own.map(\.shade) == own.map(\.shade).sorted())
    }
    #expect(rows % 3 == 0 && !ComparisonCharts(Self.pair).all.contains { $0.name == "places" })
    #expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(PlaceChart.ordinal) == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "103rd", "111th",
      ])
  }

  /// Quarters stand under quarters, whenever the runs begin.
  @Test func fansShareACalendar() throws {
    let later = Comparison([Self.run("base", seed: 1), Self.run("late", seed: 2, later: 3)])
    let charts = ComparisonCharts(later).fans
    #expect(charts.map(\.name) == ["capex-both", "cloudRevenue-both"])
    for chart in charts {
      guard case .quarters(let axis) = chart.horizontal else { continue }
      #expect(axis.quarters == 1...15)
      let lines = chart.layers.compactMap { if case .line(let line) = $0 { line } else { nil } }
      #expect(lines.map { $0.label.first } == ["base", "late"])
      let expected: [[Double]] = [(1...12).map { Double($0) }, (4...15).map { Double($0) }]
      #expect(lines.map { $0.points.map(\.x) } == expected)
      #expect(chart.table.rows.count == 15)
    }
    let same = Comparison([Self.run("a", seed: 1), Self.run("b", seed: 1, total: 1.05)])
    let both = try #require(ComparisonCharts(same).fans.first)
    #expect(both.reading.hasSuffix("The same in both scenarios.") && both.layers.count == 3)
  }

  @Test func theVerdictIsASentence() {
    let summary = VerdictText(Self.pair).summary
    #expect(summary.hasPrefix("other against base: of "), "\(summary)")
    #expect(summary.contains(" are real (some ") && summary.contains(" In other "), "\(summary)")
    #expect(VerdictText(Self.three).summary.contains("dearer has the largest total capex"))
    let nothing = Comparison([Self.run("a", seed: 1), Self.run("b", seed: 1)])
    #expect(VerdictText(nothing).summary == "No trial tells a, b apart in what is compared.")
    #expect(ParsedMarkup(Self.page(nothing)).problem == nil)
  }
}
