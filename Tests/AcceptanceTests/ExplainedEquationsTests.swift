import CapexModel
import Foundation
import MonteCarlo
import PathAlgebra
import Reporting
import RiskAnalysis
import ScenarioFiles
import Testing

/// The equations that `capexsim explain` prints are the ones that ran: a model made of the printed
/// texts gives the same results, to the byte.
@Suite struct ExplainedEquationsTests {
  private struct Printed {
    let name: String
    let formula: String
    let unit: String
    let isByQuarter: Bool
  }

  private func explanation(_ document: ScenarioDocument) -> ScenarioExplanation {
    ScenarioExplanation(document.model, names: []) { document.valueText(of: $0) }
  }

  private func printed(_ document: ScenarioDocument) throws -> [Printed] {
    let text = ExplanationJSON(explanation(document)).text
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let rows = try #require(json?["quantities"] as? [[String: Any]])
    return try rows.map { row in
      Printed(
        name: try #require(row["name"] as? String),
        formula: try #require(row["formula"] as? String),
        unit: try #require(row["unit"] as? String),
        isByQuarter: row["by"] as? String == "quarter")
    }
  }

  private func results(_ program: ColumnProgram, _ document: ScenarioDocument) async -> String {
    let result = await Simulation(program, trials: 512, seed: 3, workers: 2).run()
    let context = ReportContext(
      document.model.scenario, origin: .builtIn(""), overrides: [], programVersion: "",
      streamVersion: 1, elapsedSeconds: nil)
    return ResultJSON(Answers(result, context: context)).text
  }

  @Test(arguments: BuiltInScenarios.names)
  func areTheOnesThatRan(scenario: String) async throws {
    let document = try ScenarioReader.readBuiltIn(named: scenario).get()
    let ran = document.model.model
    let printed = try printed(document)
    #expect(printed.map(\.name) == ran.definitions.map(\.quantity.name))
    var rebuilt = Model(axis: ran.axis)
    for parameter in ran.parameters {
      rebuilt.add(parameter: parameter.name, unit: parameter.unit, parameter.value)
    }
    for table in ran.tables { rebuilt.add(table: table.name, unit: table.unit, table.values) }
    rebuilt.dependence = ran.dependence
    for (line, definition) in zip(printed, ran.definitions) {
      let old = definition.quantity
      rebuilt.add(
        Quantity(
          name: line.name, meaning: old.meaning,
          unit: line.unit.isEmpty ? .none : try Unit(reading: line.unit), style: old.style,
          isByQuarter: line.isByQuarter, firstQuarter: old.firstQuarter, role: old.role),
        formula: line.formula, isReported: definition.isReported)
    }
    let expected = await results(try document.model.compile(), document)
    let outputs = try document.model.compile().quantities.map(\.name)
    let got = await results(try rebuilt.compile(outputs: outputs), document)
    #expect(got == expected, "\(scenario): the printed equations give other numbers")
  }

  /// The page has the same equations as the file.
  @Test(arguments: BuiltInScenarios.names)
  func thePageHasThem(scenario: String) throws {
    let document = try ScenarioReader.readBuiltIn(named: scenario).get()
    let text = ExplanationReport(explanation(document), width: nil, palette: .plain).text
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for line in try printed(document) {
      #expect(words.contains("= \(line.formula)"), "\(scenario), \(line.name)")
    }
  }

  @Test func saysWhereFiguresComeFrom() throws {
    let document = try ScenarioReader.readBuiltIn(named: "power-bill").get()
    let explanation = explanation(document)
    let total = try #require(explanation.inputs.first { $0.name == "plan.total" })
    #expect(total.source == "seeds/articles.csv#plan-total-reuters")
    #expect(total.value == "380.0" && total.path == "plan.total")
    let load = try #require(explanation.inputs.first { $0.name == "load" })
    #expect(load.path == "drivers.load.value" && load.source == "judgement")
    let bill = try #require(explanation.quantities.first { $0.quantity.name == "powerBill" })
    #expect(bill.uses == ["powerPrice", "energy"])
    #expect(bill.usedBy == ["powerBillOfPlan", "powerBillShare"])
    let drivers = bill.drivers.map { "\($0.name) \($0.isByQuarter)" }
    for driver in [
      "powerPrice true", "load true", "powerPerYuan false", "drivers.powerPrice.level false",
      "capex.execution true",
    ] { #expect(drivers.contains(driver), "\(driver) is not behind powerBill") }
    #expect(!drivers.contains("cloud.growth true"))
  }
}
