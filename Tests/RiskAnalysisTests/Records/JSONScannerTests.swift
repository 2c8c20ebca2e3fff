import Testing

@testable import RiskAnalysis

@Suite struct JSONScannerTests {
  @Test func readsEveryKindOfValue() throws {
    let text =
      "\u{20}{\"a\": [1, -0.5, 1.2e+3, 0],\r\n \"b\\u00e9\\ud83d\\ude00\\/\": {\"c\": null},"
      + "\n\t\"d\": [true, false, \"x\\n\"], \"e\": {}, \"f\": []}\n"
    let value = try JSONScanner.read(text)
    guard case .object(let members) = value.content else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.name) == ["a", "bé😀/", "d", "e", "f"])
    #expect(members.map(\.line) == [1, 2, 3, 3, 3])
    #expect(members.map(\.column).prefix(3) == [3, 2, 2])
    #expect(try members[0].value.array("a").map { try $0.number("x") } == [1, -0.5, 1200, 0])
    guard case .array(let words) = members[2].value.content, case .text(let last) = words[2].content
    else {
      Issue.record("no list")
      return
    }
    #expect(last == "x\n")
  }

  static let mistakes: [(String, Int, Int, RecordProblem.Kind)] = [
    ("", 1, 1, .ended), ("{", 1, 2, .ended), ("[1", 1, 3, .ended), ("\"a", 1, 3, .ended),
    ("{\"a\"", 1, 5, .ended), ("[1,]", 1, 4, .expected(.value)),
    ("{\"a\": 1,}", 1, 9, .expected(.member)), ("{\"a\" 1}", 1, 6, .expected(.colon)),
    ("[1 2]", 1, 4, .expected(.commaOrBracket)),
    ("{\"a\": 1\n\"b\": 2}", 2, 1, .expected(.commaOrBrace)),
    ("[1] x", 1, 5, .moreAfterTheEnd), ("// no", 1, 1, .expected(.value)),
    ("NaN", 1, 1, .expected(.value)), ("nul", 1, 1, .expected(.value)),
    ("'a'", 1, 1, .expected(.value)), ("[01]", 1, 2, .number(text: "01")),
    ("[1.]", 1, 2, .number(text: "1.")), ("[-]", 1, 2, .number(text: "-")),
    ("[1e]", 1, 2, .number(text: "1e")), ("[0x10]", 1, 2, .number(text: "0x10")),
    ("[1_000]", 1, 2, .number(text: "1_000")), ("[.5]", 1, 2, .expected(.value)),
    ("[+1]", 1, 2, .expected(.value)), ("[\"a\nb\"]", 1, 4, .controlCharacter(10)),
    ("[\"\\x\"]", 1, 3, .escape), ("[\"\\u12g4\"]", 1, 3, .escape),
    ("[\"\\ud800\"]", 1, 3, .escape),
    ("[\"\\udc00\\ud800\"]", 1, 3, .escape),
    ("{\"a\": 1,\n \"a\": 2}", 2, 2, .twice(member: "a", firstLine: 1)),
    (String(repeating: "[", count: 100_000), 1, 17, .tooDeep(limit: 16)),
  ]

  @Test(arguments: mistakes)
  func mistakesHaveTheirPlace(
    text: String, line: Int, column: Int, kind: RecordProblem.Kind
  ) {
    let expected = RecordProblem(line: line, column: column, kind: kind)
    #expect(throws: expected, "\(text.prefix(40))") { try JSONScanner.read(text) }
  }
}
