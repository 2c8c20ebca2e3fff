import CapexModel
import Testing

@testable import RiskAnalysis

@Suite struct ForecastRecordReaderTests {
  static let text = """
    {
      "format": "capexsim forecast",
      "version": 2,
      "certificate": {
        "scenario": "Plan", "file": "plan.yaml",
        "digest": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "asOf": "2025-02-24", "overrides": [{"path": "plan.total", "value": "400bn CNY"}],
        "seed": "18446744073709551615", "trials": 1000000, "program": "0.1.0", "stream": 1,
        "currency": "CNY", "plan": {"total": 380, "start": "2025Q2", "quarters": 12}
      },
      "levels": [0.05, 0.5, 0.95],
      "quantities": [
        {
          "name": "capex", "unit": "CNY bn", "first": "2025Q2",
          "quarters": [[20, 31.7, 50], [20.5, 32, 51]]
        }
      ]
    }
    """

  private func read(_ text: String) throws -> ForecastRecord {
    try ForecastRecordReader.read(Array(text.utf8))
  }

  @Test func readsARecord() throws {
    let record = try read(Self.text)
    let certificate = record.certificate
    #expect(certificate.scenario == "Plan" && certificate.origin == .file("plan.yaml"))
    #expect(certificate.seed == .max && certificate.trials == 1_000_000 && certificate.stream == 1)
    #expect(
      certificate.plan == .init(total: 380, start: Quarter(year: 2025, number: 2), quarters: 12))
    #expect(certificate.asOf == "2025-02-24" && certificate.currency == "CNY")
    #expect(certificate.overrides == [.init(path: "plan.total", value: "400bn CNY")])
    #expect(record.levels == [0.05, 0.5, 0.95])
    let capex = try #require(record.quantity("capex"))
    #expect(capex.unit == "CNY bn" && capex.forecasts.count == 2)
    let second = try #require(capex.forecast(Quarter(year: 2025, number: 3)))
    #expect(second.quantiles == [20.5, 32, 51] && second.levels == record.levels)
    #expect(capex.forecast(Quarter(year: 2025, number: 4)) == nil)
    #expect(capex.forecast(Quarter(year: 2025, number: 1)) == nil)
    #expect(record.quantity("npv") == nil)
    let open = Self.text.replacing("\"2025-02-24\"", with: "null")
    #expect(try read(open).certificate.asOf == nil)
  }

  /// What is replaced, by what, and the first lines of what is said.
  static let mistakes: [(String, String, String)] = [
    ("capexsim forecast", "forecast", "2:13: error: the format is \"forecast\""),
    (
      "\"version\": 2", "\"version\": 1",
      "3:14: error: the record has version 1, and this program reads 2"
    ),
    ("\"version\": 2,", "", "1:1: error: `version` is missing"),
    ("\"levels\"", "\"level\"", "11:3: error: `level` is unknown"),
    ("\"trials\": 1000000", "\"trials\": 0", "8:47: error: `trials` is 0, but must be at least 1"),
    ("\"trials\": 1000000", "\"trials\": 1e6", "8:47: error: `trials` must be a whole number"),
    (
      "\"18446744073709551615\"", "\"18446744073709551616\"",
      "8:13: error: the seed is \"18446744073709551616\""
    ),
    ("\"18446744073709551615\"", "7", "8:13: error: `seed` must be a text in quotation marks"),
    ("2025-02-24", "2025-02-29", "7:13: error: \"2025-02-29\" is not a day"),
    ("00112233", "0011223G", "6:15: error: `digest` is not 64 hexadecimal digits"),
    ("\"file\"", "\"path\"", "5:25: error: `path` is unknown"),
    ("\"file\": \"plan.yaml\",", "", "4:18: error: one of `file` and `builtIn` is needed"),
    (
      "\"value\": \"400bn CNY\"", "\"value\": 400",
      "7:73: error: `value` must be a text in quotation marks"
    ),
    ("[0.05, 0.5, 0.95]", "[]", "11:13: error: `levels` is empty"),
    ("0.95]", "95]", "11:25: error: the level 95.0 does not lie between 0 and 1"),
    ("0.95]", "0.5]", "11:25: error: the level 0.5 follows 0.5"),
    ("\"total\": 380, ", "", "9:32: error: `total` is missing"),
    ("\"start\": \"2025Q2\"", "\"start\": \"2025\"", "9:56: error: \"2025\" is not a quarter"),
    ("\"first\": \"2025Q2\"", "\"first\": \"2025Q5\"", "14:51: error: \"2025Q5\" is not a quarter"),
    ("31.7, 50]", "31.7]", "15:20: error: 2 quantiles for 3 levels"),
    ("31.7, 50]", "31.7, 30]", "15:31: error: the quantile 30.0 at level 0.95 follows 31.7"),
    ("31.7, 50]", "31.7, 1e999]", "15:31: error: \"1e999\" is not a number of JSON"),
    ("31.7, 50]", "31.7, null]", "15:31: error: `a quantile` must be a number"),
    ("[[20, 31.7, 50], [20.5, 32, 51]]", "[]", "15:19: error: `quarters` is empty"),
    ("\"name\": \"capex\", ", "", "13:5: error: `name` is missing"),
    ("]\n}", "],\n}", "18:1: error: here a name in quotation marks is expected"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreSaidWithTheirPlace(old: String, new: String, expected: String) throws {
    let parts = Self.text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(old) is not in the text")
    do {
      _ = try read(parts.joined(separator: new))
      Issue.record("accepted \(new)")
    } catch let problem as RecordProblem {
      let rendered = problem.rendered(file: "x.json")
      #expect(rendered.hasPrefix("x.json:" + expected), "\(rendered)")
      #expect(rendered.hasSuffix("\n") && rendered.contains("\n   help: "), "\(rendered)")
    }
  }

  @Test func refusesTheSameQuantityTwice() throws {
    let quantity =
      "{\"name\": \"a\", \"unit\": \"\", \"first\": \"2025Q2\", \"quarters\": [[1, 2, 3]]}"
    let start = try #require(Self.text.range(of: "\"quantities\""))
    let text = Self.text[..<start.lowerBound] + "\"quantities\": [\(quantity),\n\(quantity)]}"
    #expect(throws: RecordProblem(line: 13, column: 1, kind: .quantityTwice("a"))) {
      try read(String(text))
    }
  }

  @Test func refusesWhatIsNoTextOfUsualSize() {
    #expect(throws: RecordProblem(line: 1, column: 1, kind: .notUTF8)) {
      try ForecastRecordReader.read([0x7B, 0xFF])
    }
    #expect(
      throws: RecordProblem(
        line: 1, column: 1, kind: .tooLarge(bytes: 1_000_001, limit: 1_000_000))
    ) { try ForecastRecordReader.read([UInt8](repeating: 0x20, count: 1_000_001)) }
  }

  /// No beginning of a record is one, and none traps.
  @Test func everyCutIsRefused() {
    let bytes = Array(Self.text.utf8)
    for length in 0..<bytes.count {
      #expect(throws: RecordProblem.self, "the first \(length) bytes") {
        try ForecastRecordReader.read(Array(bytes[..<length]))
      }
    }
  }
}
