extension Markup {
  /// A table with its heads; empty where it has no rows. A wide one scrolls within its frame.
  ///
  /// - Parameter name: what it is called, for those who do not see it.
  static func table(_ table: TextTable, name: String) -> Markup {
    guard !table.rows.isEmpty else { return .nothing }
    let cells = table.columns.indices.map { i -> [Markup] in
      let texts = table.rows.map { $0.cells[i].withPlainSpaces }
      return table.columns[i].alignment == .decimal
        ? pointed(texts) : indented(texts)
    }
    let rows = table.rows.indices.map { row in
      Markup.element(
        "tr", table.rows[row].ink == .total ? [Attribute("class", "total")] : [],
        table.columns.indices.map { i in
          i == 0
            ? .element("th", [Attribute("scope", "row")], cells[i][row])
            : .element("td", alignment(table.columns[i]), cells[i][row])
        })
    }
    return frame(
      name: name,
      .element(
        "table", [], table.title.isEmpty ? .nothing : .element("caption", [], .text(table.title)),
        .element("thead", [], .lines(heads(table))),
        .element("tbody", [], .lines(rows))))
  }

  /// What scrolls sideways where it is wider than the page.
  static func frame(name: String, _ table: Markup) -> Markup {
    .element(
      "div",
      [
        Attribute("class", "scroll"), Attribute("role", "region"), Attribute("tabindex", "0"),
        Attribute("aria-label", name),
      ], table)
  }

  private static func heads(_ table: TextTable) -> [Markup] {
    let titles = Markup.element(
      "tr", [],
      table.columns.map { column in
        .element("th", [Attribute("scope", "col")] + alignment(column), .text(column.title))
      })
    guard table.groups.contains(where: { $0.name != nil }) else { return [titles] }
    let groups = table.groups.map { group -> Markup in
      let span = [Attribute("colspan", String(group.columns.count))]
      guard let name = group.name else { return .element("td", span) }
      return .element(
        "th", span + [Attribute("scope", "colgroup"), Attribute("class", "group")],
        .element("span", [], .text(name)))
    }
    return [.element("tr", [], groups), titles]
  }

  private static func alignment(_ column: TextTable.Column) -> [Attribute] {
    column.alignment == .left ? [] : [Attribute("class", "n")]
  }

  /// Texts, which a table on a terminal may begin with spaces in place of what stands above.
  private static func indented(_ texts: [String]) -> [Markup] {
    var above = ""
    return texts.map { text in
      let spaces = text.prefix { $0 == " " }.count
      guard spaces > 0 else {
        above = text
        return .text(CSVText.defused(text))
      }
      return .joined([
        unseen(String(above.prefix(spaces))), .text(String(text.dropFirst(spaces))),
      ])
    }
  }

  /// Room as wide as a text.
  private static func unseen(_ text: String) -> Markup {
    .element(
      "span", [Attribute("class", "unseen"), Attribute("aria-hidden", "true")], .text(text))
  }

  /// Numbers whose points stand below each other: what is missing at the right is there, unseen.
  private static func pointed(_ texts: [String]) -> [Markup] {
    TableLayout.alignedByPoint(texts).map { text in
      let filled = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
      let number = String(text.dropLast(filled))
      guard filled > 0 else { return .text(number) }
      let rest = String(repeating: "0", count: number.contains(".") ? filled : filled - 1)
      return .joined([
        .text(number), unseen((number.contains(".") ? "" : ".") + rest),
      ])
    }
  }
}
