import Foundation
import Testing

@testable import RiskAnalysis

/// `score`, as people call it.
@Suite struct ScoreCommandTests {
  static let company = "seeds/alibaba-quarterly.csv"
  static let rates = ["seeds/usdcny-monthly.csv", "seeds/usdcny-monthly-later.csv"]

  func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    try body(folder.path)
  }

  func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The February forecast against what came: the actuals as announced, and the record that
  /// `run` keeps has the same scores as the scenario.
  @Test func scenarioAndRecordAgree() throws {
    try inFolder([:]) { folder in
      let record = folder + "/february.json"
      let run = try Tool.run([
        "run", "scenarios/alibaba-380b.yaml", "--trials", "20000", "--record", record, "--output",
        folder + "/report",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let arguments = ["--trials", "20000", "--format", "json", "--actuals", Self.company]
      let scenario = try Tool.run(["score", "scenarios/alibaba-380b.yaml"] + arguments)
      let kept = try Tool.run(["score", record] + arguments)
      #expect(scenario.status == 0 && kept.status == 0, "\(scenario.errors) \(kept.errors)")
      #expect(
        scenario.output.replacing("scenarios/alibaba-380b.yaml", with: record) == kept.output)
      let totals = try object(kept.output)["totals"] as? [[String: Any]] ?? []
      #expect(
        totals.compactMap { $0["name"] as? String }.sorted()
          == ["capex", "cloudRevenue", "groupRevenue"])
      let forecasts = try object(kept.output)["forecasts"] as? [[String: Any]] ?? []
      let quantities = forecasts.first?["quantities"] as? [[String: Any]] ?? []
      let capex = quantities.first { $0["name"] as? String == "capex" }
      let forecasters = capex?["forecasters"] as? [[String: Any]] ?? []
      #expect(
        forecasters.compactMap { $0["forecaster"] as? String }
          == ["model", "straightLine", "lastValue", "yearBefore"])
      let quarters = forecasters.first?["quarters"] as? [[String: Any]] ?? []
      #expect(quarters.compactMap { $0["actual"] as? Double } == [38.676, 31.501])
      #expect(quarters.compactMap { $0["period"] as? String } == ["2025Q2", "2025Q3"])
      #expect(capex?["lastKnown"] as? String == "2024Q4")
    }
  }

  /// Every row of every table is reported, used or ignored and why.
  @Test func everyRowIsReported() throws {
    let files = [Self.company] + Self.rates
    let run = try Tool.run(
      ["score", "--trials", "2000", "--format", "json", "--actuals"] + files)
    #expect(run.status == 0, "\(run.errors)")
    let figures = try object(run.output)["figures"] as? [[String: Any]] ?? []
    var lines = 0
    for file in files {
      let text = try String(contentsOfFile: "\(Tool.root)/\(file)", encoding: .utf8)
      lines += text.split(separator: "\n").count - 1
    }
    #expect(figures.count == lines, "\(figures.count) of \(lines) rows")
    #expect(figures.allSatisfy { ($0["use"] as? String)?.isEmpty == false })
    let csv = try Tool.run(
      ["score", "--trials", "2000", "--format", "csv", "--actuals"] + files)
    #expect(csv.output.split(separator: "\n").filter { $0.contains(",figure,") }.count == lines)
  }

  /// Several forecasts in one table, with each horizon together.
  @Test func ledger() throws {
    try inFolder([:]) { folder in
      let names = ["alibaba-380b", "plan-kept"]
      let records = try names.map { name in
        let path = "\(folder)/\(name).json"
        let run = try Tool.run([
          "run", name, "--trials", "2000", "--record", path, "--output", folder + "/report",
        ])
        #expect(run.status == 0, "\(run.errors)")
        return path
      }
      let run = try Tool.run(["score"] + records + ["--actuals", Self.company])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("The forecasts are of different scenarios."), "\(run.output)")
      #expect(run.output.contains("90 % band held, by quarters ahead"), "\(run.output)")
    }
  }

  // MARK: The rolling test

  /// How often the 90 % bands held, 1 to 4 quarters ahead, in the equations of the model and in
  /// closed form (normal in the logarithm):
  ///
  /// - capex, rules in use: level and noise by scipy.optimize.minimize of the Kalman filter's
  ///   likelihood, each origin anew: 24 of 26, 23 of 25, 21 of 24, 19 of 23; 51 in the 50 % band;
  /// - capex by deviation of log changes, coefficient 0.5, mean of four quarters: 19, 19, 18, 16;
  /// - rates, reversion by numpy.polyfit of a month's logarithm on the one before: 20, 20, 17, 10;
  /// - the same with the variance times 1.5, and level, speed and variance drawn from a normal, a
  ///   gamma and a chi-squared distribution with numpy.random, 200,000 times: 23, 21, 19, 19;
  /// - cloud revenue, volatility from the root mean square of changes of announced growth, level,
  ///   start and volatility drawn with numpy.random, 400,000 times: 3 of 4, 2 of 3, 0 of 2, 0 of 1.
  @Test func rollingCoverage() throws {
    let run = try Tool.run(
      ["score", "--rolling", "--trials", "20000", "--format", "json", "--actuals", Self.company]
        + Self.rates)
    #expect(run.status == 0, "\(run.errors)")
    let totals = try object(run.output)["totals"] as? [[String: Any]] ?? []
    func inside(_ quantity: String, _ forecaster: String, _ band: String, horizon: Int?) -> Int? {
      let scores =
        totals.first { $0["name"] as? String == quantity }?["scores"] as? [[String: Any]] ?? []
      let line = scores.first {
        $0["forecaster"] as? String == forecaster && $0["horizon"] as? Int == horizon
      }
      return (line?[band] as? [String: Any])?["inside"] as? Int
    }
    for (quantity, forecaster, expected) in [
      ("capex", "model", [24, 23, 21, 19]), ("capex", "leastSquares", [19, 19, 18, 16]),
      ("fx.usdcny", "model", [23, 21, 19, 19]), ("fx.usdcny", "leastSquares", [20, 20, 17, 10]),
      ("cloudRevenue", "model", [3, 2, 0, 0]), ("cloudRevenue", "leastSquares", [0, 0, 0, 0]),
    ] {
      let got = (1...4).map { inside(quantity, forecaster, "coverage90", horizon: $0) }
      #expect(got == expected, "\(quantity) by \(forecaster): expected \(expected), got \(got)")
    }
    #expect(inside("capex", "model", "coverage50", horizon: nil) == 51)
    let origins = try object(run.output)["origins"] as? [[String: Any]] ?? []
    #expect(origins.count == 26 && origins.first?["made"] as? String == "2019-03-31")
  }

  /// Figures from after an origin change nothing that was calibrated there.
  @Test func rollingKnowsNothingLater() throws {
    let shipped = try String(contentsOfFile: "\(Tool.root)/\(Self.company)", encoding: .utf8)
    let lines = shipped.split(separator: "\n").map { line -> String in
      guard line.contains("2024Q4-capex") || line.contains("2025Q1-capex") else {
        return String(line)
      }
      return String(line).replacing(",31775,", with: ",91775,")
        .replacing(",24612,", with: ",1612,")
    }
    func origins(_ file: String) throws -> [String: String] {
      let run = try Tool.run([
        "score", "--rolling", "--trials", "1000", "--format", "json", "--actuals", file,
      ])
      #expect(run.status == 0, "\(run.errors)")
      let origins = try object(run.output)["origins"] as? [[String: Any]] ?? []
      return Dictionary(
        uniqueKeysWithValues: try origins.map { origin in
          let fits = try JSONSerialization.data(
            withJSONObject: origin["fits"] ?? [], options: [.sortedKeys])
          return (origin["made"] as? String ?? "", String(decoding: fits, as: UTF8.self))
        })
    }
    try inFolder(["changed.csv": lines.joined(separator: "\n") + "\n"]) { folder in
      let before = try origins(Self.company)
      let after = try origins("\(folder)/changed.csv")
      #expect(before.count == 26)
      for (day, fits) in before {
        // The figures of 2024Q4 are out in 2025Q1.
        #expect((after[day] == fits) == (day < "2025-03-31"), "\(day)")
      }
    }
  }

  /// What the rolling test says of the shipped table without a row.
  private func rolling(without row: String) throws -> String {
    let shipped = try String(contentsOfFile: "\(Tool.root)/\(Self.company)", encoding: .utf8)
    let rest = shipped.split(separator: "\n").filter { !$0.hasPrefix("\(row),") }
    var output = ""
    try inFolder(["gap.csv": rest.joined(separator: "\n") + "\n"]) { folder in
      let run = try Tool.run([
        "score", "--rolling", "--trials", "1000", "--actuals", "\(folder)/gap.csv",
      ])
      #expect(run.status == 0, "\(run.errors)")
      output = run.output.replacing("\n", with: " ")
    }
    return output
  }

  /// A quarter without a figure ends the forecasts after it, and is named.
  @Test func rollingNamesGaps() throws {
    let words = try rolling(without: "2024Q2-capex")
    #expect(
      words.contains(
        "No forecast was made on 4 days from 2024-09-30 to 2025-06-30: capex of 2024Q2 is missing."
      ),
      "\(words)")
  }

  /// Without figures to calibrate growth on there is no forecast of revenue, and that is said; no
  /// number from later steps in.
  @Test func rollingWithoutAnnouncedGrowth() throws {
    let words = try rolling(without: "2024Q1-cloud-growth")
    #expect(words.contains("None of cloud revenue was made on "), "\(words)")
    #expect(words.contains("missing: cloud revenue growth of 2024Q1."), "\(words)")
  }

  // MARK: Bad input

  private static let head = "period,item,value,unit\n"

  static let refused: [(table: String, expected: String)] = [
    (
      head + "2025Q2,capex,38676,mn USD\n",
      ":2:20: error: capex is in mn USD, but the forecast is in CNY bn\n"
    ),
    (
      head + "2024Q4,capex,31775,mn CNY\n",
      ":1:1: error: no row of these tables is one that was foretold: fx.usdcny (2025Q2 to 2028Q1), "
    ),
    (
      head + "2025Q2,capital expenditure of Amazon,3,bn USD\n",
      "help: items here: capital expenditure of Amazon; known are capital expenditure"
    ),
    (
      head + "2025Q2,capex,38676,mn CNY\n2025Q2,capex,38676,mn CNY\n",
      ":3:8: error: capex of 2025Q2 stands in line 2 already\n"
    ),
    (head + "2025Q2,capex,38 676,mn CNY\n", ":2:14: error: value: "),
    (
      head + "2025Q2,capex,50,bn CNY\n2025Q2,capital expenditure,38676,mn CNY\n",
      ":3:8: error: capital expenditure of 2025Q2 stands in line 2 already"
    ),
    (
      head + "2025Q2,Capital  Expenditure,38676,mn CNY\n",
      ":2:8: error: there is no item \"Capital  Expenditure\"\n"
    ),
    (head, ":1:1: error: no row of these tables"),
  ]

  @Test(arguments: refused.indices)
  func wrongTablesAreRefused(index: Int) throws {
    let (table, expected) = Self.refused[index]
    try inFolder(["a.csv": table]) { folder in
      let run = try Tool.run(["score", "--trials", "1000", "--actuals", "\(folder)/a.csv"])
      #expect(run.status == 2 && run.output == "", "\(run.output)")
      #expect(run.errors.contains(expected), "\(run.errors)")
    }
  }

  @Test func otherRefusals() throws {
    try inFolder(["x.json": "{\"format\": \"capexsim forecast\", \"version\": 1}\n"]) { folder in
      for (arguments, status, expected) in [
        (
          ["score", "\(folder)/x.json", "--actuals", Self.company], 2,
          "x.json:1:44: error: the record has version 1"
        ),
        (["score", "\(folder)/y.json", "--actuals", Self.company], 66, "y.json"),
        (["score", "--actuals", "\(folder)/no.csv"], 66, "no.csv"),
        (["score"], 64, "--actuals"),
        (
          ["score", "peers/amazon", "--trials", "1000", "--actuals", Self.company], 2,
          "capital expenditure is in mn CNY, but the forecast is in USD bn"
        ),
        (
          ["score", "\(folder)/x.json", "--set", "plan.mode=kept", "--actuals", Self.company], 64,
          "A record is scored as it stands"
        ),
        (["score", "--actuals", Self.company, Self.company], 64, "names \(Self.company) twice"),
        (
          ["score", "--rolling", "a.json", "--actuals", Self.company], 64, "--rolling makes its own"
        ),
        (
          ["score", "--rolling", "overseas-push", "--actuals", Self.company], 64,
          "overseas-push has no cloud.growth.speed"
        ),
        (
          ["score", "--rolling", "--actuals"] + Self.rates, 2,
          "a rolling test needs capital expenditure"
        ),
      ] {
        let run = try Tool.run(arguments)
        #expect(run.status == Int32(status) && run.output == "", "\(arguments): \(run.status)")
        #expect(run.errors.contains(expected), "\(arguments): \(run.errors)")
      }
    }
  }
}
