import PathAlgebra
import Testing

/// One quarter or one trial at a time through the compiler, with constants folded.
@Suite struct FormulaTests {
  private func model(_ formula: String, quarters: Int = 4, byQuarter: Bool = true) -> Model {
    let labels = (1...quarters).map { "2025Q\($0)" }
    var model = Model(
      axis: TimeAxis(labels: labels, windows: ["horizon": 1...quarters, "plan": 1...2]))
    model.add(parameter: "x", .series((1...quarters).map(Double.init)))
    model.add(parameter: "yuan", unit: .currency("CNY"), .constant(3))
    model.add(parameter: "dollars", unit: .currency("USD"), .constant(2))
    model.add(table: "squares", [0, 1, 4, 9])
    model.add(
      Quantity(name: "y", meaning: "", unit: .none, style: .ratio, isByQuarter: byQuarter),
      formula: formula, isReported: true)
    return model
  }

  private func value(_ formula: String, at quarter: Int? = nil) throws -> Double? {
    let program = try model(formula, byQuarter: quarter != nil).compile()
    return program.graph.constant(of: program.outputs[0][(quarter ?? 1) - 1])
  }

  @Test(
    arguments: [
      ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4), ("10%", 0.1),
      ("8 / 4 / 2", 1), ("1 < 2 and 2 < 1", 0), ("not 1 > 2", 1), ("1 = 1 or 2 > 3", 1),
      ("if(2 >= 2, 5, 6)", 5), ("min(3, 1, 2)", 1), ("max(3, 1, 2)", 3), ("exp(0) + log(1)", 1),
      ("sqrt(9) - abs(-2) + floor(1.9)", 2), ("lookup(squares, 2.7)", 4), ("2 != 2", 0),
      ("sum(x, over: horizon)", 10), ("mean(x, over: plan)", 1.5), ("last(x, over: plan)", 2),
      ("max(x, over: horizon)", 4), ("min(x, over: horizon)", 1),
      ("count(x > 2, over: horizon)", 2), ("first(x >= 3, over: horizon)", 3),
      ("first(x > 9, over: horizon)", .infinity), ("2025Q3 + 0", 3), ("1.5e2", 150),
      ("21bn CNY / yuan", 7), ("21 CNY bn / yuan", 7), ("6e9 CNY / yuan", 2),
      ("1500mn CNY / yuan", 0.5), ("3 [CNY bn] / yuan", 1),
      ("0.5 [CNY/kWh] * 12 [bn kWh] / yuan", 2), ("1.2tn CNY / yuan", 400),
      ("yuan / (2 * yuan)", 0.5), ("max(yuan, 0) / yuan", 1),
    ] as [(String, Double)])
  func oneNumber(formula: String, expected: Double) throws {
    #expect(try value(formula) == expected, "\(formula)")
  }

  /// What is computed from an undefined value is undefined, a condition and a choice too.
  @Test(arguments: [
    "0 / 0 > 1", "not 0 / 0 = 0 / 0", "if(0 / 0 <= 1, 1, 2)", "first(x > 0 / 0, over: horizon)",
    "count(x < 0 / 0, over: plan)", "last(delayed(cumulative(x), 0 / 0), over: horizon)",
  ])
  func undefinedStaysUndefined(formula: String) throws {
    #expect(try value(formula)?.isNaN == true, "\(formula)")
  }

  @Test(
    arguments: [
      ("previous(x, 7)", [7, 1, 2, 3]), ("lag(x, 2, 9)", [9, 9, 1, 2]),
      ("lag(x, 2, 9) + growth(x, 2, x)", [9, 9, 3, 3]),
      ("growth(x, 2, 0.5)", [1, 3, 2, 1]), ("cumulative(x)", [1, 3, 6, 10]),
      ("quarter * 2", [2, 4, 6, 8]),
      ("delayed(cumulative(x), 1)", [0, 1, 3, 6]),
      ("delayed(cumulative(x), 0.5)", [0.5, 2, 4.5, 8]),
      ("delayed(cumulative(x), -1)", [1, 3, 6, 10]),
      ("previous(y, 1) * 2", [2, 4, 8, 16]), ("if(x > 2, x, 0)", [0, 0, 3, 4]),
    ] as [(String, [Double])])
  func byQuarter(formula: String, expected: [Double]) throws {
    for quarter in 1...4 {
      #expect(try value(formula, at: quarter) == expected[quarter - 1], "\(formula) at \(quarter)")
    }
  }

  @Test(
    arguments: [
      ("yuan + dollars", FormulaError.unitsDiffer("CNY bn", "USD bn", operation: "+", column: 6)),
      ("yuan < 1", .unitsDiffer("CNY bn", "", operation: "<", column: 6)),
      ("exp(yuan)", .needsPureNumber("CNY bn", operation: "exp", column: 1)),
      ("yuan", .otherUnit("CNY bn", declared: "")),
      ("1 +* 2", .unexpected("*", column: 4)), ("(1 + 2", .unfinished(column: 7)),
      ("1 ? 2", .unexpected("?", column: 3)), ("x + 2 3", .unexpected("3", column: 7)),
      ("2 [CNY//h]", .notAUnit("CNY//h", column: 3)), ("2 [CNY", .unexpected("[", column: 3)),
      ("1 + 2)", .strayBracket(column: 6)), ("1 < 2 < 3", .chainedComparison(column: 7)),
      ("1e400", .tooLarge("1e400", column: 1)),
      ("1 + 2025-02-24", .date("2025-02-24", quarter: "2025Q1", column: 5)),
      ("2 GPU", .looseUnit("GPU", number: "2", column: 3)),
      ("20bn + yuan", .noCurrency("20bn", column: 1)),
      ("yuan + 2", .unitsDiffer("CNY bn", "", operation: "+", column: 6)),
      ("if(x, 1, 2)", .needsCondition(operation: "if", column: 4)),
      ("count(x, over: plan)", .needsCondition(operation: "count", column: 7)),
      ("x > 1 and x", .needsCondition(operation: "and", column: 7)),
      ("lag(x, 1.5)", .argumentMustBeWhole(function: "lag", column: 8)),
      (
        "mean(growth(x, 1), over: plan)",
        .definedLater(first: "2025Q2", begins: "2025Q1", operation: "mean", column: 1)
      ),
      (
        "cumulative(previous(x))",
        .definedLater(first: "2025Q2", begins: "2025Q1", operation: "cumulative", column: 1)
      ),
      ("exq(1)", .unknownFunction("exq", nearest: "exp", column: 1)),
      ("yuam / yuan", .unknownName("yuam", nearest: "yuan", column: 1)),
      ("exp(1, 2)", .wrongArgumentCount(function: "exp", expected: "1", got: 2, column: 1)),
      ("x", .byQuarterInTrial("x", column: 1)),
      ("sum(x)", .needsWindow(function: "sum", column: 1)),
      ("sum(x, over: decade)", .unknownWindow("decade", known: ["horizon", "plan"], column: 14)),
      ("2031Q1", .outsideHorizon("2031Q1", column: 1)), ("y + 1", .cycle(["y", "y"], column: 1)),
      ("normal(1)", .argumentMustBeName(function: "normal", column: 1)),
      (String(repeating: "(", count: 100) + "1", .tooLong(limit: 64)),
    ] as [(String, FormulaError)])
  func refused(formula: String, expected: FormulaError) {
    do {
      _ = try value(formula)
      Issue.record("\(formula) was accepted")
    } catch let error as ModelError {
      #expect(error.error == expected, "\(formula)")
    } catch {
      Issue.record("\(formula): \(error)")
    }
  }

  /// The caret takes the word or sign at the mistake, whatever stands around it.
  @Test(arguments: [
    ("2 [%]", 3), ("growth(x, 1.25)", 4), ("lag(x, yuan, 1)", 4), ("2025-02-24", 10),
    ("1e400 + 1", 5), ("sum(x, over: decade)", 6), ("yuan <= dollars", 2), ("1 +", 1),
  ])
  func lengths(formula: String, expected: Int) throws {
    do {
      _ = try value(formula)
      Issue.record("\(formula) was accepted")
    } catch let error as ModelError {
      let got = error.error.length(in: formula)
      #expect(got == expected, "\(formula): expected \(expected), got \(got), \(error.error)")
    }
  }
}
