@testable import Reporting
import Testing

@Suite struct MarkupTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"),
    ("&lt;", "&amp;lt;"), ("]]>", "]]&gt;"), ("\u{202E}x", "\\u{202E}x"), ("\u{0}", "\\u{0}"),
    ("阿里 €", "阿里 €"), ("a\u{A0}b", "a\u{A0}b"),
  ])
  func textIsEscaped(text: String, source: String) {
    #expect(Markup.text(text).source == source)
    #expect(
      Markup.element("p", [Markup.Attribute("title", text)]).source
        == "<p title=\"\(source)\"></p>")
    #expect(ParsedMarkup(Markup.element("p", [], .text(text)).source).problem == nil)
  }

  @Test func elementsNestAndEmptyOnesClose() {
    let markup = Markup.element(
      "a", [Markup.Attribute("x", 1.25)], .empty("b", [Markup.Attribute("y", "z")]), .text("<"))
    #expect(markup.source == "<a x=\"1.3\"><b y=\"z\"/>&lt;</a>")
    #expect(Markup.lines([.nothing, .text("a"), .text("b")]).source == "a\nb\n")
  }

  @Test func whatBelongsTogetherStaysOnALine() {
    let text = "takes \("94 %".unbroken) of it"
    #expect(
      Markup.sentences(text).source == "takes <span class=\"whole\">94 %</span> of it")
    #expect(ParsedMarkup("<p>\(Markup.sentences(text).source)</p>").text == "takes 94 % of it")
  }

  @Test(arguments: [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("@x", "'@x"), ("+x", "'+x"), ("-x", "'-x"),
    ("-0.2", "-0.2"), ("+1", "+1"), ("-", "-"), ("", ""), ("a=b", "a=b"),
  ])
  func formulasAreDefusedInTables(text: String, shown: String) {
    #expect(CSVText.defused(text) == shown)
  }

  @Test func tablesAlignPointsAndRepeatNothing() {
    let table = TextTable(
      title: "T",
      columns: [
        .init(title: "q", alignment: .left), .init(title: "a", alignment: .decimal, group: "g"),
        .init(title: "b", alignment: .decimal, group: "g"),
      ],
      rows: [
        .init(cells: ["FY2026 Q1", "1.25", "2"]), .init(cells: ["       Q2", "10", "30.5"]),
      ])
    let parsed = ParsedMarkup(Markup.table(table, name: "T").source)
    #expect(parsed.problem == nil)
    let unseen = parsed.named("span").filter { $0.attributes["class"] == "unseen" }
    #expect(unseen.map(\.text) == [".0", "FY2026 ", ".00"])
    #expect(unseen.allSatisfy { $0.attributes["aria-hidden"] == "true" })
    #expect(parsed.named("th").contains { $0.attributes["colspan"] == "2" })
    let nothing = TextTable(title: "T", columns: table.columns, rows: [])
    #expect(Markup.table(nothing, name: "T").source == "")
  }

  @Test(arguments: [
    (["run", "--trials", "1e6"], "run --trials 1e6"), (["a b"], "'a b'"), ([""], "''"),
    (["it's"], "'it'\\''s'"), (["x=$(reboot)"], "'x=$(reboot)'"), (["a=[1, 2]"], "'a=[1, 2]'"),
    (["'"], "''\\'''"), (["阿"], "'阿'"),
  ])
  func commandsAreQuoted(arguments: [String], text: String) {
    #expect(CommandText.of(arguments) == text)
  }
}
