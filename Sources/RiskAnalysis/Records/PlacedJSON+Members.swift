extension PlacedJSON {
  /// The members of an object, all of them known and all that are needed.
  ///
  /// - Parameter name: What the value is called, for messages.
  func members(
    of name: String, needed: [String], others: [String] = []
  ) throws(RecordProblem) -> PlacedObject {
    guard case .object(let members) = content else { throw problem(.notThe(.object, member: name)) }
    let known = needed + others
    if let unknown = members.first(where: { !known.contains($0.name) }) {
      throw RecordProblem(
        line: unknown.line, column: unknown.column,
        kind: .unknown(member: unknown.name, known: known))
    }
    for member in needed where !members.contains(where: { $0.name == member }) {
      throw problem(.missing(member: member))
    }
    return PlacedObject(whole: self, members: members)
  }

  func array(_ name: String) throws(RecordProblem) -> [PlacedJSON] {
    guard case .array(let elements) = content else { throw problem(.notThe(.array, member: name)) }
    return elements
  }

  func text(_ name: String) throws(RecordProblem) -> String {
    guard case .text(let text) = content else { throw problem(.notThe(.text, member: name)) }
    return text
  }

  func textOrNull(_ name: String) throws(RecordProblem) -> String? {
    switch content {
    case .text(let text): return text
    case .null: return nil
    default: throw problem(.notThe(.textOrNull, member: name))
    }
  }

  func number(_ name: String) throws(RecordProblem) -> Double {
    guard case .number(let text) = content else { throw problem(.notThe(.number, member: name)) }
    // The grammar is checked; what is left is 1e999, and 1e-999 for what is not zero.
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    guard let value = Double(text), value.isFinite,
      value != 0 || mantissa.allSatisfy({ "-0.".contains($0) })
    else { throw problem(.number(text: text)) }
    return value
  }

  func whole(_ name: String) throws(RecordProblem) -> Int {
    guard case .number(let text) = content, let value = Int(text) else {
      throw problem(.notThe(.whole, member: name))
    }
    return value
  }

  func positive(_ name: String) throws(RecordProblem) -> Int {
    let value = try whole(name)
    guard value >= 1 else { throw problem(.belowOne(member: name, found: value)) }
    return value
  }
}

/// An object whose members are known to be there.
struct PlacedObject {
  let whole: PlacedJSON
  fileprivate let members: [PlacedJSON.Member]

  fileprivate init(whole: PlacedJSON, members: [PlacedJSON.Member]) {
    self.whole = whole
    self.members = members
  }

  func optional(_ name: String) -> PlacedJSON? { members.first { $0.name == name }?.value }

  subscript(_ name: String) -> PlacedJSON {
    get throws(RecordProblem) {
      guard let value = optional(name) else { throw whole.problem(.missing(member: name)) }
      return value
    }
  }
}
