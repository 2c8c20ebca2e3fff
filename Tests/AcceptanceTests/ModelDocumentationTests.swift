import Foundation
import PathAlgebra
import ScenarioFiles
import Testing

/// The equations in `docs/model.md` are those that run, and none of the default scenario is missing.
///
/// The line that opens a block says what they are of: `scenario=NAME`, the default one when it does
/// not say, and overrides as `--set` takes them.
@Suite struct ModelDocumentationTests {
  private struct Block {
    let scenario: String
    let overrides: [String]
    let equations: [(name: String, formula: String)]
  }

  private static func blocks() throws -> [Block] {
    let text = try String(contentsOfFile: "\(Repository.root)/docs/model.md", encoding: .utf8)
    return text.components(separatedBy: "```equations").dropFirst().map { part in
      let lines = part.components(separatedBy: "```")[0].components(separatedBy: "\n")
      var words = lines[0].split(separator: " ").map(String.init)
      let named = words.firstIndex { $0.hasPrefix("scenario=") }
      let scenario = named.map { String(words.remove(at: $0).dropFirst("scenario=".count)) }
      // An equation goes on in lines that begin with a space.
      var equations: [String] = []
      for line in lines.dropFirst() where !line.isEmpty {
        if line.hasPrefix(" "), let last = equations.popLast() {
          equations.append(last + line)
        } else {
          equations.append(line)
        }
      }
      return Block(
        scenario: scenario ?? "alibaba-380b", overrides: words,
        equations: equations.map { equation in
          let sides = equation.components(separatedBy: " = ")
          return (sides[0], sides.dropFirst().joined(separator: " = "))
        })
    }
  }

  private static func definitions(_ block: Block) throws -> [String: String] {
    let document = try ScenarioReader.readBuiltIn(
      named: block.scenario, overrides: block.overrides
    ).get()
    let pairs = document.model.model.definitions.map { ($0.quantity.name, $0.formula) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func bare(_ formula: String) -> String { formula.filter { !$0.isWhitespace } }

  @Test func equationsAreThoseThatRun() throws {
    let blocks = try Self.blocks()
    #expect(blocks.count >= 15)
    for block in blocks {
      let definitions = try Self.definitions(block)
      for (name, formula) in block.equations {
        let ran = try #require(definitions[name], "\(block.scenario) has no \(name)")
        #expect(Self.bare(formula) == Self.bare(ran), "\(name) of \(block.scenario)")
      }
    }
  }

  /// Of sums by fiscal year one stands for all.
  @Test func noneIsMissing() throws {
    let own = try Self.blocks().filter { $0.scenario == "alibaba-380b" && $0.overrides.isEmpty }
    let written = Set(own.flatMap(\.equations).map(\.name))
    let document = try ScenarioReader.readBuiltIn(named: "alibaba-380b").get()
    for definition in document.model.model.definitions {
      let name = definition.quantity.name
      let example = name.components(separatedBy: ".FY")[0] + ".FY2027"
      #expect(written.contains(name) || written.contains(example), "no equation of \(name)")
    }
  }
}
