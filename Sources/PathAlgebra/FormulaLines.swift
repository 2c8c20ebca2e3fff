internal import NumericalMethods

/// A definition of which only the formula is given: unit, shape, first quarter and style follow.
public struct FormulaLine: Sendable {
  public let name: String
  public let formula: String
  /// What it must be measured in, if that is said.
  public let unit: Unit?
  /// Printed as a percentage; a pure number then.
  public let isPercentage: Bool
  public let meaning: String
  public let role: Quantity.Role

  public init(
    name: String, formula: String, unit: Unit?, isPercentage: Bool, meaning: String,
    role: Quantity.Role
  ) {
    self.name = name
    self.formula = formula
    self.unit = unit
    self.isPercentage = isPercentage
    self.meaning = meaning
    self.role = role
  }

  fileprivate var declared: Unit? { isPercentage ? Unit.none : unit }
}

extension Model {
  /// What is wrong with a formula's text, whatever its names mean; nil where nothing is.
  public static func syntaxError(in formula: String) -> FormulaError? {
    do throws(FormulaError) {
      _ = try Parser.parse(formula)
      return nil
    } catch { return error }
  }

  /// Adds definitions of which only formulas are given, in any order; or finds what is wrong with
  /// each of them.
  ///
  /// - Returns: For the lines that are wrong, by their place, what is; then nothing was added.
  public mutating func add(_ lines: [FormulaLine]) -> [(line: Int, error: FormulaError)] {
    guard !lines.isEmpty else { return [] }
    var errors = nameErrors(lines)
    let kept = lines.indices.filter { line in !errors.contains { $0.line == line } }
    var draft = self
    for line in kept { draft.add(draft.provisional(lines[line], nil), lines[line].formula) }
    let first = definitions.count
    guard var linker = try? Linker(draft) else {
      preconditionFailure("names were checked one by one")
    }
    linker.drivers = drivers().map(\.name) + drawnParameters.keys.sorted()
    var formulas: [Int: Formula] = [:]
    for (place, line) in kept.enumerated() {
      linker.inferred[first + place] = Linker.Inferred(unit: lines[line].declared)
      do throws(FormulaError) {
        formulas[place] = try Parser.parse(lines[line].formula)
      } catch { errors.append((line, error)) }
    }
    linker.infer(formulas, from: first, lines: kept.map { lines[$0] })
    for (place, line) in kept.enumerated() {
      guard let formula = formulas[place] else { continue }
      linker.defining = lines[line].name
      do throws(FormulaError) {
        try linker.check(formula, of: lines[line])
      } catch { errors.append((line, error)) }
    }
    // Circles are sought among the lines that can be computed.
    let wrong = Set(errors.filter { kept.contains($0.line) }.map { lines[$0.line].name })
    let sound = soundLines(kept, formulas, lines, wrong: wrong)
    var result = self
    for place in sound {
      let line = lines[kept[place]]
      result.add(provisional(line, linker.inferred[first + place]), line.formula)
    }
    for cycle in result.cycles(from: first) {
      errors.append((kept[sound[cycle.definition - first]], cycle.error))
    }
    if errors.isEmpty { self = result }
    return errors.sorted { $0.line < $1.line }
  }

  /// The places of lines that neither are wrong nor use one that is.
  private func soundLines(
    _ kept: [Int], _ formulas: [Int: Formula], _ lines: [FormulaLine], wrong: Set<String>
  ) -> [Int] {
    var wrong = wrong
    var sound = Array(kept.indices)
    while true {
      let next = sound.filter { place in
        guard let formula = formulas[place], !wrong.contains(lines[kept[place]].name) else {
          return false
        }
        return !References(formula).names.contains { wrong.contains($0.text) }
      }
      if next.count == sound.count { return sound }
      wrong.formUnion(sound.filter { !next.contains($0) }.map { lines[kept[$0]].name })
      sound = next
    }
  }

  private mutating func add(_ quantity: Quantity, _ formula: String) {
    add(quantity, formula: formula, isReported: true)
  }

