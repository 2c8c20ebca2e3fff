import CapexModel
import Testing

@testable import ScenarioFiles

/// Figures that have happened, from a CSV file: what is wrong is said with its place and its mend.
@Suite struct ActualsFileTests {
  private static let header = "period,item,value,unit\n"

  private static func read(
    _ rows: String, until: String = "2025Q3", more: String = "", rates: String = ""
  ) throws -> (document: ScenarioDocument?, rendered: String) {
    let files = [
      "s.yaml": SmallScenario.text + more
        + "actuals: { file: figures.csv, until: \(until) }\n",
      "figures.csv": header + rows, "rates.csv": rates,
    ]
    return try ProjectFiles.withFolder(files) { folder in
      switch ScenarioReader.read(file: "\(folder)/s.yaml") {
      case .success(let document):
        (
          document,
          document.warnings.map(\.rendered).joined().replacing(folder + "/", with: "")
        )
      case .failure(let failure): (nil, failure.rendered.replacing(folder + "/", with: ""))
      }
    }
  }

  private static func capex(_ quarter: String, _ value: String, _ unit: String = "mn CNY") -> String
  { "\(quarter),capital expenditure,\(value),\(unit)\n" }

  @Test func takesFigures() throws {
    let (document, rendered) = try Self.read(
      Self.capex("2025Q2", "38676") + "2025Q2,visitors,12.5,million\n"
        + Self.capex("2025Q3", "31.501", "bn CNY"))
    let known = try #require(document?.model.scenario.known, "\(rendered)")
    #expect(rendered == "")
    #expect(known.phasing?.spent == [38_676, 31_501])
    #expect(known.tables.first?.rows.map(\.line) == [2, 3, 4])
    #expect(known.tables.first?.rows[1].use == .ignored(.notTaken))
  }

  /// As people write it at first: the file for the section, and `until` beside it.
  @Test func theFileMayStandForTheSection() throws {
    let files = [
      "figures.csv": Self.header + Self.capex("2025Q2", "38676"),
      "s.yaml": SmallScenario.text + "actuals: figures.csv\nuntil: 2025Q2\n",
      "long.yaml": SmallScenario.text + "actuals: { file: figures.csv, until: 2025Q2 }\n",
      "odd.yaml": SmallScenario.text + "actuals: { file: figures.csv }\nuntil: 2025Q2\n",
      "alone.yaml": SmallScenario.text + "actuals: figures.csv\n",
    ]
    try ProjectFiles.withFolder(files) { folder in
      let short = try ScenarioReader.read(file: "\(folder)/s.yaml").get()
      let long = try ScenarioReader.read(file: "\(folder)/long.yaml").get()
      #expect(short.origin.digest == long.origin.digest)
      #expect(short.model.scenario.known?.phasing?.spent == [38_676])
      let flags = try ScenarioReader.read(
        file: "\(folder)/alone.yaml",
        overrides: ["actuals=seeds/alibaba-quarterly.csv", "actuals.until=2025Q2"]
      ).get()
      #expect(flags.model.scenario.known?.phasing?.spent == [38_676])
      // Where it stands for a section, `until` has its place there.
      for (name, part) in [
        ("odd", "`until` is no key at the top"), ("alone", "add `until: 2025Q2`"),
      ] {
        guard case .failure(let failure) = ScenarioReader.read(file: "\(folder)/\(name).yaml")
        else {
          Issue.record("\(name) is accepted")
          continue
        }
        #expect(failure.rendered.contains(part), "\(failure.rendered)")
      }
    }
  }

  /// One row is enough for one quarter.
  @Test func oneRowForOneQuarter() throws {
    let (document, rendered) = try Self.read(Self.capex("2025Q2", "38676"), until: "2025Q2")
    #expect(document?.model.scenario.known?.phasing?.spent == [38_676], "\(rendered)")
  }

