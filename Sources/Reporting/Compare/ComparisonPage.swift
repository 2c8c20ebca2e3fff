internal import PathAlgebra
public import RiskAnalysis

/// The page of `capexsim compare --html`, in the frame of the report: the verdict, what differs in
/// the assumptions, what differs in the results, and the command that gives it again.
///
/// Held by `ComparisonPageTests` and `HostileNameTests`, and in a browser by `Scripts/check-report`.
public struct ComparisonPage: Sendable {
  let comparison: Comparison
  let changes: AssumptionChanges
  let digests: [String]
  let command: [String]

  /// - Parameters:
  ///   - digests: SHA-256 of the assumptions of each run.
  ///   - command: the arguments that give this page again, without the program's name.
  public init(
    _ comparison: Comparison, changes: AssumptionChanges, digests: [String], command: [String]
  ) {
    self.comparison = comparison
    self.changes = changes
    self.digests = digests
    self.command = command
  }

  public var text: String {
    let verdict = VerdictText(comparison)
    let charts = ComparisonCharts(comparison)
    return Page(
      title: title,
      facts: [
        "\(NumberText.trials(comparison.trials)) each", comparison.drawsText,
        "capexsim \(EscapedText.of(comparison.runs[0].context.programVersion))",
      ],
      summary: verdict.summary, warnings: [],
      sections: [
        runs,
        Page.section("assumptions", "What differs in the assumptions", [assumptions]),
        Page.section(
          "results", "What differs in the results",
          [
            .figures(charts.differences), .figures(charts.places),
          ]
            + numbers + [
              Page.facts(verdict.same), Page.facts(verdict.reading),
              Page.facts(verdict.omissions),
            ]),
        Page.section(
          "fans", "Quarter by quarter",
          charts.fans.isEmpty ? [] : [Page.facts(ChartWords.fan), .figures(charts.fans)]),
        Page.section(
          "certificate", "How to get this page again",
          [CertificateSection(entries: certificate, command: command).markup]),
      ]
    ).text
  }

  private var isPair: Bool { comparison.runs.count == 2 }

  private var title: String {
    let names = comparison.runs.map { EscapedText.of($0.context.scenario) }
    return isPair ? "\(names[1]), against \(names[0])" : "\(names.count) scenarios compared"
  }

  /// More tables than this are shown on demand.
  private static let mostTables = 6

  private var numbers: [Markup] {
    let all = tables.map {
      Markup.table($0.withoutEmptyColumns, name: $0.columns.first?.title ?? "")
    }
    return all.count > ComparisonPage.mostTables
      ? [.folded("All numbers, quantity by quantity", all)] : all
  }

  private var tables: [TextTable] {
    let all =
      isPair ? PairTables(comparison: comparison).tables : RunTables(comparison: comparison).tables
    return all.filter { !$0.rows.isEmpty }
  }

  /// Which is which.
  private var runs: Markup {
    .table(
      TextTable(
        title: "",
        columns: ["", "scenario", "as of", "over"].map {
          TextTable.Column(title: $0, alignment: .left)
        },
        rows: comparison.runs.enumerated().map { i, run in
          TextTable.Row(cells: [
            isPair ? ["first", "second"][i] : EscapedText.of(run.name),
            EscapedText.of(run.context.scenario), EscapedText.of(run.context.asOf ?? ""),
            EscapedText.of(run.span ?? ""),
          ])
        }
      ).withoutEmptyColumns, name: "Scenarios")
  }

  private var assumptions: Markup {
    changes.rows.isEmpty
      ? Page.facts("The assumptions are the same.")
      : ChangedAssumptions(
        rows: changes.rows, names: comparison.names
      ).markup
  }

  private var certificate: [(name: String, text: String)] {
    let first = comparison.runs[0].context
    let shared = [
      ("trials", String(comparison.trials)), ("program", first.programVersion),
      ("stream", String(first.streamVersion)),
    ]
    return shared
      + zip(comparison.runs, digests).flatMap { run, digest in
        [
          ("scenario", run.context.scenario), ("seed", String(run.result.seed)),
          ("digest", digest),
        ]
      }
  }
}

extension TextTable {
  /// Columns in which no row says anything are left out.
  var withoutEmptyColumns: TextTable {
    only(
      columns.indices.filter { i in i == 0 || rows.contains { !$0.cells[i].isEmpty } })
  }
}
