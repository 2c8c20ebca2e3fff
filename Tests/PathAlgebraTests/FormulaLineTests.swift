import NumericalMethods
import PathAlgebra
import Testing

/// Definitions of which only the formula is given.
@Suite struct FormulaLineTests {
  private static let base: Model = {
    let labels = (1...8).map { "\(2025 + ($0 - 1) / 4)Q\(($0 - 1) % 4 + 1)" }
    var model = Model(
      axis: TimeAxis(labels: labels, windows: ["horizon": 1...8, "late": 5...8]))
    model.add(parameter: "yuan", unit: .currency("CNY"), .constant(3))
    model.add(parameter: "rate", unit: .rate("CNY", per: "USD"), .constant(7))
    model.add(
      Quantity(
        name: "capex", meaning: "", unit: .currency("CNY"), style: .amount, isByQuarter: true),
      formula: "yuan * quarter", isReported: true)
    return model
  }()

  private func line(_ name: String, _ formula: String, _ unit: String? = nil) throws -> FormulaLine
  {
    FormulaLine(
      name: name, formula: formula, unit: try unit.map { try Unit(reading: $0) },
      isPercentage: false, meaning: "", role: .metric)
  }

  private func add(
    _ lines: [(String, String)]
  ) throws -> (model: Model, errors: [(line: Int, error: FormulaError)]) {
    var model = Self.base
    let errors = model.add(try lines.map { try line($0.0, $0.1) })
    return (model, errors)
  }

  @Test(
    arguments: [
      ("capex", "CNY bn", ValueStyle.amount, true, 1), ("capex / rate", "USD bn", .amount, true, 1),
      ("rate", "CNY/USD", .exchangeRate, false, 1), ("capex / yuan", "", .ratio, true, 1),
      ("capex > yuan", "", .condition, true, 1), ("growth(capex, 4)", "", .percentage, true, 5),
      ("count(capex > yuan, over: late)", "", .count, false, 1),
      ("first(capex > yuan, over: late)", "", .quarter, false, 1),
      ("mean(capex > yuan, over: late)", "", .percentage, false, 1),
      ("max(growth(capex, 4), over: late)", "", .percentage, false, 1),
      ("capex > yuan and not capex > 2 * yuan", "", .condition, true, 1),
      ("if(capex > yuan, capex, 0)", "CNY bn", .amount, true, 1),
      ("previous(capex)", "CNY bn", .amount, true, 2),
      ("lag(capex, 3)", "CNY bn", .amount, true, 4),
      ("lag(growth(capex, 4), 2)", "", .percentage, true, 7),
      ("lag(capex, 3, yuan)", "CNY bn", .amount, true, 1),
      ("previous(own, 0) + capex", "CNY bn", .amount, true, 1),
      ("capex > yuan or previous(own, 0)", "", .condition, true, 1),
    ] as [(String, String, ValueStyle, Bool, Int)])
  func followsFromTheFormula(
    formula: String, unit: String, style: ValueStyle, byQuarter: Bool, first: Int
  ) throws {
    let (model, errors) = try add([("own", formula)])
    #expect(errors.isEmpty, "\(formula): \(errors)")
    let quantity = try #require(model.definitions.last).quantity
    #expect(quantity.unit.description == unit, "\(formula)")
    #expect(quantity.style == style, "\(formula)")
    #expect(quantity.isByQuarter == byQuarter, "\(formula)")
    #expect(quantity.firstQuarter == first, "\(formula)")
    _ = try model.compile()
  }

  /// Lines may use each other in any order.
  @Test func orderMeansNothing() throws {
    let lines = [("a", "b * 2"), ("b", "previous(c, 0) + capex"), ("c", "b / 2 + previous(a, 0)")]
    for turn in 0..<3 {
      let (model, errors) = try add(Array(lines[turn...] + lines[..<turn]))
      #expect(errors.isEmpty, "\(errors)")
      for name in ["a", "b", "c"] {
        let definition = model.definitions.first { $0.quantity.name == name }
        #expect(definition?.quantity.unit == .currency("CNY"), "\(name)")
      }
    }
  }

  /// Each wrong line is told, and no line for another's mistake.
  @Test func everyMistakeIsFound() throws {
    let (model, errors) = try add([
      ("a", "1 +* 2"), ("b", "capx"), ("c", "a + capex"), ("d", "e + 1"), ("e", "f"), ("f", "d"),
      ("if", "1"), ("capex", "1"), ("g", "capex + rate"), ("h", "lag(capex, 8)"),
      ("i", "sum(capex, over: late)"), ("i", "2"), ("j", "normal(nobody)"),
    ])
    let expected: [(Int, FormulaError)] = [
      (0, .unexpected("*", column: 4)), (1, .unknownName("capx", nearest: "capex", column: 1)),
      (3, .cycle(["d", "e", "f", "d"], column: 1)), (6, .reservedName("if")),
      (7, .duplicateName("capex")),
      (8, .unitsDiffer("CNY bn", "CNY/USD", operation: "+", column: 7)),
      (9, .neverDefined(horizon: 8)), (11, .duplicateName("i")),
      (12, .unknownDriver("nobody", nearest: nil, column: 8)),
    ]
    #expect(errors.map(\.line) == expected.map(\.0))
    #expect(errors.map(\.error) == expected.map(\.1))
    #expect(model.definitions.count == Self.base.definitions.count, "a wrong line was added")
  }

  @Test func theDeclaredUnitHolds() throws {
    var model = Self.base
    let errors = model.add([try line("a", "capex", "USD bn"), try line("b", "capex", "CNY bn")])
    #expect(errors.map(\.line) == [0])
    #expect(errors.first?.error == .otherUnit("CNY bn", declared: "USD bn"))
  }

  @Test func workIsBounded() throws {
    let nested = String(repeating: "cumulative(", count: 60) + "capex"
    let (_, errors) = try add([("a", nested + String(repeating: ")", count: 60))])
    #expect(errors.map(\.error) == [.tooMuchWork(limit: 20_000_000)])
  }
}
