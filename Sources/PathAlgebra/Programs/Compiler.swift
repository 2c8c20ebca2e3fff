internal import NumericalMethods

extension Model {
  /// Compiles the model for the quantities named in `outputs`, or for all reported ones.
  ///
  /// Throws the first formula that is wrong, with its definition. An output that does not exist is
  /// `FormulaError.unknownName`.
  public func compile(outputs wanted: [String]? = nil) throws -> ColumnProgram {
    let terms = try linked()
    let chosen = try choose(wanted)
    var unroller = Unroller(self, terms: terms)
    var outputs = chosen.map { _ in [ValueGraph.Value]() }
    let steps = definitions.indices.filter {
      definitions[$0].quantity.role == .helper && !chosen.contains($0)
        && definitions[$0].quantity.isByQuarter
    }
    // Quarter by quarter, so that values die young and registers are few.
    for quarter in 1...axis.count {
      // What the scenario defines may reach far back: so no quarter is first asked for late.
      for index in steps where quarter >= definitions[index].quantity.firstQuarter {
        _ = try located(index) { () throws(FormulaError) in
          try unroller.value(definition: index, quarter: quarter)
        }
      }
      for (place, index) in chosen.enumerated() {
        let quantity = definitions[index].quantity
        guard quantity.isByQuarter, quarter >= quantity.firstQuarter else { continue }
        outputs[place].append(
          try located(index) { () throws(FormulaError) in
            try unroller.value(definition: index, quarter: quarter)
          })
      }
    }
    for (place, index) in chosen.enumerated() where !definitions[index].quantity.isByQuarter {
      outputs[place] = [
        try located(index) { () throws(FormulaError) in
          try unroller.value(definition: index, quarter: axis.count)
        }
      ]
    }
    return RegisterAllocator.program(
      graph: unroller.graph, quantities: chosen.map { definitions[$0].quantity },
      outputs: outputs)
  }

  func linked() throws -> [Term] {
    let linker: Linker
    do { linker = try Linker(self) } catch {
      throw ModelError(definition: "", formula: "", error: error)
    }
    var terms: [Term] = []
    for definition in definitions {
      do { terms.append(try linker.link(definition)) } catch {
        throw ModelError(
          definition: definition.quantity.name, formula: definition.formula, error: error)
      }
    }
    return terms
  }

  private func choose(_ wanted: [String]?) throws -> [Int] {
    guard let wanted else { return definitions.indices.filter { definitions[$0].isReported } }
    let reported = definitions.filter(\.isReported).map(\.quantity.name)
    return try wanted.map { name in
      guard let index = definitions.firstIndex(where: { $0.quantity.name == name }) else {
        throw FormulaError.unknownName(
          name, nearest: Spelling.nearest(to: name, among: reported), column: 1)
      }
      return index
    }
  }

  private func located<R>(_ index: Int, _ body: () throws(FormulaError) -> R) throws -> R {
    do { return try body() } catch {
      throw ModelError(
        definition: definitions[index].quantity.name, formula: definitions[index].formula,
        error: error)
    }
  }
}
