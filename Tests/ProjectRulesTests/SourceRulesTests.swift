import Testing

@Suite("Rules for sources")
struct SourceRulesTests {
  /// Each may import those before it, and nothing else of ours.
  static let order = [
    "CGSL", "CColumnKernels", "Numerics", "PathAlgebra", "CapexModel", "ScenarioFiles",
    "MonteCarlo", "RiskAnalysis", "Reporting", "capexsim",
  ]

  @Test("a file has at most 300 lines")
  func fileLength() throws {
    let files =
      try ProjectFile.all(in: "Sources", "swift", "c", "h") + ProjectFile.all(in: "Tests", "swift")
    #expect(files.count > 30, "found only \(files.count) files, so the search is broken")
    for file in files {
      let count = file.lines.count - 1
      #expect(count <= 300, "\(file.path) has \(count) lines; one concept each, at most 300")
    }
  }

  @Test("imports point one way, and the C modules are imported by Numerics alone")
  func imports() throws {
    var seen = 0
    for file in try ProjectFile.all(in: "Sources", "swift") {
      let module = String(file.path.split(separator: "/")[1])
      let place = try #require(
        Self.order.firstIndex(of: module), "\(module) is not in the list of modules")
      for line in SwiftCode(file.text).lines {
        guard
          let match = line.firstMatch(
            of:
              /^[@\w\s()]*\bimport\s+(?:(?:struct|enum|func|class|protocol|typealias|let|var)\s+)?(\w+)/
          )
        else { continue }
        let imported = String(match.output.1)
        guard let other = Self.order.firstIndex(of: imported) else { continue }
        seen += 1
        #expect(other < place, "\(file.path) imports \(imported), which stands after \(module)")
        if imported == "CGSL" || imported == "CColumnKernels" {
          #expect(module == "Numerics", "\(file.path) imports \(imported); only Numerics may")
        }
      }
    }
    #expect(seen > 0, "found no import, so the search is broken")
  }

  @Test("C is written in CGSL and CColumnKernels only")
  func placeOfC() throws {
    let files = try ProjectFile.all(in: "Sources", "c", "h", "cpp", "m", "modulemap")
    #expect(!files.isEmpty, "found no C at all, so the search is broken")
    for file in files {
      let module = file.path.split(separator: "/")[1]
      #expect(["CGSL", "CColumnKernels"].contains(module), "\(file.path) is in the wrong place")
    }
  }

  /// The C library's functions differ in the last bit from machine to machine. GSL calls them
  /// itself, so its door is the exception.
  @Test("elementary functions are our own", arguments: try ProjectFile.all(in: "Sources", "swift"))
  func elementaryFunctions(file: ProjectFile) {
    guard !file.path.hasPrefix("Sources/Numerics/GSL/") else { return }
    let call =
      /(?:^|[^\w.]|\b(?:Foundation|Glibc|Darwin)\.)(exp2?|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan2?|sinh|cosh|tanh|erfc?|tgamma|lgamma|cbrt|hypot)\(/
    let code = SwiftCode(file.text)
    // A function that the file declares is ours.
    let declared = Set(
      code.lines.compactMap { $0.firstMatch(of: /\bfunc\s+(\w+)/)?.output.1 })
    for (number, line) in code.lines.enumerated() {
      for match in line.matches(of: call) where !declared.contains(match.output.1) {
        Issue.record("\(file.path):\(number + 1): \(match.output.1) is the C library's: \(line)")
      }
    }
  }

  @Test("shortcuts that hide mistakes", arguments: try ProjectFile.all(in: "Sources", "swift"))
  func shortcuts(file: ProjectFile) {
    let code = SwiftCode(file.text)
    let rules: [(Regex<Substring>, String)] = [
      (/(?:^|[^\w.])print\(/, "print drops errors of the output; use the checked writer"),
      (/\btry!/, "try! traps on input"),
      (/\bas!/, "as! traps on input"),
      (/@unchecked\b/, "@unchecked hides a race"),
      (/nonisolated\(unsafe\)/, "nonisolated(unsafe) hides a race"),
      (/\.formatted\(/, ".formatted depends on the locale"),
      (/\bNumberFormatter\b/, "NumberFormatter depends on the locale"),
      (/String\(format:/, "String(format:) is not for output; format numbers in Reporting"),
    ]
    for (pattern, reason) in rules {
      for line in code.lines(matching: pattern) {
        Issue.record("\(file.path):\(line): \(reason): \(code.lines[line - 1])")
      }
    }
  }
}
