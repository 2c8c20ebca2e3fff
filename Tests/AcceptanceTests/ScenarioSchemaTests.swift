import CapexModel
import Foundation
@testable import Reporting
import ScenarioFiles
import Testing

/// `capexsim schema`: every key of the catalogue has its place, and every value of every scenario
/// too. `Scripts/check-schema` judges the files themselves with an independent validator.
@Suite struct ScenarioSchemaTests {
  private static let text = ScenarioSchema().text

  private func root() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(Self.text.utf8))
    return try #require(object as? [String: Any])
  }

  /// The schema of a path; nil where there is none.
  private func node(_ path: String, in root: [String: Any]) -> [String: Any]? {
    var node = root
    for part in path.split(separator: ".").map(String.init) {
      // A section that may be a value at once is the first of its forms.
      if let forms = node["anyOf"] as? [[String: Any]], node["properties"] == nil {
        node = forms.first ?? [:]
      }
      if let named = (node["properties"] as? [String: Any])?[part] as? [String: Any] {
        node = named
      } else if let chosen = node["patternProperties"] as? [String: Any],
        let inner = chosen.values.first as? [String: Any]
      {
        node = inner
      } else {
        return nil
      }
    }
    return node
  }

  @Test func everyKeyHasItsPlaceAndMeaning() throws {
    let root = try root()
    for key in Catalogue.keys {
      let found = node(key.path, in: root)
      #expect(found?["description"] as? String == key.meaning, "\(key.path)")
    }
  }

  @Test func everyValueOfEveryScenarioHasItsPlace() throws {
    let root = try root()
    for name in BuiltInScenarios.names {
      let document = try ScenarioReader.readBuiltIn(named: name).get()
      for path in document.assumptions.paths {
        #expect(node(path, in: root) != nil, "\(name): \(path)")
      }
    }
  }

  @Test func unknownKeysAreRefusedEverywhere() throws {
    func check(_ node: Any) {
      if let list = node as? [Any] { list.forEach(check) }
      guard let object = node as? [String: Any] else { return }
      // A list of names is no schema.
      if object["properties"] is [String: Any], object["type"] != nil {
        #expect(object["additionalProperties"] as? Bool == false, "\(object.keys.sorted())")
      }
      object.values.forEach(check)
    }
    check(try root())
    #expect(try root()["required"] == nil)
  }

  @Test func scenariosWithoutABaseNeedTheirPlan() throws {
    let forms = try #require(try root()["anyOf"] as? [[String: Any]])
    #expect(
      forms.compactMap { $0["required"] as? [String] } == [
        ["extends"], ["name", "start", "quarters", "plan"],
      ])
  }
}
