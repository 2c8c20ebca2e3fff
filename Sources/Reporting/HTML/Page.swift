internal import RiskAnalysis

/// The frame of every page: one file that holds all it needs, for screens, phones and paper, on
/// light and on dark ground. No script and nothing from outside.
struct Page {
  let title: String
  /// Below the title, in small letters.
  let facts: [String]
  /// What it says in one paragraph; empty for none.
  let summary: String
  let warnings: [String]
  /// After the opening, in order; empty ones are left out.
  let sections: [Markup]

  var text: String {
    Markup.page(
      .element(
        "html", [Markup.Attribute("lang", "en")],
        .lines([head, .element("body", [], .element("main", [], .lines([opening] + sections)))]))
    ).source
  }

  private var head: Markup {
    func meta(_ name: String, _ content: String) -> Markup {
      .empty("meta", [Markup.Attribute("name", name), Markup.Attribute("content", content)])
    }
    return .element(
      "head", [],
      .lines([
        .empty("meta", [Markup.Attribute("charset", "utf-8")]),
        // Whatever this page holds, a browser loads nothing and runs nothing.
        .empty(
          "meta",
          [
            Markup.Attribute("http-equiv", "Content-Security-Policy"),
            Markup.Attribute("content", "default-src 'none'; style-src 'unsafe-inline'"),
          ]),
        meta("viewport", "width=device-width, initial-scale=1"), meta("color-scheme", "light dark"),
        .element("title", [], .text(title)), .styleSheet(PageStyle.rules + ChartStyle.rules),
      ]))
  }

  private var opening: Markup {
    .lines(
      [
        .element(
          "header", [], .element("h1", [], .isolated(title)),
          Page.facts(facts.joined(separator: " · "))),
        summary.isEmpty
          ? .nothing
          : .element("p", [Markup.Attribute("class", "summary")], .sentences(summary)),
      ]
        + warnings.map {
          .element("p", [Markup.Attribute("class", "warning")], .sentences("Warning: \($0)"))
        })
  }

  /// A paragraph in small letters; nothing for no text.
  static func facts(_ text: String) -> Markup {
    text.isEmpty
      ? .nothing : .element("p", [Markup.Attribute("class", "facts")], .sentences(text))
  }

  /// A part under a heading; nothing where it would be empty.
  static func section(_ identifier: String, _ title: String, _ parts: [Markup]) -> Markup {
    let filled = parts.filter { !$0.source.isEmpty }
    guard !filled.isEmpty else { return .nothing }
    return .element(
      "section", [Markup.Attribute("aria-labelledby", "h-\(identifier)")],
      .lines(
        [.element("h2", [Markup.Attribute("id", "h-\(identifier)")], .text(title))] + filled))
  }
}