  static let rejected: [(rows: String, place: String, message: String, help: String)] = [
    (
      "2025Q2,capital expenditure,38676\n", "figures.csv:2:28",
      "the row has 3 cells, but the header has 4", "write an empty cell as two commas"
    ),
    (
      capex("2025Q2", "38676") + capex("2025Q2", "38677"), "figures.csv:3:8",
      "capital expenditure of 2025Q2 stands in line 2 already", "keep one of the two rows"
    ),
    (
      capex("2025Q2", "38 676") + capex("2025Q3", "31501"), "figures.csv:2:28",
      "value: \"38 676\" is not a number", "write a plain number"
    ),
    (
      capex("2025Q2", "38676") + "2025Q3,visitors,many,million\n", "figures.csv:3:17",
      "value: \"many\" is not a number", "write a plain number"
    ),
    (
      capex("2025Q2", "") + capex("2025Q3", "31501"), "figures.csv:2:28",
      "the cell of `value` is empty", "fill it"
    ),
    (
      capex("2025Q3", "31501") + capex("2025Q2", "38676"), "figures.csv:3:1",
      "2025Q2 comes after 2025Q3", "sort the rows by period"
    ),
    (
      capex("June 2025", "38676"), "figures.csv:2:1", "\"June 2025\" is not a quarter",
      "write a quarter such as 2025Q2"
    ),
    (
      capex("2025Q2", "38676", "mn USD"), "figures.csv:2:34",
      "the figure is in USD, but the scenario is in CNY", "convert the figures"
    ),
    (
      capex("2025Q2", "38676", "%"), "figures.csv:2:34",
      "capital expenditure is in \"%\", which is no amount of money", "write mn or bn"
    ),
    (
      capex("2025Q2", "-5"), "figures.csv:2:28",
      "capital expenditure is -5, but must be at least 0", "correct it"
    ),
    (
      "2025Q2,cloud revenue,0,mn CNY\n", "figures.csv:2:22",
      "cloud revenue is 0, but must be above 0", "correct it"
    ),
    (
      capex("2025Q2", "1000000000000"), "figures.csv:2:28",
      "capital expenditure is 1000000000000, which is 1000000000bn in one quarter",
      "write at most 1000000bn"
    ),
    (
      capex("2025Q2", "38676.5"), "figures.csv:2:28",
      "capital expenditure is 38676.5, but must be whole millions", "round it"
    ),
    ("", "s.yaml:7:18", "the table has no figures", "add a row for each quarter"),
    (
      capex("2025Q2", "38676"), "s.yaml:7:38", "the table has no figure for 2025Q3",
      "its last is for 2025Q2: set `until` to that"
    ),
    (
      capex("2024Q4", "31775"), "s.yaml:7:38", "the table has no figure for 2025Q3",
      "it has none from the start, 2025Q2, on"
    ),
  ]

  @Test(arguments: rejected.indices)
  func explains(index: Int) throws {
    let (rows, place, message, help) = Self.rejected[index]
    let (_, rendered) = try Self.read(rows)
    #expect(rendered.hasPrefix("\(place): error: \(message)\n"), "got\n\(rendered)")
    #expect(rendered.contains("help: ") && rendered.contains(help), "got\n\(rendered)")
  }

  /// Every mistake is found in one pass.
  @Test func findsAllMistakes() throws {
    let (_, rendered) = try Self.read(
      Self.capex("2025Q2", "-1") + Self.capex("2025", "2") + Self.capex("2025Q3", "3", "mn EUR"))
    for place in ["figures.csv:2:28", "figures.csv:3:1", "figures.csv:4:30"] {
      #expect(rendered.contains("\(place): error: "), "no \(place) in\n\(rendered)")
    }
  }

