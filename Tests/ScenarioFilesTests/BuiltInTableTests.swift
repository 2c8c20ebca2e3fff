import CapexModel
import Foundation
import Testing

@testable import ScenarioFiles

/// The tool's own tables are found from any folder; files of flags, from where they are typed.
@Suite struct BuiltInTableTests {
  private static func history(_ name: String) -> String {
    SmallScenario.text + "fx: { usdcny: { spot: 7.2, process: bootstrap, history: \(name) } }\n"
  }

  private static func outcome(_ files: [String: String]) throws -> (AssumptionContent?, String) {
    try ProjectFiles.withFolder(files) { folder in
      switch ScenarioReader.read(file: "\(folder)/own/s.yaml") {
      case .success(let document):
        (document.assumptions["fx.usdcny.history"]?.content, "accepted\n")
      case .failure(let failure):
        (nil, failure.rendered.replacing(folder + "/", with: ""))
      }
    }
  }

  @Test(arguments: ["../seeds/usdcny-monthly.csv", "seeds/usdcny-monthly.csv"])
  func stepsInForAMissingFile(name: String) throws {
    let (content, rendered) = try Self.outcome(["own/s.yaml": Self.history(name)])
    guard case .history(_, let values) = content else {
      Issue.record("expected the built-in history, got\n\(rendered)")
      return
    }
    #expect(values.count > 40)
  }

  @Test func aFileComesFirst() throws {
    let csv = "period,value\n2015Q3,6.3\n2015Q4,6.4\n2016Q1,6.5\n"
    let name = "seeds/usdcny-monthly.csv"
    let (content, rendered) = try Self.outcome([
      "own/s.yaml": Self.history(name), "own/\(name)": csv,
    ])
    #expect(content == .history(file: name, values: [6.3, 6.4, 6.5]), "\(rendered)")
  }

  /// A file of that name outside is not passed over in silence.
  @Test func aFileOutsideIsStillRefused() throws {
    let name = "../seeds/usdcny-monthly.csv"
    let (_, rendered) = try Self.outcome([
      "own/s.yaml": Self.history(name), "seeds/usdcny-monthly.csv": "period,value\n",
    ])
    #expect(rendered.contains("lies outside the scenario's folder"), "\(rendered)")
  }

  @Test func saysWhereItLooked() throws {
    let (_, rendered) = try Self.outcome(["own/s.yaml": Self.history("sub/rates.csv")])
    #expect(rendered.contains("help: looked for own/sub/rates.csv; "), "\(rendered)")
    let flag = "fx.usdcny.history=no-such-rates.csv"
    guard
      case .failure(let failure) = ScenarioReader.readBuiltIn(
        named: "rate-history", overrides: [flag])
    else {
      Issue.record("expected a missing file with --set \(flag)")
      return
    }
    #expect(
      failure.rendered.contains("looked for no-such-rates.csv in the working directory"),
      "\(failure.rendered)")
  }
}
