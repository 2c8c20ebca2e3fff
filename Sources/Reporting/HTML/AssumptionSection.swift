internal import RiskAnalysis

/// Every assumption with its source, section by section.
struct AssumptionSection {
  let rows: [AssumptionRow]
  let overrides: [ReportContext.Override]

  var markup: Markup {
    guard !rows.isEmpty else { return .nothing }
    var parts: [Markup] = []
    var section = ""
    for row in rows {
      if row.section != section, row.path.contains(".") {
        parts.append(
          .element(
            "tr", [Markup.Attribute("class", "section")],
            .element(
              "th", [Markup.Attribute("colspan", "3"), Markup.Attribute("scope", "rowgroup")],
              user(row.section))))
      }
      section = row.section
      parts.append(line(row))
    }
    let judged = rows.filter { $0.source == "judgement" }.count
    let cited = rows.filter {
      $0.source?.contains("#") == true || $0.source?.contains(".csv") == true
    }
    .count
    let heads = ["assumption", "value", "source"].map {
      Markup.element("th", [Markup.Attribute("scope", "col")], .text($0))
    }
    return .lines([
      Page.facts(
        "\(NumberText.whole(rows.count)) values: \(NumberText.whole(cited)) cite a table, "
          + "\(NumberText.whole(judged)) are judgement."),
      .frame(
        name: "Assumptions",
        .element(
          "table", [Markup.Attribute("class", "assumptions")],
          .element("thead", [], .element("tr", [], heads)),
          .element("tbody", [], .lines(parts)))),
    ])
  }

  private func line(_ row: AssumptionRow) -> Markup {
    return .element(
      "tr", [],
      .element(
        "th", [Markup.Attribute("scope", "row")], .element("code", [], user(row.path)),
        small(row.meaning)),
      .element("td", [], user(row.shown)),
      .element("td", [], user(row.origin(overrides)), small(row.note ?? "")))
  }

  private func user(_ text: String) -> Markup {
    .isolated(CSVText.defused(EscapedText.of(text)))
  }

  private func small(_ text: String) -> Markup {
    text.isEmpty
      ? .nothing
      : .element("small", [], .isolated(CSVText.defused(EscapedText.of(text))))
  }
}
