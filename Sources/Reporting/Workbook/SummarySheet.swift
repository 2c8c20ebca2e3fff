internal import RiskAnalysis

/// The answer in sentences, and what it takes to get the same numbers again.
struct SummarySheet {
  let answers: Answers
  let digest: String
  /// The arguments of the command, without its own name.
  let command: [String]
  private var context: ReportContext { answers.context }

  /// The other sheets, with what is in them.
  let contents: [(name: String, holds: String)]

  var sheet: Workbook.Sheet {
    let parts = [
      part("In words", sentences.map { ("", .text($0)) }),
      part("Sheets", contents.map { ($0.name, .text($0.holds)) }),
      part("Certificate", certificate),
    ]
    return Workbook.Sheet(
      name: "Summary",
      columns: [Workbook.Column("", width: 28), Workbook.Column("", width: 120, wraps: true)],
      rows: [
        title, Workbook.Row(cells: [.text(ReportHead.facts(answers).joined(separator: " · "))]),
      ] + parts.flatMap { $0 })
  }

  private var title: Workbook.Row {
    Workbook.Row(cells: [.text(EscapedText.of(context.scenario))], ink: .title)
  }

  private var sentences: [String] {
    let warnings = answers.warnings.isEmpty ? [] : ["The sheet Warnings says what to know first."]
    let actuals = answers.actuals.map { ActualsSection(answers: answers).sentences($0) } ?? []
    return (HeadlineSection(answers: answers).sentences + actuals + warnings)
      .map(\.withPlainSpaces)
      + [
        "Numbers stand here at full precision; formats shorten what is seen. Amounts are in billions, "
          + "percentages are fractions shown as such, and low and high are the ends of 95 % intervals."
      ]
  }

  private var certificate: [(String, Workbook.Cell)] {
    let entries =
      Certificate.entries(answers).map { (CertificateSection.name($0.name), $0.text) }
      + [("SHA-256 of the assumptions", digest)]
    return entries.filter { !$0.1.isEmpty }.map { name, text in
      (name, name == "trials" ? .whole(answers.trials) : .text(text))
    } + [("command", .text(CommandText.of(["capexsim"] + command)))]
  }

  /// Under a heading, with an empty row before it; nothing where it would be empty.
  private func part(
    _ heading: String, _ lines: [(String, Workbook.Cell)]
  ) -> [Workbook.Row] {
    if lines.isEmpty { return [] }
    return [
      Workbook.Row(cells: []), Workbook.Row(cells: [.text(heading)], ink: .heading),
    ] + lines.map { Workbook.Row(cells: [.text($0.0), $0.1]) }
  }
}
