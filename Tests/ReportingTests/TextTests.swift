@testable import Reporting
import Testing

@Suite struct DisplayWidthTests {
  static let widths: [(String, Int)] = [
    ("", 0), ("abc", 3), ("阿里巴巴", 8), ("３８", 4), ("한글", 4), ("e\u{301}", 1), ("é", 1),
    ("▓░━─", 4), ("🚀", 2), ("❤\u{FE0F}", 2), ("\u{200B}", 0), ("— ÷ ±", 5), ("亿元", 4),
  ]

  @Test(arguments: widths)
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns, "\(text): got \(DisplayWidth.of(text))")
  }

  @Test func paddingAndCutting() {
    #expect("阿里".padded(to: 6) == "阿里  ")
    #expect("阿里".leftPadded(to: 3) == "阿里")
    #expect("阿里巴巴".cut(to: 6) == "阿里…")
    #expect("阿里巴巴".cut(to: 8) == "阿里巴巴")
  }
}

@Suite struct EscapedTextTests {
  static let texts: [(String, String)] = [
    ("Alibaba's 380 billion — 阿里", "Alibaba's 380 billion — 阿里"),
    ("\u{1B}[31m", "\\u{1B}[31m"), ("a\u{202E}b", "a\\u{202E}b"), ("a\r\nb", "a\\u{D}\\u{A}b"),
    ("\u{FEFF}x\u{200B}", "\\u{FEFF}x\\u{200B}"), ("\u{2028}", "\\u{2028}"), ("\u{9B}", "\\u{9B}"),
  ]

  @Test(arguments: texts)
  func escapes(text: String, safe: String) {
    #expect(EscapedText.of(text) == safe)
  }

  @Test func longTextIsCut() {
    let long = EscapedText.of(String(repeating: "x", count: 10_000))
    #expect(long.count == EscapedText.longest + 1 && long.hasSuffix("…"))
    #expect(EscapedText.whole(String(repeating: "x", count: 10_000)).count == 10_000)
    // One character of ten thousand marks.
    let stack = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(EscapedText.of(stack).unicodeScalars.count == EscapedText.longest + 1)
  }
}

@Suite struct PaletteTests {
  @Test func onATerminalOnlyAndNeverAgainstTheUsersWish() {
    #expect(Palette.suited(isTerminal: true, noColor: nil, term: "xterm").isColoured)
    #expect(Palette.suited(isTerminal: true, noColor: "", term: nil).isColoured)
    #expect(!Palette.suited(isTerminal: true, noColor: "1", term: "xterm").isColoured)
    #expect(!Palette.suited(isTerminal: true, noColor: nil, term: "dumb").isColoured)
    #expect(!Palette.suited(isTerminal: false, noColor: nil, term: "xterm").isColoured)
  }
}

@Suite struct TextTableTests {
  private var table: TextTable {
    TextTable(
      title: "T",
      columns: [
        .init(title: "name", alignment: .left, wrapsAt: 8),
        .init(title: "a", alignment: .decimal, group: "group", importance: 1),
        .init(title: "b", alignment: .decimal, group: "group"),
      ],
      rows: [
        .init(cells: ["short", "1.5", "10"]), .init(cells: ["a longer label", "10", "9.75"]),
      ])
  }

  @Test func columnsAlignAndGroup() {
    let expected = [
      "T                      group", "name                a      b",
      "short             1.5  10", "a longer label   10     9.75",
    ]
    let got = table.lines(width: 60, palette: .plain)
    #expect(got == expected, "got \(got)")
  }

  @Test func labelsWrapBeforeAColumnGoes() {
    let got = table.lines(width: 26, palette: .plain)
    #expect(got.suffix(2) == ["a longer", "  label        10     9.75"], "got \(got)")
  }

  @Test func theLeastImportantColumnGoesFirst() {
    let narrow = table.lines(width: 18, palette: .plain)
    #expect(!narrow.joined().contains("1.5") && narrow.joined().contains("9.75"))
    #expect(narrow.allSatisfy { DisplayWidth.of($0) <= 18 }, "\(narrow)")
  }

  @Test func noRowsNoTable() {
    var empty = table
    empty.rows = []
    #expect(empty.lines(width: 60, palette: .plain).isEmpty)
  }
}

@Suite struct ProgressBarTests {
  @Test func shownOnATerminalAfterASecondAndNotTooOften() {
    let start = ContinuousClock.now
    var bar = ProgressBar(isTerminal: true, start: start)
    #expect(bar.update(0.1, now: start + .milliseconds(900)) == nil)
    #expect(bar.finish() == nil)
    #expect(bar.update(0.5, now: start + .seconds(2))?.contains(" 50 %, 2 s left") == true)
    #expect(bar.update(0.6, now: start + .milliseconds(2050)) == nil)
    #expect(bar.update(.nan, now: start + .seconds(3))?.contains(" 0 %") == true)
    #expect(bar.update(7, now: start + .seconds(4))?.contains(" 100 %") == true)
    #expect(bar.finish() == "\r\u{1B}[2K")
    #expect(bar.finish() == nil)
  }

  @Test func neverInAPipe() {
    let start = ContinuousClock.now
    var bar = ProgressBar(isTerminal: false, start: start)
    #expect(bar.update(0.5, now: start + .seconds(9)) == nil)
  }
}
