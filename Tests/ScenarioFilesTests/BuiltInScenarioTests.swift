import CapexModel
import Foundation
import Testing

@testable import ScenarioFiles

/// Every scenario that the tool carries is valid, and is the file in the project.
@Suite struct BuiltInScenarioTests {
  @Test(arguments: BuiltInScenarios.names)
  func isValid(name: String) {
    switch ScenarioReader.readBuiltIn(named: name) {
    case .success(let document):
      #expect(document.assumptions["plan.total"] != nil)
    case .failure(let failure):
      Issue.record("expected a valid scenario, got:\n\(failure.rendered)")
    }
  }

  @Test(arguments: BuiltInScenarios.names)
  func readsTheSameFromDisk(name: String) throws {
    let path = ProjectFiles.root + "/scenarios/\(name).yaml"
    let disk = try ScenarioReader.read(file: path).get()
    let builtIn = try ScenarioReader.readBuiltIn(named: name).get()
    #expect(disk.origin.digest == builtIn.origin.digest)
  }

  @Test func listsEveryFileOfTheFolder() throws {
    let folder = ProjectFiles.root + "/scenarios"
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(found.sorted() == BuiltInScenarios.names.sorted())
  }

  @Test func refusesUnknownName() throws {
    let failure = try #require(throws: ScenarioFailure.self) {
      try ScenarioReader.readBuiltIn(named: "alibaba-380").get()
    }
    #expect(failure.exitCode == .missing)
    #expect(
      failure.rendered == """
        alibaba-380: error: there is no built-in scenario alibaba-380
           help: did you mean alibaba-380b?

        """)
  }
}
