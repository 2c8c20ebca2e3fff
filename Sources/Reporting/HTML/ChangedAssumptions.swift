internal import RiskAnalysis

/// The assumptions in which runs differ: a column a run for a few of them, otherwise each value with
/// the runs that have it.
struct ChangedAssumptions {
  let rows: [AssumptionChanges.Row]
  /// Of the runs.
  let names: [String]

  /// More rows than this are shown on demand.
  private static let most = 24
  /// More runs than this have no column each.
  private static let mostColumns = 3

  var markup: Markup {
    let isGrouped = names.count > ChangedAssumptions.mostColumns
    let heads = (["assumption"] + (isGrouped ? ["values"] : names)).map {
      Markup.element("th", [Markup.Attribute("scope", "col")], .text(CSVText.defused($0)))
    }
    let table = Markup.frame(
      name: "Assumptions that differ",
      .element(
        "table", [Markup.Attribute("class", "assumptions changed")],
        .element("thead", [], .element("tr", [], heads)),
        .element("tbody", [], .lines(rows.map { line($0, isGrouped: isGrouped) }))))
    return rows.count > ChangedAssumptions.most
      ? .folded("\(NumberText.whole(rows.count)) assumptions differ", [table]) : table
  }

  private func line(_ row: AssumptionChanges.Row, isGrouped: Bool) -> Markup {
    let values = row.shown.map { $0.map { EscapedText.of($0) } ?? NumberText.none }
    let head = Markup.element(
      "th", [Markup.Attribute("scope", "row")], .element("code", [], user(row.path)),
      row.meaning.isEmpty ? .nothing : .element("small", [], user(row.meaning)))
    guard isGrouped else {
      return .element(
        "tr", [],
        [head]
          + zip(names, values).map { name, value in
            .element(
              "td", [],
              .element(
                "span", [Markup.Attribute("class", "run")], .text("\(CSVText.defused(name)): ")),
              user(value))
          })
    }
    var groups: [(value: String, names: [String])] = []
    for (name, value) in zip(names, values) {
      if let place = groups.firstIndex(where: { $0.value == value }) {
        groups[place].names.append(name)
      } else {
        groups.append((value, [name]))
      }
    }
    return .element(
      "tr", [], head,
      .element(
        "td", [],
        groups.map {
          .element(
            "div", [], user($0.value), .element("small", [], user($0.names.joined(separator: ", ")))
          )
        }))
  }

  private func user(_ text: String) -> Markup { .isolated(CSVText.defused(text)) }
}
