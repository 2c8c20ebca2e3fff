import CapexModel
import Foundation
import Testing

@testable import ScenarioFiles

/// Every key of the catalogue can be set in a file and by a flag, and is then there.
@Suite struct EveryKeyTests {
  @Test(arguments: Catalogue.keys.map(\.path))
  func canBeSet(pattern: String) throws {
    let key = try #require(Catalogue.keys.first { $0.path == pattern })
    let path = Self.instance(pattern)
    var lines = try Self.completed(key, path)
    let inFile = try Self.read(lines, overrides: []).get()
    let content = try #require(inFile.assumptions[path]?.content)
    #expect(inFile.assumptions[path]?.source != "standard")

    let text = try #require(lines[path])
    lines[path] = nil
    let flagged = try Self.read(lines, overrides: ["\(path)=\(text)"]).get()
    #expect(flagged.assumptions[path]?.content == content)
    #expect(flagged.assumptions[path]?.source == "--set")
    #expect(flagged.origin.digest == inFile.origin.digest)
    if key.need == .required {
      let others = Self.read(lines, overrides: [])
      switch others {
      case .success:
        // The last key of an optional section takes the section with it.
        let section = path.split(separator: ".").dropLast().joined(separator: ".")
        #expect(!lines.keys.contains { $0.hasPrefix(section + ".") }, "\(path) is not missed")
      case .failure(let failure):
        let isNamed = failure.diagnostics.contains { diagnostic in
          switch diagnostic.problem {
          case .structure(.missingKey(path, _)), .structure(.noNames),
            .structure(.missingSection):
            true
          default: false
          }
        }
        #expect(isNamed, "\(path) is not missed:\n\(failure.rendered)")
      }
    }
  }

  /// A key is a value or a section, never both.
  @Test func keysAreNoSections() {
    for key in Catalogue.keys {
      #expect(!Catalogue.keys.contains { $0.path.hasPrefix(key.path + ".") }, "\(key.path)")
    }
  }

  private static func instance(_ pattern: String) -> String {
    pattern.replacing("fx.*", with: "fx.usdcny").replacing("segments.*", with: "segments.ai")
      .replacing(".*.", with: ".own.")
  }

  /// A small scenario with one key, and whatever the reader then says is missing.
  private static func completed(
    _ key: AssumptionKey, _ path: String
  ) throws -> [String: String] {
    var lines = [path: example(key)]
    // What the model asks for beyond the catalogue.
    if ["imports.", "supply.", "dependence."].contains(where: path.hasPrefix) {
      lines["fx.usdcny.spot"] = "7.2476"
    }
    if path.hasPrefix("actuals.") { lines["actuals.file"] = "actuals.csv" }
    if path == "fx.usdcny.actuals" { lines["actuals.until"] = "2025Q2" }
    if let condition = key.condition {
      lines[instance(condition.path)] = condition.values[0]
    }
    for _ in 0..<100 {
      guard case .failure(let failure) = read(lines, overrides: []) else { return lines }
      let before = lines
      for diagnostic in failure.diagnostics {
        switch diagnostic.problem {
        case .structure(.missingKey(let missing, _)):
          let key = try #require(KeyLookup.key(at: missing))
          lines[missing] = lines[missing] ?? example(key)
        case .structure(.missingSection(_, let needs)):
          let key = try #require(Catalogue.keys.first { $0.path.hasPrefix(needs + ".") })
          lines[instance(key.path)] = lines[instance(key.path)] ?? example(key)
        case .structure(.noNames):
          lines["cloud.segments.ai.share"] = "100%"
        case .whole(.oneWithoutOther(_, let needs)):
          let key = try #require(KeyLookup.key(at: needs))
          lines[needs] = example(key)
        case .whole(.errorTooLarge(let given, _, _)): lines[given] = "1%"
        case .model(.missing(let needs)):
          let key = try #require(KeyLookup.key(at: needs))
          lines[needs] = example(key)
        default: break
        }
      }
      if lines == before {
        Issue.record("expected a scenario with \(path), got:\n\(failure.rendered)")
        return lines
      }
    }
    return lines
  }

  private static func example(_ key: AssumptionKey) -> String {
    switch key.path {
    case "cloud.segments.*.share": return "100%"
    case "cloud.quarter", "group.quarter": return "2025Q1"
    case "outputs": return "[capex]"
    default: break
    }
    let line = KeyExample.text(for: key, at: key.path)
    return String(line[line.index(after: line.firstIndex(of: ":") ?? line.startIndex)...])
      .trimmingCharacters(in: .whitespaces)
  }

  private static func read(
    _ lines: [String: String], overrides: [String]
  ) -> Result<ScenarioDocument, ScenarioFailure> {
    let files = [
      "s.yaml": yaml(lines),
      "actuals.csv": "period,item,value,unit\n2025Q2,capital expenditure,38676,mn CNY\n",
      "rates.csv": "period,value\n2015Q3,6.3\n2015Q4,6.4\n2016Q1,6.5\n",
    ]
    let result = try? ProjectFiles.withFolder(files) {
      ScenarioReader.read(file: "\($0)/s.yaml", overrides: overrides)
    }
    return result ?? .failure(ScenarioFailure([], exitCode: .missing))
  }

  /// Paths and values as nested lines.
  private static func yaml(_ lines: [String: String]) -> String {
    var text = ""
    var open: [String] = []
    for (path, value) in lines.sorted(by: { $0.key < $1.key }) {
      let parts = path.split(separator: ".").map(String.init)
      var shared = 0
      while shared < min(open.count, parts.count - 1), open[shared] == parts[shared] {
        shared += 1
      }
      for (depth, part) in parts.enumerated().dropFirst(shared) {
        text += String(repeating: "  ", count: depth) + part + ":"
        text += depth == parts.count - 1 ? " \(value)\n" : "\n"
      }
      open = parts.dropLast()
    }
    return text
  }
}
