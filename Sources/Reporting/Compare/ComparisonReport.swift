internal import PathAlgebra
public import RiskAnalysis

/// The report of `capexsim compare` as text: what differs in the assumptions, what differs in the
/// results, and whether it is more than noise. Held by `ComparisonReportTests`.
public struct ComparisonReport: Sendable {
  let comparison: Comparison
  let changes: AssumptionChanges
  let width: Int
  let palette: Palette

  /// - Parameter width: as in `RunReport`.
  public init(_ comparison: Comparison, changes: AssumptionChanges, width: Int?, palette: Palette) {
    self.comparison = comparison
    self.changes = changes
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String {
    let tables =
      isPair
      ? PairTables(comparison: comparison).tables : RunTables(comparison: comparison).tables
    return ReportWidth.joined(
      [head, summary, assumptions]
        + tables.map { $0.lines(width: width, palette: palette) } + [same, reading, omissions])
  }

  private var head: [String] {
    let first = comparison.runs[0].context
    let span = comparison.runs[0].span.map {
      Paragraph.lines("over \(EscapedText.of($0))", width: width, indent: "  ")
    }
    let title = ReportHead(
      scenario: first.scenario, origin: first.origin, asOf: first.asOf, overrides: []
    ).title("", width: width, palette: palette)
    let against = comparison.runs.dropFirst().flatMap { run in
      Paragraph.lines(
        "against \(EscapedText.of(run.context.scenario))"
          + (run.span.map { ", over \(EscapedText.of($0))" } ?? ""), width: width, indent: "  ",
        hanging: "    ")
    }
    let facts = [
      "\(NumberText.trials(comparison.trials)) each", comparison.drawsText,
      "capexsim \(EscapedText.of(first.programVersion))",
    ]
    return title + (span ?? []) + against + ReportHead.facts(facts, width: width, palette: palette)
  }

  /// More differing assumptions than this are counted, not listed.
  private static let most = 24

  private var assumptions: [String] {
    guard !changes.rows.isEmpty else { return ["The assumptions are the same."] }
    let names = comparison.names
    let table = TextTable(
      title: "",
      columns: [TextTable.Column(title: "What differs", alignment: .left, wrapsAt: 24)]
        + names.enumerated().map {
          TextTable.Column(title: $1, group: isPair ? ["first", "second"][$0] : nil)
        },
      rows: changes.rows.prefix(ComparisonReport.most).map { row in
        TextTable.Row(
          cells: [EscapedText.of(row.path)]
            + row.shown.map { $0.map { EscapedText.of($0).cut(to: 28) } ?? NumberText.none })
      })
    let lines = table.lines(width: width, palette: palette)
    let fits = lines.allSatisfy { DisplayWidth.of($0) <= width + 16 }
    if fits, changes.rows.count <= ComparisonReport.most { return lines }
    let all = changes.rows.map { String($0.path.prefix { $0 != "." }) }
    let sections = all.indices.filter { all.firstIndex(of: all[$0]) == $0 }.map { all[$0] }
    return Paragraph.lines(
      "\(changes.rows.count) assumptions differ, in "
        + sections.prefix(12).map { EscapedText.of($0) }.joined(separator: ", ")
        + (sections.count > 12 ? " and \(sections.count - 12) more" : "")
        + "; --format json lists them.", width: width)
  }

  private var isPair: Bool { comparison.runs.count == 2 }

  private var summary: [String] {
    Paragraph.lines(VerdictText(comparison).summary, width: width)
  }

  private var same: [String] {
    Paragraph.lines(VerdictText(comparison).same, width: width)
  }

  private var reading: [String] {
    Paragraph.lines(VerdictText(comparison).reading, width: width)
  }

  private var omissions: [String] {
    Paragraph.lines(VerdictText(comparison).omissions, width: width)
  }
}

extension Comparison.Row {
  /// No trial tells the runs apart.
  var isSame: Bool {
    let known = statistics.flatMap(\.differences).compactMap { $0 }
    return !known.isEmpty && known.allSatisfy { $0.verdict == .same }
  }
}

extension Comparison {
  /// A name stands again and again, so one as long as a page is cut.
  private static let longestName = 48

  /// What the runs are called, as it can be shown.
  var names: [String] {
    runs.map { EscapedText.of($0.name).cut(to: Comparison.longestName) }
  }

  /// With the quarters that they are about, where those were asked for.
  var namesWithSpans: [String] {
    zip(names, runs).map { name, run in
      name + (run.span.map { ", \(EscapedText.of($0))" } ?? "")
    }
  }

  /// How the runs' luck belongs together.
  var drawsText: String {
    let seeds = runs.map(\.result.seed)
    return seeds.allSatisfy { $0 == seeds[0] }
      ? "on the same draws, seed \(seeds[0])"
      : "seeds \(seeds.map(String.init).joined(separator: ", "))"
  }
}
