/// Names that a scenario chooses itself: segments, currency pairs.
package enum ChosenName {
  private static let longest = 32

  /// As a regular expression.
  package static var pattern: String {
    "^(?!(\(reserved.joined(separator: "|")))$)[a-z][A-Za-z0-9]{0,\(longest - 1)}$"
  }

  private static let reserved =
    ["source", "note", "value"]
    // Rows of the files of results that are no quantities.
    + ["certificate", "until", "warning"]
    // Spans of quarters, and scales behind numbers, in formulas.
    + ["plan", "horizon", "afterPlan", "fromPlanEnd", "beforeRevision", "afterRevision"]
    + ["known", "remainder"]
    + ["bn", "mn", "tn"]

  /// A name that would be taken for something else.
  static func isReserved(_ name: String) -> Bool { reserved.contains(name) }

  /// A small letter, then letters and digits.
  static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= longest
    else { return false }
    return !isReserved(name)
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
      }
  }

  /// Three letters of one currency, then the scenario's own or the yuan: usdcny.
  static func isPair(_ name: String, currency: String) -> Bool {
    guard name.utf8.count == 6, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return false
    }
    let quote = name.suffix(3)
    return (quote == currency.lowercased() || quote == "cny") && name.prefix(3) != quote
  }
}