  /// Names that are taken, and words of the language.
  private func nameErrors(_ lines: [FormulaLine]) -> [(line: Int, error: FormulaError)] {
    var taken = Set(parameters.map(\.name) + tables.map(\.name))
    taken.formUnion(definitions.map(\.quantity.name))
    var errors: [(line: Int, error: FormulaError)] = []
    for (index, line) in lines.enumerated() {
      if FormulaFunction.reservedWords.contains(line.name) {
        errors.append((index, .reservedName(line.name)))
      } else if !taken.insert(line.name).inserted {
        errors.append((index, .duplicateName(line.name)))
      }
    }
    return errors
  }

  private func provisional(_ line: FormulaLine, _ known: Linker.Inferred?) -> Quantity {
    let unit = line.declared ?? known?.unit ?? .none
    return Quantity(
      name: line.name, meaning: line.meaning, unit: unit,
      style: known?.style ?? Linker.style(of: unit),
      isByQuarter: known?.isByQuarter ?? true, firstQuarter: known?.firstQuarter ?? 1,
      role: line.role)
  }

  /// Definitions, from one on, whose values depend on themselves: each cycle once.
  private func cycles(from first: Int) -> [(definition: Int, error: FormulaError)] {
    guard let terms = try? linked() else { preconditionFailure("formulas were linked before") }
    var found: [(definition: Int, error: FormulaError)] = []
    var involved: Set<String> = []
    var unroller = Unroller(self, terms: terms)
    for index in first..<definitions.count {
      let quantity = definitions[index].quantity
      guard !involved.contains(quantity.name) else { continue }
      do throws(FormulaError) {
        for quarter in quantity.isByQuarter ? quantity.firstQuarter...axis.count : 1...1 {
          _ = try unroller.value(
            definition: index, quarter: quantity.isByQuarter ? quarter : axis.count)
        }
      } catch {
        unroller = Unroller(self, terms: terms)
        guard case .cycle(let names, _) = error else {
          found.append((index, error))
          continue
        }
        defer { involved.formUnion(names) }
        guard involved.isDisjoint(with: names),
          let start = definitions[first...].firstIndex(where: { names.contains($0.quantity.name) })
        else { continue }
        found.append((start, located(names, startingAt: start)))
      }
    }
    return found
  }

  /// The cycle as seen from one of its definitions, with the column of the next one in it.
  private func located(_ names: [String], startingAt start: Int) -> FormulaError {
    let own = definitions[start].quantity.name
    let ring = Array(names.dropLast())
    let turn = ring.firstIndex(of: own) ?? 0
    let turned = Array(ring[turn...] + ring[..<turn]) + [own]
    let formula = try? Parser.parse(definitions[start].formula)
    let column = formula.flatMap { formula in
      References(formula).names.first { $0.text == turned[1] }?.column
    }
    return .cycle(turned, column: column ?? 1)
  }
}

extension Linker {
  /// Finds unit, shape, first quarter and style of definitions, again and again until nothing
  /// changes; what is wrong stays open.
  fileprivate mutating func infer(
    _ formulas: [Int: Formula], from first: Int, lines: [FormulaLine]
  ) {
    // Each round settles one line more, or moves a first quarter on.
    for _ in 0..<(lines.count + model.axis.count + 2) {
      var hasChanged = false
      for (place, line) in lines.enumerated() {
        guard let formula = formulas[place], let typed = try? link(formula) else { continue }
        let known = Inferred(
          unit: line.declared ?? typed.unit, isByQuarter: typed.byQuarter != nil,
          firstQuarter: min(typed.firstQuarter, model.axis.count + 1),
          style: line.isPercentage ? .percentage : typed.style)
        if inferred[first + place] != known {
          inferred[first + place] = known
          hasChanged = true
        }
      }
      if !hasChanged { return }
    }
  }

  fileprivate func check(_ formula: Formula, of line: FormulaLine) throws(FormulaError) {
    let typed = try link(formula)
    if let unit = typed.unit, let declared = line.declared, unit != declared {
      throw .otherUnit(
        unit.description, declared: line.isPercentage ? "%" : declared.description)
    }
    guard typed.byQuarter == nil || typed.firstQuarter <= model.axis.count else {
      throw .neverDefined(horizon: model.axis.count)
    }
  }
}
