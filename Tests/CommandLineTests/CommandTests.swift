import Foundation
import Testing

@Suite struct CommandTests {
  @Test func runReportsTheBuiltInScenario() throws {
    let run = try Tool.run(["run", "--trials", "2000"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("Alibaba's 380 billion, as of 24 February 2025"))
    for part in ["Schedule, CNY bn", "Distributions", "Probabilities, %", "Total capex"] {
      #expect(run.output.contains(part), "no \(part)")
    }
    let widest = run.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= 100, "\(widest) columns")
    #expect(!run.output.contains("\u{1B}["), "colour in a pipe")
    for word in ["nan", "inf ", "-0 "] { #expect(!run.output.contains(word), "\(word) is shown") }
  }

  @Test func oneTrialIsTimedInTheSingular() throws {
    let bench = try Tool.run(["bench", "--trials", "1", "--rounds", "1"])
    #expect(bench.status == 0 && bench.output.contains(", 1 trial, kernels"), "\(bench.output)")
  }

  /// Numbers of any size leave a page its width.
  @Test func hugeNumbersKeepThePageNarrow() throws {
    let run = try Tool.run([
      "run", "--trials", "600", "--metric",
      "huge = 1e200 * exp(normal(capex.execution, by: trial))",
    ])
    let widest = run.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(run.status == 0 && widest <= 100, "\(widest) columns, \(run.errors)")
  }

  @Test func everyBuiltInScenarioRuns() throws {
    let list = try Tool.run(["scenarios"])
    let names = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.count >= 18)
    for name in names {
      let run = try Tool.run(["run", String(name), "--trials", "600", "--format", "csv"])
      #expect(run.status == 0, "\(name): \(run.errors)")
      #expect(run.output.hasPrefix("quantity,unit,period,fiscal,statistic,value,low,high,label\n"))
    }
  }

  @Test func schedulesSumToThePlan() throws {
    for profile in [
      "flat", "{ ramp: 0.5 }", "{ frontLoaded: 0.9 }", "{ backLoaded: 1.1 }", "{ sCurve: 6 }",
      "{ custom: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }",
    ] {
      let run = try Tool.run([
        "schedule", "--format", "json", "--set", "plan.profile=\(profile)",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let rows = json?["quarters"] as? [[String: Any]] ?? []
      let millions = rows.compactMap { $0["capexMillions"] as? Int }
      #expect(millions.count == 12, "\(profile): \(run.output.prefix(400))")
      #expect(millions.reduce(0, +) == 380_000, "\(profile)")
    }
  }

  @Test func checkFactsAndScenariosAnswer() throws {
    let check = try Tool.run(["check", "scenarios/price-war.yaml"])
    #expect(check.status == 0)
    #expect(check.output.hasPrefix("scenarios/price-war.yaml: no mistakes; "))
    let facts = try Tool.run(["facts"])
    for word in ["52.44 bn USD", "53 bn USD", "31.667", "Where sources disagree"] {
      #expect(facts.output.contains(word), "no \(word)")
    }
    let printed = try Tool.run(["scenarios", "alibaba-380b"])
    #expect(
      printed.output
        == (try String(contentsOfFile: "\(Tool.root)/scenarios/alibaba-380b.yaml", encoding: .utf8))
    )
  }

  @Test func helpHasAnExampleForEachCommand() throws {
    for command in ["run", "explain", "schedule", "check", "facts", "scenarios"] {
      let help = try Tool.run(["help", command])
      #expect(help.status == 0)
      #expect(help.output.contains("Example: capexsim \(command)"), "\(command)")
    }
  }

  /// Means, since a quantile may fall between trials that both engines give but for rounding.
  @Test func bothEnginesGiveTheSameTrials() throws {
    let columns = try Tool.run(["run", "--trials", "512", "--format", "csv"])
    let scalar = try Tool.run([
      "run", "--trials", "512", "--format", "csv", "--engine", "gsl",
    ])
    let (a, b) = (columns.output.split(separator: "\n"), scalar.output.split(separator: "\n"))
    #expect(a.count == b.count && a.count > 1000)
    var compared = 0
    for (one, other) in zip(a, b) where one.contains(",mean,") {
      let (x, y) = (one.split(separator: ","), other.split(separator: ","))
      let values = zip(x, y).compactMap { pair in
        Double(pair.0).flatMap { first in Double(pair.1).map { (first, $0) } }
      }
      for (first, second) in values {
        #expect(abs(first - second) <= 1e-9 * max(1, abs(first)), "\(one) against \(other)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }
}
