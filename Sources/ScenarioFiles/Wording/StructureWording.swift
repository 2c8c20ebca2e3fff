extension StructureProblem {
  var wording: ProblemWording {
    switch self {
    case .unknownKey(let key, let section, let nearest, let known):
      ProblemWording(
        "unknown key `\(Wording.quoted(key))` \(Wording.atTop(section))",
        help: isDigits(key)
          ? "a comma parts entries; write decimals with a point and digits without groups"
          : nearest.map { "did you mean `\($0)`?" }
            ?? "known here: \(known.joined(separator: ", "))")
    case .keyOfOtherSection(let key, let section, let sections):
      ProblemWording(
        "`\(Wording.quoted(key))` is no key \(Wording.atTop(section))",
        help: "it belongs \(Wording.either(sections.prefix(4).map(Wording.atTop)))")
    case .notApplicable(let path, let option, let chosen, let needed):
      ProblemWording(
        "`\(path)` does not apply: `\(option)` is \(chosen)",
        help: "remove it, or set `\(option)` to \(Wording.either(needed))")
    case .missingKey(let path, let example):
      missingKey(path, example)
    case .missingSection(let section, let needs):
      ProblemWording(
        "`\(section)` needs the section `\(needs)`",
        help: "add `\(needs)`, or remove `\(section)`")
    case .noNames(let section, let option, let chosen):
      ProblemWording(
        "`\(option)` is \(chosen), but `\(section)` has no entry",
        help: "add at least one below `\(section)`, such as `ai:`")
    case .invalidName(let name, let section) where ChosenName.isReserved(name):
      ProblemWording(
        "`\(name)` cannot be a name in `\(section)`: it means something else in files or formulas",
        help: "choose another, such as `own\(name.prefix(1).uppercased())\(name.dropFirst())`")
    case .invalidName(let name, let section):
      ProblemWording(
        "`\(Wording.quoted(name))` cannot be a name in `\(section)`",
        help: "use a small letter, then up to 31 letters and digits")
    case .invalidPair(let name, let currencies):
      ProblemWording(
        "`\(Wording.quoted(name))` is no currency pair of this scenario",
        help: "use three letters of the priced currency and then "
          + Wording.either(currencies.map { "`\($0.lowercased())`" }) + ", such as `usdcny`")
    case .sectionExpected(let section, let keys):
      ProblemWording(
        "`\(section)` is a section, not a value",
        help: keys == ["*"]
          ? "give each of its entries a name and put the values below"
          : "put its keys below it: \(keys.joined(separator: ", "))")
    case .missingValue(let path):
      ProblemWording("`\(path)` has no `value`", help: "write { value: …, source: …, note: … }")
    case .unknownAnnotation(let key, let path):
      ProblemWording(
        "unknown key `\(Wording.quoted(key))` beside the value of `\(path)`",
        help: "a value may have `source` and `note` beside it")
    case .annotationNotText(let key):
      ProblemWording("`\(key)` must be text", help: "write it in one line")
    case .nothingToRemove(let path):
      ProblemWording(
        "`\(path)` has no value", help: "give it one, or remove the line: nothing is inherited here"
      )
    }
  }

  /// The half of `1.234,56` that a flow mapping takes for a key.
  private func isDigits(_ key: String) -> Bool { key.allSatisfy { $0.isASCII && $0.isNumber } }

  private func missingKey(_ path: String, _ example: String) -> ProblemWording {
    let parts = path.split(separator: ".")
    let section = parts.dropLast().joined(separator: ".")
    let name = parts.last.map(String.init) ?? path
    return ProblemWording(
      section.isEmpty ? "the scenario has no `\(name)`" : "`\(section)` has no `\(name)`",
      help: "add `\(example)`")
  }
}
