extension Markup {
  /// A table with its heads; empty where it has no rows. One that is too wide for a phone is there
  /// twice, whole and in parts, of which a style sheet shows one.
  ///
  /// - Parameter name: what it is called, for those who do not see it.
  static func table(_ table: TextTable, name: String) -> Markup {
    guard !table.rows.isEmpty else { return .nothing }
    guard let narrow = NarrowTables(table) else { return frame(name: name, whole(table)) }
    return .lines([
      frame(name: name, kind: "scroll cut", whole(table)),
      .element(
        "div", [Attribute("class", "parts")],
        narrow.parts.map { whole($0.table, headsAbove: $0.headsAbove) }),
    ])
  }

  private static func whole(_ table: TextTable, headsAbove: Bool = false) -> Markup {
    let cells = table.columns.indices.map { i -> [Markup] in
      let texts = table.rows.map { $0.cells[i].withPlainSpaces }
      return table.columns[i].alignment == .decimal
        ? pointed(texts) : indented(texts)
    }
    let across = [Attribute("colspan", String(max(1, table.columns.count - 1)))]
    let rows = table.rows.indices.flatMap { row -> [Markup] in
      let kind = table.rows[row].ink == .total ? [Attribute("class", "total")] : []
      let numbers = table.columns.indices.dropFirst().map { i in
        Markup.element("td", alignment(table.columns[i]), cells[i][row])
      }
      let head = { (attributes: [Attribute]) in
        Markup.element("th", [Attribute("scope", "row")] + attributes, cells[0][row])
      }
      return headsAbove
        ? [
          .element("tr", [Attribute("class", "above")], head(across)),
          .element("tr", kind, numbers),
        ] : [.element("tr", kind, [head([])] + numbers)]
    }
    return .element(
      "table", table.columns.count < 3 ? [Attribute("class", "few")] : [],
      table.title.isEmpty ? .nothing : .element("caption", [], .text(table.title)),
      .element("thead", [], .lines(heads(table, isAbove: headsAbove))),
      .element("tbody", [], .lines(rows)))
  }

  /// What scrolls sideways where it is wider than the page.
  static func frame(name: String, kind: String = "scroll", _ table: Markup) -> Markup {
    .element(
      "div",
      [
        Attribute("class", kind), Attribute("role", "region"), Attribute("tabindex", "0"),
        Attribute("aria-label", name),
      ], table)
  }

  private static func heads(_ table: TextTable, isAbove: Bool) -> [Markup] {
    func head(_ column: TextTable.Column, _ attributes: [Attribute] = []) -> Markup {
      .element(
        "th", [Attribute("scope", "col")] + alignment(column) + attributes,
        .text(CSVText.defused(column.title)))
    }
    let first = isAbove ? 1 : 0
    let titles = Markup.element("tr", [], table.columns.dropFirst(first).map { head($0) })
    let above =
      isAbove && !table.columns[0].title.isEmpty
      ? [
        Markup.element(
          "tr", [],
          head(table.columns[0], [Attribute("colspan", String(max(1, table.columns.count - 1)))]))
      ] : []
    guard table.groups.contains(where: { $0.name != nil }) else { return above + [titles] }
    let groups = table.groups.compactMap { group -> Markup? in
      let count = group.columns.filter { $0 >= first }.count
      guard count > 0 else { return nil }
      let span = [Attribute("colspan", String(count))]
      guard let name = group.name else { return .element("td", span) }
      return .element(
        "th", span + [Attribute("scope", "colgroup"), Attribute("class", "group")],
        .element("span", [], .text(CSVText.defused(name))))
    }
    return above + [.element("tr", [], groups), titles]
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
