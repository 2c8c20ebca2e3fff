import Foundation
import MonteCarlo
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

/// Names that attack, in every place where a user can put text, in every output.
@Suite struct HostileNameTests {
  static let names = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "</title></style></svg><b>",
    "=HYPERLINK(\"http://example.com\",\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "invoice\u{202E}gpj.exe",
    "\u{2066}\u{200B}\u{FEFF}hidden\u{2069}",
    "bell\u{7}\u{1B}[2Jescape\u{0}\r\nline",
    "javascript:alert(1)//%0a&colon;&#x3c;b>",
    "]]><!--<![CDATA[ ?> {{constructor}} ${x} `x`",
    String(repeating: "長い<名前>&", count: 1250),
  ]

  /// A run whose every text is the name.
  private func answers(_ name: String) -> Answers {
    var run = SyntheticRun()
    run.trials = 200
    run.extra = [
      SyntheticRun.ownMetric("x" + name, label: name, quarters: 24, trials: 200),
      SyntheticRun.ownMetric("y", label: name, quarters: 24, trials: 200, style: .condition),
      SyntheticRun.quantity(
        name, values: (0..<200).map { $0 == 7 ? .nan : Double($0) }, meaning: name),
    ]
    var context = run.context
    context.scenario = name
    context.origin = .file(name)
    context.asOf = name
    context.currency = name
    context.programVersion = name
    context.overrides = [.init(path: name, value: name, fileValue: name)]
    return Answers(run.result, context: context)
  }

  private func report(_ name: String) -> HTMLReport {
    let rows = ["plan.total", name].map {
      AssumptionRow(path: $0, meaning: name, value: name, source: name, note: name)
    }
    return HTMLReport(
      answers(name), assumptions: rows, digest: name, command: ["report", name, "--set", name])
  }

  private func expectHarmless(_ source: String, _ name: String) {
    let parsed = ParsedMarkup(source)
    #expect(parsed.problem == nil, "\(name.prefix(40)): \(parsed.problem ?? "")")
    let known: Set = [
      "html", "head", "meta", "title", "style", "body", "main", "header", "section", "h1", "h2",
      "h3", "p", "span", "bdi", "div", "figure", "figcaption", "svg", "desc", "path", "rect", "g",
      "text", "circle", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th",
      "td", "code",
      "small", "pre", "dl", "dt", "dd",
    ]
    let unknown = Set(parsed.elements.map(\.name)).subtracting(known)
    #expect(unknown.isEmpty, "\(name.prefix(40)): \(unknown)")
    for element in parsed.elements {
      for attribute in element.attributes.keys {
        #expect(!attribute.hasPrefix("on") && attribute != "src" && attribute != "href")
      }
      // A spreadsheet takes a cell that begins so for a formula.
      if ["td", "th"].contains(element.name) {
        #expect(element.text.first.map { !"=@".contains($0) } ?? true, "\(element.text)")
      }
    }
    expectVisible(source, name)
  }

  /// Nothing that hides, reorders or moves the cursor.
  private func expectVisible(_ text: String, _ name: String) {
    let bad = text.unicodeScalars.first {
      $0 != "\n"
        && [.control, .format, .lineSeparator, .paragraphSeparator].contains(
          $0.properties.generalCategory)
    }
    #expect(bad == nil, "\(name.prefix(40)): U+\(String(bad?.value ?? 0, radix: 16))")
  }

  @Test(arguments: names)
  func page(name: String) {
    let text = report(name).text
    expectHarmless(text, name)
    #expect(text.utf8.count < 500_000, "\(text.utf8.count) bytes")
    // It is there to be read, and not merely dropped.
    let shown = EscapedText.of(name)
    #expect(ParsedMarkup(text).text.contains(shown), "\(shown.prefix(40))")
  }

  /// Two runs and three, each of them called so, with assumptions that are called so too.
  @Test(arguments: names, [2, 3])
  func pageOfAComparison(name: String, runs: Int) {
    let answers = answers(name)
    var run = SyntheticRun()
    run.trials = 2100
    let sides = (0..<runs).map { i in
      run.seed = UInt64(i)
      run.extra = [
        SyntheticRun.quantity(
          name, values: (0..<2100).map { Double($0 + i) }, meaning: name)
      ]
      return ComparedRun(name: name, span: name, context: answers.context, result: run.result)
    }
    let rows = (0..<runs).map { i in
      [AssumptionRow(path: name, meaning: name, value: "\(name)\(i)", source: name, note: name)]
    }
    let comparison = Comparison(sides)
    let page = ComparisonPage(
      comparison, changes: AssumptionChanges(rows), digests: sides.map { _ in name },
      command: ["compare", name, "--metric", name]
    ).text
    expectHarmless(page, name)
    // A name of ten thousand letters stands in some twenty places of a page of three.
    #expect(page.utf8.count < 1_000_000, "\(page.utf8.count) bytes")
    let shown = EscapedText.of(name)
    #expect(ParsedMarkup(page).text.contains(shown), "\(shown.prefix(40))")
    for file in ChartFiles(comparison).files where file.name.hasSuffix(".svg") {
      expectHarmless(file.text, name)
    }
  }

  @Test(arguments: names)
  func charts(name: String) throws {
    for file in ChartFiles(answers(name)).files {
      #expect(
        file.name.unicodeScalars.allSatisfy {
          $0.isASCII && ($0.properties.isAlphabetic || "0123456789-.".unicodeScalars.contains($0))
        }, "\(file.name)")
      #expect(!file.name.hasPrefix(".") && file.name.utf8.count < 100, "\(file.name)")
      if file.name.hasSuffix(".svg") {
        expectHarmless(file.text, name)
      } else {
        let json = try JSONSerialization.jsonObject(with: Data(file.text.utf8))
        #expect(json is [String: Any], "\(file.name)")
        expectVisible(file.text, name)
      }
    }
  }

  /// Cells of a workbook are texts or numbers; there is no third kind that could be a formula.
  @Test(arguments: names)
  func workbook(name: String) {
    let rows = ["plan.total", name].map {
      AssumptionRow(path: $0, meaning: name, value: name, source: name, note: name)
    }
    let workbook = RunWorkbook(
      answers(name), assumptions: rows, digest: name, command: ["run", name, "--set", name]
    ).workbook
    var isShown = false
    let cells = workbook.sheets.flatMap { sheet in
      sheet.rows.flatMap { $0.cells.compactMap(\.text) } + sheet.columns.map(\.title.text)
        + sheet.charts.flatMap { [$0.title.text] + $0.series.map(\.name) }
    }
    for text in cells + [workbook.title.text] {
      expectVisible(text, name)
      #expect(text.utf16.count <= 32_767, "\(text.utf16.count)")
      if text == EscapedText.whole(name) || text == EscapedText.of(name) { isShown = true }
    }
    #expect(isShown, "\(name.prefix(40))")
    // Chart libraries take a title that begins so for the place of a cell.
    for chart in workbook.sheets.flatMap(\.charts) { #expect(!chart.title.text.hasPrefix("=")) }
  }

  @Test(arguments: names)
  func terminalAndTables(name: String) throws {
    let answers = answers(name)
    expectVisible(RunReport(answers, width: 80, palette: .plain).text, name)
    let json = ResultJSON(answers).text
    #expect((try JSONSerialization.jsonObject(with: Data(json.utf8))) is [String: Any])
    expectVisible(json, name)
    for line in QuantitiesCSV(answers).text.split(separator: "\n") {
      #expect(line.first.map { !"=+-@".contains($0) } ?? true, "\(line.prefix(80))")
    }
  }
}