  @Test func saysWhichQuartersAreMissing() throws {
    let (document, rendered) = try Self.read(
      Self.capex("2025Q2", "38676") + Self.capex("2026Q1", "31501"), until: "2026Q1")
    #expect(
      rendered.hasPrefix(
        "s.yaml:7:18: warning: no capital expenditure for 2025Q3, 2025Q4; taken as scheduled\n"),
      "\(rendered)")
    #expect(
      document?.model.scenario.known?.phasing?.spent == [38_676, 47_500, 47_500, 31_501])
  }

  /// The pace of the last four quarters, of which the table has one.
  @Test func saysWhichQuartersThePaceLacks() throws {
    let files = [
      "figures.csv": Self.header + Self.capex("2025Q2", "38676"),
      "s.yaml": SmallScenario.text
        + "actuals: { file: figures.csv, until: 2025Q2, phasing: holdRunRate }\n",
    ]
    try ProjectFiles.withFolder(files) { folder in
      let document = try ScenarioReader.read(file: "\(folder)/s.yaml").get()
      let warnings = document.warnings.map(\.rendered).joined()
      #expect(
        warnings.contains(
          "no capital expenditure for 2024Q3, 2024Q4, 2025Q1; left out of the pace that is held"),
        "\(warnings)")
    }
  }

  static let contradictions: [(more: String, rows: String, until: String, message: String)] = [
    ("", capex("2025Q1", "24612"), "2025Q1", "2025Q1 contradicts the start"),
    ("", capex("2027Q1", "24612"), "2027Q1", "2027Q1 leaves no quarter to simulate"),
    (
      "cloud: { revenue: 31bn CNY, quarter: 2024Q4, growth: { path: 20%, speed: 1, volatility: 8% } }\n",
      "2024Q4,cloud revenue,31742,mn CNY\n" + capex("2025Q2", "1"), "2025Q2",
      "this is 31bn, but figures.csv:2 has 31.742bn for 2024Q4"
    ),
    (
      "fx: { usdcny: { spot: 7.2, actuals: rates.csv } }\n", capex("2025Q2", "1"), "2025Q2",
      "the table has no figures"
    ),
  ]

  @Test(arguments: contradictions.indices)
  func refusesContradictions(index: Int) throws {
    let (more, rows, until, message) = Self.contradictions[index]
    let (_, rendered) = try Self.read(rows, until: until, more: more, rates: "period,value\n")
    #expect(rendered.contains("error: " + message), "got\n\(rendered)")
  }

  @Test func ratesMayEndEarly() throws {
    let (document, rendered) = try Self.read(
      Self.capex("2025Q2", "1") + Self.capex("2025Q3", "2"),
      more: "fx: { usdcny: { spot: 7.2, actuals: rates.csv } }\n",
      rates: "period,value\n2025-05,7.3\n2025-06,7.16\n2025-07,7.1\n")
    #expect(rendered.contains("warning: no fx.usdcny for 2025Q3; simulated"), "\(rendered)")
    let rows = try #require(document?.model.scenario.known?.tables.last?.rows)
    #expect(
      rows.map(\.use) == [
        .ignored(.notLastOfQuarter), .clamped(quantity: "fx.usdcny"), .ignored(.notLastOfQuarter),
      ])
  }

  @Test(arguments: [
    (["actuals.until=2025Q2"], "nothing is given that has happened"),
    (["actuals.file=figures.csv"], "`actuals` has no `until`"),
    (
      ["actuals=figures.csv", "until=2025Q2"],
      "unknown path `until`\n   | --set until=2025Q2\n   |       ^^^^^\n   help: did you mean "
        + "`actuals.until`?"
    ),
    (
      ["fx.usdcny.spot=7.2", "fx.usdcny.actuals=rates.csv"],
      "these rates are said to have happened, but not until when"
    ),
  ])
  func refusesHalves(flags: [String], message: String) throws {
    let files = [
      "s.yaml": SmallScenario.text, "figures.csv": Self.header + Self.capex("2025Q2", "1"),
      "rates.csv": "period,value\n2025Q2,7.1\n",
    ]
    try ProjectFiles.withFolder(files) { folder in
      guard
        case .failure(let failure) = ScenarioReader.read(
          file: "\(folder)/s.yaml", overrides: flags)
      else {
        Issue.record("expected \(flags) to be refused")
        return
      }
      #expect(failure.rendered.contains("error: " + message), "got\n\(failure.rendered)")
    }
  }
}
