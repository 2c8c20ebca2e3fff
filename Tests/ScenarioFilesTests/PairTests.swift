import Testing

@testable import ScenarioFiles

/// Rates of another pair, upside down or with a slipped point are never taken for those wanted.
@Suite struct PairTests {
  private static let head = "period,item,value,unit\n"

  private static func row(
    _ period: String, _ value: String, item: String = "USD/CNY", unit: String = "CNY per USD"
  ) -> String { "\(period),\(item),\(value),\(unit)\n" }

  private static func scenario(_ rates: String, key: String) throws -> String {
    let fx =
      key == "actuals"
      ? "spot: 7.2, actuals: rates.csv" : "spot: 7.2, process: bootstrap, history: rates.csv"
    let until = key == "actuals" ? "actuals: { until: 2025Q3 }\n" : ""
    let files = [
      "s.yaml": SmallScenario.text + "fx: { usdcny: { \(fx) } }\n" + until, "rates.csv": rates,
    ]
    return try ProjectFiles.withFolder(files) { folder in
      switch ScenarioReader.read(file: "\(folder)/s.yaml") {
      case .success: "accepted"
      case .failure(let failure): failure.rendered.replacing(folder + "/", with: "")
      }
    }
  }

  private static func history(_ csv: String, item: String? = nil) throws -> (RateHistory?, String) {
    try ProjectFiles.withFolder(["r.csv": csv]) { folder in
      switch RateHistory.read(file: "\(folder)/r.csv", item: item, pair: "usdcny") {
      case .success(let history): (history, "")
      case .failure(let failure): (nil, failure.rendered.replacing(folder + "/", with: ""))
      }
    }
  }

  private static func quarters(_ values: [String], item: String, unit: String) -> String {
    head
      + zip(["2025Q1", "2025Q2", "2025Q3", "2025Q4"], values).map {
        row($0, $1, item: item, unit: unit)
      }.joined()
  }

  private static let right = ["7.1", "7.2", "7.3", "7.2"]

  /// What says nothing of the pair is taken, and so is the same pair in small letters.
  @Test(arguments: [
    ("USD/CNY", "CNY per USD"), ("usd/cny", "CNY/USD"), ("rate", "yuan"), ("", ""),
  ])
  func namesOfThePairAreTaken(item: String, unit: String) throws {
    let csv = Self.quarters(Self.right, item: item, unit: unit)
    for key in ["actuals", "history"] {
      #expect(try Self.scenario(csv, key: key) == "accepted")
    }
    let (history, words) = try Self.history(csv)
    #expect(history?.values == [7.1, 7.2, 7.3, 7.2], "\(words)")
  }

  static let others: [(values: [String], item: String, unit: String, place: String, part: String)] =
    [
      (
        ["7.6", "7.7", "7.6", "7.7"], "EUR/CNY", "CNY per EUR", "2:8",
        "the row is EUR/CNY, but USD/CNY is wanted"
      ),
      (
        right, "CNY/USD", "CNY per USD", "2:8", "the row is CNY/USD, but USD/CNY is wanted"
      ),
      (
        right, "rate", "CNY per EUR", "2:17", "the row is CNY per EUR, but CNY per USD is wanted"
      ),
      (right, "rate", "mn CNY", "2:17", "the row is mn CNY, but CNY per USD is wanted"),
      (
        right, "capital expenditure", "", "2:8",
        "the row is capital expenditure, but USD/CNY is wanted"
      ),
      (
        ["7.1", "72", "7.3", "7.2"], "USD/CNY", "CNY per USD", "3:16",
        "the rate is 72, right after 7.1"
      ),
      (
        ["7.1", "7.2", "0.73", "7.2"], "", "", "4:9", "the rate is 0.73, right after 7.2"
      ),
    ]

  @Test(arguments: others.indices)
  func othersAreRefused(index: Int) throws {
    let (values, item, unit, place, part) = Self.others[index]
    let csv = Self.quarters(values, item: item, unit: unit)
    for key in ["actuals", "history"] {
      let rendered = try Self.scenario(csv, key: key)
      #expect(rendered.hasPrefix("rates.csv:\(place): error: \(part)\n"), "\(rendered)")
      #expect(rendered.contains("help: "))
    }
    let (_, rendered) = try Self.history(csv)
    #expect(rendered.hasPrefix("r.csv:\(place): error: \(part)\n"), "\(rendered)")
  }

  /// Nothing in such a table says that it is of another pair, but its size does.
  @Test(arguments: [
    (["0.139", "0.14", "0.138", "0.139"], "the table looks upside down"),
    (["700", "710", "720", "730"], "give rates of the pair"),
  ])
  func otherSizesAreRefused(values: [String], mend: String) throws {
    let csv = Self.quarters(values, item: "", unit: "")
    for key in ["actuals", "history"] {
      let rendered = try Self.scenario(csv, key: key)
      #expect(rendered.hasPrefix("s.yaml:7:"), "\(rendered)")
      #expect(rendered.contains("but the spot rate is 7.2") && rendered.contains(mend))
    }
  }

  /// Of a table with several items those of the pair are taken; where there are none, --item helps.
  @Test func aTableOfSeveralItems() throws {
    let rates = zip(["2025Q1", "2025Q2", "2025Q3", "2025Q4"], Self.right).map { Self.row($0, $1) }
    let others = ["2025Q1", "2025Q2"].map {
      Self.row($0, "30000", item: "cloud revenue", unit: "mn CNY")
    }
    let (history, words) = try Self.history(Self.head + (others + rates).joined())
    #expect(history?.values == [7.1, 7.2, 7.3, 7.2], "\(words)")
    let (_, refusal) = try Self.history(
      Self.head + others.joined()
        + Self.row("2025Q1", "1", item: "group revenue", unit: "mn CNY"))
    #expect(refusal.contains("error: no row has the item USD/CNY\n"), "\(refusal)")
    #expect(refusal.contains("choose one with --item"), "\(refusal)")
  }
}
