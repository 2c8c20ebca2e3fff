import Testing

@Suite("Rules for sources")
struct SourceRulesTests {
  /// Each may import those before it, and nothing else of ours.
  static let order = [
    "CGSL", "CColumnKernels", "CXlsxWriter", "NumericalMethods", "PathAlgebra", "CapexModel",
    "ScenarioFiles", "MonteCarlo", "RiskAnalysis", "Reporting", "WorkbookFiles", "capexsim",
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

  /// Which module alone imports each of C.
  static let doors = [
    "CGSL": "NumericalMethods", "CColumnKernels": "NumericalMethods",
    "CXlsxWriter": "WorkbookFiles",
  ]

  @Test("imports point one way, and each C module is imported by one module alone")
  func imports() throws {
    var seen = 0
    for file in try ProjectFile.all(in: "Sources", "swift") {
      let module = String(file.path.split(separator: "/")[1])
      let place = try #require(
        Self.order.firstIndex(of: module), "\(module) is not in the list of modules")
      for imported in SwiftCode(file.text).imports {
        guard let other = Self.order.firstIndex(of: imported) else { continue }
        seen += 1
        #expect(other < place, "\(file.path) imports \(imported), which stands after \(module)")
        if let door = Self.doors[imported] {
          #expect(module == door, "\(file.path) imports \(imported); only \(door) may")
        }
      }
    }
    #expect(seen > 0, "found no import, so the search is broken")
  }

  /// What lets Swift see a library of the system, and no code.
  static let libraryDoor = ["Sources/CXlsxWriter/module.modulemap", "Sources/CXlsxWriter/shim.h"]

  @Test("C is written in CGSL and CColumnKernels only")
  func placeOfC() throws {
    let files = try ProjectFile.all(in: "Sources", "c", "h", "cpp", "m", "modulemap")
    #expect(!files.isEmpty, "found no C at all, so the search is broken")
    for file in files {
      let module = file.path.split(separator: "/")[1]
      #expect(
        ["CGSL", "CColumnKernels"].contains(module) || Self.libraryDoor.contains(file.path),
        "\(file.path) is in the wrong place")
    }
  }

  /// The C library's functions differ in the last bit from machine to machine. They are in sight
  /// only where one of these is imported, and inside Elementary its own functions hide them. GSL
  /// calls them itself, so its door is the exception.
  @Test("elementary functions are our own", arguments: try ProjectFile.all(in: "Sources", "swift"))
  func elementaryFunctions(file: ProjectFile) {
    let code = SwiftCode(file.text)
    guard !file.path.hasPrefix("Sources/NumericalMethods/GSL/"),
      code.imports.contains(where: ["Foundation", "Glibc", "Darwin", "CGSL"].contains),
      !code.contains("extension Elementary")
    else { return }
    let call =
      /(?:^|[^\w.]|\b(?:Foundation|Glibc|Darwin)\.)(exp2?|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan2?|sinh|cosh|tanh|erfc?|tgamma|lgamma|cbrt|hypot)\(/
    for (number, line) in code.lines.enumerated() where line.contains("(") {
      for match in line.matches(of: call) {
        Issue.record("\(file.path):\(number + 1): \(match.output.1) is the C library's: \(line)")
      }
    }
  }

  @Test("shortcuts that hide mistakes", arguments: try ProjectFile.all(in: "Sources", "swift"))
  func shortcuts(file: ProjectFile) {
    let rules = [
      ("print(", "print drops errors of the output; use the checked writer"),
      ("try!", "try! traps on input"),
      ("as!", "as! traps on input"),
      ("@unchecked", "@unchecked hides a race"),
      ("nonisolated(unsafe)", "nonisolated(unsafe) hides a race"),
      (".formatted(", ".formatted depends on the locale"),
      ("NumberFormatter", "NumberFormatter depends on the locale"),
      ("String(format:", "String(format:) is not for output; format numbers in Reporting"),
    ]
    let code = SwiftCode(file.text)
    for (word, reason) in rules where code.contains(word) {
      for (number, line) in code.lines.enumerated() where line.containsWhole(word) {
        Issue.record("\(file.path):\(number + 1): \(reason): \(line)")
      }
    }
  }
}

extension String {
  /// Whether the word stands here, and not as the end of a longer word or as somebody's member.
  fileprivate func containsWhole(_ word: String) -> Bool {
    ranges(of: word).contains { range in
      guard range.lowerBound > startIndex, word.first?.isLetter == true else { return true }
      let before = self[index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || before == "_" || before == ".")
    }
  }
}
